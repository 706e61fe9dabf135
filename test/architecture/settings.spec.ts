import { describe, expect, it } from 'vitest';
import { sources } from '../support/repository.js';
import { planted } from './promises/promise.js';
import { settings, type Setting } from './settings/settings.js';
import { unread } from './settings/unread.js';

const code = sources();

describe('what a charter sets', () => {
  it('is read: no setting is obeyed in silence by nothing', () => {
    expect(unread(settings, code), 'Read it in a rule or on a screen, or take it out of the schema and the data.').toEqual([]);
  });

  it('and a setting that nothing reads is seen, where a rule of its name elsewhere would hide it', () => {
    const timer: Setting = { table: 'timers', name: 'nap_every', spentIn: 'rules', unmistakable: true };
    const column: Setting = { table: 'columns', name: 'assembly', spentIn: 'rules' };
    const seen = (path: string, ...lines: string[]) => unread([timer, column], [planted(path, ...lines)]);
    const both = ['timers.nap_every', 'columns.assembly'];
    expect(unread(settings, [])).toHaveLength(settings.length);
    expect(seen('libs/contracts/src/policy.ts', "export const timerKeys = ['nap_every'];")).toEqual(both);
    expect(seen('libs/charters/src/schema/x.ts', 'export const x = ({ columns }: T) => columns.assembly;')).toEqual(both);
    expect(seen('libs/charters/src/policy.ts', 'export const x = ({ columns }: T) => columns.assembly;')).toEqual(both);
    expect(seen('libs/lifecycle/src/x.unit.spec.ts', 'export const x = ({ timers }: T) => timers.nap_every;')).toEqual(both);
    expect(seen('libs/lifecycle/src/x.ts', 'export const x = ({ bodies }: T) => bodies.assembly;')).toEqual(both);
    expect(
      seen('libs/lifecycle/src/x.ts', 'export const x = (s: S) => [policyOf(s).columns.assembly, policyOf(s).timers.nap_every];'),
    ).toEqual([]);
    expect(seen('libs/lifecycle/src/x.ts', "const { assembly } = policy.columns; const key = 'nap_every';")).toEqual([]);
    expect(
      seen('libs/lifecycle/src/x.ts', 'export const x = ({ columns: { assembly }, timers: { nap_every: every } }: T) => every;'),
    ).toEqual([]);
  });
});
