import { CreateLedger1763690000001 } from '../ledger/ledger.migration.js';
import { projections } from '../projections/index.js';
import { migrationOf } from '../projections/model-migration.js';
import { CreateReadModels1763690000002 } from '../projections/read-model.migration.js';
import { CreateReadings1763750000002 } from '../readings/readings.migration.js';

/** Run in the order of their stamps, whatever their place here. A read model brings its own. */
export const migrations = [
  CreateLedger1763690000001,
  CreateReadModels1763690000002,
  CreateReadings1763750000002,
  ...projections.map(migrationOf),
];
