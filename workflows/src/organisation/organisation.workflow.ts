import { organisationRules } from '@palabre/lifecycle';
import { ownedStream } from '../hosting/owned-input.js';
import { announce } from '../hosting/ports.js';
import { liveStream } from '../hosting/stream.workflow.js';

/** One organisation of the register. It never ends: asleep for most of its life, it wakes for the dates that it keeps. */
export const organisation = liveStream(ownedStream(organisationRules), announce);
