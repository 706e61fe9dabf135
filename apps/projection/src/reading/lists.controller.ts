import { Controller, Get, Header, Inject, Query, UseGuards } from '@nestjs/common';
import type { Pool } from 'pg';
import { Caller, IdentityGuard } from '../identity/identity.guard.js';
import type { Principal } from '../identity/principal.js';
import { inboxQuery, listInbox } from '../projections/inbox/inbox.query.js';
import { listPortfolio, portfolioQuery } from '../projections/portfolio/portfolio.query.js';
import { readQuery } from './page.js';
import { databasePool } from './tokens.js';

/** Lists over all partnerships that the caller may see; the database makes the JSON. */
@Controller('v1')
@UseGuards(IdentityGuard)
export class ListsController {
  constructor(@Inject(databasePool) private readonly pool: Pool) {}

  @Get('portfolio')
  @Header('content-type', 'application/json; charset=utf-8')
  portfolio(@Caller() caller: Principal, @Query() query: unknown): Promise<string> {
    return listPortfolio(this.pool, caller, readQuery(portfolioQuery, query));
  }

  @Get('inbox')
  @Header('content-type', 'application/json; charset=utf-8')
  inbox(@Caller() caller: Principal, @Query() query: unknown): Promise<string> {
    return listInbox(this.pool, caller, readQuery(inboxQuery, query));
  }
}
