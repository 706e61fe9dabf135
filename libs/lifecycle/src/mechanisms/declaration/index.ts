import type { Mechanism } from '../../mechanism.js';
import { declarationDeciders } from './decide.js';
import { declarationEvolvers } from './evolve.js';
import { declarationTasks } from './tasks.js';

/** What each party tells of itself: why it is here, what it wants, what it brings, how it lives, how far it trusts. */
export const declarationMechanism: Mechanism = {
  deciders: declarationDeciders,
  evolvers: declarationEvolvers,
  tasks: declarationTasks,
  deadlines: [],
};
