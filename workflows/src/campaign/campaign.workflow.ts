import { campaignRules } from '@palabre/lifecycle';
import { ownedStream } from '../hosting/owned-input.js';
import { announce } from '../hosting/ports.js';
import { liveStream } from '../hosting/stream.workflow.js';

/** One survey campaign: it ends when it closes, with its results announced and its answers forgotten. */
export const campaign = liveStream(ownedStream(campaignRules), announce);
