import type { ByParty } from '../api/quality-rows.js';
import type { Session } from '../session.js';

/** Hundredths as people write a score: `3.4`, in French `3,4`. */
export const scoreIn = ({ terminal }: Session, hundredths: number): string =>
  new Intl.NumberFormat(terminal.language, { minimumFractionDigits: 1, maximumFractionDigits: 2 }).format(hundredths / 100);

/** The same with its sign: what has changed. */
export const changeIn = ({ terminal }: Session, hundredths: number | null): string =>
  hundredths === null
    ? ''
    : new Intl.NumberFormat(terminal.language, { minimumFractionDigits: 1, maximumFractionDigits: 2, signDisplay: 'exceptZero' }).format(
        hundredths / 100,
      );

/** `host 4.0, partner 5.0`: each party by itself, without the mean of all. */
export const partiesIn = (session: Session, scores: ByParty, write: (session: Session, value: number) => string): string =>
  Object.entries(scores)
    .filter(([party]) => party !== 'all')
    .map(([party, score]) => `${party} ${write(session, score)}`)
    .join(', ');

/** How often each score was given, from the lowest: `1×2 2×3 5×1`. */
export const spreadIn = ({ say }: Session, spread: Readonly<Record<string, number>> | 'not-stated'): string =>
  spread === 'not-stated'
    ? say('survey.notStated')
    : Object.entries(spread)
        .toSorted(([one], [other]) => Number(one) - Number(other))
        .map(([score, times]) => `${score}×${times}`)
        .join(' ');
