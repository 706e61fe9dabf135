import { gateIds, gatesBeyondAgreement, policyOverrideKeys, timerKeys, type PolicyOverride } from '@palabre/contracts';
import { fileIn, policyOfCharter } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { overridePolicy } from './index.js';
import { withOverride } from './policy-override.js';

const policy = policyOfCharter('mdm', 'OP');

const examples: readonly PolicyOverride[] = [
  { key: 'gates.MAPPING', value: 'block' },
  { key: 'timers.meeting_every', value: { months: 2 } },
  { key: 'decisionRule', value: 'majority' },
  { key: 'questionQuota', value: 40 },
  { key: 'switches.powerMap', value: 'required' },
  { key: 'switches.fundingWarning', value: null },
];

const at = (value: object, key: string): unknown =>
  key.split('.').reduce<unknown>((inner, step) => Object.entries(inner ?? {}).find(([name]) => name === step)?.[1], value);

describe('a local override', () => {
  it.each(examples)('PMP-59: changes the one value $key and leaves every other as the charter set it', ({ key, value }) => {
    const adapted = overridePolicy(policy, key, value);
    expect(adapted).not.toBeNull();
    expect(at(adapted ?? {}, key)).toEqual(value);
    expect(at(policy, key)).not.toEqual(value);
    expect(overridePolicy(adapted ?? policy, key, at(policy, key) as PolicyOverride['value'])).toEqual(policy);
  });

  it('PMP-59, MDM-62, HFA-15: the lines, the signature by the hierarchy and the duty to account are in no list of what may be adapted', () => {
    const adaptable = policyOverrideKeys.filter(key => key.startsWith('gates.')).map(key => key.slice('gates.'.length));
    expect(adaptable).toHaveLength(gateIds.length - gatesBeyondAgreement.length);
    for (const gate of ['RED', 'SIGNATORY', 'ACCOUNT']) expect(adaptable).not.toContain(gate);
    expect(policyOverrideKeys.filter(key => key.startsWith('timers.'))).toHaveLength(timerKeys.length);
    expect(policyOverrideKeys.filter(key => /lines|forms|authorities|columns|charter/.test(key))).toEqual([]);
  });

  it('PMP-59: each is kept once, beside the others: the last word on a value counts', () => {
    const first = withOverride(fileIn('implementation').state, { key: 'questionQuota', value: 40 });
    const second = withOverride(first, { key: 'gates.MAPPING', value: 'block' });
    const third = withOverride(second, { key: 'questionQuota', value: 30 });
    expect(third.signOffs.overrides).toEqual([
      { key: 'gates.MAPPING', value: 'block' },
      { key: 'questionQuota', value: 30 },
    ]);
    expect(third.policy).toMatchObject({ questionQuota: 30, gates: { MAPPING: 'block' } });
  });

  it('a value that does not fit its key changes nothing', () => {
    expect(overridePolicy(policy, 'gates.MAPPING', 40)).toBeNull();
    expect(overridePolicy(policy, 'timers.meeting_every', { days: -1 })).toBeNull();
    expect(overridePolicy(policy, 'gates.SIGNATORY' as 'gates.NEED', 'off')).toBeNull();
  });
});
