import { CreateLedger1763690000001 } from '../ledger/ledger.migration.js';
import { CreateDeadlines1763690000007 } from '../projections/deadlines/deadlines.migration.js';
import { CreateFile1763690000004 } from '../projections/file/file.migration.js';
import { CreateInbox1763690000005 } from '../projections/inbox/inbox.migration.js';
import { CreatePortfolio1763690000003 } from '../projections/portfolio/portfolio.migration.js';
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
];
