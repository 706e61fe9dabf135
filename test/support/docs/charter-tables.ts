import { label, notStated, type Charter, type ResolvedPolicy } from '@palabre/charters';
import { code, table } from './markdown.js';

/** The lines with what follows from each. */
export const lineRows = (policy: ResolvedPolicy): string[][] =>
  policy.lines.map(line => [
    code(line.value.code),
    line.value.colour,
    line.value.name.en,
    `${line.value.whenConfirmed} (${line.effects.consequence.source.join(', ')})`,
    line.value.suspendsWhenAlleged ? 'suspends' : '–',
    line.value.protected ? 'protected' : '–',
    line.source.join(', '),
  ]);

/** Every question that some type is asked, with the types that are asked it. */
export function questionRows(charter: Charter, policies: ReadonlyMap<string, ResolvedPolicy>): string[][] {
  const asked = new Map<string, { cells: readonly string[]; types: string[] }>();
  for (const [type, policy] of policies) {
    for (const [form, questions] of Object.entries(policy.forms)) {
      for (const { value, source } of questions) {
        const known = asked.get(`${form}.${value.id}`);
        if (known) known.types.push(type);
        else {
          const words = label(charter, 'question', value.id, 'en') ?? '';
          asked.set(`${form}.${value.id}`, {
            cells: [form, code(value.id), words, value.answerer, value.kind, source.join(', ')],
            types: [type],
          });
        }
      }
    }
  }
  return [...asked.values()].map(({ cells, types }) => [...cells, types.length === policies.size ? 'all' : types.join(', ')]);
}

/** What is asked to be written, and for which types. */
export function documentRows(charter: Charter): string[][] {
  return charter.content.documents.map(({ code: name, name: words, types, optional, source }) => [
    code(name),
    words.en,
    types === 'all' ? 'all' : types.join(', '),
    optional === true ? 'offered' : 'required',
    source.join(', '),
  ]);
}

type Forms = Charter['content']['questionnaires'];

/** Questions that are put outside the forms of a partnership: the pulse of trust, the review of a team. */
export function otherQuestionRows({ trust_pulse: pulse = [], team_review: team = [] }: Forms): string[][] {
  const rows = (form: string, questions: NonNullable<Forms['team_review']>): string[][] =>
    questions.map(({ id, text, who, kind, source, types = 'all' }) => [
      form,
      code(id),
      text.en,
      who,
      kind,
      source.join(', '),
      types === 'all' ? 'all' : types.join(', '),
    ]);
  return [...rows('trustPulse', pulse), ...rows('teamReview', team)];
}

/** The questions of the anonymous survey. */
export function surveyTable({ survey: { anonymous, questions } }: Forms): string {
  if (questions.length === 0) return 'None.';
  const rows = questions.map(({ id, text, kind, keep_doing: keep, source }) => [
    code(id),
    text.en,
    kind,
    keep === true ? 'a strength to keep' : '–',
    source.join(', '),
  ]);
  return `${anonymous.value ? 'Anonymous' : 'Signed'} (${anonymous.source.join(', ')}).\n\n${table(['Id', 'Question', 'Kind', 'Watched as', 'Source'], rows)}`;
}

/** The principles with their status. */
export function principlesTable({ principles }: Charter['content']): string {
  if (principles === notStated) return 'Not stated.';
  const rows = principles.items.map(({ code: name, name: title, text, status, source }) => [
    code(name),
    title.en,
    text.en,
    status ?? principles.status,
    source.join(', '),
  ]);
  return table(['Principle', 'Name', 'Says', 'Status', 'Source'], rows);
}

/** What is counted, and whether it is shown outside. */
export function indicatorsTable({ indicators }: Charter['content']): string {
  if (indicators.length === 0) return 'None.';
  const rows = indicators.map(({ code: name, name: title, public: shown, condition, source }) => [
    code(name),
    title.en,
    `${shown.value ? 'public' : 'internal'} (${shown.source.join(', ')})`,
    condition?.en ?? '–',
    source.join(', '),
  ]);
  return table(['Indicator', 'Name', 'Shown', 'On condition', 'Source'], rows);
}
