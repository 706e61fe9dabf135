import type { GateId } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { lifecycle, type Step } from './lifecycle.js';
import { lifecycleMistakes } from './lifecycle-mistakes.js';

const changed = (event: Step['event'], change: Partial<Step>): readonly Step[] =>
  lifecycle.map(step => (step.event === event ? { ...step, ...change } : step));

describe('the transition table', () => {
  it('reaches every phase, and names only gates, conditions and events that exist', () => {
    expect(lifecycleMistakes(lifecycle)).toEqual([]);
  });

  it('a phase that no step reaches is told by name, and nothing else is', () => {
    const without = lifecycle.filter(step => step.to !== 'transfer');
    expect(lifecycleMistakes(without)).toEqual(['No step leads to the phase transfer.']);
  });

  it('a phase that only unreachable phases lead to is unreachable too', () => {
    const cut = lifecycle.filter(step => step.to !== 'setting-up' && !(step.from === 'co-construction' && step.to === 'closing'));
    expect(lifecycleMistakes(cut)).toContain('No step leads to the phase implementation.');
  });

  it('an unknown gate, event or condition is told with the step that names it', () => {
    const gate = 'CROSS-FINGERS' as GateId;
    expect(lifecycleMistakes(changed('ImplementationStarted', { gates: [{ gate }] }))).toEqual([
      'setting-up → implementation (ImplementationStarted): there is no gate CROSS-FINGERS.',
    ]);
    expect(lifecycleMistakes(changed('ProjectTransferred', { event: 'ProjectThrownOver' as Step['event'] }))).toEqual([
      'transfer → implementation (ProjectThrownOver): the published language has no event ProjectThrownOver.',
    ]);
    const conditions = ['full-moon'] as unknown as Step['conditions'];
    expect(lifecycleMistakes(changed('PartnershipClosed', { conditions }))).toEqual([
      'closing → after (PartnershipClosed): there is no condition full-moon.',
    ]);
  });
});
