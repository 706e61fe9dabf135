import { canonicalJson, fact, type Command, type Fact, type Refusal } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import { outcomeByVoices, outcomeOf } from '../../agreement/poll.js';
import { accept, refuse } from '../../decision.js';
import type { Consequence, Decider, Moment } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { unknownParty } from '../../refusals.js';
import { otherParties, partyNames, partyOf } from '../parties/questions.js';
import { chartersLine, decidingParties, isProtected, lineCaseOf } from './questions.js';
import {
  alreadyAccepted,
  arrangementMissing,
  noPlan,
  notLiftedByConcerned,
  notOrange,
  planAgreedAlready,
  planTooLong,
  proposerNeverAccepts,
  stepInThePast,
} from './mitigation-refusals.js';
import { noSuchCase } from './refusals.js';
import type { LineCase, MitigationSteps } from './slice.js';

/** Largest plan that waits in the state for the other parties, in bytes of its canonical form. */
export const planLimit = 8192;

type Proposed = Command<'ProposeMitigation'>['data'];

const wrongSteps = (state: PartnershipState, steps: Proposed['steps'], now: string): Refusal | null => {
  const stranger = steps.find(step => partyOf(state, step.owner) === undefined);
  if (stranger !== undefined) return unknownParty(stranger.owner);
  if (steps.some(step => step.dueOn < dayOf(now))) return stepInThePast();
  return new TextEncoder().encode(canonicalJson(steps)).length > planLimit ? planTooLong(planLimit) : null;
};

/** Either side may propose, and propose again: a later proposal takes the place of the one on the table. */
export const proposeMitigation: Decider<'ProposeMitigation'> = (state, command, moment) => {
  const open = lineCaseOf(state, command.data.case);
  if (open === undefined) return refuse(noSuchCase());
  if (open.colour !== 'orange') return refuse(notOrange());
  if (open.planAgreedAt !== null) return refuse(planAgreedAlready());
  const wrong = wrongSteps(state, command.data.steps, moment.now);
  if (wrong !== null) return refuse(wrong);
  const arrangement = command.data.arrangement ?? null;
  if (arrangement === null && chartersLine(state, open.line)?.whenConfirmed === 'working-arrangement') return refuse(arrangementMissing());
  const steps = command.data.steps.map((step, at) => ({ ...step, step: `${moment.newId('step')}-${at + 1}` }));
  const on = { case: open.case, line: open.line, about: open.about };
  return accept(fact('MitigationPlanProposed', { ...on, proposedBy: moment.party.party, steps, arrangement }));
};

const labelLength = 300;

/** A sealed text stays sealed in the plan: the commitment points at its step. */
const labelOf = ({ step, text }: MitigationSteps[number]): string => (typeof text === 'string' ? text.slice(0, labelLength) : step);

/** Who raised a protected case is told by nothing that follows from it (S-07): its steps are owed to who decides it. */
const creditorOf = (state: PartnershipState, open: LineCase): string | undefined =>
  isProtected(state, open) ? decidingParties(state, open)[0] : open.raisedBy;

/** Each step is owed to a party that does not own it: the one that raised the line, where that is another one. */
function commitmentsOf(state: PartnershipState, open: LineCase, steps: MitigationSteps): Fact[] {
  return steps.map(step => {
    const creditor = creditorOf(state, open);
    const owedTo = creditor === undefined || step.owner === creditor ? (otherParties(state, step.owner)[0] ?? step.owner) : creditor;
    return fact('CommitmentMade', {
      commitment: step.step,
      owedBy: step.owner,
      owedTo,
      what: labelOf(step),
      dueOn: step.dueOn,
      origin: 'mitigation',
    });
  });
}

type WithPlan = LineCase & { readonly plan: NonNullable<LineCase['plan']> };

const planAgreed = (state: PartnershipState, open: WithPlan, acceptedBy: string[]): Fact[] => [
  fact('MitigationPlanAgreed', { case: open.case, line: open.line, about: open.about, acceptedBy, steps: open.plan.steps }),
  ...commitmentsOf(state, open, open.plan.steps),
];

/** The open case whose plan this person may accept for this party, or why not. */
function acceptable(state: PartnershipState, id: string, moment: Moment): WithPlan | Refusal {
  const open = lineCaseOf(state, id);
  if (open === undefined) return noSuchCase();
  const { plan } = open;
  if (plan === null) return open.planAgreedAt === null ? noPlan() : planAgreedAlready();
  if (plan.acceptedBy.includes(moment.party.party)) return alreadyAccepted();
  return plan.proposedByPerson === moment.actor.person ? proposerNeverAccepts() : { ...open, plan };
}

export const acceptMitigation: Decider<'AcceptMitigation'> = (state, command, moment) => {
  const open = acceptable(state, command.data.case, moment);
  if ('code' in open) return refuse(open);
  const on = { case: open.case, line: open.line, about: open.about };
  const acceptedBy = [...open.plan.acceptedBy, moment.party.party];
  const together = outcomeOf(state, { yes: acceptedBy, no: [], askedAt: moment.now }, moment.now) === 'agreed';
  return together && acceptedBy.includes(open.about)
    ? accept(...planAgreed(state, open, acceptedBy))
    : accept(fact('MitigationPlanAccepted', { ...on, party: moment.party.party }));
};

/** A plan that every party still in has accepted, the party concerned among them, is agreed (C-15). */
export const answeredPlans: Consequence = state => {
  for (const open of state.lines.cases) {
    const acceptedBy = partyNames(state).filter(party => open.plan?.acceptedBy.includes(party));
    if (open.plan !== null && acceptedBy.includes(open.about) && outcomeByVoices(state, { yes: acceptedBy, no: [] }) === 'agreed') {
      return planAgreed(state, { ...open, plan: open.plan }, acceptedBy);
    }
  }
  return [];
};

export const liftOrangeLine: Decider<'LiftOrangeLine'> = (state, command, moment) => {
  const open = lineCaseOf(state, command.data.case);
  if (open === undefined) return refuse(noSuchCase());
  if (open.colour !== 'orange') return refuse(notOrange());
  if (open.about === moment.party.party) return refuse(notLiftedByConcerned());
  if (open.planAgreedAt === null) return refuse(noPlan());
  return accept(fact('OrangeLineLifted', { case: open.case, line: open.line, about: open.about, reason: command.data.reason }));
};
