import { CreateLedger1763690000001 } from '../ledger/ledger.migration.js';
import { CreateBalance1763730000002 } from '../projections/balance/balance.migration.js';
import { CreateClauses1763720000003 } from '../projections/clauses/clauses.migration.js';
import { CreateCommitments1763720000001 } from '../projections/commitments/commitments.migration.js';
import { CreateDeadlines1763690000007 } from '../projections/deadlines/deadlines.migration.js';
import { CreateFile1763690000004 } from '../projections/file/file.migration.js';
import { CreateInbox1763690000005 } from '../projections/inbox/inbox.migration.js';
import { CreateJournal1763730000001 } from '../projections/journal/journal.migration.js';
import { CreateLeadership1763720000005 } from '../projections/leadership/leadership.migration.js';
import { CreateMoney1763720000002 } from '../projections/money/money.migration.js';
import { CreateOrganisations1763720000004 } from '../projections/organisations/organisations.migration.js';
import { CreateSurveys1763740000001 } from '../projections/surveys/surveys.migration.js';
import { CreateReviews1763740000002 } from '../projections/reviews/reviews.migration.js';
import { CreateDurations1763740000003 } from '../projections/durations/durations.migration.js';
import { CreatePractice1763740000004 } from '../projections/practice/practice.migration.js';
import { CreateTeamwork1763740000005 } from '../projections/teamwork/teamwork.migration.js';
import { CreateReality1763740000006 } from '../projections/reality/reality.migration.js';
import { CreatePortfolio1763690000003 } from '../projections/portfolio/portfolio.migration.js';
import { CreateProtection1763750000001 } from '../projections/protection/protection.migration.js';
import { CreateReadings1763750000002 } from '../readings/readings.migration.js';
import { CreateReadModels1763690000002 } from '../projections/read-model.migration.js';
import { CreateTimeline1763690000006 } from '../projections/timeline/timeline.migration.js';

/** In order. Only ever appended to. */
export const migrations = [
  CreateLedger1763690000001,
  CreateReadModels1763690000002,
  CreatePortfolio1763690000003,
  CreateFile1763690000004,
  CreateInbox1763690000005,
  CreateTimeline1763690000006,
  CreateDeadlines1763690000007,
  CreateCommitments1763720000001,
  CreateMoney1763720000002,
  CreateClauses1763720000003,
  CreateOrganisations1763720000004,
  CreateLeadership1763720000005,
  CreateJournal1763730000001,
  CreateBalance1763730000002,
  CreateSurveys1763740000001,
  CreateReviews1763740000002,
  CreateDurations1763740000003,
  CreatePractice1763740000004,
  CreateTeamwork1763740000005,
  CreateReality1763740000006,
  CreateProtection1763750000001,
  CreateReadings1763750000002,
];
