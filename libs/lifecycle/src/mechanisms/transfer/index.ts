import type { Mechanism } from '../../mechanism.js';
import { transferDeciders } from './decide.js';
import { transferEvolvers } from './evolve.js';
import { transferDeadlines, transferTasks } from './tasks.js';

/** Transfer: a project of its own, from its plan to the look back a year later. */
export const transferMechanism: Mechanism = {
  deciders: transferDeciders,
  evolvers: transferEvolvers,
  tasks: transferTasks,
  deadlines: transferDeadlines,
};
