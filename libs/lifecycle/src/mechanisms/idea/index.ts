import type { Mechanism } from '../../mechanism.js';
import { ideaDeadlines } from './deadlines.js';
import { ideaDeciders } from './decide.js';
import { ideaEvolvers } from './evolve.js';
import { ideaTasks } from './tasks.js';

/** What the partnership is: its idea, the projects it carries, the steps it leaves out, who was heard on it, its brand. */
export const ideaMechanism: Mechanism = { deciders: ideaDeciders, evolvers: ideaEvolvers, tasks: ideaTasks, deadlines: ideaDeadlines };
