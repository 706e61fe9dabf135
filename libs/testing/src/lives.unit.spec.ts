import { typeMatrix } from '@palabre/charters';
import { describe, expect, it } from 'vitest';
import { lives, policyOfCharter, Rehearsal } from './index.js';

describe('a partnership of each type, from its idea to its proper end', () => {
  it('there is one for each type of the matrix', () => {
    expect(lives.map(({ type }) => type).sort()).toEqual(Object.keys(typeMatrix().types).sort());
  });

  it.each(lives)('$type under the charter $charter: closes, with what is its own, and leaves nothing open', life => {
    const file = new Rehearsal(policyOfCharter(life.charter, life.type));
    life.story(file);
    expect(file.state).toMatchObject({ standing: 'closed', phase: 'after' });
    const left = [...file.state.tasks.map(({ kind }) => kind), ...file.state.deadlines.map(({ rule }) => rule)];
    const stillHeard =
      file.policy.switches.practices?.renewalAsked === 'required' ? ['propose-renewal', 'propose-renewal', 'renewal-no-longer-asked'] : [];
    expect(left).toEqual(stillHeard);
    expect(file.count('PartnershipClosed')).toBe(1);
    expect(life.tells.filter(type => file.count(type) === 0)).toEqual([]);
    expect(life.neverTells.filter(type => file.count(type) > 0)).toEqual([]);
    expect(file.count('CommandRefused') + file.count('SignatureAttemptRefused')).toBe(0);
    expect(file.replayed()).toEqual(file.state);
  });
});
