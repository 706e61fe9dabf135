import { askTasks } from '../../asks/index.js';
import { relationTasks } from '../../asks/relation.js';
import type { Mechanism } from '../../mechanism.js';
import { phaseDeadlines } from './deadlines.js';
import { phaseDeciders } from './decide.js';
import { phaseEvolvers } from './evolve.js';
import { phaseTasks } from './tasks.js';

/** Phase: where the partnership stands, and every step of the procedure. */
export const phaseMechanism: Mechanism = {
  deciders: phaseDeciders,
  evolvers: phaseEvolvers,
  tasks: [...phaseTasks, ...askTasks, ...relationTasks],
  deadlines: phaseDeadlines,
};
