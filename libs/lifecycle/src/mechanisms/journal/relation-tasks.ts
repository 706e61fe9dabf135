import { commands, type CommunityPhase, type Phase } from '@palabre/contracts';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { asksFor } from '../../practices.js';
import type { PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { partyNames } from '../parties/questions.js';
import { notesOf } from './questions.js';
import { stagesWithoutCommunity } from './relation-questions.js';

const noting = { grant: 'RecordNote', refuse: null, contest: null } as const;

const holders = commands.RecordContact.by.roles;

/** In which phase of the partnership each stage of the project is lived. */
const livedIn: Readonly<Record<CommunityPhase, Phase>> = {
  planning: 'co-construction',
  implementation: 'implementation',
  evaluation: 'annual-review',
};

const communityAsks = (state: PartnershipState): readonly TaskAsk[] => {
  if (!asksFor(state, 'communityPhases')) return [];
  const lastReflection = state.forms.annualReview.revealedAt;
  return stagesWithoutCommunity(state, lastReflection)
    .filter(stage => livedIn[stage] === state.phase)
    .flatMap(stage => partyNames(state).map(party => askOf(party, { key: `${stage}-${lastReflection ?? 'first'}`, about: stage })));
};

/** Phases of the common work, in which time for the relation is planned. */
const together: readonly Phase[] = ['implementation', 'annual-review', 'transfer'];

/** Every party that has not planned its time of the calendar year, as long as the work lasts (MDM-29). */
const timeUnplanned = (state: PartnershipState): readonly TaskAsk[] => {
  if (!together.includes(state.phase) || !asksFor(state, 'relationTime')) return [];
  const year = Number(state.calendar.now.slice(0, 4));
  return partyNames(state)
    .filter(party => (state.journal.relation.timePlanned?.[party] ?? 0) < year)
    .map(party => askOf(party, { key: String(year), about: String(year) }));
};

export const relationTasks: readonly TaskRow[] = [
  {
    kind: 'confirm-contribution',
    title: say('Dire si un apport a eu pour vous le résultat annoncé', 'Say whether a contribution had the result for you that was told'),
    roles: holders,
    doneBy: ['ContributionConfirmed'],
    verdicts: noting,
    requirements: ['ALE-36'],
    asks: state => state.journal.relation.contributions.map(one => askOf(one.to, { key: one.contribution, about: one.contribution })),
  },
  {
    kind: 'check-inclusion',
    title: say(
      'Examiner genre, diversité, équité et inclusion dans le plan, preuves à l’appui',
      'Look at gender, diversity, equity and inclusion in the plan, with what shows it',
    ),
    roles: holders,
    doneBy: ['InclusionChecked'],
    verdicts: noting,
    requirements: ['ALE-27'],
    asks: state =>
      state.phase === 'setting-up' && asksFor(state, 'inclusionChecklist') && notesOf(state, 'InclusionChecked') === 0
        ? partyNames(state).map(party => askOf(party))
        : [],
  },
  {
    kind: 'plan-relation-time',
    title: say('Prévoir vos jours pour la relation cette année', 'Plan your days for the relation this year'),
    roles: holders,
    doneBy: ['RelationTimePlanned'],
    verdicts: noting,
    requirements: ['MDM-29'],
    asks: timeUnplanned,
  },
  {
    kind: 'record-community-participation',
    title: say('Noter la part prise par la communauté à cette phase', 'Note the part that the community took in this phase'),
    roles: [...holders, 'country-team', 'community-leader'],
    doneBy: ['CommunityParticipationRecorded'],
    verdicts: noting,
    requirements: ['AGI-33'],
    asks: communityAsks,
  },
];
