import { engineDefaults, label, type Charter, type LabelKind, type ResolvedPolicy } from '@palabre/charters';
import type { Localized } from '@palabre/contracts';
import { authorityWords, columnWords, switchWords } from '../words/policy-words.js';

/** A value with the answer to "says who?", as `resolvePolicy` gives it. */
type Said = ResolvedPolicy['documents'][number];

/** One value of a policy. */
export interface PolicyRow {
  /** `columns`, `gates`, `timers` … */
  readonly part: string;
  readonly name: string;
  /** What it is about, in words. */
  readonly says: Localized;
  readonly value: unknown;
  /** Entries of the catalogue; `D` for a value that Palabre proposes. */
  readonly source: readonly string[];
  readonly setBy: Said['setBy'];
  /** Where it is written, for example `mdm:switches.co_construction.OP`. */
  readonly written: string;
}

type AnySaid = Omit<Said, 'value'> & { readonly value: unknown };

const itself = (name: string): Localized => ({ fr: name, en: name });

const row = (part: string, name: string, says: Localized, { value, source, setBy, key }: AnySaid): PolicyRow => ({
  part,
  name,
  says,
  value,
  source,
  setBy,
  written: key,
});

const table = (part: string, said: Readonly<Record<string, AnySaid>>, saysOf: (name: string) => Localized): PolicyRow[] =>
  Object.entries(said).map(([name, one]) => row(part, name, saysOf(name), one));

/** The name that a charter gives to a code, in both languages. */
export const namedBy =
  (charter: Charter, kind: LabelKind) =>
  (code: string): Localized => ({ fr: label(charter, kind, code, 'fr') ?? code, en: label(charter, kind, code, 'en') ?? code });

const namedIn =
  (words: Readonly<Record<string, Localized>>) =>
  (name: string): Localized =>
    words[name] ?? itself(name);

/** Every value of a policy that has a source, part by part: the row of the matrix first. */
export function policyRows(charter: Charter, policy: ResolvedPolicy): readonly PolicyRow[] {
  const { columns, gates, timers, figures, authorities, switches, lines, forms } = policy;
  const figureNames: Readonly<Record<string, { name: Localized }>> = engineDefaults().figures;
  const [valueName, documentName, question] = [namedBy(charter, 'value'), namedBy(charter, 'document'), namedBy(charter, 'question')];
  return [
    ...table('columns', { ...columns, decisionRule: policy.decisionRule }, namedIn(columnWords)),
    ...table('gates', gates, namedBy(charter, 'gate')),
    ...table('authorities', authorities, namedIn(authorityWords)),
    ...table('switches', { ...switches }, namedIn(switchWords)),
    ...table('timers', timers, namedBy(charter, 'timer')),
    ...table('figures', figures, name => figureNames[name]?.name ?? itself(name)),
    ...lines.map(line => row('lines', line.value.code, line.value.name, line)),
    ...policy.values.map(one => row('values', one.value, valueName(one.value), one)),
    ...policy.documents.map(one => row('documents', one.value, documentName(one.value), one)),
    ...Object.entries(forms).flatMap(([form, questions]) =>
      questions.map(one => row('forms', `${form}.${one.value.id}`, question(one.value.id), one)),
    ),
  ];
}
