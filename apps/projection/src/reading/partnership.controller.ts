import { Controller, Get, Inject, Param, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { Caller, IdentityGuard } from '../identity/identity.guard.js';
import type { Principal } from '../identity/principal.js';
import { readFile } from '../projections/file/file.query.js';
import { accessForReading } from '../readings/recorded.js';
import type { Access } from './access.js';
import { discretionFor } from './discretion.js';
import { listsOfOne, listsOfShutFile } from './lists-of-one.js';
import { namedRow } from './named-row.js';
import { readId, readQuery } from './page.js';
import { problems } from './problems.js';
import { freshnessFields, type Freshness, type ReadYourWrites } from './read-your-writes.js';
import { dataSource, databasePool, readYourWrites } from './tokens.js';

export const fileQuery = z.strictObject(freshnessFields);

interface Asked {
  readonly id: string;
  /** The document or the list. */
  readonly what: string;
  readonly freshness: Freshness;
}

/** Everything about one partnership. */
@Controller('v1/partnerships/:id')
@UseGuards(IdentityGuard)
export class PartnershipController {
  constructor(
    @Inject(databasePool) private readonly pool: Pool,
    @Inject(dataSource) private readonly source: DataSource,
    @Inject(readYourWrites) private readonly freshness: ReadYourWrites,
  ) {}

  @Get()
  async file(@Caller() caller: Principal, @Param('id') id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const access = await this.#access(caller, { id, what: 'file', freshness: readQuery(fileQuery, query) }, reply);
    await reply
      .header('etag', `"${access.version}"`)
      .type('application/json')
      .send(await readFile(this.pool, access));
  }

  @Get(':list')
  async list(
    @Caller() principal: Principal,
    @Param('id') id: string,
    @Param('list') name: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { pool, source } = this;
    const asked = namedRow(listsOfOne, name).ask(query);
    const access = await this.#access(principal, { id, what: name, freshness: asked.freshness }, reply);
    if (!access.inClear && !listsOfShutFile.includes(name)) throw problems.protectedFile();
    const discretion = await discretionFor(pool, access);
    await reply.type('application/json').send(await asked.answer({ pool, source, principal, access, discretion }));
  }

  /** Waits for the version asked for, then says what the caller may see. `palabre-behind` tells when the wait was in vain. */
  async #access(caller: Principal, { id: named, what, freshness }: Asked, reply: FastifyReply): Promise<Access> {
    const id = readId(named);
    const reached = await this.freshness.waitFor(id, freshness);
    const access = await accessForReading(this.pool, caller, id, what);
    void reply.header('palabre-version', String(access.version));
    if (!reached && freshness.after !== undefined && access.version < freshness.after) void reply.header('palabre-behind', 'true');
    return access;
  }
}
