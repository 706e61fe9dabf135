import { balanceQuery, readBalance } from '../projections/balance/balance.query.js';
import { clausesQuery, listClauses } from '../projections/clauses/clauses.query.js';
import { commitmentsQuery, listCommitments } from '../projections/commitments/commitments.query.js';
import { listPastBreaches, pastBreachesQuery } from '../projections/commitments/past-breaches.query.js';
import { deadlinesQuery, listDeadlines } from '../projections/deadlines/deadlines.query.js';
import { journalOfOneQuery, listJournal } from '../projections/journal/journal.query.js';
import { moneyQuery, readMoney } from '../projections/money/money.query.js';
import { readSectors, sectorsQuery } from '../projections/organisations/sectors.query.js';
import { existingForIdeaQuery, listExistingFor } from '../projections/portfolio/existing.query.js';
import { listTimeline, timelineQuery } from '../projections/timeline/timeline.query.js';
import { linesQuery, listLines } from '../projections/file/lines.query.js';
import { activitiesQuery, digestsQuery, listActivities, listDigests } from '../projections/practice/practice.query.js';
import { listReviews, reviewsQuery } from '../projections/reviews/reviews.query.js';
import { historyQuery, listHistory } from './history.query.js';
import { listOfOne, type ListRow, type ReadingOfOne } from './list-row.js';

/** Lists of one partnership: `GET /v1/partnerships/:id/<name>`. A new one is a row here. */
export const listsOfOne: Readonly<Record<string, ListRow<ReadingOfOne>>> = {
  timeline: listOfOne(timelineQuery, ({ pool, access, discretion }, asked) => listTimeline(pool, access, discretion, asked)),
  deadlines: listOfOne(deadlinesQuery, ({ source, access, discretion }, asked) => listDeadlines(source, access, discretion, asked)),
  commitments: listOfOne(commitmentsQuery, ({ pool, access, discretion }, asked) => listCommitments(pool, access, discretion, asked)),
  clauses: listOfOne(clausesQuery, ({ source, access, discretion }, asked) => listClauses(source, access, discretion, asked)),
  money: listOfOne(moneyQuery, ({ pool, access, discretion }, asked) => readMoney(pool, access, discretion, asked)),
  'past-breaches': listOfOne(pastBreachesQuery, ({ pool, principal, access }, asked) => listPastBreaches(pool, principal, access, asked)),
  sectors: listOfOne(sectorsQuery, ({ pool, access }) => readSectors(pool, access)),
  existing: listOfOne(existingForIdeaQuery, ({ pool, principal, access }, asked) => listExistingFor(pool, principal, access, asked)),
  journal: listOfOne(journalOfOneQuery, ({ pool, principal, access }, { after: _after, wait: _wait, ...asked }) =>
    listJournal(pool, principal, { ...asked, partnership: access.partnership }),
  ),
  reviews: listOfOne(reviewsQuery, ({ pool, access }, asked) => listReviews(pool, access, asked)),
  lines: listOfOne(linesQuery, ({ pool, access }, asked) => listLines(pool, access, asked)),
  activities: listOfOne(activitiesQuery, ({ pool, access }, asked) => listActivities(pool, access, asked)),
  digests: listOfOne(digestsQuery, ({ pool, ...reading }, asked) => listDigests(pool, reading, asked)),
  balance: listOfOne(balanceQuery, readBalance),
  history: listOfOne(historyQuery, ({ pool, access, discretion }, asked) => listHistory(pool, access, discretion, asked)),
};
