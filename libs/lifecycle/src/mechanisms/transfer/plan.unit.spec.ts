import { agreeText, fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Écrit ensemble.';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

const plan = {
  continuity: words,
  fundingAfterwards: words,
  budget: { total: euros(300_000), lines: [{ line: 'T1', label: 'Doublure', cost: euros(300_000) }] },
  capacity: [
    { milestone: 'M1', text: words, dueOn: '2027-09-30', owedBy: 'host' },
    { milestone: 'M2', text: words, dueOn: '2027-10-15', owedBy: 'partner' },
  ],
  structure: [{ milestone: 'S1', text: words, dueOn: '2027-10-31' }],
};

const ready = { capacity: true, structure: true, note: words };

const opened = (charter = 'mdm'): Rehearsal =>
  fileIn('implementation', new Rehearsal(policyOfCharter(charter, 'TR'))).must('officer', 'OpenTransfer', {
    object: 'operational',
    recipient: 'partner',
  });

describe('the plan of a transfer', () => {
  it('MDM-47: who hands over is asked for its milestones, who takes over for its own, and for those that name nobody', () => {
    const file = opened();
    agreeText(file, 'transfer-plan', plan as never);
    expect(tasksOf(file, 'reach-transfer-milestone').map(({ party, about }) => [party, about])).toEqual([
      ['host', 'capacity/M1'],
      ['partner', 'capacity/M2'],
      ['partner', 'structure/S1'],
    ]);
    const reached = { track: 'capacity', milestone: 'M1', reachedOn: '2027-02-10', evidence: words } as const;
    file.must('officer', 'ReachTransferMilestone', reached);
    expect(tasksOf(file, 'reach-transfer-milestone').map(({ party }) => party)).toEqual(['partner', 'partner']);
  });

  it('MDM-47: a milestone is reached by a party of the file, and by nobody else', () => {
    const stranger = { ...plan, structure: [{ milestone: 'S1', text: words, dueOn: '2027-10-31', owedBy: 'nobody' }] };
    const file = opened();
    refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'transfer-plan', body: stranger }), { code: 'unknown-party' });
  });

  it.each(['mdm', 'palabre'])(
    'MDM-44: under %s the plan says what the transfer costs before it is agreed, in lines that add up',
    charter => {
      const { budget: _untold, ...rest } = plan;
      const file = opened(charter).must('officer', 'ProposeText', { kind: 'transfer-plan', body: rest });
      refusedAlone(file, () => file.ask('representative', 'AcceptText', file.text('transfer-plan')), {
        code: 'text-incomplete',
        rule: 'MDM-44',
      });
      const wrong = { ...plan, budget: { ...plan.budget, total: euros(300_001) } };
      refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'transfer-plan', body: wrong }), { code: 'budget-does-not-sum' });
      expect(file.count('TransferPlanAgreed')).toBe(0);
      file.must('officer', 'ProposeText', { kind: 'transfer-plan', body: plan });
      file.must('representative', 'AcceptText', file.text('transfer-plan'));
      expect(file.state.texts.heads['transfer-plan']?.marks).toMatchObject({ budget: 300_000, currency: 'EUR' });
    },
  );

  it('MDM-48: nothing is assessed before there is a plan, and the refusal says why', () => {
    const file = opened();
    refusedAlone(file, () => file.ask('representative', 'AssessReadiness', ready), { code: 'transfer-unplanned', rule: 'MDM-48' });
    expect(file.state.transfer?.assessed).toEqual([]);
    agreeText(file, 'transfer-plan', plan as never);
    file.must('representative', 'AssessReadiness', ready);
    expect(file.state.transfer?.assessed).toHaveLength(1);
  });
});
