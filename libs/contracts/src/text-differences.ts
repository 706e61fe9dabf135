/** One thing that differs between two versions of a text. `at` is the path to it; entries are named by their own number. */
export interface Difference {
  readonly at: readonly string[];
  readonly change: 'added' | 'removed' | 'changed';
  /** What stood there before; absent when added. */
  readonly before?: unknown;
  /** What stands there now; absent when removed. */
  readonly after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields by which an entry of a list is known from one version to the next, first that it has. */
const names = ['line', 'number', 'id', 'milestone', 'heading', 'party', 'purpose', 'funder', 'subject', 'code'] as const;

const nameOf = (entry: unknown): string | null => {
  if (!isFields(entry)) return null;
  const found = names.map(name => entry[name]).find(value => typeof value === 'string');
  return typeof found === 'string' ? found : null;
};

/** Entries by their names; two of one name, or one without, are known by their place. */
function byName(list: readonly unknown[]): Fields {
  const known = list.map(nameOf);
  const unique = known.every((name, at) => name !== null && known.indexOf(name) === at);
  return Object.fromEntries(list.map((entry, at) => [unique ? (known[at] ?? `${at + 1}`) : `${at + 1}`, entry]));
}

function between(before: Fields, after: Fields, at: readonly string[]): readonly Difference[] {
  const gone = Object.keys(before).filter(key => after[key] === undefined && before[key] !== undefined);
  const here = Object.keys(after).filter(key => after[key] !== undefined);
  return [
    ...gone.map(key => ({ at: [...at, key], change: 'removed' as const, before: before[key] })),
    ...here.flatMap(key =>
      before[key] === undefined
        ? [{ at: [...at, key], change: 'added' as const, after: after[key] }]
        : compare(before[key], after[key], [...at, key]),
    ),
  ];
}

function compare(before: unknown, after: unknown, at: readonly string[]): readonly Difference[] {
  if (isFields(before) && isFields(after)) return between(before, after, at);
  if (Array.isArray(before) && Array.isArray(after)) return between(byName(before), byName(after), at);
  return before === after ? [] : [{ at, change: 'changed', before, after }];
}

/**
 * What changed from one version of a text to another: lines, clauses and objectives by their own numbers, whatever place
 * they moved to. Equal versions differ in nothing. Pure; works on any body of the text table (MDM-11, MDM-15).
 */
export const textDifferences = (before: unknown, after: unknown): readonly Difference[] => compare(before, after, []);
