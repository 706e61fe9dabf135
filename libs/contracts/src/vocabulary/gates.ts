/** The 25 named preconditions of the lifecycle (requirements, "Gates"). */
export const gateIds = [
  'NEED',
  'ADDED-VALUE',
  'MAPPING',
  'INTRODUCED',
  'DILIGENCE',
  'RED',
  'ORANGE',
  'EXPECTATIONS',
  'VALUES',
  'OBJECTIVES',
  'ROLES',
  'BUDGET',
  'CAPACITY',
  'EVALUATION',
  'LANGUAGE',
  'CONTENT',
  'CD',
  'SIGNATORY',
  'OFFICER',
  'FOLLOW-UP',
  'PRESENCE',
  'REFLECTION',
  'READINESS',
  'ACCOUNT',
  'CLOSING',
] as const;

export type GateId = (typeof gateIds)[number];

/** block: the step is refused. warn: it is taken and the warning recorded. alert: shown only. off: not asked. */
export const gateStrengths = ['block', 'warn', 'alert', 'off'] as const;

export type GateStrength = (typeof gateStrengths)[number];
