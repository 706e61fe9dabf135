import { builtInCharter, builtInCharterCodes, charters, loadCharter, offeredTypes, type Charter } from '@palabre/charters';
import { existsSync } from 'node:fs';
import { Failure } from '../failure.js';
import { show, spoken, textOf, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { factLines, tableLines } from '../terminal/table.js';
import { charterNamed } from './charter-named.js';
import { charterPartLines, charterParts } from './charter-parts.js';
import { argument, flagOption, textOption, type CommandRow, type Typed } from './command-row.js';
import { showing } from './noun-requests.js';
import { typesText } from './policy.command.js';

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
  const result = { file, code, hash, name: content.charter.name, types: [...offeredTypes(loading.charter).keys()] };
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

/** Signs of an edition by which people tell it from another. */
const shortHash = 12;

const dated = ({ say }: Session, { content }: Charter): string => {
  const { title, date } = content.charter.document;
  return date === 'not-stated' ? title : say('charter.dated', { title, on: date });
};

async function list(session: Session): Promise<void> {
  const { say, terminal } = session;
  const all = [...charters().values()];
  const row = (charter: Charter) => ({
    code: charter.code,
    hash: charter.hash,
    name: charter.content.charter.name,
    document: charter.content.charter.document,
    by: charter.content.charter.validation?.body ?? null,
    types: [...offeredTypes(charter).keys()],
  });
  show(session, all.map(row), () => [
    ...tableLines(
      terminal,
      [say('col.code'), say('charter.name'), say('charter.types'), say('charter.document'), say('charter.edition')],
      all.map(charter => [
        charter.code,
        spoken(session, charter.content.charter.name),
        [...offeredTypes(charter).keys()].join(', '),
        dated(session, charter),
        charter.hash.slice(0, shortHash),
      ]),
    ),
    '',
    say('charters.more', { code: builtInCharterCodes[0] }),
  ]);
}

/** Who the charter is, and for whom. */
function identityLines(session: Session, charter: Charter): string[] {
  const { say, terminal } = session;
  const { name, standing, status, validation, scope, horizon } = charter.content.charter;
  const state = say(`clause.status.${status}`);
  const { body, on } = validation ?? { body: null, on: 'not-stated' };
  const validated = body === null ? state : on === 'not-stated' ? `${state}, ${body}` : say('charter.by', { status: state, body, on });
  return [
    paint(terminal)('strong', spoken(session, name)),
    ...factLines(terminal, [
      [say('col.code'), charter.code],
      [say('charter.edition'), charter.hash],
      [say('charter.document'), dated(session, charter)],
      [say('charter.standing'), standing === undefined ? null : say(`binds.${standing.value}`)],
      [say('charter.status'), validated],
      [say('charter.entities'), spoken(session, scope.entities)],
      [say('charter.geography'), spoken(session, scope.geography)],
      [say('charter.horizon'), horizon === undefined ? null : spoken(session, horizon.text)],
      [say('charter.types'), typesText(session, charter)],
    ]),
  ];
}

function partAsked({ say }: Session, typed: Typed): string | null {
  const part = textOption(typed, 'part');
  if (part === null || Object.hasOwn(charterParts, part)) return part;
  const what = say('trouble.badValue', { value: part, name: '--part' });
  throw new Failure({ exit: 'bad-input', what, next: say('trouble.expected', { expected: Object.keys(charterParts).join(', ') }) });
}

/** A charter as people read it. Nothing is asked of a server. */
function reading(session: Session, typed: Typed): void {
  const named = argument(typed, 0);
  const charter = charterNamed(session, named);
  const part = partAsked(session, typed);
  const [type = ''] = offeredTypes(charter).keys();
  show(session, { code: charter.code, hash: charter.hash, content: charter.content }, () => [
    ...identityLines(session, charter),
    ...(part === null ? Object.keys(charterParts) : [part]).flatMap(one => charterPartLines(session, charter, one, part !== null)),
    '',
    session.say('charter.policy', { type, charter: named }),
    session.say('charter.adoption', { charter: charter.code }),
  ]);
}

/** A charter that comes with Palabre, or a file, is read here; any other is looked for in the running Palabre, as with `--standing`. */
async function read(session: Session, typed: Typed): Promise<void> {
  const named = argument(typed, 0);
  const here = builtInCharter(named) !== null || existsSync(named);
  if (here && !flagOption(typed, 'standing')) reading(session, typed);
  else await showing('charter')(session, typed);
}

/** `charters show`: the row stands among the commands of the noun. */
export const charterShow: Pick<CommandRow, 'says' | 'options' | 'example' | 'run'> = {
  says: 'help.charters.show',
  options: [
    { flags: '--part <part>', says: 'option.charterPart' },
    { flags: '--standing', says: 'option.standing' },
  ],
  example: 'palabre charters show mdm --part principles',
  run: read,
};

export const charterCommands: readonly CommandRow[] = [
  {
    name: 'charters list',
    args: [],
    says: 'help.charters.list',
    options: [],
    example: 'palabre charters list',
    run: list,
  },
  {
    name: 'charters check',
    args: ['<file>'],
    says: 'help.chartersCheck',
    options: [],
    example: 'palabre charters check charter.yaml',
    run: check,
  },
];
