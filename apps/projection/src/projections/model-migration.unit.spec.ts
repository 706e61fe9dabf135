import { describe, expect, it } from 'vitest';
import { migrations } from '../database/migrations.js';
import { projections } from './index.js';
import { migrationOf } from './model-migration.js';
import { timelineProjection } from './timeline/timeline.projection.js';
import type { Projection } from './projection.js';

describe('the migration of a read model', () => {
  it('has the name under which databases made earlier remember it, so that nothing is made twice', () => {
    const Migration = migrationOf(timelineProjection as unknown as Projection);
    expect(new Migration().name).toBe('CreateTimeline1763690000006');
  });

  it('has a stamp of its own, and every read model has a migration', () => {
    const names = migrations.map(Migration => new Migration().name ?? '');
    expect(new Set(names.map(name => name.slice(-13))).size).toBe(migrations.length);
    for (const { name, stamp } of projections) {
      expect(names.filter(one => one.toLowerCase() === `create${name}${stamp}`)).toHaveLength(1);
      expect(String(stamp)).toMatch(/^\d{13}$/);
    }
  });
});
