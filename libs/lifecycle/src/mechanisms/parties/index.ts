import type { Mechanism } from '../../mechanism.js';
import { partiesDeciders } from './decide.js';
import { partiesEvolvers } from './evolve.js';
import { partiesTasks } from './tasks.js';
import { withdrawalDeadlines } from './withdrawal.js';

/** Parties: who takes part, with which mandate, and how people hand over to each other. */
export const partiesMechanism: Mechanism = {
  deciders: partiesDeciders,
  evolvers: partiesEvolvers,
  tasks: partiesTasks,
  deadlines: withdrawalDeadlines,
};
