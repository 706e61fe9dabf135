import type { MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import { ProblemError } from '../reading/problems.js';

/** What came of one look: what to say, where the reader stands afterwards, and whether there is more at once. */
export interface Look<Place> {
  readonly place: Place;
  readonly messages: readonly MessageEvent[];
  readonly more: boolean;
}

export interface Followed<Place> {
  /** Where the reader stands at the beginning. */
  readonly from: Place;
  /** What the reader is told first. */
  readonly greeting: readonly MessageEvent[];
  /** The id by which a reader who was cut off says where it stood (`Last-Event-ID`). */
  idOf(place: Place): string;
  /** What there is after a place. Throws a problem when the reader may no longer know. */
  look(after: Place): Promise<Look<Place>>;
  /** Calls back whenever there may be something new, until the returned function is called. */
  wake(callback: () => void): () => void;
}

/** Keeps proxies from closing a quiet stream, tells us when a reader has gone, and looks once more for good measure. */
const heartbeatMs = 15_000;

/**
 * Follows something that moves without missing a move: being woken says only that it is worth looking, and each look
 * starts where the last one ended. So nothing is lost between the first look and the first call, while a look is under
 * way, or while nobody could call. Every message carries the place as its id, heartbeats too.
 */
export const following = <Place>({ from, greeting, idOf, look, wake }: Followed<Place>): Observable<MessageEvent> =>
  new Observable(subscriber => {
    let place = from;
    let worthLooking = false;
    let isLooking = false;

    /** True when it is worth looking again at once. */
    const lookOnce = async (): Promise<boolean> => {
      worthLooking = false;
      const seen = await look(place);
      place = seen.place;
      for (const message of seen.messages) subscriber.next(message);
      return (worthLooking || seen.more) && !subscriber.closed;
    };
    const lookUp = async (): Promise<void> => {
      worthLooking = true;
      if (isLooking) return;
      isLooking = true;
      try {
        for (let again = true; again;) again = await lookOnce();
      } catch (error) {
        // Who may no longer know is told nothing more. A database that is away is looked at again with the next call.
        if (error instanceof ProblemError) subscriber.complete();
      } finally {
        isLooking = false;
      }
    };

    for (const message of greeting) subscriber.next(message);
    const stopWaking = wake(() => void lookUp());
    const heartbeat = setInterval(() => {
      subscriber.next({ type: 'heartbeat', id: idOf(place), data: '' });
      void lookUp();
    }, heartbeatMs);
    void lookUp();
    return () => {
      clearInterval(heartbeat);
      stopWaking();
    };
  });
