/** The mechanisms of the domain model: names are rows, mechanisms are code. The last three have streams of their own. */
export const mechanisms = [
  'parties',
  'phase',
  'idea',
  'declaration',
  'frame',
  'transfer',
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
  'organisation',
  'charter',
  'campaign',
] as const;

export type Mechanism = (typeof mechanisms)[number];
