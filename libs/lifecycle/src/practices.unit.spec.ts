import type { PartnershipPolicy, Practices } from '@palabre/contracts';
import { fileIn, policyOfCharter, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { asksFor, figureOf } from './practices.js';
import type { PartnershipState } from './state.js';

/** A file whose policy says this of habits and figures, or, without them, was written before either was told. */
const under = (more: { practices?: Practices; figures?: PartnershipPolicy['figures'] }): PartnershipState => {
  const { figures: _figures, ...plain } = policyOfCharter('mdm', 'OP');
  const { practices: _practices, ...switches } = plain.switches;
  const { practices, figures } = more;
  return {
    ...fileIn('idea', new Rehearsal()).state,
    policy: {
      ...plain,
      ...(figures === undefined ? {} : { figures }),
      switches: { ...switches, ...(practices === undefined ? {} : { practices }) },
    },
  };
};

const offered: Practices = {
  requestDetails: 'offered',
  meetingBlocks: 'offered',
  accompanimentKinds: 'offered',
  inclusionChecklist: 'offered',
  communityPhases: 'offered',
  availability: 'offered',
  advocacyConsent: 'offered',
};

describe('habits and figures of a charter', () => {
  it('a habit binds where the charter requires it, and nowhere else: offered, or never told, it binds nobody', () => {
    const state = under({ practices: { ...offered, meetingBlocks: 'required', relationTime: 'required' } });
    expect([asksFor(state, 'meetingBlocks'), asksFor(state, 'relationTime')]).toEqual([true, true]);
    expect([asksFor(state, 'requestDetails'), asksFor(state, 'jointActivities')]).toEqual([false, false]);
    expect(asksFor(under({}), 'meetingBlocks')).toBe(false);
  });

  it('a figure is what the charter says, nought included; one that it does not say, or that was never told, counts for no rule', () => {
    const state = under({ figures: { strategic_horizon_min_months: 36, free_of_charge: 0 } });
    expect(figureOf(state, 'strategic_horizon_min_months')).toBe(36);
    expect(figureOf(state, 'free_of_charge')).toBe(0);
    expect(figureOf(state, 'something_else')).toBeNull();
    expect(figureOf(under({}), 'strategic_horizon_min_months')).toBeNull();
  });
});
