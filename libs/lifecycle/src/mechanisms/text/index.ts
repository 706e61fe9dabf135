import type { Mechanism } from '../../mechanism.js';
import { answeredTexts } from './consequences.js';
import { textDeadlines } from './deadlines.js';
import { textDeciders } from './decide.js';
import { textEvolvers } from './evolve.js';
import { textTasks } from './tasks.js';

/** Text: a written thing both sides work on; any change makes earlier acceptances stale. */
export const textMechanism: Mechanism = {
  deciders: textDeciders,
  evolvers: textEvolvers,
  tasks: textTasks,
  deadlines: textDeadlines,
  consequences: [answeredTexts],
};
