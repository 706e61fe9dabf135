import type { FormAnswers } from '@palabre/contracts';
import type { ByParty, ReviewRow } from '../api/quality-rows.js';
import type { FileView } from '../api/reads.js';
import type { Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { dayOf } from './dates.js';
import type { PartyNames } from './party-names.js';

/* What the file tells of its reviews beside their scores: the one that is open, and the two sides of a pair. */

type Round = NonNullable<FileView['forms']>['rounds'][number];

const reviewRounds = ({ forms }: Pick<FileView, 'forms'>): readonly Round[] =>
  (forms?.rounds ?? []).filter(({ form }) => form === 'annual-review');

const isPair = (answer: FormAnswers[string]): answer is [number, number] => Array.isArray(answer);

const mean = (scores: readonly number[]): number => Math.round((scores.reduce((sum, score) => sum + score, 0) * 100) / scores.length);

/** One place of every pair that was scored, by party and for all; null where the review asks for no pair. */
function placeOfPairs({ revealed }: Round, place: 0 | 1): ByParty | null {
  const scores = (revealed ?? []).flatMap(({ party, answers }) => {
    const pairs = Object.values(answers).filter(isPair);
    return pairs.length === 0 ? [] : [{ party, scores: pairs.map(pair => pair[place]) }];
  });
  if (scores.length === 0) return null;
  return { ...Object.fromEntries(scores.map(one => [one.party, mean(one.scores)])), all: mean(scores.flatMap(one => one.scores)) };
}

const pairMeasures = { pleasure: 0, efficiency: 1 } as const;

/** Pleasure and efficiency beside the measures of each review, and what changed since the one before (MDM-85). */
export function withPairs(reviews: readonly ReviewRow[], file: Pick<FileView, 'forms'>): readonly ReviewRow[] {
  const rounds = new Map(reviewRounds(file).map(one => [one.round, one]));
  const scored = (round: number, place: 0 | 1): ByParty | null => {
    const known = rounds.get(round);
    return known === undefined ? null : placeOfPairs(known, place);
  };
  return reviews.map(review => {
    const told = Object.entries(pairMeasures).flatMap(([measure, place]) => {
      const now = scored(review.round, place);
      return now === null ? [] : [{ measure, now, before: scored(review.round - 1, place) }];
    });
    const changes = told.flatMap(({ measure, now, before }) =>
      before === null ? [] : [[measure, { all: (now['all'] ?? 0) - (before['all'] ?? 0) }]],
    );
    return {
      ...review,
      measures: { ...review.measures, ...Object.fromEntries(told.map(({ measure, now }) => [measure, now])) },
      trend: review.trend === null && changes.length === 0 ? null : { ...review.trend, ...Object.fromEntries(changes) },
    };
  });
}

/** The review that is open, and whom it waits for; nothing where none is. */
export function openReviewLines({ say, terminal }: Session, file: FileView, names: PartyNames): string[] {
  const { head, parties } = file;
  if (head.phase !== 'annual-review') return [];
  const opened = head.phases.filter(({ phase }) => phase === 'annual-review');
  const rounds = reviewRounds(file);
  const title = paint(terminal)('strong', say('review.open', { since: dayOf(opened.at(-1)?.since ?? null) }));
  if (rounds.filter(({ revealed }) => revealed !== null).length >= opened.length) return [title, say('review.revealed', { id: file.id })];
  const answered = (rounds.find(({ revealed }) => revealed === null)?.answeredBy ?? []).map(({ party }) => party);
  const silent = (parties?.parties ?? []).map(({ party }) => party).filter(party => !answered.includes(party));
  return [
    title,
    ...(answered.length === 0 ? [] : [say('review.answered', { parties: answered.map(names).join(', ') })]),
    say('review.awaited', { parties: silent.map(names).join(', '), id: file.id }),
  ];
}
