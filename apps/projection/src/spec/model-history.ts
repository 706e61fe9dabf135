import { breachesHistory } from './breaches-history.js';
import { campaignHistory } from './campaign-history.js';
import { historyOfAll } from './history-of-all.js';
import { organisationHistory } from './organisation-history.js';
import { protectedStory } from './protected-history.js';
import type { Teller } from './rebuild-proof.js';
import { teamworkHistory } from './teamwork-history.js';

/** Models that the history of an ordinary partnership leaves empty, with one that fills them. */
const ofTheirOwn: ReadonlyMap<string, Teller> = new Map<string, Teller>([
  ['breaches', breachesHistory],
  ['organisations', organisationHistory],
  ['teamwork', teamworkHistory],
  ['surveys', campaignHistory],
  ['protection', protectedStory],
]);

/** Tells a history that fills this read model. */
export const historyFor = (model: string): Teller => ofTheirOwn.get(model) ?? historyOfAll;
