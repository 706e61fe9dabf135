/** The thirteen phases of a partnership, in the order of the procedure (requirements, "Lifecycle phases"). */
export const phases = [
  'readiness',
  'idea',
  'mapping',
  'search',
  'due-diligence',
  'co-construction',
  'validation',
  'setting-up',
  'implementation',
  'annual-review',
  'transfer',
  'closing',
  'after',
] as const;

export type Phase = (typeof phases)[number];

/** How a file stands. `closed`, `discarded` and `failed` are ends: nothing moves any more, everything can be read. */
export const standings = ['open', 'suspended', 'closed', 'discarded', 'failed'] as const;

export type Standing = (typeof standings)[number];
