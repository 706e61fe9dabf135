import type { MessageEvent } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { problems, say } from '../reading/problems.js';
import { following } from './following.js';

/** Something that moves, looked at by hand: each look waits until it is let go. */
class Moving {
  version = 1;
  readonly told: MessageEvent[] = [];
  readonly looks: (() => void)[] = [];
  wake: () => void = () => undefined;
  isWaking = true;
  isOver = false;
  failure: Error | null = null;

  follow(from: number): () => void {
    const subscription = following<number>({
      from,
      greeting: [{ type: 'ready', id: `v${from}`, data: '' }],
      idOf: version => `v${version}`,
      look: async after => {
        const { version, failure } = this;
        await new Promise<void>(resolve => this.looks.push(resolve));
        if (failure) throw failure;
        return { place: version, messages: version > after ? [{ type: 'moved', id: `v${version}`, data: { version } }] : [], more: false };
      },
      wake: callback => {
        this.wake = callback;
        return () => {
          this.isWaking = false;
        };
      },
    }).subscribe({ next: message => this.told.push(message), complete: () => (this.isOver = true) });
    return () => subscription.unsubscribe();
  }

  /** Lets the look that is under way end. */
  async letGo(): Promise<void> {
    this.looks.shift()?.();
    await new Promise(resolve => setImmediate(resolve));
  }

  get ids(): unknown[] {
    return this.told.map(message => message.id);
  }
}

describe('following something that moves', () => {
  it('a move while the first look is under way is told, though nobody calls again', async () => {
    const moving = new Moving();
    moving.follow(0);
    moving.version = 2;
    moving.wake();
    await moving.letGo();
    await moving.letGo();
    expect(moving.ids).toEqual(['v0', 'v1', 'v2']);
    expect(moving.looks).toEqual([]);
  });

  it('who comes back at a place hears what moved since, and not what it knows already', async () => {
    const moving = new Moving();
    moving.version = 5;
    moving.follow(3);
    await moving.letGo();
    moving.wake();
    await moving.letGo();
    expect(moving.ids).toEqual(['v3', 'v5']);
  });

  it('a look that fails loses nothing: the next one starts from the same place', async () => {
    const moving = new Moving();
    moving.failure = new Error('the database is away');
    moving.follow(0);
    await moving.letGo();
    moving.failure = null;
    moving.version = 4;
    moving.wake();
    await moving.letGo();
    expect(moving.ids).toEqual(['v0', 'v4']);
    expect(moving.isOver).toBe(false);
  });

  it('MDM-17: who may no longer know is told nothing more', async () => {
    const moving = new Moving();
    moving.failure = problems.notFound(say('Introuvable.', 'Not there.'));
    moving.follow(0);
    await moving.letGo();
    expect(moving).toMatchObject({ isOver: true, isWaking: false });
    expect(moving.ids).toEqual(['v0']);
  });

  it('who has gone is not looked for any more', async () => {
    const moving = new Moving();
    const leave = moving.follow(0);
    leave();
    await moving.letGo();
    expect(moving.isWaking).toBe(false);
    expect(moving.ids).toEqual(['v0']);
  });
});
