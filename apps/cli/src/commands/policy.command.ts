import { offeredTypes, resolvePolicy, type Charter } from '@palabre/charters';
import { Failure } from '../failure.js';
import { show, spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { charterNamed } from './charter-named.js';
import { argument, textOption, type CommandRow, type Typed } from './command-row.js';
import { partLines } from './policy-lines.js';
import { policyRows, type PolicyRow } from './policy-rows.js';

/** The rows of the part that the person asks for; all of them without one. */
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

/** The types of a charter by code and name, on one line. */
export const typesText = (session: Session, charter: Charter): string =>
  [...offeredTypes(charter)].map(([code, name]) => `${code} (${spoken(session, name)})`).join(', ');

async function policy(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const charter = charterNamed(session, argument(typed, 1));
  const resolution = resolvePolicy(charter, argument(typed, 0));
  if (!resolution.ok) {
    const { code, rule, reason } = resolution.refusal;
    const next = say('policy.otherTypes', { charter: charter.code, types: typesText(session, charter) });
    throw new Failure({ exit: 'bad-input', code, rule, what: spoken(session, reason), next });
  }
  const { type, typeName, charterHash } = resolution.policy;
  const rows = partsOf(session, typed, policyRows(charter, resolution.policy));
  const parts = [...new Set(rows.map(row => row.part))];
  const named = { type, charter: charter.code, name: spoken(session, typeName.value) };
  const ofPart = (part: string): PolicyRow[] => rows.filter(row => row.part === part);
  show(session, { charter: charter.code, charterHash, type, name: typeName.value, rows }, () => [
    paint(terminal)('strong', say('policy.title', named)),
    say('policy.default'),
    ...parts.flatMap(part => partLines(session, part, ofPart(part))),
    '',
    say('policy.more', { charter: argument(typed, 1) }),
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
