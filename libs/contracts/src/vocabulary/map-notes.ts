import { z } from 'zod';
import { freeText, label, opaqueId, sha256 } from '../fields.js';
import { noted } from './noted.js';

/** From how near to how far an actor works. */
export const actorLevels = ['local', 'national', 'regional', 'international'] as const;

/** How an actor stands to the change: among peers, or with an interest of another kind (ALE-25). */
export const actorNatures = ['peer-network', 'other-interest'] as const;

const stand = { level: z.enum(actorLevels), nature: z.enum(actorNatures) };

/** What the map may say of an actor besides: where it stands, and who speaks for the people it stands for. */
export const actorFields = {
  level: stand.level.optional(),
  nature: stand.nature.optional(),
  /** Of people directly affected: how they are represented, and by whom (ALE-01). */
  represented: freeText.optional(),
};

/** The text that was taken over from another partnership, known by its hash there; word for word or reworked (PMP-14). */
export const adoptedText = {
  text: z.strictObject({ kind: label, version: z.int().min(1), hash: sha256, wordForWord: z.boolean() }).optional(),
};

/** Notes of the idea and of the map. */
export const mapNotes = {
  /** The other answer to "must this file be protected?", with what was weighed; whoever sees it otherwise protects the file. */
  NobodyEndangered: noted(
    ['AGI-02'],
    'Protection pesée : ce dossier ne met personne en danger',
    'Protection weighed: this file endangers nobody',
    {
      note: freeText,
    },
  ),
  /** Which actors a sought change needs, at which level and of which nature: no organisation brings it about alone. */
  SoughtChangeLinked: noted(['ALE-25'], 'Changement relié aux acteurs qu’il demande', 'Sought change linked to the actors it needs', {
    change: label,
    actors: z
      .array(z.strictObject({ stakeholder: opaqueId, ...stand }))
      .min(1)
      .max(60),
  }),
  PublicInterestNoted: noted(['PMP-06'], 'Intérêt politique ou médiatique noté', 'Political or media interest noted', {
    interest: z.enum(['political', 'media', 'both']),
    note: freeText,
  }),
};
