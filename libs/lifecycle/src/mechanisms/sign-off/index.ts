import type { Mechanism } from '../../mechanism.js';
import { signOffConsequences } from './consequences.js';
import { signOffDeadlines } from './deadlines.js';
import { signOffDeciders } from './decide.js';
import { signOffEvolvers } from './evolve.js';
import { signOffTasks } from './tasks.js';

/** Sign-off: a decision that needs named parties or bodies, on exactly the version they read; who asks never approves. */
export const signOffMechanism: Mechanism = {
  deciders: signOffDeciders,
  evolvers: signOffEvolvers,
  tasks: signOffTasks,
  deadlines: signOffDeadlines,
  consequences: signOffConsequences,
};
