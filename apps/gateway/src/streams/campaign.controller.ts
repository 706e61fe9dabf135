import { randomBytes } from 'node:crypto';
import { mostInvitations, opaqueId, sha256Hex, surveyAnswers, surveyTraits, type Actor, type AnyCommand } from '@palabre/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { Caller, Correlation } from '../caller.js';
import { readBody } from '../commands/command-request.js';
import { StreamDesk, type StreamAccepted } from './stream-desk.js';
import { refTo } from './stream.controllers.js';

/** Body of a request for invitations. */
export const invitationsBody = z.strictObject({ id: opaqueId, count: z.int().min(1).max(mostInvitations) });

/** Body of an answer: the token of an invitation stands for the login. */
export const answerBody = z.strictObject({
  id: opaqueId,
  invitation: z.string().min(20).max(80),
  answers: surveyAnswers,
  traits: surveyTraits,
});

/** What anybody who has the address of a campaign may see of it: enough to answer. */
const survey = z.object({
  standing: z.string(),
  scale: z.unknown(),
  questions: z.array(z.unknown()),
  dimensions: z.array(z.unknown()),
  closesAt: z.string().nullable(),
});

/** Under which everybody answers: an answer belongs to nobody (ALE-39). */
const nobody: Actor = { person: 'respondent', organisation: 'invited', roles: ['respondent'] };

const openToAll = { openToAll: true };

/** Invitations, and answers without a login. */
@Controller('v1/campaigns/:id')
export class CampaignController {
  constructor(@Inject(StreamDesk) private readonly desk: StreamDesk) {}

  /**
   * Makes tokens and hands them out once, here: the campaign receives their hashes, and nobody keeps who gets which. A
   * repeated request makes other tokens, so its command id is refused; ask for more with a new one.
   */
  @Post('invitations')
  @HttpCode(200)
  async invite(
    @Param('id') id: string,
    @Body() body: unknown,
    @Caller() caller: Actor,
    @Correlation() correlation: string,
  ): Promise<StreamAccepted & { readonly invitations: readonly string[] }> {
    const { id: commandId, count } = readBody(invitationsBody, body);
    const invitations = Array.from({ length: count }, () => randomBytes(24).toString('base64url'));
    const command: AnyCommand = {
      id: commandId,
      type: 'IssueInvitations',
      data: { hashes: invitations.map(sha256Hex) },
      actor: caller,
      correlation,
    };
    return { ...(await this.desk.execute(refTo('campaign', id), command)), invitations };
  }

  @Get('survey')
  @RouteConfig(openToAll)
  async survey(@Param('id') id: string): Promise<z.infer<typeof survey>> {
    return survey.parse(await this.desk.stateForAll(refTo('campaign', id)));
  }

  /** Takes an answer. What comes back says that it was taken, and nothing that would place it in the history. */
  @Post('answers')
  @HttpCode(200)
  @RouteConfig(openToAll)
  async answer(@Param('id') id: string, @Body() body: unknown): Promise<{ readonly outcome: 'accepted' }> {
    const { id: commandId, invitation, answers, traits } = readBody(answerBody, body);
    const command: AnyCommand = {
      id: commandId,
      type: 'AnswerSurvey',
      data: { invitation: sha256Hex(invitation), answers, traits },
      actor: nobody,
      correlation: 'survey',
    };
    await this.desk.execute(refTo('campaign', id), command);
    return { outcome: 'accepted' };
  }
}
