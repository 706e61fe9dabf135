/** The mechanisms of the domain model: names are rows, mechanisms are code. */
export const mechanisms = [
  'parties',
  'phase',
  'gate',
  'task',
  'deadline',
  'text',
  'form',
  'sign-off',
  'line',
  'commitment',
  'money',
  'meeting',
  'journal',
  'voice',
  'calendar',
] as const;

export type Mechanism = (typeof mechanisms)[number];
