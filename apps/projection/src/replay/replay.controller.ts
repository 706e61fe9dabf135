import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { contentHash, formKinds, partnershipStream, shutState } from '@palabre/contracts';
import { formPut, isFormOpen } from '@palabre/lifecycle';
import { IdentityGuard, Caller } from '../identity/identity.guard.js';
import type { Principal } from '../identity/principal.js';
import type { LedgerEvent } from '../ledger/ledger-event.js';
import { streamEvents } from '../projections/ledger-pages.js';
import { accessTo } from '../reading/access.js';
import { accessForReading } from '../readings/recorded.js';
import { discretionFor, type Withheld } from '../reading/discretion.js';
import { readId, readQuery } from '../reading/page.js';
import { problems, say } from '../reading/problems.js';
import { databasePool, readYourWrites } from '../reading/tokens.js';
import { expects } from '../reading/wrong-fields.js';
import { freshnessFields, type ReadYourWrites } from '../reading/read-your-writes.js';
import { eventsUntil, foldState } from './replay.js';
import { verify, type VerifyReport } from './verify.js';

const lastInstantOf = (day: string): string => `${day}T23:59:59.999Z`;

export const atQuery = z
  .strictObject({
    version: z.coerce.number().int().min(1).optional(),
    /** A day (its end) or an instant of the partnership's calendar, UTC. */
    date: z.union([z.iso.date().transform(lastInstantOf), z.iso.datetime().transform(text => new Date(text).toISOString())]).optional(),
  })
  .refine(
    query => (query.version === undefined) !== (query.date === undefined),
    expects('soit une version, soit une date', 'either a version or a date'),
  );

export const questionsQuery = z.strictObject({ ...freshnessFields, form: z.enum(formKinds) });

export const verifyQuery = z.strictObject(freshnessFields);

/** Who set a state, in the words of its last event. */
const setterOf = ({ type, attributes: { actor, actorrole, party, cause } }: LedgerEvent): object => ({
  type,
  actor,
  actorRole: actorrole,
  party,
  cause,
});

/** A restriction keeps the words alone; the two others keep who spoke. */
const isNobodys = (withheld: Withheld | null): boolean => withheld !== null && withheld.rule !== 'MDM-17';

const protectedSetter = { type: 'protected', actor: 'protected', actorRole: 'protected', party: 'protected', cause: 'protected' } as const;

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
  async at(@Caller() caller: Principal, @Param('id') named: string, @Query() query: unknown): Promise<object> {
    const id = readId(named);
    const { version, date } = readQuery(atQuery, query);
    const access = await accessForReading(this.pool, caller, id, 'at');
    const discretion = await discretionFor(this.pool, access);
    const client = await this.pool.connect();
    try {
      const all = await streamEvents(client, partnershipStream(id), version);
      const events = date === undefined ? all : eventsUntil(all, date);
      const last = events.at(-1);
      if (!last)
        throw problems.notFound(say('Le partenariat n’existait pas à ce moment.', 'The partnership did not exist at that moment.'));
      if (version !== undefined && last.version < version)
        throw problems.notFound(
          say(`Le partenariat n’a pas atteint la version ${version}.`, `The partnership has not reached version ${version}.`),
        );
      const state = foldState(id, events);
      return {
        id,
        version: last.version,
        at: last.attributes.factat,
        setBy: isNobodys(discretion.withholds(last.type, last.data)) ? protectedSetter : setterOf(last),
        contentHash: contentHash(state),
        state: access.inClear ? discretion.veiled(state) : shutState(state),
      };
    } finally {
      client.release();
    }
  }

  /** What a form asks of each party now: occasions, earlier answers and questions of the parties' own considered. */
  @Get('questions')
  async questions(@Caller() caller: Principal, @Param('id') named: string, @Query() query: unknown): Promise<object> {
    const id = readId(named);
    const { form, ...freshness } = readQuery(questionsQuery, query);
    await this.freshness.waitFor(id, freshness);
    const access = await accessForReading(this.pool, caller, id, 'questions');
    if (!access.inClear) throw problems.protectedFile();
    const client = await this.pool.connect();
    try {
      const state = foldState(id, await streamEvents(client, partnershipStream(id)));
      return { id, version: state.head.version, form, open: isFormOpen(state, form), put: formPut(state, form) };
    } finally {
      client.release();
    }
  }

  @Get('verify')
  async verify(@Caller() caller: Principal, @Param('id') named: string, @Query() query: unknown): Promise<VerifyReport> {
    const id = readId(named);
    await this.freshness.waitFor(id, readQuery(verifyQuery, query));
    await accessTo(this.pool, caller, id);
    return verify(this.pool, id);
  }
}
