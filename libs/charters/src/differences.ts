import { textDifferences, type Difference } from '@palabre/contracts';
import type { Charter } from './load/load.js';

/** One thing that differs between two charters, or two editions of one: in which part, which clause, which field. */
export interface CharterDifference {
  readonly part: string;
  /** Code of the clause, question, gate or switch; empty for what stands in the part itself. */
  readonly clause: string;
  readonly field: string;
  readonly change: Difference['change'];
  readonly before: unknown;
  readonly after: unknown;
}

/** Levels of a file that group clauses and are none themselves. */
const groups = [
  'items',
  'due_diligence',
  'annual_review',
  'stage_reflection',
  'self_assessment',
  'closing',
  'trust_pulse',
  'team_review',
  'survey',
  'questions',
];

function placed({ at, change, before, after }: Difference): CharterDifference {
  const [part = '', ...rest] = at;
  const depth = rest.findIndex(key => !groups.includes(key));
  const clause = depth === -1 ? '' : (rest[depth] ?? '');
  const field = depth === -1 ? rest.join('.') : rest.slice(depth + 1).join('.');
  return { part, clause, field, change, before: before ?? null, after: after ?? null };
}

/** Clause by clause what a second charter says otherwise than a first; two equal charters differ in nothing. */
export const charterDifferences = (before: Charter, after: Charter): readonly CharterDifference[] =>
  textDifferences(before.content, after.content).map(placed);
