import { calendarDeciders } from '../mechanisms/calendar/index.js';
import type { OwnedStream } from '../streams/owned-tables.js';
import { consultingDeciders, validatingDeciders } from './consulting.js';
import { draftingDeciders } from './drafting.js';
import { editionDeciders, externalDeciders } from './editions.js';
import { charterEvolvers } from './evolve.js';
import { emptyCharter, type CharterState } from './state.js';
import { charterDeadlines, charterTasks } from './waits.js';

/**
 * A charter on its way: a group drafts its clauses, every body is consulted and its silence told, the committee
 * validates clause by clause; loaded, an edition is known by its content hash and changes by revision alone.
 */
export const charter: OwnedStream<'charter', CharterState> = {
  kind: 'charter',
  empty: emptyCharter,
  deciders: {
    ...calendarDeciders,
    ...draftingDeciders,
    ...consultingDeciders,
    ...validatingDeciders,
    ...editionDeciders,
    ...externalDeciders,
  },
  evolvers: charterEvolvers,
  tasks: charterTasks,
  deadlines: charterDeadlines,
  toldUnder: ({ id, inForce }) => (inForce === null ? null : { charter: id, charterHash: inForce.contentHash }),
  anonymous: [],
  keepsAside: {},
  shown: state => state,
};
