import { builtInCharter, charters, label, type LabelKind } from '@palabre/charters';
import type { Session } from '../session.js';

/** What a charter calls a thing, in the language of the reader; its code where the charter, or the thing, is not known here. */
export function charterLabel({ terminal }: Session, charter: string | null, kind: LabelKind, code: string): string {
  const known = charter === null ? null : builtInCharter(charter);
  return (known === null ? null : label(known, kind, code, terminal.language)) ?? code;
}

/** A line by its name, where a list does not say under which charter it stands: lines of the same code are one line in all of them. */
export function lineNamed({ terminal }: Session, code: string): string {
  const names = [...charters().values()].map(charter => label(charter, 'line', code, terminal.language));
  return names.find(name => name !== null) ?? code;
}
