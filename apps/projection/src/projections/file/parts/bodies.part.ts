import type { EventData } from '@palabre/contracts';
import { filePart, told, type PartHandlers } from '../file-part.js';

/** Bodies whose members vote one by one, and their voices (MDM-60). */
export interface BodiesDoc {
  /** Each body of a party as it was last constituted. */
  readonly bodies: readonly (EventData<'BodyConstituted'> & { readonly at: string })[];
  /** Every voice in order; a new version of a text is another subject, voted on afresh. */
  readonly votes: readonly (EventData<'VoteCast'> & { readonly at: string })[];
}

const on: PartHandlers<BodiesDoc> = {
  BodyConstituted: (doc, event) => ({
    ...doc,
    bodies: [
      ...doc.bodies.filter(one => one.body !== event.data.body || one.party !== event.data.party),
      { ...event.data, at: told(event).at },
    ],
  }),
  VoteCast: (doc, event) => ({ ...doc, votes: [...doc.votes, { ...event.data, at: told(event).at }] }),
};

export const bodiesPart = filePart<BodiesDoc>('bodies', { bodies: [], votes: [] }, on);
