import { phases, roles } from '@palabre/contracts';
import { spoken, type Session } from '../session.js';
import { valueWord } from '../words/policy-value-words.js';

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const spans = ['days', 'workingDays', 'months'] as const;

/** `{ months: 6 }` as a person says it; null for what is no length of time. */
function spanText({ say }: Session, value: Readonly<Record<string, unknown>>): string | null {
  const unit = spans.find(name => Object.keys(value).length === 1 && typeof value[name] === 'number');
  if (unit === undefined) return null;
  return value[unit] === 1 ? say(`said.${unit}.one`) : say(`said.${unit}`, { count: Number(value[unit]) });
}

/** One word of a file: what it means at its place, a phase, a function; itself where nobody has given it words. */
function wordText(session: Session, place: string, word: string): string {
  const known = valueWord(place, word);
  if (known !== null) return spoken(session, known);
  const role = roles.find(name => name === word);
  if (role !== undefined) return session.say(`role.${role}`);
  const phase = phases.find(name => name === word);
  return phase === undefined ? word : session.say(`phase.${phase}`);
}

/** A phase comes before a word of the same spelling where fields are named by phases. */
function fieldText(session: Session, place: string, name: string): string {
  const phase = place === 'askedIn' ? phases.find(one => one === name) : undefined;
  return phase === undefined ? wordText(session, place, name) : session.say(`phase.${phase}`);
}

/** A value of policy in words; `place` is the column, the setting or the part where it stands. */
export function valueInWords(session: Session, place: string, value: unknown): string {
  const { say } = session;
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return say(value ? 'said.yes' : 'said.no');
  if (typeof value === 'string') return wordText(session, place, value);
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(one => valueInWords(session, place, one)).join(', ');
  if (!isFields(value)) return JSON.stringify(value);
  const said = (name: string, one: unknown): string =>
    say('said.field', { name: fieldText(session, place, name), value: valueInWords(session, place, one) });
  return (
    spanText(session, value) ??
    (Object.entries(value)
      .map(([name, one]) => said(name, one))
      .join(say('said.then')) ||
      '–')
  );
}
