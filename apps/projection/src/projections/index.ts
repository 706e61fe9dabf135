import { balanceProjection } from './balance/balance.projection.js';
import { breachesProjection } from './breaches/breaches.projection.js';
import { clausesProjection } from './clauses/clauses.projection.js';
import { commitmentsProjection } from './commitments/commitments.projection.js';
import { deadlinesProjection } from './deadlines/deadlines.projection.js';
import { fileProjection } from './file/file.projection.js';
import { inboxProjection } from './inbox/inbox.projection.js';
import { journalProjection } from './journal/journal.projection.js';
import { leadershipProjection } from './leadership/leadership.projection.js';
import { moneyProjection } from './money/money.projection.js';
import { organisationsProjection } from './organisations/organisations.projection.js';
import { portfolioProjection } from './portfolio/portfolio.projection.js';
import { surveysProjection } from './surveys/surveys.projection.js';
import { reviewsProjection } from './reviews/reviews.projection.js';
import { durationsProjection } from './durations/durations.projection.js';
import { practiceProjection } from './practice/practice.projection.js';
import { teamworkProjection } from './teamwork/teamwork.projection.js';
import { realityProjection } from './reality/reality.projection.js';
import { trainingProjection } from './training/training.projection.js';
import { protectionProjection } from './protection/protection.projection.js';
import type { Projection } from './projection.js';
import { timelineProjection } from './timeline/timeline.projection.js';

/** The read models in force. A new one is a folder and a row here. */
export const projections = [
  portfolioProjection,
  fileProjection,
  inboxProjection,
  timelineProjection,
  deadlinesProjection,
  commitmentsProjection,
  moneyProjection,
  clausesProjection,
  organisationsProjection,
  leadershipProjection,
  journalProjection,
  balanceProjection,
  surveysProjection,
  reviewsProjection,
  durationsProjection,
  practiceProjection,
  teamworkProjection,
  realityProjection,
  protectionProjection,
  trainingProjection,
  breachesProjection,
] as unknown as readonly Projection[];

export const projectionNamed = (name: string): Projection | undefined => projections.find(one => one.name === name);
