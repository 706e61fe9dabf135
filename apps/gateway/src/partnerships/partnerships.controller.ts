import {
  opaqueId,
  type Actor,
  type Command,
  type CommandAnswer,
  type OpenAction,
  type PartnershipStanding,
  type WhyNotAnswer,
} from '@palabre/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Caller, Correlation } from '../caller.js';
import { commandFrom, knownCommand, knownRequest, readBody } from '../commands/command-request.js';
import { refuse } from '../problems/gateway-refusals.js';
import { PartnershipDesk, type Accepted } from './partnership-desk.js';
import { whyNotBody } from './why-not-body.js';

/** Header with the stream version that an answer produced: what read-your-writes waits for. */
export const versionHeader = 'Palabre-Version';

/** The one command that has an address of its own. */
const opening = 'OpenPartnership';

/** An id that no file can have is answered like one that no file has. */
function partnershipId(written: string): string {
  if (opaqueId.safeParse(written).success && !written.includes('/')) return written;
  throw refuse('unknown-partnership');
}

@Controller('v1/partnerships')
export class PartnershipsController {
  constructor(@Inject(PartnershipDesk) private readonly desk: PartnershipDesk) {}

  @Post()
  async open(
    @Body() body: unknown,
    @Caller() caller: Actor,
    @Correlation() correlation: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ partnership: string } & Accepted> {
    const request = knownRequest(body);
    if (request.type !== opening) throw refuse('wrong-route-for-command');
    this.desk.requirePermissionToOpen(caller);
    const command = commandFrom(request, caller, correlation) as Command<typeof opening>;
    const { partnership, answer } = await this.desk.open(command);
    reply.header(versionHeader, answer.version).header('Location', `/v1/partnerships/${partnership}`);
    return { partnership, ...answer };
  }

  @Post(':id/commands')
  @HttpCode(200)
  async execute(
    @Param('id') id: string,
    @Body() body: unknown,
    @Caller() caller: Actor,
    @Correlation() correlation: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const request = knownRequest(body);
    if (request.type === opening) throw refuse('wrong-route-for-command');
    const partnership = partnershipId(id);
    const answer = await this.desk.execute(partnership, commandFrom(request, caller, correlation));
    reply.header(versionHeader, answer.version);
    return answer;
  }

  @Get(':id/standing')
  standing(@Param('id') id: string, @Caller() caller: Actor): Promise<PartnershipStanding> {
    return this.desk.standing(partnershipId(id), caller);
  }

  @Get(':id/state')
  state(@Param('id') id: string, @Caller() caller: Actor): Promise<unknown> {
    return this.desk.state(partnershipId(id), caller);
  }

  @Get(':id/open-actions')
  openActions(@Param('id') id: string, @Caller() caller: Actor): Promise<readonly OpenAction[]> {
    return this.desk.openActions(partnershipId(id), caller);
  }

  @Post(':id/why-not')
  @HttpCode(200)
  whyNot(@Param('id') id: string, @Body() body: unknown, @Caller() caller: Actor): Promise<WhyNotAnswer> {
    const { type, data } = readBody(whyNotBody, body);
    return this.desk.whyNot(partnershipId(id), { type: knownCommand(type), actor: caller, ...(data === undefined ? {} : { data }) });
  }
}
