import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseNamed, withoutPassword } from './database.js';
import { keptSettings } from './settings.js';

describe('what makes a stack its own', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'palabre-settings-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('stays from start to start, so that running workflows are found again', () => {
    const first = keptSettings(dataDir, { isolated: false, fresh: false, env: {} });
    expect(first.topic).toBe('palabre.events');
    expect(keptSettings(dataDir, { isolated: false, fresh: false, env: {} })).toEqual(first);
  });

  it('is new after a fresh start', () => {
    const first = keptSettings(dataDir, { isolated: false, fresh: false, env: {} });
    expect(keptSettings(dataDir, { isolated: false, fresh: true, env: {} }).taskQueue).not.toBe(first.taskQueue);
  });

  it('includes topic and database for a stack that shares its servers', () => {
    const { topic, database, taskQueue } = keptSettings(dataDir, { isolated: true, fresh: false, env: {} });
    const mark = taskQueue.replace('palabre-', '');
    expect({ topic, database }).toEqual({ topic: `palabre.events.${mark}`, database: `palabre_${mark}` });
  });

  it('has a database address of its own; the password is not shown', () => {
    const own = databaseNamed('postgresql://palabre:secret@127.0.0.1:5432/palabre', 'palabre_1');
    expect(own).toBe('postgresql://palabre:secret@127.0.0.1:5432/palabre_1');
    expect(withoutPassword(own)).toBe('postgresql://127.0.0.1:5432/palabre_1');
  });
});
