import type { EventData } from '@palabre/contracts';
import { EntitySchema } from 'typeorm';

type Body = EventData<'BudgetProposed'>['body'];

/** What is known of the budget beside its lines. Amounts are minor units of their currency. */
export interface BudgetHead {
  /** Newest proposal: it becomes the budget when every party has accepted that version. */
  readonly proposed: { readonly version: number; readonly lines: Body['lines']; readonly overheads: NonNullable<Body['overheads']> } | null;
  /** Every line that an agreed budget had. */
  readonly lines: readonly string[];
  /** Overheads that parties said they need, as the agreed budget holds them. */
  readonly overheads: NonNullable<Body['overheads']>;
  /** Cases that hold every transfer back. */
  readonly frozenBy: readonly string[];
}

/**
 * A row is the head (part `head`), a line of the agreed budget (`line/…`), a transfer on a line (`transfer/…`) or an amount
 * said to be diverted from a line (`diversion/…`). What a line comes to is added up when it is asked for.
 */
export interface MoneyRow {
  readonly partnership: string;
  readonly part: string;
  readonly version: number;
  readonly kind: 'head' | 'line' | 'transfer' | 'diversion';
  readonly line: string | null;
  readonly label: string | null;
  readonly currency: string | null;
  /** Minor units. */
  readonly amount: number;
  /** Minor units of a transfer that vouchers account for. */
  readonly justified: number;
  /** Who spends: of a line, its party; of a transfer, who receives. */
  readonly party: string | null;
  readonly payer: string | null;
  readonly overhead: boolean;
  /** `agreed` or `dropped` of a line; `requested`, `sent`, `received` or `cancelled` of a transfer. */
  readonly state: string | null;
  /** The transfer did not arrive in time. */
  readonly delayed: boolean;
  /** Vouchers are owed past their day. */
  readonly overdue: boolean;
  /** Day on which a transfer arrived. */
  readonly receivedOn: string | null;
  readonly head: BudgetHead | null;
}

export const moneyEntity = new EntitySchema<MoneyRow>({
  name: 'MoneyRow',
  tableName: 'money',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    kind: { type: 'text' },
    line: { type: 'text', nullable: true },
    label: { type: 'text', nullable: true },
    currency: { type: 'text', nullable: true },
    amount: { type: 'bigint' },
    justified: { type: 'bigint' },
    party: { type: 'text', nullable: true },
    payer: { type: 'text', nullable: true },
    overhead: { type: 'boolean' },
    state: { type: 'text', nullable: true },
    delayed: { type: 'boolean' },
    overdue: { type: 'boolean' },
    receivedOn: { name: 'received_on', type: 'text', nullable: true },
    head: { type: 'jsonb', nullable: true },
  },
});
