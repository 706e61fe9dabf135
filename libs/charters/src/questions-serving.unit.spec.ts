import { describe, expect, it } from 'vitest';
import { builtInCharter } from './builtin.js';
import { questionsServing } from './labels.js';
import { resolvePolicy, toPartnershipPolicy } from './policy.js';

const charterOf = (code: string) => {
  const charter = builtInCharter(code);
  if (charter === null) throw new Error(`no charter ${code}`);
  return charter;
};

const policyOf = (code: string, type: string) => {
  const resolution = resolvePolicy(charterOf(code), type);
  if (!resolution.ok) throw new Error(resolution.refusal.reason.en);
  return toPartnershipPolicy(resolution.policy);
};

/** Questions of the yearly review that serve a requirement, with who answers them. */
const askedYearly = (code: string, type: string, requirement: string): string[] => {
  const ids = questionsServing(charterOf(code), requirement);
  return policyOf(code, type)
    .forms.annualReview.filter(({ id }) => ids.includes(id))
    .map(({ answerer }) => answerer);
};

describe('questions that serve a requirement', () => {
  it('ALE-49: the yearly reflection asks the host what it has stopped doing to leave room', () => {
    for (const code of ['alert', 'palabre']) expect(askedYearly(code, 'OP', 'ALE-49')).toEqual(['host']);
  });

  it('PMP-53: every party is asked each year whether it stands on an equal footing', () => {
    for (const code of ['pmp', 'palabre']) {
      const answerers = askedYearly(code, 'MSP', 'PMP-53');
      expect(answerers.length).toBeGreaterThan(0);
      for (const answerer of answerers) expect(['each', 'both']).toContain(answerer);
    }
  });

  it('MDM-13: the survey asks whether we are seen as a funder or as a partner', () => {
    expect(questionsServing(charterOf('mdm'), 'MDM-13')).toEqual(['MS2']);
    expect(questionsServing(charterOf('mdm'), 'XYZ-99')).toEqual([]);
  });

  it('AGI-26, HFA-28: the figures of the charter travel with the policy of each partnership', () => {
    expect(policyOf('agiri', 'OP').figures).toMatchObject({ crisis_meetings_window_months: 6, file_carried_by_fewer_than: 3 });
  });
});
