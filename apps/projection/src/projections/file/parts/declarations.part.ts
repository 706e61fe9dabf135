import type { EventData } from '@palabre/contracts';
import { filePart, type PartHandlers } from '../file-part.js';

type Said<T extends 'CulturalNotesRecorded' | 'ExpertiseStated' | 'MotivationStated' | 'TrustPulseAnswered' | 'WillDeclared'> = Omit<
  EventData<T>,
  'party'
> & { readonly at: string };

/** What one party tells of itself; a later word stands in the place of the earlier one. */
export interface DeclarationsView {
  readonly party: string;
  readonly motivation: Said<'MotivationStated'> | null;
  readonly will: Said<'WillDeclared'> | null;
  readonly expertise: Said<'ExpertiseStated'> | null;
  /** Notes about the party, and its notes about the people whom the partnership is for. */
  readonly culture: readonly Said<'CulturalNotesRecorded'>[];
  /** Every pulse in its order: the fall is what counts (PMP-22). */
  readonly trust: readonly Said<'TrustPulseAnswered'>[];
}

/** What each party tells of itself, side by side (PMP-04, PMP-16, PMP-17, PMP-55, PMP-57). */
export interface DeclarationsDoc {
  readonly parties: readonly DeclarationsView[];
  /** What the next meeting has to talk about, since a pulse fell (PMP-22). */
  readonly trustOnAgenda: (EventData<'TrustPutOnAgenda'> & { readonly at: string }) | null;
}

const silent = { motivation: null, will: null, expertise: null, culture: [], trust: [] } as const;

function of(doc: DeclarationsDoc, party: string, change: (before: DeclarationsView) => Partial<DeclarationsView>): DeclarationsDoc {
  const before = doc.parties.find(one => one.party === party) ?? { party, ...silent };
  return { ...doc, parties: [...doc.parties.filter(one => one.party !== party), { ...before, ...change(before) }] };
}

const on: PartHandlers<DeclarationsDoc> = {
  MotivationStated: (doc, { data: { party, ...said }, attributes }) =>
    of(doc, party, () => ({ motivation: { ...said, at: attributes.factat } })),
  WillDeclared: (doc, { data: { party, ...said }, attributes }) => of(doc, party, () => ({ will: { ...said, at: attributes.factat } })),
  ExpertiseStated: (doc, { data: { party, ...said }, attributes }) =>
    of(doc, party, () => ({ expertise: { ...said, at: attributes.factat } })),
  CulturalNotesRecorded: (doc, { data: { party, ...said }, attributes }) =>
    of(doc, party, ({ culture }) => ({
      culture: [...culture.filter(one => one.about !== said.about), { ...said, at: attributes.factat }],
    })),
  TrustPulseAnswered: (doc, { data: { party, ...said }, attributes }) =>
    of(doc, party, ({ trust }) => ({ trust: [...trust, { ...said, at: attributes.factat }] })),
  TrustPutOnAgenda: (doc, { data, attributes }) => ({ ...doc, trustOnAgenda: { ...data, at: attributes.factat } }),
};

export const declarationsPart = filePart<DeclarationsDoc>('declarations', { parties: [], trustOnAgenda: null }, on);
