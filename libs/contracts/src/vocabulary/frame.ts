import { z } from 'zod';
import { day, label, opaqueId, partyId } from '../fields.js';
import { leadershipLevels } from '../policy-settings.js';

/** What binds everybody and changes only when the parties agree to it. */
export const frameKinds = [
  'type',
  'leadership',
  'accession',
  'secretariat',
  'renewal',
  'emergency',
  'establishment',
  'exclusion',
  'protection',
] as const;

export type FrameKind = (typeof frameKinds)[number];

/** What drives the choice of a level (ALE-34). */
export const leadershipReasons = ['context', 'donor-approach', 'bid-deadline', 'wish-of-the-partner'] as const;

/** Who leads, and what each level asks for: the author of the approach (LED), the date of taking over (MANAGED). */
export const leadershipPosition = z.strictObject({
  level: z.enum(leadershipLevels),
  because: z.enum(leadershipReasons),
  /** Party that wrote the approach; null when people of the place wrote it, outside any party (ALE-30). */
  approachBy: partyId.nullable(),
  /** Day from which the partner manages (ALE-31). */
  takeOverOn: day.nullable(),
  /** Day of the award, when the bid deadline drove the choice (ALE-34). */
  awardedOn: day.nullable(),
});

export type LeadershipPosition = z.infer<typeof leadershipPosition>;

/**
 * Who convenes and records for all (PMP-24). A party that takes it loses its vote, unless somebody else speaks for it.
 * `party` null: a third organisation.
 */
export const secretariat = z.strictObject({
  party: partyId.nullable(),
  organisation: opaqueId,
  person: opaqueId,
  /** Person through whom a party that holds the secretariat keeps its vote; never the person who holds it. */
  voteThrough: opaqueId.nullable(),
});

export type Secretariat = z.infer<typeof secretariat>;

/** The term of an agreement that is renewed (HFA-38). */
export const renewedTerm = z.strictObject({
  project: z.strictObject({ reference: opaqueId, objectives: z.array(label).min(1).max(20), endsOn: day }).nullable(),
  endsOn: day.nullable(),
});

export type RenewedTerm = z.infer<typeof renewedTerm>;

/** Why one of several parties is to leave: what due diligence showed, or a confirmed red line whose consequence is the end (S-01). */
export const exclusionGrounds = ['due-diligence', 'line'] as const;

export type ExclusionGround = (typeof exclusionGrounds)[number];

/** How strong the relation is at present (MDM-53). */
export const intensities = ['dormant', 'low', 'medium', 'high'] as const;

export type Intensity = (typeof intensities)[number];

/** What becomes of a multi-stakeholder partnership at the end of its first phase (PMP-60, PMP-61). */
export const establishmentOutcomes = ['institutionalise', 'prolong'] as const;

export type EstablishmentOutcome = (typeof establishmentOutcomes)[number];

/** Why a partner prefers not to lead (ALE-35). */
export const preferenceReasons = ['security', 'administrative-load', 'other'] as const;

/** Gates that no emergency passes over (S-19). */
export const gatesBeyondEmergency = ['RED', 'SIGNATORY', 'READINESS', 'ACCOUNT', 'CLOSING'] as const;
