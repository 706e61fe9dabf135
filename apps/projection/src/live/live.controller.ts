import { Controller, Inject, Param, Sse, UseGuards, type MessageEvent } from '@nestjs/common';
import type { Pool } from 'pg';
import { concat, from, interval, map, merge, mergeMap, Observable, of } from 'rxjs';
import { Caller, IdentityGuard } from '../identity/identity.guard.js';
import { hasRole, type Principal } from '../identity/principal.js';
import { accessTo } from '../reading/access.js';
import { databasePool, movedListener } from '../reading/tokens.js';
import type { MovedListener } from './listener.js';
import type { Moved } from './moved.js';

/** Keeps proxies from closing a quiet stream, and tells us when a reader has gone. */
const heartbeatMs = 15_000;

const heartbeat: Observable<MessageEvent> = interval(heartbeatMs).pipe(map(() => ({ type: 'heartbeat', data: '' })));

/** Live updates: which partnership moved to which version. What it means is then read as usual, under the usual rights. */
@Controller('v1')
@UseGuards(IdentityGuard)
export class LiveController {
  constructor(
    @Inject(databasePool) private readonly pool: Pool,
    @Inject(movedListener) private readonly listener: MovedListener,
  ) {}

  @Sse('partnerships/:id/live')
  async one(@Caller() caller: Principal, @Param('id') id: string): Promise<Observable<MessageEvent>> {
    const { version } = await accessTo(this.pool, caller, id);
    const moves = this.#moves().pipe(mergeMap(moved => (moved[0] === id ? of(message(moved)) : [])));
    return merge(concat(of(message([id, version])), moves), heartbeat);
  }

  @Sse('live')
  all(@Caller() caller: Principal): Observable<MessageEvent> {
    const moves = this.#moves().pipe(
      mergeMap(moved => from(this.#mayHear(caller, moved[0])).pipe(mergeMap(may => (may ? of(message(moved)) : [])))),
    );
    return merge(of({ type: 'ready', data: '' }), moves, heartbeat);
  }

  #moves(): Observable<Moved> {
    return new Observable(subscriber => this.listener.onMoved(moved => subscriber.next(moved)));
  }

  async #mayHear(caller: Principal, partnership: string): Promise<boolean> {
    if (hasRole(caller, 'auditor')) return true;
    const { rows } = await this.pool.query<{ may: boolean }>({
      name: 'may-hear',
      text: 'SELECT organisations @> ARRAY[$2::text] AS may FROM portfolio WHERE partnership = $1',
      values: [partnership, caller.organisation],
    });
    return rows[0]?.may ?? false;
  }
}

const message = ([partnership, version]: Moved): MessageEvent => ({
  type: 'moved',
  id: `${partnership}@${version}`,
  data: { partnership, version },
});
