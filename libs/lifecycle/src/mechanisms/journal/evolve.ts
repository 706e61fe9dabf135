import type { EventAttributes, EventData } from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { otherParties } from '../parties/questions.js';
import { contentRead } from '../text/evolve.js';
import { activityHeld, isActivity } from './joint-activities.js';
import { journalKinds, type JournalKind } from './kinds.js';
import { keptOfParty } from './party-keeps.js';
import { relationKeeps } from './relation-keeps.js';
import type { RelationSlice } from './relation-slice.js';
import type { JournalSlice } from './slice.js';

const withJournal = (state: PartnershipState, change: Partial<JournalSlice>): PartnershipState => ({
  ...state,
  journal: { ...state.journal, ...change },
});

const oneMore = (counts: Readonly<Record<string, number>>, key: string): Readonly<Record<string, number>> => ({
  ...counts,
  [key]: (counts[key] ?? 0) + 1,
});

/** What a kind keeps beyond being counted. */
type Keeps<K extends JournalKind> = (journal: JournalSlice, data: EventData<K>, attributes: EventAttributes) => Partial<JournalSlice>;

const keeps: { readonly [K in JournalKind]?: Keeps<K> } = {
  StakeholderIdentified: (journal, { category, sector }) => ({
    categories: oneMore(journal.categories, category),
    sectors: oneMore(journal.sectors, sector),
  }),
  StakeholderListDeclaredEmpty: (journal, { category }) => ({ declaredEmpty: [...new Set([...journal.declaredEmpty, category])] }),
  LearningShared: (journal, data) => ({ learnedFrom: oneMore(journal.learnedFrom, data.learnedFrom) }),
  StepVictoryShared: (journal, { certain }) => ({ uncertainVictories: journal.uncertainVictories + (certain ? 0 : 1) }),
  ContextChangeReported: (journal, { party }, attributes) => ({
    contextChanges: [...journal.contextChanges, { event: attributes.id, party, at: attributes.factat }],
  }),
  StrengthNamed: ({ strengths }, { strength, of }) =>
    strengths.some(one => one.strength === strength) ? {} : { strengths: [...strengths, { strength, of, used: false }] },
  StrengthLinked: ({ strengths }, { strength }) => ({
    strengths: strengths.map(one => (one.strength === strength ? { ...one, used: true } : one)),
  }),
  PartnerConnectionMade: ({ connections }, { connection }) =>
    connection === undefined ? {} : { connections: [...connections, connection] },
  /** A decision noted by another party answers what was reported to it. */
  DecisionRecorded: (journal, { party }) => ({ contextChanges: journal.contextChanges.filter(change => change.party === party) }),
};

/** What a note says to another mechanism. A report that was sent waits for every other party to say that it arrived (HFA-35). */
function saidElsewhere(state: PartnershipState, kind: JournalKind, data: unknown): PartnershipState {
  if (kind === 'AgreementContentRead') return contentRead(state, data as EventData<'AgreementContentRead'>);
  if (kind !== 'ReportsTransmitted') return state;
  const { party, hash } = data as EventData<'ReportsTransmitted'>;
  return hash === undefined ? state : withJournal(state, { transmitted: { hash, awaits: otherParties(state, party) } });
}

type AnyRelationKeeps = (
  relation: RelationSlice,
  data: unknown,
  attributes: EventAttributes,
  state: PartnershipState,
) => Partial<RelationSlice>;

/** What a note keeps of the relation, where its kind is one about it. */
function withRelation(kind: JournalKind, state: PartnershipState, data: unknown, attributes: EventAttributes): Partial<JournalSlice> {
  const kept = relationKeeps[kind] as AnyRelationKeeps | undefined;
  const { relation } = state.journal;
  return kept === undefined ? {} : { relation: { ...relation, ...kept(relation, data, attributes, state) } };
}

const evolverFor =
  (kind: JournalKind) =>
  (state: PartnershipState, data: unknown, attributes: EventAttributes): PartnershipState => {
    const kept = (
      keeps[kind] as ((journal: JournalSlice, data: unknown, attributes: EventAttributes) => Partial<JournalSlice>) | undefined
    )?.(state.journal, data, attributes);
    const ofParty = keptOfParty(state.journal, kind, data, attributes);
    return saidElsewhere(
      withJournal(state, {
        counts: oneMore(state.journal.counts, kind),
        ...withRelation(kind, state, data, attributes),
        ...kept,
        ...ofParty,
        ...(isActivity(kind) ? activityHeld(state.journal, kind, data as EventData<'DesignSessionHeld'>) : {}),
      }),
      kind,
      data,
    );
  };

export const journalEvolvers: Evolvers = Object.fromEntries(journalKinds.map(kind => [kind, evolverFor(kind)]));
