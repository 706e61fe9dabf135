import type { Mechanism } from '../../mechanism.js';
import { journalDeciders } from './decide.js';
import { journalEvolvers } from './evolve.js';
import { relationTasks } from './relation-tasks.js';
import { journalTasks } from './tasks.js';

/** Journal: dated notes of a declared kind, by a party; counted, with no life of their own. */
export const journalMechanism: Mechanism = {
  deciders: journalDeciders,
  evolvers: journalEvolvers,
  tasks: [...journalTasks, ...relationTasks],
  deadlines: [],
};
