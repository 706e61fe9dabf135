import type { CommandType, EventType, GateId, GateStrength, Phase, Standing } from '@palabre/contracts';
import type { StepCondition } from './mechanisms/phase/conditions.js';

/*
 * The procedure, in plain words.
 *
 * An idea is written down, with the need and the reason why acting together is right. Actors and missing voices are
 * mapped. People meet, a candidate is retained. Each side checks the other. Both build the project: expectations,
 * values, objectives, roles, budget, capacities, evaluation, in the languages of both. The agreement is shared, then
 * signed by the hierarchy of each party. An officer, a committee and a calendar are set up, and implementation starts.
 * Once a year both sides look back together, during a transfer too. A project may be transferred: planned on two tracks,
 * accepted by who takes it over, handed over by a signed deed, looked at again after six and twelve months. When actions
 * end, the parties continue, rest, renew or close; nothing ends by default, but a service ends with its project. An end
 * before the term is a decision that the parties take together, and no side closes alone over a transfer that all agreed. Closing renders the account and talks about how it was.
 * A provider builds nothing with us: that step is skipped. A network is joined.
 * Either side may stop before implementation; afterwards a party gives notice, and the others go on if two remain.
 *
 * Unknown means no: a step that is not in this table does not exist.
 */

/** A gate asked at a step. `atMost` softens it there (CAPACITY only warns before signature). */
export interface StepGate {
  readonly gate: GateId;
  readonly atMost?: GateStrength;
}

/** One step of the procedure: from, to, the command that asks for it, the event that tells it, what must hold. */
export interface Step {
  readonly from: Phase;
  readonly to: Phase;
  readonly by: CommandType | 'deadline' | 'consequence';
  readonly event: EventType;
  readonly gates: readonly StepGate[];
  /** Conditions beyond the gates, by name (see phase/conditions.ts). */
  readonly conditions: readonly StepCondition[];
  /** Where the file stands afterwards, when the step ends it. */
  readonly ends?: Standing;
}

const gates = (...names: GateId[]): StepGate[] => names.map(gate => ({ gate }));

const step = (from: Phase, to: Phase, event: EventType, asked: readonly StepGate[], more: Partial<Step> = {}): Step => ({
  from,
  to,
  by: 'EnterPhase',
  event,
  gates: asked,
  conditions: [],
  ...more,
});

/** Where the notice of the one but last party may run out (S-06), or the project of a type that ends with it. */
const partedByNotice: readonly Phase[] = ['setting-up', 'implementation', 'annual-review', 'transfer', 'after'];

/** Where closing is a step of its own. Before the term, no party takes it alone (S-06). */
const decidedTogether: readonly Phase[] = ['implementation', 'after'];

/** Where a red line whose consequence is the end leaves one way only (S-01): elsewhere closing is a step of its own, or nothing is signed yet. */
const stoppedMidway: readonly Phase[] = ['setting-up', 'annual-review', 'transfer'];

/** Going on without having accounted for what ended is told, and holds nobody back (HFA-32). */
const accountTold: readonly StepGate[] = [{ gate: 'ACCOUNT', atMost: 'warn' }];

/** Where a renewed term goes on: in the work, or in the transfer that was under way. */
const resumed: readonly Phase[] = ['implementation', 'transfer'];

export const lifecycle: readonly Step[] = [
  step('readiness', 'idea', 'PartnershipIdeaRecorded', [], { by: 'OpenPartnership' }),
  step('idea', 'mapping', 'StakeholderMappingStarted', gates('NEED', 'ADDED-VALUE'), { conditions: ['project-named'] }),
  step('mapping', 'search', 'StakeholderMappingCompleted', gates('MAPPING')),
  step('search', 'due-diligence', 'DueDiligenceOpened', gates('INTRODUCED'), { conditions: ['candidate-shortlisted'] }),
  step('due-diligence', 'co-construction', 'DueDiligencePassed', gates('DILIGENCE', 'RED', 'ORANGE'), {
    conditions: ['own-limits-declared'],
  }),
  step('co-construction', 'validation', 'CoConstructionSkipped', [], { by: 'consequence', conditions: ['no-co-construction'] }),
  step(
    'co-construction',
    'validation',
    'CoConstructionCompleted',
    [...gates('EXPECTATIONS', 'VALUES', 'OBJECTIVES', 'ROLES', 'BUDGET', 'EVALUATION', 'LANGUAGE'), { gate: 'CAPACITY', atMost: 'warn' }],
    { conditions: ['everybody-took-part'] },
  ),
  step('validation', 'setting-up', 'AgreementSigned', gates('RED', 'ORANGE', 'BUDGET', 'LANGUAGE', 'CONTENT', 'CD', 'SIGNATORY'), {
    by: 'SignAgreement',
  }),
  step('setting-up', 'implementation', 'ImplementationStarted', gates('OFFICER', 'FOLLOW-UP', 'PRESENCE', 'CAPACITY'), {
    conditions: ['no-network-to-join', 'meeting-calendar-agreed'],
  }),
  step('setting-up', 'implementation', 'NetworkMembershipJoined', gates('OFFICER'), {
    by: 'JoinNetwork',
    conditions: ['network-to-join'],
  }),
  step('implementation', 'annual-review', 'AnnualReviewOpened', []),
  step('implementation', 'annual-review', 'AnnualReviewOpened', [], { by: 'deadline' }),
  step('transfer', 'annual-review', 'AnnualReviewOpened', []),
  step('transfer', 'annual-review', 'AnnualReviewOpened', [], { by: 'deadline' }),
  step('annual-review', 'implementation', 'AnnualReviewCompleted', gates('REFLECTION'), {
    conditions: ['no-transfer-under-way', 'both-directions-answered'],
  }),
  step('annual-review', 'transfer', 'AnnualReviewCompleted', gates('REFLECTION'), {
    conditions: ['transfer-under-way', 'both-directions-answered'],
  }),
  step('implementation', 'transfer', 'TransferProjectOpened', [], { by: 'OpenTransfer', conditions: ['transfer-offered'] }),
  step('transfer', 'implementation', 'ProjectTransferred', gates('READINESS'), { conditions: ['deed-signed'] }),
  step('transfer', 'implementation', 'TransferAbandoned', [], {
    by: 'AbandonTransfer',
    conditions: ['reason-given', 'parties-agreed-to-abandon'],
  }),
  step('implementation', 'after', 'ActionsEnded', []),
  step('implementation', 'after', 'ActionsEnded', [], { by: 'deadline' }),
  step('transfer', 'after', 'ActionsEnded', [], { by: 'deadline' }),
  step('after', 'implementation', 'RelationshipContinued', accountTold, { conditions: ['no-transfer-under-way', 'reason-given'] }),
  step('after', 'transfer', 'RelationshipContinued', accountTold, { conditions: ['transfer-under-way', 'reason-given'] }),
  ...resumed.map(to => step('after', to, 'AgreementRenewed', gates('RED', 'ORANGE', 'SIGNATORY'), { by: 'AgreeToProposal' })),
  ...decidedTogether.map(from =>
    step(from, 'closing', 'ClosureInitiated', [], {
      conditions: ['reason-given', 'body-approved-the-end', 'parties-agreed-the-end', 'transfer-ended-together'],
    }),
  ),
  ...stoppedMidway.map(from => step(from, 'closing', 'ClosureInitiated', [], { conditions: ['reason-given', 'process-ended'] })),
  ...partedByNotice.map(from => step(from, 'closing', 'ClosureInitiated', [], { by: 'deadline' })),
  step('closing', 'after', 'PartnershipClosed', gates('ACCOUNT', 'CLOSING'), {
    by: 'ClosePartnership',
    conditions: ['no-open-red-line', 'transfer-looked-back-on'],
    ends: 'closed',
  }),
];

/** Steps that a command asks for from a phase. */
export const stepsFrom = (phase: Phase, by: Step['by']): readonly Step[] => lifecycle.filter(row => row.from === phase && row.by === by);
