import type { CommandAnswer, PartnershipPolicy } from '@palabre/contracts';
import { fileIn, refusedAlone, sampleBodies, type Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const budget = sampleBodies.budget!;

const euros = (amount: number) => ({ amount, currency: 'EUR' });

/** Co-construction under a charter with these switches. */
function under(switches: Partial<PartnershipPolicy['switches']>): Rehearsal {
  const file = fileIn('co-construction');
  const policy = file.state.policy!;
  file.state = { ...file.state, policy: { ...policy, switches: { ...policy.switches, ...switches } } };
  return file;
}

const propose =
  (file: Rehearsal, more: object = {}) =>
  () =>
    file.ask('officer', 'ProposeText', { kind: 'budget', body: { ...budget, ...more } });

const needs = (amount: number, explanation: string | null) => ({ overheads: [{ party: 'partner', needed: euros(amount), explanation }] });

describe('overheads', () => {
  it('ALE-11: what is granted stands beside what is needed, and a gap is explained where the partner reads it', () => {
    const file = under({});
    refusedAlone(file, propose(file, needs(1_500_000, null)), { code: 'overhead-gap-unexplained', rule: 'ALE-11' });
    refusedAlone(file, propose(file, { overheads: [{ party: 'nobody', needed: euros(1), explanation: null }] }), { code: 'unknown-party' });
    refusedAlone(file, propose(file, { overheads: [{ party: 'partner', needed: { amount: 1, currency: 'XOF' }, explanation: null }] }), {
      code: 'mixed-currencies',
    });
    expect(propose(file, needs(1_500_000, 'Le bailleur plafonne à dix pour cent.'))().outcome).toBe('accepted');
    expect(propose(under({}), needs(1_000_000, null))().outcome).toBe('accepted');
  });

  it('ALE-48: a charter may require them; side by side, another one only offers them', () => {
    const asked = under({ overheadLine: 'required' });
    refusedAlone(asked, propose(asked), { code: 'overheads-missing', rule: 'ALE-48' });
    expect(propose(asked, needs(1_000_000, null))().outcome).toBe('accepted');
    expect(propose(under({ overheadLine: 'offered' }))().outcome).toBe('accepted');
  });
});

describe('lines that a charter asks for', () => {
  it('AGI-27, AGI-34, AGI-38: a required line is there; one that may be explained is there or has its reason', () => {
    const file = under({
      budgetLines: { timeTogether: 'required', communityParticipation: 'offered', southSouth: 'required-or-explained' },
    });
    const together = {
      lines: budget.lines.map((line, at) => ({ ...line, purpose: 'timeTogether' as const, spentBy: at === 0 ? 'partner' : 'host' })),
    };
    refusedAlone(file, propose(file, together), { code: 'budget-line-missing', rule: 'AGI-38' });
    const explained = { ...together, withoutLine: [{ purpose: 'southSouth', reason: 'Un seul partenaire dans la région.' }] };
    const ofOneAlone = { ...together, withoutLine: [{ ...explained.withoutLine[0]!, party: 'partner' }] };
    refusedAlone(file, propose(file, ofOneAlone), { code: 'budget-line-missing', rule: 'AGI-38' });
    expect(propose(file, explained)().outcome).toBe('accepted');
    expect(file.count('BudgetProposed')).toBe(1);
  });

  it('AGI-27: time together has a line for each side, or both waive it by name', () => {
    const budgetLines = { timeTogether: 'required', communityParticipation: 'offered', southSouth: 'offered' } as const;
    const file = under({ budgetLines });
    const told = (answer: CommandAnswer) => (answer.outcome === 'refused' ? [answer.refusal.rule, answer.refusal.reason.en] : null);
    const missing = (party: string) => ['AGI-27', `The budget has no line for time together on the side of "${party}".`];
    expect(told(propose(file)())).toEqual(missing('host'));
    const one = { lines: budget.lines.map((line, at) => (at === 0 ? { ...line, purpose: 'timeTogether' } : line)) };
    expect(told(propose(file, one)())).toEqual(missing('host'));
    const waiver = { purpose: 'timeTogether', reason: 'Nous nous voyons au marché.' };
    expect(told(propose(file, { ...one, withoutLine: [waiver] })())).toEqual(missing('host'));
    expect(told(propose(file, { withoutLine: [{ ...waiver, party: 'host' }] })())).toEqual(missing('partner'));
    expect(file.count('BudgetProposed')).toBe(0);
    expect(propose(file, { ...one, withoutLine: [{ ...waiver, party: 'host' }] })().outcome).toBe('accepted');
  });

  it('AGI-20: where roles come first, no budget is proposed before they are agreed', () => {
    const file = under({ rolesBeforeBudget: true });
    refusedAlone(file, propose(file), { code: 'roles-come-first', rule: 'AGI-20' });
    file
      .must('officer', 'ProposeText', { kind: 'roles', body: sampleBodies.roles! })
      .must('representative', 'AcceptText', file.text('roles'));
    expect(propose(file)().outcome).toBe('accepted');
  });
});

describe('where the money comes from', () => {
  const funding = (percent: number, coverMonths: number) => ({
    funding: {
      sources: [
        { funder: 'org-bailleur', percent },
        { funder: 'org-fondation', percent: 100 - percent },
      ],
      coverMonths,
    },
  });

  it('C-14, PMP-18: a single main funder or a short cover warns and never blocks; without the switch nothing is said', () => {
    const limits = { fundingWarning: { mainFunderPercent: 50, coverMonths: 12 } };
    const codes = (file: Rehearsal, more: object) => {
      const answer = propose(file, more)();
      return answer.outcome === 'accepted' ? answer.warnings.map(warning => warning.code) : ['refused'];
    };
    expect(codes(under(limits), funding(80, 6))).toEqual(['single-main-funder', 'short-funding']);
    expect(codes(under(limits), funding(50, 12))).toEqual([]);
    expect(codes(under({ fundingWarning: null }), funding(80, 6))).toEqual([]);
  });
});
