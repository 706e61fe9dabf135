import type { Mechanism } from '../../mechanism.js';
import { answeredProposals } from './consequences.js';
import { frameDeadlines } from './deadlines.js';
import { frameDeciders } from './decide.js';
import { frameEvolvers } from './evolve.js';
import { frameTasks } from './tasks.js';

/** Frame: what binds every party and changes only when they agree: who is in, the type, who leads, the term. */
export const frameMechanism: Mechanism = {
  deciders: frameDeciders,
  evolvers: frameEvolvers,
  tasks: frameTasks,
  deadlines: frameDeadlines,
  consequences: [answeredProposals],
};
