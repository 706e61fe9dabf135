import type { OpenAction, OwnedStreamKind, PartnershipStanding, WhyNotAnswer } from '@palabre/contracts';
import type { Accepted, Answer, Opened, Refused, Request } from './request.js';

/** An organisation of the register, a charter in the making, or a survey campaign. */
export interface StreamRef {
  readonly kind: OwnedStreamKind;
  readonly id: string;
}

/** Tokens of one use, told here and nowhere else: whoever has one may answer once. */
export interface Invited {
  readonly answer: Accepted;
  readonly invitations: readonly string[];
}

/** What an invited person sends; neither account nor organisation goes with it. */
export interface SurveyReply {
  readonly id: string;
  readonly invitation: string;
  readonly answers: unknown;
  readonly traits: unknown;
}

/** Organisations, charters and campaigns over the public API. Every method throws Failure. */
export interface StreamApi {
  open(as: string, kind: OwnedStreamKind, request: Request): Promise<Opened | Refused>;
  command(as: string, stream: StreamRef, request: Request): Promise<Answer>;
  standing(as: string, stream: StreamRef): Promise<PartnershipStanding>;
  state(as: string, stream: StreamRef): Promise<unknown>;
  openActions(as: string, stream: StreamRef): Promise<readonly OpenAction[]>;
  whyNot(as: string, stream: StreamRef, ask: { readonly type: string; readonly data?: unknown }): Promise<WhyNotAnswer>;
  invite(as: string, campaign: string, ask: { readonly id: string; readonly count: number }): Promise<Invited | Refused>;
  /** What anybody who has the address of a campaign may see of it: enough to answer. */
  survey(campaign: string): Promise<unknown>;
  answerSurvey(campaign: string, reply: SurveyReply): Promise<{ readonly outcome: 'accepted' } | Refused>;
}
