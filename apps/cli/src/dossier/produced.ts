import type { EventEnvelope } from '@palabre/contracts';
import type { Act } from './dossier.js';
import { expand, referencesIn, takesKind, type Reference } from './references.js';

/** Loads the events that an act brought about. */
export type EventsOf = (act: Act) => Promise<readonly EventEnvelope[]>;

/** Every value under a key, however deep, in the order of the document. */
function valuesUnder(key: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(item => valuesUnder(key, item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? [inner] : valuesUnder(key, inner)));
}

const proposalOf = (events: readonly EventEnvelope[], kind: string): { version: unknown; hash: unknown } | null => {
  const data = events
    .map(event => event.data as Readonly<Record<string, unknown>> | null)
    .find(one => one?.['kind'] === kind && one['proposedBy'] !== undefined);
  return data ? { version: data['version'], hash: data['hash'] } : null;
};

const labelOf = (reference: Reference): string =>
  reference.to === 'text' ? `$text: ${reference.text}` : `\${${reference.act}.${reference.field}#${reference.place}}`;

/** A reference to something that the act it names did not bring about. */
export class NoSuchReference extends Error {
  constructor(readonly reference: string) {
    super(reference);
    this.name = 'NoSuchReference';
  }
}

/** The acts played so far, as far as later acts may refer to them. */
export class Produced {
  readonly #named = new Map<string, Act>();
  readonly #proposals = new Map<string, Act>();

  constructor(private readonly eventsOf: EventsOf) {}

  /** Remembers an act that was accepted. */
  remember(act: Act): void {
    if (act.name !== null) this.#named.set(act.name, act);
    if (act.type !== 'ProposeText') return;
    const { kind } = act.data as { kind: string };
    this.#proposals.set(kind, act);
    if (act.name !== null) this.#proposals.set(`${kind}@${act.name}`, act);
  }

  /** The act's data with every reference replaced. Throws NoSuchReference. */
  async dataOf(act: Act): Promise<unknown> {
    const events = new Map<string, readonly EventEnvelope[]>();
    for (const reference of referencesIn(act.data)) events.set(labelOf(reference), await this.#eventsBehind(reference));
    return expand(act.data, {
      text: reference => {
        const found = proposalOf(events.get(labelOf(reference)) ?? [], reference.text);
        if (found === null) throw new NoSuchReference(labelOf(reference));
        return { ...(takesKind(act.type) ? { kind: reference.text } : {}), ...found };
      },
      field: reference => {
        const values = valuesUnder(
          reference.field,
          (events.get(labelOf(reference)) ?? []).map(event => event.data),
        );
        const value = values[reference.place - 1];
        if (value === undefined) throw new NoSuchReference(labelOf(reference));
        return value;
      },
    });
  }

  #eventsBehind(reference: Reference): Promise<readonly EventEnvelope[]> {
    const asked = reference.to === 'field' ? reference.act : reference.act === null ? reference.text : `${reference.text}@${reference.act}`;
    const act = reference.to === 'field' ? this.#named.get(asked) : this.#proposals.get(asked);
    if (act === undefined) throw new NoSuchReference(labelOf(reference));
    return this.eventsOf(act);
  }
}
