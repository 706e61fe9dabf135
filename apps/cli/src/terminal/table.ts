import { paint } from './paint.js';
import type { Terminal } from './terminal.js';

const gap = '  ';

const cut = (text: string, width: number): string => (text.length <= width ? text : `${text.slice(0, Math.max(width - 1, 1))}…`);

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Lines of a table with its headings. Columns are as wide as their longest cell; on a terminal the last column is cut
 * where the window ends, in a file nothing is cut.
 */
export function tableLines(terminal: Terminal, headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map(row => row.map(flat));
  const widths = headings.map((heading, at) => Math.max(heading.length, ...cells.map(row => (row[at] ?? '').length)));
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + gap.length, 0);
  const last = terminal.columns === null ? Infinity : Math.max(terminal.columns - before, 12);
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === headings.length - 1 ? cut(cell, last) : cell.padEnd(widths[at] ?? 0)))
      .join(gap)
      .trimEnd();
  return [paint(terminal)('dim', lineOf(headings)), ...cells.map(lineOf)];
}

/** Lines `name  value`, names aligned. Pairs without a value are left out. */
export function factLines(terminal: Terminal, facts: readonly (readonly [name: string, value: string | null])[]): string[] {
  const told = facts.filter((fact): fact is readonly [string, string] => fact[1] !== null);
  const width = Math.max(0, ...told.map(([name]) => name.length));
  return told.map(([name, value]) => `${paint(terminal)('dim', name.padEnd(width))}${gap}${value}`);
}

/** A long text in pieces of at most `width` characters, broken between words; a longer word stays whole. */
function wrapped(text: string, width: number): string[] {
  const pieces: string[] = [];
  for (const word of flat(text).split(' ')) {
    const last = pieces.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) pieces.push(word);
    else pieces[pieces.length - 1] = `${last} ${word}`;
  }
  return pieces;
}

/** A row whose cells hold at most `width` characters a line: what is longer goes on in further rows. */
export function tallRow(cells: readonly string[], width: number): string[][] {
  const columns = cells.map(cell => wrapped(cell, width));
  const height = Math.max(...columns.map(lines => lines.length));
  return Array.from({ length: height }, (_, at) => columns.map(lines => lines[at] ?? ''));
}
