import type { EventAttributes, EventData } from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { journalKinds, type JournalKind } from './kinds.js';
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
  /** A decision noted by another party answers what was reported to it. */
  DecisionRecorded: (journal, { party }) => ({ contextChanges: journal.contextChanges.filter(change => change.party === party) }),
};

const evolverFor =
  (kind: JournalKind) =>
  (state: PartnershipState, data: unknown, attributes: EventAttributes): PartnershipState => {
    const kept = (
      keeps[kind] as ((journal: JournalSlice, data: unknown, attributes: EventAttributes) => Partial<JournalSlice>) | undefined
    )?.(state.journal, data, attributes);
    return withJournal(state, { counts: oneMore(state.journal.counts, kind), ...kept });
  };

export const journalEvolvers: Evolvers = Object.fromEntries(journalKinds.map(kind => [kind, evolverFor(kind)]));
