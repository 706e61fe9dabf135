import { columnOfRules, engineDefaults, label, switchOfRules, type Charter } from '@palabre/charters';
import type { Localized } from '@palabre/contracts';
import { spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines, tallRow } from '../terminal/table.js';
import { charterPartWords, charterSwitchWords, fieldWords } from '../words/charter-words.js';
import { authorityWords, columnWords, switchWords } from '../words/policy-words.js';
import type { Change } from './charter-changes.js';
import { valueInWords } from './policy-values.js';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const isLocalized = (value: unknown): value is Localized =>
  isFields(value) && typeof value['fr'] === 'string' && typeof value['en'] === 'string';

const ruleNames: Readonly<Record<string, string>> = { ...columnOfRules, ...switchOfRules };

const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The place by which words are found: the name that rules use for a setting, else the field or the part. */
const placeOf = ({ part, clause, field }: Change): string =>
  part === 'switches' ? (ruleNames[clause] ?? camel(clause)) : field === '' ? part : field;

/** A clause tells its name or its question; a value with its source tells the value; a list tells each of its entries. */
function inWords(session: Session, place: string, value: unknown): string {
  if (isLocalized(value)) return spoken(session, value);
  if (Array.isArray(value)) return value.map(one => inWords(session, place, one)).join(', ') || '–';
  if (!isFields(value)) return valueInWords(session, place, value);
  if ('strength' in value)
    return [value['strength'], ...(Array.isArray(value['types']) ? value['types'] : [])]
      .map(one => valueInWords(session, place, one))
      .join(', ');
  if ('byDefault' in value) return session.say('diff.byDefault', { value: inWords(session, place, value['value']) });
  if ('value' in value) return inWords(session, place, value['value']);
  const told = [value['name'], value['text']].find(isLocalized);
  if (told !== undefined) return spoken(session, told);
  const rest = Object.entries(value).filter(([name]) => name !== 'source');
  return valueInWords(
    session,
    place,
    Object.fromEntries(rest.map(([name, one]) => [name, isFields(one) && 'value' in one ? one['value'] : one])),
  );
}

const words = (session: Session, table: Readonly<Record<string, Localized>>, name: string): string | null => {
  const found = table[name];
  return found === undefined ? null : spoken(session, found);
};

/** The name of what changes, in words. */
function nameOf(session: Session, charter: Charter, { part, clause, of }: Change): string {
  const { language } = session.terminal;
  const figures: Readonly<Record<string, { name: Localized }>> = engineDefaults().figures;
  const rule = ruleNames[clause] ?? camel(clause);
  const known: Readonly<Record<string, () => string | null>> = {
    gates: () => `${label(charter, 'gate', clause, language) ?? ''} (${clause})`,
    timers: () => label(charter, 'timer', clause, language),
    overrides: () => figures[clause]?.name[language] ?? null,
    switches: () =>
      words(session, columnWords, rule) ?? words(session, switchWords, rule) ?? words(session, charterSwitchWords, rule) ?? clause,
    authorities: () => words(session, authorityWords, rule) ?? clause,
    charter: () => words(session, fieldWords, clause),
  };
  if (clause === '') return words(session, charterPartWords, part) ?? part;
  const named = known[part]?.() ?? (isFields(of) ? inWords(session, part, of) : null);
  return named === null || named === '–' ? clause : named;
}

/** The name, and the type or the field that is meant. */
function whatOf(session: Session, charter: Charter, change: Change): string {
  const { say } = session;
  const { part, field } = change;
  const what = nameOf(session, charter, change);
  if (field === '' || (part === 'gates' && field === 'strength') || field === 'value') return what;
  const [type = '', ofType] = field.split('.');
  if (part !== 'switches' && part !== 'authorities') return say('diff.field', { what, field: words(session, fieldWords, field) ?? field });
  const forType = type === 'source' ? what : say('diff.ofType', { what, type: type === 'all' ? say('diff.otherTypes') : type });
  const name = ofType ?? (type === 'source' ? type : null);
  return name === null ? forType : say('diff.field', { what: forType, field: words(session, fieldWords, name) ?? name });
}

/** Parts whose values are short: a table tells them at a glance. */
const atAGlance: readonly string[] = ['gates', 'timers', 'switches', 'authorities', 'overrides'];

const cellWidth = 50;

/** A setting that comes or goes whole: what it is for each type that it names, or for all. */
function byTypes(session: Session, place: string, value: unknown): string {
  if (!isFields(value) || 'value' in value) return inWords(session, place, value);
  const [all, ...others] = Object.entries(value).map(([type, one]) => {
    const told = inWords(session, place, one);
    return type === 'all' ? told : session.say('said.field', { name: type, value: told });
  });
  return [all, ...others].join(session.say('said.then'));
}

function glanceLines(session: Session, charter: Charter, title: string, changes: readonly Change[]): string[] {
  const { say, terminal } = session;
  const told = (change: Change, value: unknown): string => {
    if (value === null) return '–';
    const whole = change.part === 'switches' && change.field === '';
    return (whole ? byTypes : inWords)(session, placeOf(change), value);
  };
  const rows = changes.map(change => [whatOf(session, charter, change), told(change, change.before), told(change, change.after)]);
  return tableLines(
    terminal,
    [title, say('diff.before'), say('diff.after')],
    rows.flatMap(row => tallRow(row, cellWidth)),
  );
}

function clauseLines(session: Session, charter: Charter, change: Change): string[] {
  const { say } = session;
  const what = whatOf(session, charter, change);
  if (change.change !== 'changed') return [`  ${say(`diff.${change.change}`, { what })}`];
  const value = (one: unknown): string => inWords(session, placeOf(change), one);
  return [
    `  ${say('diff.changed', { what })}`,
    `      ${say('diff.from', { value: value(change.before) })}`,
    `      ${say('diff.to', { value: value(change.after) })}`,
  ];
}

/** What changes in one part, in words. */
export function changeLines(session: Session, charter: Charter, part: string, changes: readonly Change[]): string[] {
  const title = words(session, charterPartWords, part) ?? part;
  if (atAGlance.includes(part)) return ['', ...glanceLines(session, charter, title, changes)];
  return ['', paint(session.terminal)('strong', title), ...changes.flatMap(change => clauseLines(session, charter, change))];
}
