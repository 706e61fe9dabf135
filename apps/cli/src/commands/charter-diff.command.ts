import { charterDifferences } from '@palabre/charters';
import { Failure } from '../failure.js';
import { show, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { changeLines } from './charter-change-lines.js';
import { charterChanges } from './charter-changes.js';
import { charterNamed } from './charter-named.js';
import { argument, flagOption, textOption, type CommandRow, type Typed } from './command-row.js';

async function diff(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const [before, after] = [charterNamed(session, argument(typed, 0)), charterNamed(session, argument(typed, 1))];
  const asked = textOption(typed, 'part');
  const inPart = ({ part }: { readonly part: string }): boolean => asked === null || part === asked;
  const all = charterDifferences(before, after);
  if (asked !== null && !Object.hasOwn(before.content, asked) && !Object.hasOwn(after.content, asked)) {
    const next = say('trouble.expected', { expected: [...new Set(all.map(one => one.part))].join(', ') });
    throw new Failure({ exit: 'bad-input', what: say('trouble.badValue', { value: asked, name: '--part' }), next });
  }
  const changes = charterChanges(before, after, { sources: flagOption(typed, 'sources') }).filter(inPart);
  const parts = [...new Set(changes.map(one => one.part))];
  const edition = ({ code, hash }: typeof before) => ({ code, hash });
  show(session, { before: edition(before), after: edition(after), differences: all.filter(inPart) }, () => [
    paint(terminal)('strong', say('diff.title', { before: before.code, after: after.code, count: changes.length })),
    ...(changes.length === 0 && all.some(inPart) ? [say('diff.sourcesOnly', { count: all.filter(inPart).length })] : []),
    ...parts.flatMap(part =>
      changeLines(
        session,
        after,
        part,
        changes.filter(one => one.part === part),
      ),
    ),
  ]);
}

export const charterDiffCommands: readonly CommandRow[] = [
  {
    name: 'charters diff',
    args: ['<before>', '<after>'],
    says: 'help.chartersDiff',
    options: [
      { flags: '--part <part>', says: 'option.diffPart' },
      { flags: '--sources', says: 'option.diffSources' },
    ],
    example: 'palabre charters diff mdm charter.yaml --part gates',
    run: diff,
  },
];
