import { loadCharter } from '@palabre/charters';
import { Failure } from '../failure.js';
import { show, spoken, textOf, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { factLines } from '../terminal/table.js';
import { argument, type CommandRow, type Typed } from './command-row.js';

async function check(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const file = argument(typed, 0);
  textOf(file, say);
  const loading = loadCharter(file);
  if (!loading.ok) {
    const { mistakes } = loading;
    throw new Failure({
      exit: 'bad-input',
      what: say('mistakes.found', { count: mistakes.length, file }),
      next: say('mistakes.correct'),
      mistakes,
    });
  }
  const { code, hash, content } = loading.charter;
  const result = {
    file,
    code,
    hash,
    name: content.charter.name,
    types: content.typology === 'not-stated' ? [] : content.typology.items.map(item => item.code),
  };
  show(session, result, () => [
    paint(terminal)('good', say('charter.right', { file })),
    ...factLines(terminal, [
      [say('col.code'), code],
      [say('col.title'), spoken(session, content.charter.name)],
      [say('col.types'), result.types.join(', ')],
      [say('show.hash'), hash],
    ]),
  ]);
}

export const charterCommands: readonly CommandRow[] = [
  {
    name: 'charters check',
    args: ['<file>'],
    says: 'help.chartersCheck',
    options: [],
    example: 'palabre charters check charter.yaml',
    run: check,
  },
];
