import type { FreeText } from '@palabre/contracts';
import type { FileView } from '../api/reads.js';
import type { DecisionRow } from '../api/relation-rows.js';
import type { Session } from '../session.js';
import { factLines, tableLines } from '../terminal/table.js';
import { dayOf } from './dates.js';

const shown = 120;

const shortened = (text: string): string => (text.length <= shown ? text : `${text.slice(0, shown - 1)}…`);

const read = ({ say }: Session, text: FreeText): string => (typeof text === 'string' ? shortened(text) : say('history.sealed'));

/** Last day on which the parties talked: in a meeting, or under the tree. */
function lastDiscussion({ meetings, voice }: FileView): string | null {
  const days = [...(meetings?.held ?? []).map(one => one.heldOn), ...(voice?.messages ?? []).map(one => dayOf(one.at))];
  return days.toSorted().at(-1) ?? null;
}

function expectationLines(session: Session, { parties }: FileView): string[] {
  const { say, terminal } = session;
  const rows = (parties?.parties ?? []).map(({ party, expectations }) => [
    party,
    expectations ? read(session, expectations.expectations) : say('relation.unwritten'),
  ]);
  return rows.length === 0 ? [] : ['', ...tableLines(terminal, [say('relation.expectationsOf'), say('relation.expectations')], rows)];
}

/** What waits for voices and goes further than a party said it can go: shown to everybody before they vote (PMP-26). */
export const limitAlerts = ({ say }: Session, decisions: readonly DecisionRow[]): string[] =>
  decisions
    .filter(({ state }) => state === 'proposed')
    .flatMap(({ subject, crosses }) => (crosses ?? []).map(one => say('relation.crosses', { subject, ...one })));

/** How far each party can go, in the order in which it said so. */
function limitLines(session: Session, { parties, signOffs }: FileView): string[] {
  const { say, terminal } = session;
  const rows = (parties?.parties ?? []).flatMap(({ party, limits }) =>
    (limits ?? []).map((limit, at) => [party, String(at + 1), read(session, limit)]),
  );
  const headings = [say('relation.limitOf'), say('relation.limitNumber'), say('relation.limit')];
  return rows.length === 0 ? [] : ['', ...tableLines(terminal, headings, rows), ...limitAlerts(session, signOffs?.decisions ?? [])];
}

function challengeLines(session: Session, file: FileView): string[] {
  const { say, terminal } = session;
  const open = (file.voice?.challenges ?? []).filter(one => one.state !== 'resolved');
  const facts = factLines(terminal, [
    [say('relation.challenges'), open.length === 0 ? say('relation.none') : String(open.length)],
    [say('relation.lastTalk'), lastDiscussion(file) ?? say('relation.never')],
  ]);
  const headings = [say('relation.challenge'), say('relation.kind'), say('relation.raisedBy'), say('relation.acknowledgedBy'), ''];
  const rows = open.map(one => [one.challenge, one.kind, one.party, one.acknowledgedBy ?? say('relation.notYet'), read(session, one.text)]);
  return ['', ...facts, ...(rows.length === 0 ? [] : tableLines(terminal, headings, rows))];
}

/** The problem that the parties mean to solve: the first thing that a summary says (PMP-56). */
export const problemLines = (session: Session, problem: FreeText | null): string[] =>
  problem === null ? [] : [session.say('relation.problem', { problem: read(session, problem) })];

/** What a partnership rests on, always told: what each side expects, what is difficult now, and when they last talked (ALE-42). */
export const relationLines = (session: Session, file: FileView): string[] => [
  ...expectationLines(session, file),
  ...limitLines(session, file),
  ...challengeLines(session, file),
];
