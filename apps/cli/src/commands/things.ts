/** Ids under which events and files speak of a thing. Who tells of it first says what it is. */
export const references = [
  ...(['task', 'decision', 'commitment', 'transfer', 'case', 'challenge', 'incident', 'proposal', 'withdrawal', 'handover'] as const),
  ...(['request', 'finding', 'connection', 'opportunity', 'contribution', 'project', 'strength', 'stakeholder', 'entry'] as const),
  ...(['initiative', 'deadline'] as const),
] as const;

/** Fields that say what a thing is, the most telling first. */
export const naming = ['title', 'subject', 'what', 'change', 'line', 'rule', 'text', 'topic', 'note', 'historyNote'] as const;

type Fields = Readonly<Record<string, unknown>>;

const longest = 100;

/** A name on one line, never longer than a line. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

function nameIn(fields: Fields): string | null {
  const name = [...naming, 'reason'].map(field => fields[field]).find(value => typeof value === 'string');
  return typeof name === 'string' ? shortened(name) : null;
}

/** What a document calls the things that it holds, by their ids: decisions by their subject, commitments by what is owed. */
export function thingsIn(document: unknown, found: Map<string, string> = new Map()): ReadonlyMap<string, string> {
  if (typeof document !== 'object' || document === null) return found;
  const fields = document as Fields;
  const name = nameIn(fields);
  for (const reference of references) {
    const id = fields[reference];
    if (typeof id === 'string' && name !== null && !found.has(id)) found.set(id, name);
  }
  for (const value of Object.values(fields)) thingsIn(value, found);
  return found;
}
