import { describeMistake } from './dossier/mistakes.js';
import { exitCodes } from './exit-codes.js';
import type { Trouble } from './failure.js';
import { listed } from './listed.js';
import { paint } from './terminal/paint.js';
import type { Terminal } from './terminal/terminal.js';
import type { Say } from './words/words.js';

function detailLines({ mistakes = [], fields = [], each = [] }: Trouble, { language }: Terminal): string[] {
  return [
    ...mistakes.map(mistake => describeMistake(mistake, language)),
    ...listed(
      each,
      text => text[language],
      ({ rule }) => rule,
    ).map(line => `  ${line}`),
    ...fields.map(({ pointer, expected }) => `  ${pointer === '' ? '/' : pointer}: ${expected[language]}`),
  ];
}

/** What happened, why (the rule), what to do next; for a machine the same as one JSON document. Answers the exit code. */
export function tellTrouble(trouble: Trouble, terminal: Terminal, say: Say, json: boolean): number {
  const { code } = exitCodes[trouble.exit];
  if (json) {
    const { what, rule, next, mistakes, fields, each } = trouble;
    const error = { exit: code, code: trouble.code ?? trouble.exit, rule, what, next, mistakes, fields, each };
    if (trouble.shown !== true) terminal.out(JSON.stringify({ error }, null, 2));
    return code;
  }
  const tone = paint(terminal);
  for (const line of detailLines({ ...trouble, fields: [], each: [] }, terminal)) terminal.err(line);
  const why = trouble.rule === undefined ? '' : ` (${say('trouble.rule', { rule: trouble.rule })})`;
  const what = trouble.each === undefined ? trouble.what : say('trouble.missing', { count: trouble.each.length });
  terminal.err(`${tone('bad', '✖')} ${what}${why}`);
  for (const line of detailLines({ ...trouble, mistakes: [] }, terminal)) terminal.err(line);
  if (trouble.next !== undefined && trouble.next.trim() !== '') terminal.err(`  ${say('trouble.next', { next: trouble.next })}`);
  return code;
}
