import { partnershipPolicy } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { Refused } from '../problems/refused.js';
import { builtInPolicies } from './policies.js';

const refusedWith = (charter: string, type: string): unknown => {
  try {
    return builtInPolicies(charter, type);
  } catch (error) {
    return error instanceof Refused ? error.refusal : error;
  }
};

describe('the policy of a new partnership', () => {
  it('MDM-33: an operational partnership under the MdM charter lives under a resolved policy', () => {
    const policy = builtInPolicies('mdm', 'OP');
    expect(partnershipPolicy.parse(policy)).toMatchObject({ charter: 'mdm', type: 'OP' });
    expect(builtInPolicies('mdm', 'OP')).toEqual(policy);
  });

  it('MDM-33: a charter or a type that is not offered is refused with what there is', () => {
    expect(refusedWith('nowhere', 'OP')).toMatchObject({ code: 'unknown-charter', next: { en: expect.stringContaining('mdm') } });
    expect(refusedWith('mdm', 'ZZ')).toMatchObject({ code: 'unknown-charter', reason: { en: expect.stringContaining('ZZ') } });
    expect(refusedWith('constructor', '__proto__')).toMatchObject({ code: 'unknown-charter' });
  });

  it('MDM-04: outside the scope of the charter its blocking rules warn; the signature stays with the hierarchy', () => {
    const inside = builtInPolicies('mdm', 'OP');
    const outside = builtInPolicies('mdm', 'OP', { outsideScope: true });
    expect(inside.gates).toMatchObject({ EXPECTATIONS: 'block', SIGNATORY: 'block' });
    expect(outside.gates).toMatchObject({ EXPECTATIONS: 'warn', SIGNATORY: 'block' });
  });
});
