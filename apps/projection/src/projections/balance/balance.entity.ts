import { EntitySchema } from 'typeorm';

/** How much of one thing there was in one year, for one party or for all together. */
export interface BalanceRow {
  readonly partnership: string;
  /** `year/measure/party`; of what is only remembered in order to count, `kept/…`. */
  readonly part: string;
  readonly version: number;
  /** Calendar year of the fact; 0 of what is only remembered. */
  readonly year: number;
  /** What is counted: a name of `measures`. */
  readonly measure: string;
  /** Empty: all parties together. */
  readonly party: string;
  readonly amount: number;
}

export const balanceEntity = new EntitySchema<BalanceRow>({
  name: 'BalanceRow',
  tableName: 'balance',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    year: { type: 'int' },
    measure: { type: 'text' },
    party: { type: 'text' },
    amount: { type: 'int' },
  },
});
