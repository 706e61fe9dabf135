import { charterRules } from '@palabre/lifecycle';
import { ownedStream } from '../hosting/owned-input.js';
import { announce } from '../hosting/ports.js';
import { liveStream } from '../hosting/stream.workflow.js';

/** One charter, from its first clause through its editions. */
export const charter = liveStream(ownedStream(charterRules), announce);
