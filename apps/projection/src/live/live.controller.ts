import { Controller, Headers, Inject, Param, Sse, UseGuards, type MessageEvent } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Observable } from 'rxjs';
import { Caller, IdentityGuard } from '../identity/identity.guard.js';
import type { Principal } from '../identity/principal.js';
import { accessTo } from '../reading/access.js';
import { readId } from '../reading/page.js';
import { problems, say } from '../reading/problems.js';
import { databasePool, movedListener } from '../reading/tokens.js';
import { following, type Look } from './following.js';
import type { MovedListener } from './listener.js';
import { longestWayBack, mostMoves, movesAfter, shownPlace } from './moves.query.js';

/** Ids of a stream over all partnerships: a place in the ledger. Of a stream over one: its version. */
const placeId = (place: bigint): string => `ledger@${place}`;
const versionId = (partnership: string, version: number): string => `${partnership}@${version}`;

/** Where a reader stood who was cut off; null for one who begins. Another stream's id is the caller's mistake. */
function standing(lastEventId: string | undefined, name: string): string | null {
  if (lastEventId === undefined || lastEventId === '') return null;
  const at = lastEventId.lastIndexOf('@');
  const place = lastEventId.slice(at + 1);
  if (lastEventId.slice(0, at) === name && /^\d{1,15}$/.test(place)) return place;
  throw problems.wrongFields([
    { pointer: '/last-event-id', expected: say('un identifiant donné par ce flux', 'an id that this stream gave') },
  ]);
}

const message = (id: string, partnership: string, version: number): MessageEvent => ({
  type: 'moved',
  id,
  data: { partnership, version },
});

/**
 * Live updates: which partnership moved to which version. What it means is then read as usual, under the usual rights.
 * A reader who was cut off sends the last id as `Last-Event-ID` and hears what moved meanwhile.
 */
@Controller('v1')
@UseGuards(IdentityGuard)
export class LiveController {
  constructor(
    @Inject(databasePool) private readonly pool: Pool,
    @Inject(movedListener) private readonly listener: MovedListener,
  ) {}

  @Sse('partnerships/:id/live')
  async one(
    @Caller() caller: Principal,
    @Param('id') named: string,
    @Headers('last-event-id') last: string | undefined,
  ): Promise<Observable<MessageEvent>> {
    const id = readId(named);
    await accessTo(this.pool, caller, id);
    return following({
      from: Number(standing(last, id) ?? 0),
      greeting: [],
      idOf: version => versionId(id, version),
      look: async after => {
        const { version } = await accessTo(this.pool, caller, id);
        const moved = version > after;
        return { place: Math.max(version, after), messages: moved ? [message(versionId(id, version), id, version)] : [], more: false };
      },
      wake: callback => this.listener.onWorthLooking(moved => void ((moved === null || moved[0] === id) && callback())),
    });
  }

  @Sse('live')
  async all(@Caller() caller: Principal, @Headers('last-event-id') last: string | undefined): Promise<Observable<MessageEvent>> {
    const stood = standing(last, 'ledger');
    const from = stood === null ? await shownPlace(this.pool) : BigInt(stood);
    return following({
      from,
      greeting: [{ type: 'ready', id: placeId(from), data: '' }],
      idOf: placeId,
      look: after => this.#moved(caller, after),
      wake: callback => this.listener.onWorthLooking(callback),
    });
  }

  /** Somebody who stood too far back, or in another ledger, is told to read the lists anew. */
  async #moved(caller: Principal, after: bigint): Promise<Look<bigint>> {
    const { shown, moves } = await movesAfter(this.pool, caller, after);
    if (after > shown || shown - after > longestWayBack)
      return { place: shown, messages: [{ type: 'reload', id: placeId(shown), data: '' }], more: false };
    const told = moves.slice(0, mostMoves);
    const more = moves.length > mostMoves;
    return {
      place: more ? (told.at(-1)?.position ?? after) : shown,
      messages: told.map(({ partnership, version, position }) => message(placeId(position), partnership, version)),
      more,
    };
  }
}
