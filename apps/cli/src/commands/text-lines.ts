import type { TextKind } from '@palabre/contracts';
import type { FileView } from '../api/reads.js';
import type { TextView } from '../api/text-rows.js';
import { spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { factLines } from '../terminal/table.js';
import { textKindWords } from '../words/text-field-words.js';
import type { WordKey } from '../words/words.js';
import { dayOf } from './dates.js';
import type { PartyNames } from './party-names.js';
import { bodyLines, type TextReader } from './text-body.js';
import { changeLines } from './text-changes.js';
import { textIn } from './written.js';

const isKind = (kind: string): kind is TextKind => Object.hasOwn(textKindWords, kind);

/** The name of a kind of text. */
export const textNamed = (session: Session, kind: string): string => (isKind(kind) ? spoken(session, textKindWords[kind]) : kind);

const states: Readonly<Record<string, WordKey>> = {
  proposed: 'text.proposed',
  contested: 'text.contested',
  agreed: 'text.agreed',
  approved: 'text.approved',
  returned: 'text.returned',
};

/** Where a text stands, in words. */
export const stateNamed = ({ say }: Session, state: string): string => {
  const key = states[state];
  return key === undefined ? state : say(key);
};

/** Parties that have not accepted the version that is proposed. */
const silentOn = ({ parties }: FileView, { acceptedBy = [] }: TextView): readonly string[] =>
  (parties?.parties ?? []).map(({ party }) => party).filter(party => !acceptedBy.includes(party));

/** Whose turn it is. */
export function turnText({ say }: Session, file: FileView, text: TextView, names: PartyNames): string {
  if (text.state === 'agreed' || text.state === 'approved') return say('text.turnNobody');
  if (text.state === 'contested' || text.state === 'returned') return say('text.turnRewrite');
  return say('text.turnOf', { parties: silentOn(file, text).map(names).join(', ') });
}

/** A version of a text with its content. */
export interface Version {
  readonly version: number;
  readonly hash: string;
  readonly proposedBy: string;
  readonly body: unknown;
}

/** A version of a text as it is read. */
export interface Shown extends TextReader {
  readonly file: FileView;
  readonly kind: string;
  readonly text: TextView;
  readonly version: Version;
  readonly before: Version | null;
}

function translationsText({ say }: Session, { translations = [] }: TextView, version: number): string | null {
  if (translations.length === 0) return null;
  return translations
    .filter(one => one.version <= version)
    .map(one => say(one.version === version ? 'text.translation' : 'text.stale', { language: one.language, version: one.version }))
    .join(', ');
}

/** How many people of each party said that they read this version (HFA-16). */
function readText({ read = [] }: TextView, version: number, names: PartyNames): string | null {
  const of = read.filter(one => one.version === version);
  const parties = [...new Set(of.map(({ party }) => party))];
  const people = (party: string): number => new Set(of.filter(one => one.party === party).map(({ person }) => person)).size;
  return parties.length === 0 ? null : parties.map(party => `${names(party)} (${people(party)})`).join(', ');
}

/** Day, people present and voices of each session that answered on this version (HFA-34). */
function sessionText({ say }: Session, { signOffs }: FileView, { version, hash }: Version, names: PartyNames): string | null {
  const held = (signOffs?.signOffs ?? []).flatMap(({ party, session, ...on }) =>
    session === undefined || on.textVersion !== version || on.hash !== hash
      ? []
      : [say('text.session', { party: names(party ?? ''), on: session.heldOn, ...session.count })],
  );
  return held.length === 0 ? null : held.join(' · ');
}

function headLines({ session, names, file, kind, text, version }: Shown): string[] {
  const { say, terminal } = session;
  const proposed = text.versions?.find(one => one.version === version.version);
  const isLast = text.head?.version === version.version;
  const accepted = (text.acceptedBy ?? []).map(names).join(', ');
  return [
    paint(terminal)('strong', say('text.head', { name: textNamed(session, kind), version: version.version, title: file.head.title ?? '' })),
    ...factLines(terminal, [
      [say('col.state'), isLast ? stateNamed(session, text.state) : say('text.older', { version: text.head?.version ?? '' })],
      [say('col.turn'), isLast ? turnText(session, file, text, names) : null],
      [say('text.byLabel'), say('text.by', { party: names(version.proposedBy), on: dayOf(proposed?.at ?? null) })],
      [say('text.acceptedBy'), isLast && accepted !== '' ? accepted : null],
      [say('text.readBy'), readText(text, version.version, names)],
      [say('text.assembly'), sessionText(session, file, version, names)],
      [say('text.translations'), translationsText(session, text, version.version)],
      [say('text.hash'), version.hash],
    ]),
  ];
}

function saidLines({ session, names, text, version }: Shown): string[] {
  const { say, terminal } = session;
  const said = (one: { party: string; version: number; at: string }, words: string): string =>
    `  • ${say('text.said', { party: names(one.party), version: one.version, on: dayOf(one.at), words })}`;
  const contests = (text.contests ?? []).filter(one => one.version <= version.version);
  const comments = (text.comments ?? []).filter(one => one.version <= version.version);
  const reasons = (one: (typeof contests)[number]): string =>
    one.about.length === 0
      ? textIn(session, one.reasons)
      : say('text.aboutParts', { words: textIn(session, one.reasons), about: one.about.join(', ') });
  const block = (title: WordKey, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', paint(terminal)('strong', say(title)), ...lines];
  return [
    ...block(
      'text.contests',
      contests.map(one => said(one, reasons(one))),
    ),
    ...block(
      'text.comments',
      comments.map(one => said(one, textIn(session, one.comment))),
    ),
  ];
}

function changedLines(shown: Shown): string[] {
  const { session, version, before } = shown;
  if (before === null) return [];
  const lines = changeLines(shown, before.body, version.body);
  const named = { version: before.version };
  if (lines.length === 0) return ['', session.say('text.same', named)];
  return ['', paint(session.terminal)('strong', session.say('text.changed', named)), ...lines];
}

/** How to accept the version that was just read, for a party whose turn it is. */
function answerLines({ session, file, kind, text, version: { version, hash } }: Shown): string[] {
  const mine = text.state === 'proposed' && text.head?.version === version && silentOn(file, text).includes(file.party ?? '');
  return mine ? ['', session.say('text.accept', { id: file.id, data: JSON.stringify({ kind, version, hash }) })] : [];
}

/** A text in words: where it stands, what it says, what changed, what was said of it. */
export const textLines = (shown: Shown): string[] => [
  ...headLines(shown),
  ...bodyLines(shown, shown.version.body),
  ...changedLines(shown),
  ...saidLines(shown),
  ...answerLines(shown),
];
