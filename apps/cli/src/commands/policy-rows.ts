import type { ResolvedPolicy } from '@palabre/charters';

/** A value with the answer to "says who?", as `resolvePolicy` gives it. */
type Said = ResolvedPolicy['documents'][number];

/** One value of a policy. */
export interface PolicyRow {
  /** `columns`, `gates`, `timers` … */
  readonly part: string;
  readonly name: string;
  readonly value: unknown;
  /** Entries of the catalogue; `D` for a value that Palabre proposes. */
  readonly source: readonly string[];
  readonly setBy: Said['setBy'];
  /** Where it is written, for example `mdm:switches.co_construction.OP`. */
  readonly written: string;
}

type AnySaid = Omit<Said, 'value'> & { readonly value: unknown };

const row = (part: string, name: string, { value, source, setBy, key }: AnySaid): PolicyRow => ({
  part,
  name,
  value,
  source,
  setBy,
  written: key,
});

const table = (part: string, said: Readonly<Record<string, AnySaid>>): PolicyRow[] =>
  Object.entries(said).map(([name, one]) => row(part, name, one));

/** Every value of a policy that has a source, part by part: the row of the matrix first. */
export function policyRows(policy: ResolvedPolicy): readonly PolicyRow[] {
  const { columns, gates, timers, figures, authorities, switches, lines, forms } = policy;
  return [
    ...table('columns', { ...columns, decisionRule: policy.decisionRule }),
    ...table('gates', gates),
    ...table('authorities', authorities),
    ...table('switches', { ...switches }),
    ...table('timers', timers),
    ...table('figures', figures),
    ...lines.map(line => row('lines', line.value.code, { ...line, value: line.value.whenConfirmed })),
    ...policy.values.map(one => row('values', one.value, one)),
    ...policy.documents.map(one => row('documents', one.value, one)),
    ...Object.entries(forms).flatMap(([form, questions]) => questions.map(one => row('forms', `${form}.${one.value.id}`, one))),
  ];
}

/** A value on one line: a list with commas, a span by its units. */
export function valueText(value: unknown): string {
  if (value === null) return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(valueText).join(', ');
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(value)
    .map(([name, one]) => `${name} ${valueText(one)}`)
    .join(', ');
}
