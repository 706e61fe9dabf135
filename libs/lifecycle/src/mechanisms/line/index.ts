import type { Mechanism } from '../../mechanism.js';
import { lineDeadlines } from './deadlines.js';
import { lineDeciders } from './decide.js';
import { lineEvolvers } from './evolve.js';
import { lapsedCases } from './lapsed.js';
import { answeredPlans } from './mitigation.js';
import { lineTasks } from './tasks.js';

/** Line: red or orange, raised by anybody about anybody; the party is heard before anything is decided. */
export const lineMechanism: Mechanism = {
  deciders: lineDeciders,
  evolvers: lineEvolvers,
  tasks: lineTasks,
  deadlines: lineDeadlines,
  consequences: [lapsedCases, answeredPlans],
};
