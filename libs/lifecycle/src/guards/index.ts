import type { Refusal } from '@palabre/contracts';
import type { Guard } from '../mechanism.js';
import { partyStanding } from './party-standing.js';
import { permission } from './permission.js';
import { phaseWindow } from './phase-window.js';
import { protectedFile } from './protected-file.js';
import { suspension } from './suspension.js';
import { voice } from './voice.js';

/** Rules that stand before every command, in the order in which people want to hear them. */
export const guards: readonly Guard[] = [permission, protectedFile, partyStanding, voice, suspension, phaseWindow];

/** Everything that stands in the way, in order. */
export const obstacles = (...[state, ask]: Parameters<Guard>): readonly Refusal[] =>
  guards.map(guard => guard(state, ask)).filter(refusal => refusal !== null);

/** The first obstacle, or null. */
export const firstObstacle = (...[state, ask]: Parameters<Guard>): Refusal | null => obstacles(state, ask)[0] ?? null;
