/** Where a field stands in a file's content: keys and list positions from the top. */
export type FieldPath = readonly (string | number)[];

/** The path as people write it: `lines.items[3].consequence`. */
export function fieldName(path: FieldPath): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
}

/** The value at a path, or undefined. Reads own keys only: a file must not reach what every object inherits. */
export function valueAt(content: unknown, path: FieldPath): unknown {
  let value = content;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** The list at a path; empty when something else stands there, because a list of the wrong shape is told elsewhere. */
export function listAt(content: unknown, path: FieldPath): readonly unknown[] {
  const value = valueAt(content, path);
  return Array.isArray(value) ? value : [];
}

/** The keys of the mapping at a path. */
export function keysAt(content: unknown, path: FieldPath): string[] {
  const value = valueAt(content, path);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
