/** Events wait and the checkpoint has not moved for this long: something is stuck. */
const stuckAfterMs = 10_000;

/** How far one thing is behind another, and since when it has not moved. */
export class Lag {
  events: bigint | null = null;
  #behindSince = 0;
  #movedAt = Date.now();
  #place = -1n;

  see(behind: bigint, place: bigint): void {
    if (place !== this.#place || behind === 0n) this.#movedAt = Date.now();
    if (behind === 0n) this.#behindSince = 0;
    else if (this.#behindSince === 0) this.#behindSince = Date.now();
    this.#place = place;
    this.events = behind;
  }

  get seconds(): number {
    return this.#behindSince === 0 ? 0 : Math.round((Date.now() - this.#behindSince) / 100) / 10;
  }

  get isStuck(): boolean {
    return this.events !== null && this.events > 0n && Date.now() - this.#movedAt > stuckAfterMs;
  }

  shown(): { events: number | null; seconds: number } {
    return { events: this.events === null ? null : Number(this.events), seconds: this.seconds };
  }
}
