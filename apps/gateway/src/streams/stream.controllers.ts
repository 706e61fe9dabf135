import {
  isOpening,
  opaqueId,
  type Actor,
  type OpenAction,
  type OwnedStreamKind,
  type PartnershipStanding,
  type WhyNotAnswer,
} from '@palabre/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Caller, Correlation } from '../caller.js';
import { readBody } from '../commands/command-request.js';
import { versionHeader } from '../partnerships/partnerships.controller.js';
import { whyNotBody } from '../partnerships/why-not-body.js';
import type { WhyNotQuestion } from '../partnerships/workflows.port.js';
import { refuse } from '../problems/gateway-refusals.js';
import { StreamDesk, type OwnedRef, type StreamAccepted } from './stream-desk.js';
import { commandNamed, streamCommandFrom, streamRequest } from './stream-request.js';

/** Where each kind has its address. */
export const collections: Readonly<Record<OwnedStreamKind, string>> = {
  organisation: 'organisations',
  charter: 'charters',
  campaign: 'campaigns',
};

/** An id that nothing can have is answered like one that nothing has. */
export function refTo(kind: OwnedStreamKind, written: string): OwnedRef {
  if (opaqueId.safeParse(written).success && !written.includes('/')) return { kind, id: written };
  throw refuse('unknown-stream');
}

function questionIn(kind: OwnedStreamKind, body: unknown, actor: Actor): WhyNotQuestion {
  const { type, data } = readBody(whyNotBody, body);
  return { type: commandNamed(kind, type), actor, ...(data === undefined ? {} : { data }) };
}

/** The same addresses for each kind, beside each other. */
function controllerOf(kind: OwnedStreamKind): Type {
  @Controller(`v1/${collections[kind]}`)
  class StreamController {
    constructor(@Inject(StreamDesk) private readonly desk: StreamDesk) {}

    @Post()
    async open(
      @Body() body: unknown,
      @Caller() caller: Actor,
      @Correlation() correlation: string,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<Readonly<Record<string, unknown>>> {
      const request = streamRequest(kind, body);
      if (!isOpening(kind, request.type)) throw refuse('wrong-route-for-command');
      this.desk.requirePermissionToOpen(kind, request.type, caller);
      const command = streamCommandFrom(kind, request, caller, correlation);
      const { id, answer } = await this.desk.open(kind, command);
      reply.header(versionHeader, answer.version).header('Location', `/v1/${collections[kind]}/${id}`);
      return { [kind]: id, ...answer };
    }

    @Post(':id/commands')
    @HttpCode(200)
    async execute(
      @Param('id') id: string,
      @Body() body: unknown,
      @Caller() caller: Actor,
      @Correlation() correlation: string,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<StreamAccepted> {
      const request = streamRequest(kind, body);
      if (isOpening(kind, request.type)) throw refuse('wrong-route-for-command');
      const answer = await this.desk.execute(refTo(kind, id), streamCommandFrom(kind, request, caller, correlation));
      reply.header(versionHeader, answer.version);
      return answer;
    }

    @Get(':id/standing')
    standing(@Param('id') id: string, @Caller() caller: Actor): Promise<PartnershipStanding> {
      return this.desk.standing(refTo(kind, id), caller);
    }

    @Get(':id/state')
    state(@Param('id') id: string, @Caller() caller: Actor): Promise<unknown> {
      return this.desk.state(refTo(kind, id), caller);
    }

    @Get(':id/open-actions')
    openActions(@Param('id') id: string, @Caller() caller: Actor): Promise<readonly OpenAction[]> {
      return this.desk.openActions(refTo(kind, id), caller);
    }

    @Post(':id/why-not')
    @HttpCode(200)
    whyNot(@Param('id') id: string, @Body() body: unknown, @Caller() caller: Actor): Promise<WhyNotAnswer> {
      return this.desk.whyNot(refTo(kind, id), questionIn(kind, body, caller));
    }
  }
  return StreamController;
}

export const streamControllers: readonly Type[] = [controllerOf('organisation'), controllerOf('charter'), controllerOf('campaign')];
