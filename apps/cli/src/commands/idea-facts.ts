import type { EstablishmentView } from '../api/file-parts.js';
import type { FileView } from '../api/reads.js';
import { spoken, type Session } from '../session.js';
import { outcomeWords } from '../words/fact-words.js';
import { natureWords } from '../words/idea-words.js';
import { dayOf } from './dates.js';
import { policyFor } from './file-policy.js';

type Fact = readonly [name: string, value: string | null];

/** Whole months from one instant to another. */
function monthsBetween(from: string, to: string): number {
  const [begun, now] = [new Date(from), new Date(to)];
  const months = (now.getUTCFullYear() - begun.getUTCFullYear()) * 12 + now.getUTCMonth() - begun.getUTCMonth();
  return now.getUTCDate() < begun.getUTCDate() ? months - 1 : months;
}

/** What a file tells of its first phase. */
export interface FirstPhase {
  readonly charter: string | null;
  readonly type: string;
  readonly begunAt: string | null;
  readonly now: string;
  readonly establishment: EstablishmentView | null;
}

/** Months at which the charter warns and asks to decide (PMP-60); null where the type has no first phase, or the charter is not known here. */
const horizonOf = ({ charter, type }: FirstPhase): { readonly warn: number; readonly decide: number } | null =>
  policyFor(charter, type)?.columns.firstPhaseMonths.value ?? null;

/** How long it has lasted beside what the charter sets, or what the parties decided on its outcome. */
export function firstPhaseText({ say, terminal }: Session, phase: FirstPhase): string | null {
  const horizon = horizonOf(phase);
  const { begunAt, now, establishment } = phase;
  if (horizon === null || begunAt === null) return null;
  if (establishment === null) return say('firstPhase.elapsed', { months: monthsBetween(begunAt, now), ...horizon });
  const words = outcomeWords[establishment.outcome];
  const named = words === undefined ? establishment.outcome : spoken({ terminal }, words);
  const { prolongedUntil } = establishment;
  const outcome = prolongedUntil === null ? named : say('firstPhase.until', { outcome: named, until: prolongedUntil });
  return say('firstPhase.decided', { on: dayOf(establishment.at), outcome });
}

/** What the idea says of itself (HFA-05, HFA-06, HFA-11): its nature, the people it is for, the goals that it serves. */
export function ideaFacts(session: Session, file: FileView): readonly Fact[] {
  const { say } = session;
  const { head, now, frame } = file;
  const { natures = [], goals = [], peopleConcerned, project } = head.idea ?? {};
  const begunAt = head.phases[0]?.since ?? null;
  const firstPhase = { charter: head.charter, type: head.type, begunAt, now, establishment: frame?.establishment ?? null };
  const named = natures.map(one => {
    const words = natureWords[one];
    return words === undefined ? one : spoken(session, words);
  });
  return [
    [say('show.natures'), named.join(', ') || null],
    [say('show.population'), project?.population ?? peopleConcerned ?? null],
    [say('show.goals'), goals.length === 0 ? null : say('show.agenda', { goals: goals.join(', ') })],
    [say('show.firstPhase'), firstPhaseText(session, firstPhase)],
  ];
}
