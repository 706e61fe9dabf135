import { canonicalJson } from '@palabre/contracts';

/** A place where two values differ. */
export interface Parting {
  /** `texts.heads.budget.version` */
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** What the reader may not see differs by itself. */
const isVeiled = (value: unknown): boolean =>
  isObject(value) && ((value['protected'] === true && Object.keys(value).length === 1) || 'restricted' in value);

const same = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other);

/** The first places, deepest first found, at which two JSON values part. */
export function partings(one: unknown, other: unknown, most: number, path = ''): Parting[] {
  if (isVeiled(one) || isVeiled(other) || same(one, other)) return [];
  if (!isObject(one) || !isObject(other)) return [{ path, one, other }];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const found: Parting[] = [];
  for (const key of keys) {
    if (found.length >= most) break;
    found.push(...partings(one[key], other[key], most - found.length, path === '' ? key : `${path}.${key}`));
  }
  return found;
}
