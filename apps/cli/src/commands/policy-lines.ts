import type { LinePolicy, QuestionPolicy } from '@palabre/contracts';
import { spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines, tallRow } from '../terminal/table.js';
import { formWords, policyPartWords } from '../words/policy-words.js';
import type { PolicyRow } from './policy-rows.js';
import { valueInWords } from './policy-values.js';

/** Parts whose rows are what they name: a value of the charter, a document. */
const namesAlone: readonly string[] = ['values', 'documents'];

function lineEffects(session: Session, line: LinePolicy): string {
  const { say } = session;
  return [
    valueInWords(session, 'lines', line.colour),
    say('policy.confirmed', { effect: valueInWords(session, 'lines', line.whenConfirmed) }),
    ...(line.suspendsWhenAlleged ? [say('policy.suspends')] : []),
    ...(line.protected ? [say('policy.protected')] : []),
  ].join(', ');
}

const valueOf = (session: Session, { part, name, value }: PolicyRow): string =>
  part === 'lines' ? lineEffects(session, value as LinePolicy) : valueInWords(session, name, value);

/** Width of a cell: what is longer goes on in the next line. */
const cellWidth = 60;

function cellsOf(session: Session, row: PolicyRow): string[] {
  const value = namesAlone.includes(row.part) ? [] : [valueOf(session, row)];
  return [spoken(session, row.says), ...value, session.say(`setBy.${row.setBy}`), row.name, row.source.join(', ')];
}

function tableOf(session: Session, part: string, rows: readonly PolicyRow[]): string[] {
  const { say, terminal } = session;
  const value = namesAlone.includes(part) ? [] : [say('col.value')];
  const headings = [say('col.what'), ...value, say('col.setBy'), say('col.code'), say('col.source')];
  return tableLines(
    terminal,
    headings,
    rows.flatMap(row => tallRow(cellsOf(session, row), cellWidth)),
  );
}

/** Who answers, and how: `both sides, from 1 to 5`. */
export const howAsked = (
  session: Session,
  { answerer, kind, askedWhen }: Pick<QuestionPolicy, 'answerer' | 'kind' | 'askedWhen'>,
): string =>
  [
    session.say('policy.asked', { who: valueInWords(session, 'answerer', answerer), kind: valueInWords(session, 'kind', kind) }),
    ...(askedWhen === undefined ? [] : [session.say('policy.onlyWhen', { occasion: valueInWords(session, 'askedWhen', askedWhen) })]),
  ].join(', ');

/** The question as it is put, then who answers it and where it comes from. */
function questionLines(session: Session, row: PolicyRow): string[] {
  const { say } = session;
  const question = row.value as QuestionPolicy;
  const about = [howAsked(session, question), row.source.join(', '), say(`setBy.${row.setBy}`)].join(' · ');
  return [`  ${spoken(session, row.says)}`, paint(session.terminal)('dim', `      ${question.id} · ${about}`)];
}

function formLines(session: Session, rows: readonly PolicyRow[]): string[] {
  const formOf = ({ name }: PolicyRow): string => name.split('.')[0] ?? '';
  return [...new Set(rows.map(formOf))].flatMap(form => {
    const words = formWords[form];
    const title = words === undefined ? form : spoken(session, words);
    return ['', title, ...rows.filter(row => formOf(row) === form).flatMap(row => questionLines(session, row))];
  });
}

/** A part of a policy with its heading in words, and the name by which `--part` asks for it. */
export function partLines(session: Session, part: string, rows: readonly PolicyRow[]): string[] {
  const words = policyPartWords[part];
  const title = session.say('policy.part', { title: words === undefined ? part : spoken(session, words), part });
  const body = part === 'forms' ? formLines(session, rows) : tableOf(session, part, rows);
  return ['', paint(session.terminal)('strong', title), ...body];
}
