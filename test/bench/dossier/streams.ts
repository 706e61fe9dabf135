import { canonicalJson, partnershipStream, type EventAttributes, type EventEnvelope } from '@palabre/contracts';
import { nativeEventId, receivedHash } from '@palabre/event-log';
import { followedFor } from '@palabre/testing';

/** An event of the story, ready to be told of any partnership. */
interface Told {
  readonly attributes: EventAttributes;
  readonly dataText: string;
  readonly value: Buffer;
}

/** An event of one partnership, sealed after the one before it. */
export interface Sealed extends Told {
  /** The command or deadline it came with; events of one cause leave the workflow together. */
  readonly cause: string;
}

const prepared = ({ attributes, data }: EventEnvelope): Told => {
  const dataText = canonicalJson(data);
  return { attributes, dataText, value: Buffer.from(dataText, 'utf8') };
};

/** A partnership of the MdM charter from its idea through a year of follow-up: what a real dossier consists of. */
export const story: readonly Told[] = followedFor(1).events.map(prepared);

export const partnershipId = (number: number): string => `p-${String(number).padStart(7, '0')}`;

/** The story told of one partnership, event by event, with its own ids and its own chain of hashes. */
export function* streamOf(id: string): Generator<Sealed, void> {
  const stream = partnershipStream(id);
  let previoushash = story[0]?.attributes.previoushash ?? '';
  for (const { attributes, dataText, value } of story) {
    const unsigned = { ...attributes, id: nativeEventId(stream, attributes.streamversion), subject: id, stream, previoushash };
    const hash = receivedHash(unsigned, dataText);
    previoushash = hash;
    yield { attributes: { ...unsigned, hash }, dataText, value, cause: attributes.cause };
  }
}

/** Deterministic and evenly spread: linear congruential, as in Numerical Recipes. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Events of many partnerships as they interleave in the log: at each turn one of the partnerships under way, drawn by chance, tells
 * what one command brought; one that has told all makes room for the next. Yields `count` events.
 */
export function* interleaved(count: number, underWay: number): Generator<Sealed, void> {
  const draw = seeded(20_261_121);
  let opened = 0;
  const open = (): { events: Generator<Sealed, void>; next: Sealed | null } => {
    opened += 1;
    const events = streamOf(partnershipId(opened));
    return { events, next: events.next().value ?? null };
  };
  const lanes = Array.from({ length: underWay }, open);
  for (let told = 0; told < count;) {
    const place = draw(underWay);
    const lane = lanes[place] ?? open();
    const cause = lane.next?.cause;
    for (; lane.next !== null && lane.next.cause === cause && told < count; told += 1) {
      yield lane.next;
      lane.next = lane.events.next().value ?? null;
    }
    if (lane.next === null) lanes[place] = open();
  }
}

/** What the events are, in words for the page. */
export function mixInWords(): string {
  const counts = new Map<string, number>();
  for (const { attributes } of story) counts.set(attributes.type, (counts.get(attributes.type) ?? 0) + 1);
  const often = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, 6);
  const mean = Math.round(story.reduce((sum, { value }) => sum + value.length, 0) / story.length);
  const list = often.map(([type, count]) => `${type} ${Math.round((100 * count) / story.length)} %`).join(', ');
  return `a partnership from its idea through one year of follow-up: ${story.length} events of ${counts.size} types, ${mean} bytes of data on average (${list})`;
}
