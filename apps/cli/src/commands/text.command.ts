import type { FileView } from '../api/reads.js';
import type { TextView } from '../api/text-rows.js';
import { Failure } from '../failure.js';
import { show, type Session } from '../session.js';
import { tableLines } from '../terminal/table.js';
import { nearest } from '../words/nearest.js';
import { argument, textOption, type CommandRow, type Typed } from './command-row.js';
import { partyNames, type PartyNames } from './party-names.js';
import { stateNamed, textLines, textNamed, turnText, type Version } from './text-lines.js';
import { textIn } from './written.js';

async function allTexts(session: Session, file: FileView, names: PartyNames): Promise<void> {
  const { say, terminal } = session;
  const rows = Object.entries(file.texts).map(([kind, text]) => [
    kind,
    text.head === null ? '' : `v${text.head.version}`,
    stateNamed(session, text.state),
    textNamed(session, kind),
    turnText(session, file, text, names),
  ]);
  const headings = [say('col.code'), say('col.version'), say('col.state'), say('col.name'), say('col.turn')];
  show(session, file.texts, () => (rows.length === 0 ? [say('text.none')] : tableLines(terminal, headings, rows)));
}

/** Every version that the reader may read, from the history: the file holds the last one alone. */
async function versionsOf(session: Session, id: string, kind: string): Promise<readonly Version[]> {
  const history = await session.api.history(session.as, id, 1);
  return history.flatMap(item => {
    const data = (item.data ?? {}) as Partial<Version> & { readonly kind?: string };
    return data.kind === kind && data.body !== undefined && data.proposedBy !== undefined ? [data as Version] : [];
  });
}

function textOf({ say }: Session, { texts }: FileView, kind: string): TextView {
  const known = Object.keys(texts);
  const found = texts[kind];
  if (found !== undefined) return found;
  const close = nearest(kind, known);
  const next = close === null ? say('text.notThereNext', { known: known.join(', ') }) : say('trouble.didYouMean', { nearest: close });
  throw new Failure({ exit: 'bad-input', what: say('text.notThere', { kind }), next });
}

function translated(session: Session, { translations = [] }: TextView, version: number, language: string): string[] {
  const { say } = session;
  const found = translations.find(one => one.language === language && one.version === version);
  if (found !== undefined) return [textIn(session, found.body)];
  const known = translations.filter(one => one.version === version).map(one => one.language);
  throw new Failure({ exit: 'bad-input', what: say('text.noTranslation', { language, known: known.join(', ') || say('text.nowhere') }) });
}

async function showText(session: Session, typed: Typed): Promise<void> {
  const { say } = session;
  const file = await session.api.file(session.as, argument(typed, 0));
  const names = await partyNames(session, file);
  const [, kind] = typed.args;
  if (kind === undefined) return allTexts(session, file, names);
  const found = textOf(session, file, kind);
  if (found.restricted !== undefined) return show(session, found, () => [say('text.restricted')]);
  const versions = await versionsOf(session, file.id, kind);
  const named = textOption(typed, 'ofVersion') ?? String(found.head?.version ?? '');
  const version = versions.find(one => String(one.version) === named);
  if (version === undefined) {
    const known = versions.map(one => one.version).join(', ');
    throw new Failure({ exit: 'bad-input', what: say('text.noVersion', { version: named }), next: say('text.noVersionNext', { known }) });
  }
  const before = versions.findLast(one => one.version < version.version) ?? null;
  const language = textOption(typed, 'in');
  if (language !== null) {
    const lines = translated(session, found, version.version, language);
    return show(session, { kind, version: version.version, language, text: lines.join('\n') }, () => lines);
  }
  show(session, { ...found, shown: version, before }, () => textLines({ session, names, file, kind, text: found, version, before }));
}

/** Texts as people read them before they accept or sign. */
export const textCommands: readonly CommandRow[] = [
  {
    name: 'text',
    args: ['<id>', '[text]'],
    says: 'help.text',
    options: [
      { flags: '--of-version <version>', says: 'option.textVersion' },
      { flags: '--in <language>', says: 'option.textIn' },
    ],
    example: 'palabre text ID agreement --as hq-direction',
    run: showText,
  },
];
