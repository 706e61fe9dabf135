import { events, eventTypes, type EventData, type EventType, type ExchangeNature } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';

/** One thing counted: what, for which party (empty: all together), how much; `on` when the fact has a day of its own. */
export interface Count {
  readonly measure: string;
  readonly party: string;
  readonly amount: number;
  readonly on?: string;
}

export const all = '';

export const one = (measure: string, party: string = all, on?: string): Count => ({
  measure,
  party,
  amount: 1,
  ...(on !== undefined && { on }),
});

const some = (measure: string, party: string, amount: number, on?: string): readonly Count[] =>
  amount > 0 ? [{ measure, party, amount, ...(on !== undefined && { on }) }] : [];

type Counter<T extends EventType> = (event: LedgerEvent<T>) => readonly Count[];

type Counters = { readonly [T in EventType]?: Counter<T> };

/** What an exchange is about, where its name says so; any other says it itself (MDM-13). */
export const natureByName: Readonly<Partial<Record<EventType, ExchangeNature>>> = {
  BudgetProposed: 'money',
  BudgetContested: 'money',
  FundTransferRequested: 'money',
  FundTransferCompleted: 'money',
  ExpenditureJustified: 'money',
  PlanningMeetingHeld: 'technical',
  StatusPointRecorded: 'technical',
  LearningShared: 'learning',
  PeerSessionHeld: 'learning',
  LessonsLearnedRecorded: 'learning',
  KnowledgeItemShared: 'learning',
  VoiceActionTaken: 'advocacy',
  AdvocacyActionTaken: 'advocacy',
  IntroductionHeld: 'relational',
  StepVictoryShared: 'relational',
};

const untagged = 'untagged';

interface Tagged {
  readonly nature?: ExchangeNature | undefined;
  readonly on?: string;
  readonly heldOn?: string;
}

/** Events that are exchanges: by their name, or because they carry a tag. */
const tagged: readonly EventType[] = ['ExchangeNoted', 'PalaverMessagePosted', 'ContactHeld', 'MeetingHeld'];

function exchange({ type, attributes, data }: LedgerEvent): readonly Count[] {
  if (!tagged.includes(type) && natureByName[type] === undefined) return [];
  const { nature = natureByName[type], on, heldOn } = data as Tagged;
  return [one(`exchange/${nature ?? untagged}`, attributes.party, on ?? heldOn)];
}

type Held = EventData<'PlanningMeetingHeld'>;

const presence = ({ presence: there, heldOn }: Held): readonly Count[] =>
  there === undefined
    ? []
    : [
        one('presence/told', all, heldOn),
        ...some('presence/most-affected', all, there.mostAffected, heldOn),
        ...some('presence/with-disabilities', all, there.withDisabilities, heldOn),
      ];

/** What every meeting counts: who came, who spoke, what was needed and done so that all could take part. */
const met = (held: Held, occasion: 'planned' | 'crisis'): readonly Count[] => [
  one('meeting/held', all, held.heldOn),
  one(`meeting/${held.occasion ?? occasion}`, all, held.heldOn),
  ...held.attendance.filter(({ people }) => people > 0).map(({ party }) => one('meeting/attended', party, held.heldOn)),
  ...(held.turns ?? []).flatMap(({ party, turns }) => some('turn', party, turns, held.heldOn)),
  ...some('access/needs', all, (held.needs ?? []).length, held.heldOn),
  ...some('access/measures', all, (held.access ?? []).length, held.heldOn),
  ...presence(held),
];

const planned = ({ data }: { readonly data: Held }): readonly Count[] => met(data, 'planned');

const agreedBy = ({ data }: { readonly data: { readonly acceptedBy: readonly string[] } }): readonly Count[] =>
  data.acceptedBy.map(party => one('decision/taken', party));

const learned = ({ data }: LedgerEvent<'LearningShared'> | LedgerEvent<'ExchangeNoted'>): readonly Count[] => [
  ...(data.axis === undefined ? [] : [one(`axis/${data.axis}`, all, data.on)]),
  ...(data.practice === undefined ? [] : [one(`practice/${data.axis ?? untagged}`, all, data.on)]),
];

const owed = ({ data }: LedgerEvent<'CommitmentMade'> | LedgerEvent<'AdjustmentAgreed'>): readonly Count[] => [
  one('commitment/owed', data.owedBy),
];

const counters: Counters = {
  VoteCast: ({ data }) => [one('vote', data.party)],
  PalaverMessagePosted: ({ data }) => [one('turn', data.party)],
  IntroductionHeld: planned,
  PlanningMeetingHeld: planned,
  ClosingConversationHeld: planned,
  MeetingHeld: ({ data }) => [
    ...met(data, data.purpose === 'mediation' ? 'crisis' : 'planned'),
    ...(data.takesBack === undefined ? [] : [{ ...one('meeting/missed', all, data.takesBack), amount: -1 }]),
  ],
  MeetingMissed: ({ data }) => [one('meeting/missed', all, data.slot)],
  TasksOpened: ({ data }) => some('answer/asked', all, data.tasks.filter(task => task.dueAt !== null).length),
  TaskOverdue: () => [one('answer/late')],
  StakeholderIdentified: ({ data }) => [
    ...some('access/needs', all, (data.accessNeeds ?? []).length, data.on),
    ...some('access/measures', all, (data.accessMeasures ?? []).length, data.on),
  ],
  ChallengeRaised: ({ data }) => [one('challenge/raised', data.party)],
  ChallengeResolved: ({ data }) => [one('challenge/resolved', data.party)],
  JointDecisionProposed: ({ data }) => [one('decision/proposed', data.party)],
  ChangeProposed: ({ data }) => [one('decision/proposed', data.party)],
  JointDecisionTaken: agreedBy,
  ChangeAgreed: event => [...agreedBy(event), one('change')],
  ScopeChanged: event => [...agreedBy(event), one('change')],
  PolicyOverrideAgreed: agreedBy,
  ExternalReleaseApproved: agreedBy,
  DecisionRecorded: ({ data }) => [one('decision/alone', data.party, data.on)],
  QuestionsAsked: ({ data }) => [{ measure: 'burden/questions', party: data.to, amount: data.questions.length }],
  FormAnswered: ({ data }) => [one('burden/forms', data.party)],
  CommitmentMade: owed,
  AdjustmentAgreed: owed,
  CommitmentKept: () => [one('result/kept')],
  MilestoneReached: () => [one('result/kept')],
  DeliverableAccepted: () => [one('result/kept')],
  CommitmentOverdue: () => [one('result/late')],
  MilestoneMissed: () => [one('result/late')],
  CommitmentBreachRecorded: () => [one('result/breached')],
  VoiceActionTaken: ({ data }) => [
    one('voice/action', all, data.on),
    ...[...new Set(data.spoke)].map(party => one('voice/spoke', party, data.on)),
  ],
  LearningShared: learned,
  ExchangeNoted: learned,
  PartnerConnectionMade: ({ data }) => [one(`connection/${data.context ?? untagged}`, all, data.on)],
  InitiativeBorn: ({ data }) => [one('initiative', all, data.on)],
};

/** Texts that were agreed are decisions too, taken by those who accepted them. */
const agreedTexts = eventTypes.filter(type => {
  const { mechanism, data } = events[type];
  return mechanism === 'text' && 'shape' in data && 'acceptedBy' in data.shape;
});

/** Events of which something is counted. */
export const countedTypes = [
  ...new Set([...Object.keys(counters), ...tagged, ...Object.keys(natureByName), ...agreedTexts]),
] as readonly EventType[];

/** Everything that one event adds to the counts. */
export function countsOf(event: LedgerEvent): readonly Count[] {
  const counter = counters[event.type] as Counter<EventType> | undefined;
  const texts = agreedTexts.includes(event.type) ? agreedBy(event as LedgerEvent<'TextAgreed'>) : [];
  return [...exchange(event), ...texts, ...(counter?.(event) ?? [])];
}
