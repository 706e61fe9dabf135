import { commands, textKinds, type CommandType, type TextKind } from '@palabre/contracts';
import type { FieldPath } from './mistakes.js';

/**
 * What a dossier may write instead of something that exists only once it is played:
 * `$text: budget` in a map stands for version and hash (and kind, where the command takes it) of the budget as the
 * dossier last proposed it; `$text: budget@first` of the one that the act named `first` proposed.
 * `${first.transfer}` stands for the field `transfer` of the events of the act named `first`; `${first.step#2}` for
 * the second such field.
 */
export type Reference =
  | { readonly to: 'text'; readonly text: string; readonly act: string | null; readonly path: FieldPath }
  | { readonly to: 'field'; readonly act: string; readonly field: string; readonly place: number; readonly path: FieldPath };

const fieldReference = /^\$\{([a-z0-9-]+)\.([A-Za-z]+)(?:#([1-9]\d?))?\}$/;

const textReference = /^([a-z-]+)(?:@([a-z0-9-]+))?$/;

const textKey = '$text';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isTextKind = (name: string): name is TextKind => (textKinds as readonly string[]).includes(name);

function fieldOf(text: string, path: FieldPath): Reference | null {
  const [, act, field, place] = fieldReference.exec(text) ?? [];
  return act === undefined || field === undefined ? null : { to: 'field', act, field, place: Number(place ?? '1'), path };
}

function textOf(value: unknown, path: FieldPath): Reference {
  const [, text = '', act = null] = textReference.exec(typeof value === 'string' ? value : '') ?? [];
  return { to: 'text', text, act, path };
}

/** True when the command's data names the kind of text beside its version. */
export const takesKind = (type: CommandType): boolean => Object.hasOwn((commands[type].data as { shape?: object }).shape ?? {}, 'kind');

/** What a reference becomes. */
export interface Expansion {
  readonly text: (reference: Extract<Reference, { to: 'text' }>) => Readonly<Record<string, unknown>>;
  readonly field: (reference: Extract<Reference, { to: 'field' }>) => unknown;
}

/** The same data with every reference replaced. */
export function expand(value: unknown, expansion: Expansion, path: FieldPath = []): unknown {
  if (typeof value === 'string') {
    const reference = fieldOf(value, path);
    return reference?.to === 'field' ? expansion.field(reference) : value;
  }
  if (Array.isArray(value)) return value.map((item, at) => expand(item, expansion, [...path, at]));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (key !== textKey) return [[key, expand(inner, expansion, [...path, key])]];
      const reference = textOf(inner, [...path, key]);
      return reference.to === 'text' ? Object.entries(expansion.text(reference)) : [];
    }),
  );
}

/** Every reference in a value, with its path. */
export function referencesIn(value: unknown, path: FieldPath = []): Reference[] {
  const found: Reference[] = [];
  expand(
    value,
    {
      text: reference => {
        found.push(reference);
        return {};
      },
      field: reference => {
        found.push(reference);
        return null;
      },
    },
    path,
  );
  return found;
}

const anyHash = '0'.repeat(64);

/** The data as the schema of its command may check it before anything exists. */
export const withStandIns = (data: unknown, type: CommandType): unknown =>
  expand(data, {
    text: ({ text }) => ({ ...(takesKind(type) ? { kind: text } : {}), version: 1, hash: anyHash }),
    field: () => 'stand-in',
  });
