import { Column, Entity, PrimaryColumn } from 'typeorm';

const exact = {
  to: (value: bigint | null) => value?.toString() ?? null,
  from: (value: string | null) => (value === null ? null : BigInt(value)),
};

/** One event as it was received. Rows are only ever added. */
@Entity('ledger')
export class LedgerRow {
  @PrimaryColumn({ type: 'bigint', transformer: exact }) position!: bigint;
  @Column({ type: 'text' }) stream!: string;
  @Column({ type: 'bigint', transformer: exact }) version!: bigint;
  @Column({ type: 'text' }) type!: string;
  @Column({ name: 'schema_version', type: 'int' }) schemaVersion!: number;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
  @Column({ name: 'fact_at', type: 'timestamptz' }) factAt!: Date;
  @Column({ type: 'text' }) actor!: string;
  @Column({ name: 'actor_role', type: 'text' }) actorRole!: string;
  @Column({ type: 'text' }) party!: string;
  @Column({ type: 'text' }) cause!: string;
  @Column({ type: 'text' }) correlation!: string;
  @Column({ type: 'bytea' }) hash!: Buffer;
  @Column({ name: 'previous_hash', type: 'bytea' }) previousHash!: Buffer;
  @Column({ type: 'int' }) partition!: number;
  @Column({ name: 'kafka_offset', type: 'bigint', transformer: exact }) kafkaOffset!: bigint;
  @Column({ type: 'text' }) attributes!: string;
  @Column({ type: 'text' }) payload!: string;
}

/** A record that could not be placed, with its bytes; settled once its place is filled or an operator dismissed it. */
@Entity('parked_record')
export class ParkedRecordRow {
  @PrimaryColumn({ type: 'bigint', transformer: exact }) id!: bigint;
  @Column({ type: 'text' }) stream!: string;
  @Column({ type: 'bigint', transformer: exact, nullable: true }) version!: bigint | null;
  @Column({ type: 'text' }) problem!: string;
  @Column({ type: 'text' }) reason!: string;
  @Column({ type: 'int' }) partition!: number;
  @Column({ name: 'kafka_offset', type: 'bigint', transformer: exact }) kafkaOffset!: bigint;
  @Column({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) headers!: string;
  @Column({ type: 'bytea' }) value!: Buffer;
  @Column({ name: 'parked_at', type: 'timestamptz' }) parkedAt!: Date;
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true }) settledAt!: Date | null;
  @Column({ type: 'text', nullable: true }) settlement!: string | null;
}
