import { Lexer, Parser } from 'yaml';

/**
 * What a file may look like before the parser is let loose on it. The parser calls itself for each level of nesting, for
 * each mark at the start of a line and for each empty line; near the end of the stack V8 does not throw but ends the
 * process. So these are bounded first: a charter has some 60,000 signs, lines of 150 and seven levels.
 */
export const limits = { signs: 500_000, signsInLine: 2_000, emptyLinesInARow: 500, levels: 60 } as const;

/** A limit that the text goes over, and the line on which it does; `found` is the figure or the place. */
export interface Excess {
  readonly code: 'TOO_LONG' | 'LINE_TOO_LONG' | 'TOO_MANY_EMPTY_LINES' | 'TOO_DEEP';
  readonly line: number;
  readonly found: string;
}

/** Every line ending that YAML or the parser knows. */
const lineEnds = /\r\n|\n|\r/;

function excessOfLines(text: string): Excess | null {
  let empty = 0;
  for (const [index, row] of text.split(lineEnds).entries()) {
    if (row.length > limits.signsInLine) return { code: 'LINE_TOO_LONG', line: index + 1, found: String(row.length) };
    const first = row.trimStart()[0];
    empty = first === undefined || first === '#' ? empty + 1 : 0;
    if (empty > limits.emptyLinesInARow) return { code: 'TOO_MANY_EMPTY_LINES', line: index + 1, found: String(empty) };
  }
  return null;
}

/** Reads the marks without building anything, and stops where they nest too deep. */
function excessOfLevels(text: string): Excess | null {
  let line = 1;
  const parser = new Parser(() => (line += 1));
  for (const lexeme of new Lexer().lex(text)) {
    const levels = [...parser.next(lexeme)].length + parser.stack.length;
    if (levels > limits.levels) return { code: 'TOO_DEEP', line, found: String(levels) };
  }
  return null;
}

/** The first limit that a text goes over, or null when the parser may read it. */
export function excessOf(text: string): Excess | null {
  if (text.length > limits.signs) return { code: 'TOO_LONG', line: 1, found: String(text.length) };
  return excessOfLines(text) ?? excessOfLevels(text);
}
