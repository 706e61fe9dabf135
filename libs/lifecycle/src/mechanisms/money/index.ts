import type { Mechanism } from '../../mechanism.js';
import { moneyDeadlines } from './deadlines.js';
import { moneyDeciders } from './decide.js';
import { moneyEvolvers } from './evolve.js';
import { moneyTasks } from './tasks.js';

/** Money: transfers on lines of the agreed budget, confirmed by who receives, justified by who spends. */
export const moneyMechanism: Mechanism = {
  deciders: moneyDeciders,
  evolvers: moneyEvolvers,
  tasks: moneyTasks,
  deadlines: moneyDeadlines,
};
