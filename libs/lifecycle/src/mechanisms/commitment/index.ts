import type { Mechanism } from '../../mechanism.js';
import { commitmentDeadlines } from './deadlines.js';
import { commitmentDeciders } from './decide.js';
import { commitmentEvolvers } from './evolve.js';
import { leftBehind } from './left-behind.js';
import { commitmentTasks } from './tasks.js';

/** Commitment: who owes what to whom by when, in every direction; kept is said by the party it is owed to. */
export const commitmentMechanism: Mechanism = {
  deciders: commitmentDeciders,
  evolvers: commitmentEvolvers,
  tasks: commitmentTasks,
  deadlines: commitmentDeadlines,
  consequences: [leftBehind],
};
