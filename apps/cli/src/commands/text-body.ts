import type { Money, TextBodies } from '@palabre/contracts';
import { spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines } from '../terminal/table.js';
import { textFieldWords, textValueWords } from '../words/text-field-words.js';
import type { PartyNames } from './party-names.js';
import { valueInWords } from './policy-values.js';
import { moneyIn } from './written.js';

/** Who reads the text, and how its parties are called. */
export interface TextReader {
  readonly session: Session;
  readonly names: PartyNames;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

export const isMoney = (value: unknown): value is Money =>
  isFields(value) && typeof value['amount'] === 'number' && typeof value['currency'] === 'string';

/** Fields that hold a party of the file, or several. */
const partyFields: readonly string[] = [
  'party',
  'from',
  'to',
  'spentBy',
  'owedBy',
  'owner',
  'proposedBy',
  'offeredBy',
  'decidedBy',
  'decidesToday',
  'shouldDecide',
  'readers',
  'parties',
];

/** Fields by which an entry is numbered, and those that say what it is, the first that it has. */
const numbers: readonly string[] = ['line', 'number', 'id', 'milestone', 'measure', 'strength', 'item', 'choice'];
const titlesOfEntries: readonly string[] = ['title', 'heading', 'label', 'subject', 'skill', 'result', 'what', 'need', 'text'];
const titles: readonly string[] = [...titlesOfEntries, 'purpose', 'funder', 'about'];

/** Fields whose values are the parties' own words, never a word of the house. */
const ownWords: readonly string[] = [...numbers, ...titlesOfEntries, 'people'];

/** The name of a field of a text. */
export const fieldName = ({ session }: TextReader, name: string): string => {
  const words = textFieldWords[name];
  return words === undefined ? name : spoken(session, words);
};

/** One value in words: an amount, a length of time, a party, a word of the house, or what the parties wrote. */
export function textValue(reader: TextReader, name: string, value: unknown): string {
  const { session, names } = reader;
  if (Array.isArray(value)) return value.map(one => textValue(reader, name, one)).join(', ');
  if (isMoney(value)) return moneyIn(session, value);
  if (typeof value === 'string') {
    if (partyFields.includes(name)) return names(value);
    const words = ownWords.includes(name) ? undefined : textValueWords[value];
    return words === undefined ? value : spoken(session, words);
  }
  if (!isFields(value)) return valueInWords(session, name, value);
  if ('sealed' in value) return session.say('history.sealed');
  if (name === 'answerWithin') return valueInWords(session, name, value);
  return Object.entries(value)
    .map(([field, one]) => session.say('said.field', { name: fieldName(reader, field), value: textValue(reader, field, one) }))
    .join(session.say('said.then'));
}

/** Number and title of an entry, as `L1  Midwives`; what is left stands below. */
export function entryHead(reader: TextReader, entry: Fields): { readonly head: string; readonly told: readonly string[] } {
  const number = numbers.find(name => typeof entry[name] === 'string');
  const title = titles.find(name => name in entry && name !== number);
  const parts = [number, title].flatMap(name => (name === undefined ? [] : [name]));
  return { head: parts.map(name => textValue(reader, name, entry[name])).join('  '), told: parts };
}

function entryLines(reader: TextReader, entry: Fields): string[] {
  const { head, told } = entryHead(reader, entry);
  const rest = Object.entries(entry).filter(([name, value]) => !told.includes(name) && value !== undefined && value !== null);
  const long = rest.filter(([name]) => name === 'text');
  const short = rest.filter(([name]) => name !== 'text');
  const beside = short.map(([name, value]) =>
    reader.session.say('said.field', { name: fieldName(reader, name), value: textValue(reader, name, value) }),
  );
  return [
    `  ${head}`,
    ...long.map(([name, value]) => `      ${textValue(reader, name, value)}`),
    ...(beside.length === 0 ? [] : [paint(reader.session.terminal)('dim', `      ${beside.join(' · ')}`)]),
  ];
}

function fieldLines(reader: TextReader, [name, value]: readonly [string, unknown]): string[] {
  if (value === undefined || value === null) return [];
  const title = fieldName(reader, name);
  const entries = Array.isArray(value) ? value.filter(isFields) : [];
  if (entries.length > 0)
    return ['', paint(reader.session.terminal)('strong', title), ...entries.flatMap(entry => entryLines(reader, entry))];
  return [reader.session.say('said.field', { name: title, value: textValue(reader, name, value) })];
}

/** The lines of a budget as a table, with its total. */
function budgetTable(reader: TextReader, { lines, total }: TextBodies['budget']): string[] {
  const { session } = reader;
  const rows = lines.map(({ line, label, cost, spentBy, overhead, purpose }) => [
    line,
    moneyIn(session, cost),
    textValue(reader, 'spentBy', spentBy),
    [...(overhead ? [fieldName(reader, 'overhead')] : []), ...(purpose === undefined ? [] : [textValue(reader, 'purpose', purpose)])].join(
      ', ',
    ),
    label,
  ]);
  const headings = ['line', 'cost', 'spentBy', 'purpose', 'label'].map(name => fieldName(reader, name));
  return [
    ...tableLines(session.terminal, headings, rows),
    paint(session.terminal)('strong', session.say('said.field', { name: fieldName(reader, 'total'), value: moneyIn(session, total) })),
  ];
}

const isBudget = (body: Fields): body is Fields & TextBodies['budget'] => isMoney(body['total']) && Array.isArray(body['lines']);

/** The body of a text in words, whatever its kind: its clauses by their numbers, its lines with their amounts. */
export function bodyLines(reader: TextReader, body: unknown): string[] {
  if (!isFields(body)) return [];
  if (!isBudget(body)) return Object.entries(body).flatMap(field => fieldLines(reader, field));
  const beside = Object.entries(body).filter(([name]) => name !== 'lines' && name !== 'total');
  return [...budgetTable(reader, body), ...beside.flatMap(field => fieldLines(reader, field))];
}
