import type { Mechanism } from '../../mechanism.js';
import { acceptedMediators, voiceDeciders } from './decide.js';
import { voiceEvolvers } from './evolve.js';
import { voiceTasks } from './tasks.js';

/** Voice: what is said under the tree, and difficulties that only the one who raised them calls resolved. */
export const voiceMechanism: Mechanism = {
  deciders: voiceDeciders,
  evolvers: voiceEvolvers,
  tasks: voiceTasks,
  deadlines: [],
  consequences: [acceptedMediators],
};
