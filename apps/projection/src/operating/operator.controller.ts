import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Logger } from '@palabre/event-log';
import { Caller, IdentityGuard } from '../identity/identity.guard.js';
import { hasRole, type Principal } from '../identity/principal.js';
import type { Ingest } from '../ledger/ingest.js';
import type { Follower } from '../projections/follower.js';
import { projectionNamed, projections } from '../projections/index.js';
import { cursorField, cursorParts, cursorsOf, flagField, limitField, pageText, readQuery, textField } from '../reading/page.js';
import { problems, say } from '../reading/problems.js';
import { dataSource, databasePool, ingestPath, modelFollower, operatorLog, rebuildJobs } from '../reading/tokens.js';
import type { RebuildJob, RebuildJobs } from '../rebuild/rebuild-jobs.js';
import { dismissParked, listParked, listParkedRecords } from './parked.query.js';

export const pageQuery = z.strictObject({ limit: limitField, cursor: cursorField });
export const recordsQuery = z.strictObject({ bytes: flagField.default(false) });
export const rebuildBody = z.strictObject({ model: z.enum(projections.map(one => one.name)) });
export const dismissBody = z.strictObject({
  records: z
    .array(z.string().regex(/^\d{1,18}$/))
    .min(1)
    .max(200),
  reason: textField(300).min(3),
});

export const headsQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(5_000).default(1_000), cursor: cursorField });
const headCursors = cursorsOf('heads', cursorParts.name);

const streamName = (stream: string): string => readQuery(z.strictObject({ stream: textField(500) }), { stream }).stream;

function mustOperate(caller: Principal): void {
  if (!hasRole(caller, 'operator')) throw problems.notPermitted(say('Réservé à l’exploitation.', 'This is for operators.'));
}

/** What keeps the read side running. Every act is logged with who asked. */
@Controller('v1')
@UseGuards(IdentityGuard)
export class OperatorController {
  constructor(
    @Inject(databasePool) private readonly pool: Pool,
    @Inject(dataSource) private readonly source: DataSource,
    @Inject(ingestPath) private readonly ingest: Ingest,
    @Inject(modelFollower) private readonly follower: Follower,
    @Inject(rebuildJobs) private readonly jobs: RebuildJobs,
    @Inject(operatorLog) private readonly logger: Logger,
  ) {}

  @Get('parked')
  @Header('content-type', 'application/json; charset=utf-8')
  parked(@Caller() caller: Principal, @Query() query: unknown): Promise<string> {
    mustOperate(caller);
    const { limit, cursor } = readQuery(pageQuery, query);
    return listParked(this.pool, limit, cursor);
  }

  @Get('parked/:stream')
  async parkedRecords(@Caller() caller: Principal, @Param('stream') named: string, @Query() query: unknown): Promise<object> {
    mustOperate(caller);
    const stream = streamName(named);
    return { stream, records: await listParkedRecords(this.source, stream, readQuery(recordsQuery, query).bytes) };
  }

  /** Looks at the raw bytes again with the present contracts, and lets what fits flow. */
  @Post('parked/:stream/retry')
  @HttpCode(200)
  async retry(@Caller() caller: Principal, @Param('stream') named: string): Promise<object> {
    mustOperate(caller);
    const stream = streamName(named);
    const { appended } = await this.ingest.retry(stream);
    this.logger.info({ stream, person: caller.person, appended: appended.length }, 'operator retried a parked stream');
    if (appended.length > 0) await this.follower.follow(appended);
    await this.follower.settled();
    const waiting = await listParkedRecords(this.source, stream, false);
    return { stream, appended: appended.length, waiting: waiting.length };
  }

  /** Sets records aside that will never find a place, with a reason: junk, or the wrong one of two histories. */
  @Post('parked/:stream/dismiss')
  @HttpCode(200)
  async dismiss(@Caller() caller: Principal, @Param('stream') named: string, @Body() body: unknown): Promise<object> {
    mustOperate(caller);
    const stream = streamName(named);
    const { records, reason } = readQuery(dismissBody, body);
    const dismissed = await dismissParked(this.pool, stream, records, `dismissed by ${caller.person}: ${reason}`);
    this.logger.warn({ stream, person: caller.person, dismissed }, 'operator dismissed parked records');
    return { stream, dismissed };
  }

  @Post('rebuilds')
  @HttpCode(202)
  async rebuild(@Caller() caller: Principal, @Body() body: unknown): Promise<object> {
    mustOperate(caller);
    const { model } = readQuery(rebuildBody, body);
    const projection = projectionNamed(model);
    if (!projection) throw problems.notFound(say('Aucune vue ne porte ce nom.', 'No read model has this name.'));
    const id = await this.jobs.start(projection);
    this.logger.info({ model, job: id, person: caller.person }, 'operator asked for a rebuild');
    return { id, model, state: 'running' };
  }

  /** The rebuilds, latest first, and the names of what can be rebuilt. */
  @Get('rebuilds')
  async rebuilds(@Caller() caller: Principal): Promise<object> {
    mustOperate(caller);
    return { models: projections.map(one => one.name), items: await this.jobs.list(), next: null };
  }

  @Get('rebuilds/:id')
  async rebuildJob(@Caller() caller: Principal, @Param('id') id: string): Promise<RebuildJob> {
    mustOperate(caller);
    const job = z.uuid().safeParse(id).success ? await this.jobs.find(id) : null;
    if (!job) throw problems.notFound(say('Aucune reconstruction ne porte cet identifiant.', 'No rebuild has this id.'));
    return job;
  }

  /** Head of every stream in the ledger: what the sweeper compares with the workflows. */
  @Get('heads')
  @Header('content-type', 'application/json; charset=utf-8')
  async heads(@Caller() caller: Principal, @Query() query: unknown): Promise<string> {
    mustOperate(caller);
    const { limit, cursor } = readQuery(headsQuery, query);
    const { rows } = await this.pool.query<{ stream: string; version: string; hash: string }>({
      name: 'heads',
      text: "SELECT stream, version, encode(hash, 'hex') AS hash FROM ledger_head WHERE stream > $1 ORDER BY stream LIMIT $2",
      values: [headCursors.read(cursor)?.[0] ?? '', limit + 1],
    });
    const page = rows.slice(0, limit).map(row => ({ stream: row.stream, version: Number(row.version), hash: row.hash }));
    const last = page.at(-1);
    return pageText(JSON.stringify(page), rows.length > limit && last ? headCursors.write(last.stream) : null);
  }
}
