import { LedgerRow, ParkedRecordRow } from '../ledger/ledger.entity.js';
import { projections } from '../projections/index.js';

/** Everything that TypeORM knows by name. */
export const entities = [LedgerRow, ParkedRecordRow, ...projections.map(one => one.entity)];
