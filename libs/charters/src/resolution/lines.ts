import { notStated, type CharterLine } from '../schema/parts.js';
import { resolved, type ResolvedLine } from './resolved.js';
import type { Rulebook } from './rulebook.js';

function resolveLine(book: Rulebook, line: CharterLine): ResolvedLine {
  const key = `${book.charter.code}:lines.${line.code}`;
  const value = {
    code: line.code,
    colour: line.colour,
    name: line.name,
    suspendsWhenAlleged: line.suspends_when_alleged.value,
    whenConfirmed: line.consequence.value,
    protected: line.protected.value,
    ...(line.examines && { examines: line.examines.value }),
  };
  return {
    ...resolved('charter', key, { value, source: line.source }),
    effects: {
      consequence: resolved('charter', `${key}.consequence`, line.consequence),
      suspendsWhenAlleged: resolved('charter', `${key}.suspends_when_alleged`, line.suspends_when_alleged),
      protected: resolved('charter', `${key}.protected`, line.protected),
      ...(line.examines && { examines: resolved('charter', `${key}.examines`, line.examines) }),
    },
  };
}

/** The charter's lines, red and orange; none when its document is silent. A retired line is no longer asked. */
export function resolveLines(book: Rulebook): ResolvedLine[] {
  const { lines } = book.charter.content;
  if (lines === notStated || lines.status === 'retired') return [];
  return lines.items.filter(line => line.status !== 'retired').map(line => resolveLine(book, line));
}
