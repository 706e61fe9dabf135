import type { Refusal, Role } from '@palabre/contracts';
import type { Moment } from '../../mechanism.js';
import { asksFor } from '../../practices.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { reportAccepted } from '../sign-off/questions.js';
import { decidersOf, livingCapacityLines, offeredStrengths, rebalancingMeasures } from '../text/equity-questions.js';
import { headOf } from '../text/questions.js';
import { openChallenges } from '../voice/questions.js';
import { decidersIn, informedIn, isDivided } from './chosen-levels.js';
import type { Note, NoteRules } from './note-rule.js';
import { contentNotShared, letterMissing } from './paper-refusals.js';
import * as no from './party-refusals.js';

/** Bodies whose members say that they have read an agreement (HFA-16). */
const readers: readonly Role[] = ['executive-bureau', 'executive-secretariat'];

const firstUnknown = (named: readonly string[], known: readonly string[]): string | undefined => named.find(name => !known.includes(name));

/** Line by line: the reflection loads them all, and both sides say the state of each (ALE-60). */
function progressRule(state: PartnershipState, { lines }: Extract<Note, { kind: 'CapacityPlanProgressAssessed' }>): Refusal | null {
  const living = livingCapacityLines(state);
  const asked = state.phase === 'annual-review' && living.length > 0;
  if (lines === undefined) return asked ? no.linesWithoutState(living) : null;
  const told = lines.map(({ line }) => line);
  const unknown = firstUnknown(told, headOf(state, 'capacity-plan')?.parts ?? []);
  if (unknown !== undefined) return no.noSuchLine('capacity-plan', unknown, 'ALE-60');
  const silent = living.filter(line => !told.includes(line));
  return asked && silent.length > 0 ? no.linesWithoutState(silent) : null;
}

/** Who decides alone says so under a matter that the table of decisions gives to it, and to it alone (AGI-19, AGI-22). */
function decisionRule(
  state: PartnershipState,
  { matter, area }: Extract<Note, { kind: 'DecisionRecorded' }>,
  moment: Moment,
): Refusal | null {
  if (matter === undefined && area === undefined) return isDivided(state) ? no.divisionNotNamed() : null;
  const deciders = matter === undefined ? decidersIn(state, area) : decidersOf(state, matter);
  if (deciders === null) return matter === undefined ? no.decidedTogether(area ?? '') : no.noSuchMatter(matter);
  const on = matter ?? area ?? '';
  if (deciders.length !== 1 || deciders[0] !== moment.party.party) return no.othersDecide(on, deciders);
  const before = (state.journal.decisions ?? []).filter(one => one.matter === on).map(one => one.decision);
  return openChallenges(state).some(({ decision }) => decision !== undefined && before.includes(decision))
    ? no.decisionChallenged(on)
    : null;
}

/** What every side approved may go outside; where the charter has the account sent to the partners, they come before the media (PMP-40, HFA-36). */
function mediaRule(state: PartnershipState, decision: string | undefined): Refusal | null {
  const accountFirst = policyOf(state).switches.reportsTransmitted === 'required';
  if (accountFirst && state.journal.transmitted === undefined) return no.notTransmittedYet();
  return decision !== undefined && (state.signOffs.releases ?? []).includes(decision) ? null : no.notClearedByAll();
}

/** What stands in the way of a note that a party makes for itself. */
export const partyRules: NoteRules = {
  CapacityPlanProgressAssessed: progressRule,
  DecisionRecorded: decisionRule,
  LevelsChosen: (_state, { areas }) => {
    const twice = areas.map(({ area }) => area).find((area, at, all) => all.indexOf(area) !== at);
    return twice === undefined ? null : no.areaTwice(twice);
  },
  ExpectationReviewed: (state, note, moment) => {
    if (!state.texts.expectationsOf.includes(moment.party.party)) return no.noExpectationsWritten();
    return note.status === 'dropped' && note.reason === null ? no.droppedWithoutReason() : null;
  },
  StrengthsUsed: (state, note, moment) => {
    const offered = offeredStrengths(state).filter(one => one.by !== moment.party.party);
    const unknown = firstUnknown(
      note.strengths,
      offered.map(one => one.strength),
    );
    return unknown === undefined ? null : no.strengthNotOffered(unknown);
  },
  RebalancingEffectScored: (state, note, moment) => {
    const found = rebalancingMeasures(state).find(one => one.measure === note.measure);
    if (found === undefined) return no.noSuchLine('plan', note.measure, 'ALE-44');
    return found.to === moment.party.party ? null : no.scoredByWhoGains(found.to);
  },
  DonorRequirementMet: (state, note) =>
    (state.journal.donorTasks ?? []).some(open => open.grant === note.grant && open.requirement === note.requirement)
      ? null
      : no.noSuchRequirement(),
  ReportsTransmitted: (state, { letter }) => {
    if (!reportAccepted(state)) return no.reportsNotApproved();
    return letter === undefined && asksFor(state, 'accountPapers') ? letterMissing() : null;
  },
  AgreementContentRead: (state, { version, hash }, { actor, party }) =>
    actor.roles.some(role => readers.includes(role)) &&
    state.texts.agreementShared.some(one => one.party === party.party && one.version === version && one.hash === hash)
      ? null
      : contentNotShared(),
  ReportsReceived: (state, note, moment) => {
    const { transmitted } = state.journal;
    return transmitted?.hash === note.hash && transmitted.awaits.includes(moment.party.party) ? null : no.nothingToReceive();
  },
  MediaDisseminationRecorded: (state, note) => mediaRule(state, note.decision),
};

/** What the engine writes into a note, whatever its author wrote there: the approved version, the reference of a decision. */
export function completed(state: PartnershipState, note: Note, moment: Moment): object {
  if (note.kind === 'DecisionRecorded') {
    const { matter, area } = note;
    const named = matter === undefined && area === undefined ? {} : { decision: moment.newId('decision') };
    return { ...named, ...informedIn(state, area) };
  }
  const head = headOf(state, 'final-report');
  return note.kind === 'ReportsTransmitted' && head !== undefined ? { version: head.version, hash: head.hash } : {};
}
