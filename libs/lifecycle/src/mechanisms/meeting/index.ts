import type { Mechanism } from '../../mechanism.js';
import { meetingDeadlines } from './deadlines.js';
import { meetingDeciders } from './decide.js';
import { meetingEvolvers } from './evolve.js';
import { meetingTasks } from './tasks.js';

/** Meeting: contacts, the regular calendar, status points, and the meetings that a phase asks for once. */
export const meetingMechanism: Mechanism = {
  deciders: meetingDeciders,
  evolvers: meetingEvolvers,
  tasks: meetingTasks,
  deadlines: meetingDeadlines,
};
