import { charterDifferences, type CharterDifference } from '@palabre/charters';
import { Failure } from '../failure.js';
import { show, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines } from '../terminal/table.js';
import { charterNamed } from './charter-named.js';
import { argument, textOption, type CommandRow, type Typed } from './command-row.js';

const longest = 60;

/** A value on one line: text as it is, the rest as JSON, cut where a line would not be read any more. */
function onOneLine(value: unknown): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

function partLines(session: Session, part: string, rows: readonly CharterDifference[]): string[] {
  const { say, terminal } = session;
  const cells = rows.map(({ clause, field, change, before, after }) => [
    [clause, field].filter(name => name !== '').join(' · '),
    say(`diff.${change}`),
    onOneLine(before),
    onOneLine(after),
  ]);
  const headings = [part, say('diff.change'), say('diff.before'), say('diff.after')];
  return ['', ...tableLines(terminal, headings, cells)];
}

async function diff(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const [before, after] = [charterNamed(session, argument(typed, 0)), charterNamed(session, argument(typed, 1))];
  const all = charterDifferences(before, after);
  const asked = textOption(typed, 'part');
  const parts = [...new Set(all.map(one => one.part))];
  if (asked !== null && !Object.hasOwn(before.content, asked) && !Object.hasOwn(after.content, asked)) {
    const next = say('trouble.expected', { expected: parts.join(', ') });
    throw new Failure({ exit: 'bad-input', what: say('trouble.badValue', { value: asked, name: '--part' }), next });
  }
  const rows = asked === null ? all : all.filter(one => one.part === asked);
  const edition = ({ code, hash }: typeof before) => ({ code, hash });
  show(session, { before: edition(before), after: edition(after), differences: rows }, () => [
    paint(terminal)('strong', say('diff.title', { before: before.code, after: after.code, count: rows.length })),
    ...parts.flatMap(part => {
      const inPart = rows.filter(one => one.part === part);
      return inPart.length === 0 ? [] : partLines(session, part, inPart);
    }),
  ]);
}

export const charterDiffCommands: readonly CommandRow[] = [
  {
    name: 'charters diff',
    args: ['<before>', '<after>'],
    says: 'help.chartersDiff',
    options: [{ flags: '--part <part>', says: 'option.part' }],
    example: 'palabre charters diff mdm charter.yaml --part gates',
    run: diff,
  },
];
