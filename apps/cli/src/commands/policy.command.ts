import { resolvePolicy } from '@palabre/charters';
import { Failure } from '../failure.js';
import { show, spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines } from '../terminal/table.js';
import { charterNamed } from './charter-named.js';
import { argument, textOption, type CommandRow, type Typed } from './command-row.js';
import { policyRows, valueText, type PolicyRow } from './policy-rows.js';

function partsOf({ say }: Session, typed: Typed, rows: readonly PolicyRow[]): readonly PolicyRow[] {
  const part = textOption(typed, 'part');
  if (part === null) return rows;
  const found = rows.filter(row => row.part === part);
  if (found.length > 0) return found;
  const expected = [...new Set(rows.map(row => row.part))].join(', ');
  throw new Failure({
    exit: 'bad-input',
    what: say('trouble.badValue', { value: part, name: '--part' }),
    next: say('trouble.expected', { expected }),
  });
}

function partLines(session: Session, part: string, rows: readonly PolicyRow[]): string[] {
  const { say, terminal } = session;
  const headings = [part, say('col.value'), say('col.setBy'), say('col.source')];
  const cells = rows.map(row => [row.name, valueText(row.value), say(`setBy.${row.setBy}`), row.source.join(', ')]);
  return ['', ...tableLines(terminal, headings, cells)];
}

async function policy(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const charter = charterNamed(session, argument(typed, 1));
  const resolution = resolvePolicy(charter, argument(typed, 0));
  if (!resolution.ok) {
    const { code, rule, reason } = resolution.refusal;
    throw new Failure({ exit: 'bad-input', code, rule, what: spoken(session, reason), next: say('trouble.noPolicyNext') });
  }
  const { type, typeName, charterHash } = resolution.policy;
  const rows = partsOf(session, typed, policyRows(resolution.policy));
  const parts = [...new Set(rows.map(row => row.part))];
  const named = { type, charter: charter.code, name: spoken(session, typeName.value) };
  show(session, { charter: charter.code, charterHash, type, name: typeName.value, rows }, () => [
    paint(terminal)('strong', say('policy.title', named)),
    say('policy.default'),
    ...parts.flatMap(part =>
      partLines(
        session,
        part,
        rows.filter(row => row.part === part),
      ),
    ),
  ]);
}

export const policyCommands: readonly CommandRow[] = [
  {
    name: 'policy',
    args: ['<type>', '<charter>'],
    says: 'help.policy',
    options: [{ flags: '--part <part>', says: 'option.part' }],
    example: 'palabre policy OP mdm --part gates',
    run: policy,
  },
];
