import { Controller, Get, Header, Inject, Param, Query, UseGuards } from '@nestjs/common';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { Caller, IdentityGuard } from '../identity/identity.guard.js';
import type { Principal } from '../identity/principal.js';
import { recordedList } from '../readings/recorded.js';
import type { Listed } from './list-row.js';
import { listsOfAll } from './lists-of-all.js';
import { namedRow } from './named-row.js';
import { dataSource, databasePool } from './tokens.js';

/** Lists over all that the caller may see, by their table; the database makes the JSON of most. */
@Controller('v1')
@UseGuards(IdentityGuard)
export class ListsController {
  constructor(
    @Inject(databasePool) private readonly pool: Pool,
    @Inject(dataSource) private readonly source: DataSource,
  ) {}

  @Get(':list')
  @Header('content-type', 'application/json; charset=utf-8')
  list(@Caller() principal: Principal, @Param('list') name: string, @Query() query: unknown): Promise<Listed> {
    const { pool, source } = this;
    const asked = namedRow(listsOfAll, name).ask(query);
    return recordedList(pool, principal, name, reader => asked.answer({ pool, source, principal: reader }));
  }
}
