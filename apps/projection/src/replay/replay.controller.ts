import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { contentHash, partnershipStream } from '@palabre/contracts';
import { IdentityGuard, Caller } from '../identity/identity.guard.js';
import type { Principal } from '../identity/principal.js';
import { streamEvents } from '../projections/ledger-pages.js';
import { accessTo, type Access } from '../reading/access.js';
import { readQuery } from '../reading/page.js';
import { problems } from '../reading/problems.js';
import { databasePool, readYourWrites } from '../reading/tokens.js';
import { freshnessFields, type ReadYourWrites } from '../reading/read-your-writes.js';
import { eventsUntil, foldState } from './replay.js';
import { verify, type VerifyReport } from './verify.js';

const lastInstantOf = (day: string): string => `${day}T23:59:59.999Z`;

const atQuery = z
  .strictObject({
    version: z.coerce.number().int().min(1).optional(),
    /** A day (its end) or an instant of the partnership's calendar, UTC. */
    date: z.union([z.iso.date().transform(lastInstantOf), z.iso.datetime().transform(text => new Date(text).toISOString())]).optional(),
  })
  .refine(query => (query.version === undefined) !== (query.date === undefined), { error: 'name either a version or a date' });

const verifyQuery = z.strictObject(freshnessFields);

/** Details of cases that the caller may not read are taken out of a replayed state (MDM-68). */
function veil(value: unknown, access: Access): unknown {
  if (Array.isArray(value)) return value.map(one => veil(one, access));
  if (typeof value !== 'object' || value === null) return value;
  const { line, about } = value as { readonly line?: unknown; readonly about?: unknown };
  if (typeof line === 'string' && typeof about === 'string' && !access.mayReadCase(line, about)) return { protected: true };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, veil(one, access)]));
}

/** The past, by the same rules that made it. */
@Controller('v1/partnerships/:id')
@UseGuards(IdentityGuard)
export class ReplayController {
  constructor(
    @Inject(databasePool) private readonly pool: Pool,
    @Inject(readYourWrites) private readonly freshness: ReadYourWrites,
  ) {}

  /** State of the partnership at a version or at a date of its calendar. */
  @Get('at')
  async at(@Caller() caller: Principal, @Param('id') id: string, @Query() query: unknown): Promise<object> {
    const { version, date } = readQuery(atQuery, query);
    const access = await accessTo(this.pool, caller, id);
    const client = await this.pool.connect();
    try {
      const all = await streamEvents(client, partnershipStream(id), version);
      const events = date === undefined ? all : eventsUntil(all, date);
      const last = events.at(-1);
      if (!last) throw problems.notFound('the partnership did not exist at that moment');
      if (version !== undefined && last.version < version) throw problems.notFound(`the partnership has not reached version ${version}`);
      const state = foldState(id, events);
      return {
        id,
        version: last.version,
        at: last.attributes.factat,
        setBy: { type: last.type, actor: last.attributes.actor, party: last.attributes.party, cause: last.attributes.cause },
        contentHash: contentHash(state),
        state: veil(state, access),
      };
    } finally {
      client.release();
    }
  }

  @Get('verify')
  async verify(@Caller() caller: Principal, @Param('id') id: string, @Query() query: unknown): Promise<VerifyReport> {
    await this.freshness.waitFor(id, readQuery(verifyQuery, query));
    await accessTo(this.pool, caller, id);
    return verify(this.pool, id);
  }
}
