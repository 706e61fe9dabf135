import { createReadStream, existsSync } from 'node:fs';
import {
  describeListMistake,
  listHash,
  readListStream,
  Screener,
  screenNames,
  tellScore,
  type Match,
  type SanctionsList,
  type ScreenedNames,
} from '@palabre/screening';
import { Failure } from '../failure.js';
import { show, spoken, textOf, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { argument, textOption, type CommandRow, type Typed } from './command-row.js';
import { acceptedLines, refusalFailure, requestId, requestOptions } from './request.js';

/** Hashes that are shown to nobody and recorded nowhere need no secret of the installation. */
const nothingToKeep = 'not-recorded-anywhere';

function namesIn(session: Session, file: string): readonly string[] {
  const names = textOf(file, session.say)
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
  if (names.length > 0) return names;
  throw new Failure({ exit: 'bad-input', what: session.say('screen.noNames', { file }), next: session.say('screen.noNamesNext') });
}

function needed({ say }: Session, typed: Typed, name: string): string {
  const value = textOption(typed, name);
  if (value !== null) return value;
  const next = say('trouble.seeHelp', { help: 'palabre screen --help' });
  throw new Failure({ exit: 'bad-input', what: say('trouble.missingArgument', { name: `--${name}` }), next });
}

/** Reads the list as it comes: a large one never stands whole in memory as text. */
async function listIn({ say, terminal }: Session, file: string): Promise<SanctionsList> {
  if (!existsSync(file)) {
    throw new Failure({ exit: 'bad-input', what: say('trouble.fileUnreadable', { file }), next: say('trouble.fileUnreadableNext') });
  }
  const reading = await readListStream(createReadStream(file, 'utf8'));
  if (reading.ok) return reading.list;
  const what = say('screen.unreadableList', { file, mistake: describeListMistake(reading.mistake, terminal.language) });
  throw new Failure({ exit: 'bad-input', what, next: say('screen.unreadableListNext') });
}

/** What the person who decides sees of one resemblance. It holds names, so it is shown and never sent. */
const told = (session: Session, { entry, reference, name, score }: Match) => ({
  entry: entry.id,
  reference,
  listedAs: name.text,
  kind: entry.kind,
  programme: entry.programme,
  percent: Math.round(score.score * 100),
  because: tellScore(score).map(sentence => spoken(session, sentence)),
});

interface Asked {
  readonly name: string;
  readonly resembles: readonly ReturnType<typeof told>[];
}

function lines(session: Session, list: SanctionsList, asked: readonly Asked[]): readonly string[] {
  const { say, terminal } = session;
  const tone = paint(terminal);
  const near = asked.filter(one => one.resembles.length > 0);
  return [
    say('screen.list', { format: list.format, issued: list.issued ?? '–', entries: list.entries.length }),
    ...near.flatMap(({ name, resembles }) => [
      tone('warm', say('screen.near', { name, count: resembles.length })),
      ...resembles.flatMap(({ listedAs, reference, percent, because }) => [
        `  ${percent} %  ${listedAs}  ${reference}`,
        ...because.map(sentence => `      ${sentence}`),
      ]),
    ]),
    tone('strong', say('screen.summary', { asked: asked.length, near: near.length })),
    ...(near.length > 0 ? [say('screen.question')] : []),
  ];
}

/** The record names nobody: hashes with the installation's secret, and references of the list. */
async function recorded(session: Session, typed: Typed, organisation: string, { record }: ScreenedNames): Promise<void> {
  const data = { ...record, subjects: record.subjects.map(({ subject, resembles }) => ({ subject, resembles: [...resembles] })) };
  const stream = { kind: 'organisation', id: organisation } as const;
  const answer = await session.api.streams.command(session.as, stream, { id: requestId(typed), type: 'RecordScreening', data });
  if (answer.outcome === 'refused') throw refusalFailure(session, answer);
  if (!session.json)
    for (const line of acceptedLines(session, answer, session.say('noun.accepted', { version: answer.version })))
      session.terminal.out(line);
}

async function screen(session: Session, typed: Typed): Promise<void> {
  const names = namesIn(session, argument(typed, 0));
  const organisation = textOption(typed, 'record');
  const secret = organisation === null ? nothingToKeep : textOf(needed(session, typed, 'secret'), session.say).trim();
  if (secret.length < 16) {
    throw new Failure({ exit: 'bad-input', what: session.say('screen.shortSecret'), next: session.say('screen.shortSecretNext') });
  }
  const list = await listIn(session, needed(session, typed, 'list'));
  const source = { id: textOption(typed, 'name') ?? list.format, hash: listHash(list) };
  const screener = new Screener(list);
  const found = screenNames(screener, source, names, secret);
  const asked = names.map(name => ({ name, resembles: screener.screen(name).map(match => told(session, match)) }));
  if (organisation !== null) await recorded(session, typed, organisation, found);
  show(session, { list: source, names: asked, recorded: organisation }, () => lines(session, list, asked));
}

export const screenCommands: readonly CommandRow[] = [
  {
    name: 'screen',
    args: ['<names>'],
    says: 'help.screen',
    options: [
      { flags: '--list <file>', says: 'option.sanctionsList' },
      { flags: '--name <id>', says: 'option.listName' },
      { flags: '--record <organisation>', says: 'option.recordScreening' },
      { flags: '--secret <file>', says: 'option.screeningSecret' },
      ...requestOptions,
    ],
    example: 'palabre screen board.txt --list consolidated.xml',
    run: screen,
  },
];
