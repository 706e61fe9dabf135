import { describe, expect, it } from 'vitest';
import { InMemoryEventLog, type LogBatch, type Logger } from './index.js';

const quiet: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the log in memory', () => {
  it('hands over what is new, and the same again after the reader failed', async () => {
    const log = new InMemoryEventLog();
    const batches: LogBatch[] = [];
    let away = true;
    const reader = log.consumer({
      groupId: 'g',
      logger: quiet,
      positions: () => Promise.resolve(new Map([[0, 1n]])),
      onBatch: batch => {
        if (away) return Promise.reject(new Error('away'));
        batches.push(batch);
        return Promise.resolve();
      },
    });
    for (const key of ['a', 'b', 'c']) log.appendRaw({ key, headers: {}, value: Buffer.from(key) });
    await reader.start();
    await expect(log.deliver()).rejects.toThrow('away');
    away = false;
    await log.deliver();
    await log.deliver();
    expect(batches.map(batch => batch.records.map(record => record.key))).toEqual([['b', 'c']]);
    expect(batches[0]?.highWatermark).toBe(3n);
  });
});
