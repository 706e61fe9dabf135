import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The event table as a first version would have it: one entity, one row per event. */
@Entity('naive_event')
export class NaiveEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') stream!: string;
  @Column('int') version!: number;
  @Column('text') type!: string;
  @Column('timestamptz') recordedAt!: Date;
  @Column('text') actor!: string;
  @Column('text') cause!: string;
  @Column('text') hash!: string;
  @Column('jsonb') attributes!: object;
  @Column('jsonb') payload!: object;
}

/** Where the handler has come to in the topic. */
@Entity('naive_offset')
export class NaiveOffset {
  @PrimaryColumn('int') partition!: number;
  @Column('bigint') next!: string;
}
