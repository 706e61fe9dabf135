import type { ReflectionRow } from '../api/coverage-rows.js';
import type { Session } from '../session.js';
import type { WordKey } from '../words/words.js';
import type { Column } from './list-noun.js';
import { scoreIn } from './score.js';

const phaseIn = ({ say }: Session, phase: string): string => say(`phase.${phase}` as WordKey);

const positionIn = ({ say }: Session, position: string): string => say(`position.${position}` as 'position.leading');

/** Where a party stood the time before, and in which phase: what has changed is read across the row (MDM-82). */
function beforeIn(session: Session, { before = null }: ReflectionRow): string {
  if (before === null) return '';
  return session.say('reflection.before', { position: positionIn(session, before.position), phase: phaseIn(session, before.phase) });
}

export const reflectionColumns: readonly Column<ReflectionRow>[] = [
  { heading: 'col.phase', cell: ({ phase }, session) => phaseIn(session, phase) },
  { heading: 'col.place', cell: ({ place }, { say }) => say(`reflection.${place}`) },
  { heading: 'col.party', cell: ({ party }) => party },
  { heading: 'col.stands', cell: ({ position }, session) => (position === undefined ? '' : positionIn(session, position)) },
  { heading: 'col.stoodBefore', cell: (row, session) => beforeIn(session, row) },
  {
    heading: 'col.scores',
    cell: ({ scores }, session) =>
      Object.entries(scores)
        .map(([question, score]) => `${question} ${scoreIn(session, score)}`)
        .join(', '),
  },
];
