import { Controller, Get, Header, Inject, Param, Query, UseGuards } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { streamName } from '@palabre/contracts';
import { Caller, IdentityGuard } from '../identity/identity.guard.js';
import type { Principal } from '../identity/principal.js';
import { cursorField, cursorParts, cursorsOf, limitField, pageText, readId, readQuery } from '../reading/page.js';
import { databasePool } from '../reading/tokens.js';
import { eventText, type StoredText } from './stream-access-discretion.js';
import { readKind, requireStream } from './stream-access.js';
import { verify, type VerifyReport } from './verify.js';

export const historyQuery = z.strictObject({ limit: limitField, cursor: cursorField });

const cursors = cursorsOf('stream-history', cursorParts.version);

interface Row extends StoredText {
  readonly version: string;
}

/** The history of organisations, charters and campaigns, byte for byte but for what is withheld, and its proof. */
@Controller('v1/streams/:kind/:id')
@UseGuards(IdentityGuard)
export class StreamController {
  constructor(@Inject(databasePool) private readonly pool: Pool) {}

  @Get('history')
  @Header('Content-Type', 'application/json')
  async history(
    @Caller() caller: Principal,
    @Param('kind') named: string,
    @Param('id') written: string,
    @Query() query: unknown,
  ): Promise<string> {
    const [kind, id] = [readKind(named), readId(written)];
    const { limit, cursor } = readQuery(historyQuery, query);
    const { isOwner } = await requireStream(this.pool, caller, kind, id);
    const { rows } = await this.pool.query<Row>({
      name: 'stream-history',
      text: 'SELECT version, attributes, payload FROM ledger WHERE stream = $1 AND version > $2 ORDER BY version LIMIT $3',
      values: [streamName(kind, id), cursors.read(cursor)?.[0] ?? '0', limit + 1],
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return pageText(
      `[${page.map(row => eventText({ kind, principal: caller, isOwner }, row)).join(',')}]`,
      rows.length > limit && last ? cursors.write(last.version) : null,
    );
  }

  @Get('verify')
  async verify(@Caller() caller: Principal, @Param('kind') named: string, @Param('id') written: string): Promise<VerifyReport> {
    const [kind, id] = [readKind(named), readId(written)];
    await requireStream(this.pool, caller, kind, id);
    return verify(this.pool, id, kind);
  }
}
