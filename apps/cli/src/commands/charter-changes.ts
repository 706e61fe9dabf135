import { charterDifferences, engineDefaults, type Charter, type CharterContent } from '@palabre/charters';
import type { Difference } from '@palabre/contracts';

type Fields = Readonly<Record<string, unknown>>;

/** What changes for people: one clause, or one field of it, with what is said before and after; null where nothing is said. */
export interface Change {
  readonly part: string;
  /** Code of the clause, question, gate or setting; empty for the part itself. */
  readonly clause: string;
  /** The field that changes; empty when the whole clause comes or goes. */
  readonly field: string;
  readonly change: Difference['change'];
  readonly before: unknown;
  readonly after: unknown;
  /** The clause as it stands, after or before: it has the name. */
  readonly of: unknown;
}

/** What changes how a partnership is lived comes first, then what is asked and written, then who the charter is. */
const order: readonly string[] = ['gates', 'timers', 'switches', 'authorities', 'overrides', 'lines', 'documents', 'questionnaires'];

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const codeFields = ['code', 'id', 'number'] as const;

function codeOf(item: unknown): string {
  if (!isFields(item)) return '';
  const code = codeFields.map(name => item[name]).find(value => value !== undefined);
  return typeof code === 'string' || typeof code === 'number' ? `${code}` : '';
}

/** Clauses of a part, whatever form the part has; a part on which the charter is silent has none. */
function clausesIn(part: unknown): Fields {
  if (Array.isArray(part)) return Object.fromEntries(part.map(item => [codeOf(item), item] as const));
  if (!isFields(part)) return {};
  if (Array.isArray(part['items'])) return clausesIn(part['items']);
  return part;
}

/** The questions of every form and of the survey, by their ids. */
const questionsIn = ({ survey, ...forms }: CharterContent['questionnaires']): Fields =>
  clausesIn([...Object.values(forms).flatMap(questions => questions ?? []), ...survey.questions]);

const clausesOf = (content: CharterContent, part: string): Fields =>
  part === 'questionnaires' ? questionsIn(content.questionnaires) : clausesIn((content as Fields)[part]);

const changeOf = (before: unknown, after: unknown): Change['change'] =>
  before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';

/** Fields that a part has beside its clauses. */
const ofPart: readonly string[] = ['status', 'validation', 'source'];

const sourceField = /(?:^|\.)(?:source|basis)(?:\.|$)/;

/** A field at its first level; the source of a setting for one type is told apart from the setting. */
const fieldOf = (path: string): string => /^(?:[^.]+\.)?source(?=\.|$)/.exec(path)?.[0] ?? path.split('.')[0] ?? '';

const fieldIn = (of: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), of);

interface Place {
  readonly part: string;
  readonly clause: string;
  readonly field: string;
}

/** Where something differs, each place once: a clause, or a field at its first level. */
function places(before: Charter, after: Charter, wanted: (field: string) => boolean): readonly Place[] {
  const all = charterDifferences(before, after).flatMap(({ part, clause, field }): Place[] => {
    if (!wanted([clause, field].join('.'))) return [];
    if (ofPart.includes(clause)) return [{ part, clause: '', field: clause }];
    const [was, is] = [clausesOf(before.content, part), clausesOf(after.content, part)];
    if (clause !== '') {
      const whole = was[clause] === undefined || is[clause] === undefined || !isFields(was[clause]);
      return [{ part, clause, field: whole ? '' : fieldOf(field) }];
    }
    // A whole part, or a whole form, comes or goes: each of its clauses does.
    const codes = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(code => !ofPart.includes(code));
    return codes.filter(code => was[code] === undefined || is[code] === undefined).map(code => ({ part, clause: code, field: '' }));
  });
  return [...new Map(all.map(place => [JSON.stringify(place), place])).values()];
}

function changeAt(before: Charter, after: Charter, { part, clause, field }: Place): Change {
  const sideOf = ({ content }: Charter): { of: unknown; value: unknown } => {
    const whole = (content as Fields)[part];
    const of = clause === '' ? whole : clausesOf(content, part)[clause];
    return { of, value: field === '' ? of : fieldIn(of, field) };
  };
  const [was, is] = [sideOf(before), sideOf(after)];
  const change = changeOf(was.value, is.value);
  return { part, clause, field, change, before: was.value ?? null, after: is.value ?? null, of: is.of ?? was.of };
}

/** What the engine says where a charter is silent on a delay or a figure. */
function byDefault({ part, clause }: Place): unknown {
  const { timers, figures } = engineDefaults();
  const rows: Readonly<Record<string, { readonly value: unknown }>> = part === 'timers' ? timers : part === 'overrides' ? figures : {};
  const row = rows[clause];
  return row === undefined ? null : { value: row.value, byDefault: true };
}

const valueOf = (said: unknown): string => JSON.stringify(isFields(said) && 'value' in said ? said['value'] : said);

/** Where one side is silent the engine speaks; when it says the same, nothing changes for people. */
function withDefaults(change: Change): readonly Change[] {
  const [before, after] = [change.before ?? byDefault(change), change.after ?? byDefault(change)];
  return change.field === '' && valueOf(before) === valueOf(after) ? [] : [{ ...change, before, after }];
}

/** Two charters number their questions each for itself: another text under one number is another question. */
function otherQuestions(before: Charter, after: Charter, changes: readonly Change[]): readonly Change[] {
  if (before.code === after.code) return changes;
  const isQuestion = ({ part, field }: Change): boolean => part === 'questionnaires' && field !== '';
  const renamed = new Set(changes.filter(one => isQuestion(one) && one.field === 'text').map(one => one.clause));
  const [was, is] = [questionsIn(before.content.questionnaires), questionsIn(after.content.questionnaires)];
  return changes.flatMap((change): Change[] => {
    if (!isQuestion(change) || !renamed.has(change.clause)) return [change];
    if (change.field !== 'text') return [];
    const { part, clause } = change;
    const gone = { part, clause, field: '', change: 'removed', before: was[clause], after: null, of: was[clause] } as const;
    return [gone, { part, clause, field: '', change: 'added', before: null, after: is[clause], of: is[clause] }];
  });
}

const rank = ({ part }: Change): number =>
  order.includes(part) ? order.indexOf(part) : part === 'charter' ? order.length + 1 : order.length;

/** What changes for people from one charter to another; with `sources`, also where it is said to come from. */
export function charterChanges(before: Charter, after: Charter, { sources }: { readonly sources: boolean }): readonly Change[] {
  const wanted = (field: string): boolean => sources || !sourceField.test(field);
  const changes = places(before, after, wanted).map(place => changeAt(before, after, place));
  const told = changes.flatMap(change => (change.field === '' ? withDefaults(change) : [change]));
  return otherQuestions(before, after, told).toSorted((one, other) => rank(one) - rank(other));
}
