import type { DecisionRule } from '@palabre/contracts';
import { fileIn, organisations, refusedAlone, sampleBodies, tasksOf, type Rehearsal, translated } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { courtOf } from './questions.js';

/** A third party sits at the table, and the parties decide by a rule. */
function threeParties(rule: DecisionRule): Rehearsal {
  const file = fileIn('co-construction');
  const third = { ...file.state.parties.members[1]!, party: 'third', organisation: organisations.stranger };
  const { policy } = file.state;
  file.state = {
    ...file.state,
    policy: { ...policy!, decisionRule: rule },
    parties: { ...file.state.parties, members: [...file.state.parties.members, third] },
  };
  return file;
}

const budget = sampleBodies.budget!;

const euros = (amount: number) => ({ amount, currency: 'EUR' });

const proposeBudget = (file: Rehearsal) => translated(file.must('officer', 'ProposeText', { kind: 'budget', body: budget }), 'budget');

const reasons = 'Les déplacements manquent.';

describe('in whose court a text is', () => {
  it('MDM-15, C-15: with each party that has not answered; with its proposer once contested; with nobody once agreed', () => {
    const file = proposeBudget(threeParties('all'));
    expect(courtOf(file.state, 'budget')).toEqual(['partner', 'third']);
    file.must('representative', 'AcceptText', file.text('budget'));
    expect(courtOf(file.state, 'budget')).toEqual(['third']);
    expect(file.count('BudgetCoValidated')).toBe(0);
    file.must('outsider', 'ContestText', { ...file.text('budget'), reasons, about: ['A.1'] });
    expect(courtOf(file.state, 'budget')).toEqual(['host']);
    translated(file.must('outsider', 'ProposeText', { kind: 'budget', body: budget }), 'budget');
    file.must('officer', 'AcceptText', file.text('budget'));
    file.must('representative', 'AcceptText', file.text('budget'));
    expect(courtOf(file.state, 'budget')).toEqual([]);
    expect(file.last('BudgetCoValidated')).toMatchObject({ acceptedBy: ['third', 'host', 'partner'] });
  });

  it('MDM-15: an agreed text is opened again by either side', () => {
    const file = proposeBudget(fileIn('co-construction')).must('representative', 'AcceptText', { ...proposedBudget });
    file.must('representative', 'ContestText', { ...file.text('budget'), reasons, about: [] });
    expect(courtOf(file.state, 'budget')).toEqual(['host']);
    expect(file.state.texts.heads.budget?.status).toBe('contested');
  });
});

/** Filled in by the first proposal of every fresh file: its hash depends on its content alone. */
const proposedBudget = proposeBudget(fileIn('co-construction')).text('budget');

describe('deciding by a rule', () => {
  it('PMP-28, S-10: by majority two of three agree, and one objection alone does not send a text back', () => {
    const file = proposeBudget(threeParties('majority'));
    file.must('outsider', 'ContestText', { ...file.text('budget'), reasons, about: [] });
    expect(file.state.texts.heads.budget?.status).toBe('proposed');
    refusedAlone(file, () => file.ask('outsider', 'ContestText', { ...file.text('budget'), reasons, about: [] }), {
      code: 'already-contested',
    });
    file.must('representative', 'AcceptText', file.text('budget'));
    expect(file.last('BudgetCoValidated')).toMatchObject({ acceptedBy: ['host', 'partner'] });
  });

  it('PMP-28: by majority an objection that comes after the agreement leaves it standing, and what was signed on it', () => {
    const file = proposeBudget(threeParties('majority')).must('representative', 'AcceptText', proposedBudget);
    expect(file.count('BudgetCoValidated')).toBe(1);
    file.must('outsider', 'ContestText', { ...file.text('budget'), reasons, about: [] });
    expect(file.last('BudgetContested')).toMatchObject({ leaves: 'agreed' });
    expect(file.state.texts.heads.budget).toMatchObject({ status: 'agreed', contestedBy: ['third'] });
    file.must('representative', 'ContestText', { ...file.text('budget'), reasons, about: [] });
    expect(file.state.texts.heads.budget).toMatchObject({ status: 'contested', agreedAt: null });
  });

  it('PMP-28: by majority two objections of three send it back', () => {
    const file = proposeBudget(threeParties('majority'));
    for (const who of ['outsider', 'representative'] as const) {
      file.must(who, 'ContestText', { ...file.text('budget'), reasons, about: [] });
    }
    expect(file.state.texts.heads.budget?.status).toBe('contested');
    expect(file.count('BudgetCoValidated')).toBe(0);
  });

  it('PMP-28: without an objection within the delay a text is agreed, and a single objection in time prevents it', () => {
    const quiet = proposeBudget(threeParties('no-objection')).advanceTo('2027-01-17');
    expect(quiet.count('BudgetCoValidated')).toBe(0);
    quiet.advanceTo('2027-01-19');
    expect(quiet.count('BudgetCoValidated')).toBe(1);
    expect(tasksOf(quiet, 'answer-text')).toEqual([]);

    const loud = proposeBudget(threeParties('no-objection'));
    loud.must('outsider', 'ContestText', { ...loud.text('budget'), reasons, about: [] }).advanceTo('2027-02-19');
    expect(loud.count('BudgetCoValidated')).toBe(0);
  });

  it('PMP-28, S-10: joint decisions follow the same rule', () => {
    const decision = { kind: 'joint', subject: 'Formation', text: 'On décale.', override: null } as const;
    const file = threeParties('majority').must('officer', 'ProposeDecision', decision);
    const id = String(file.last('JointDecisionProposed')['decision']);
    file.must('outsider', 'DeclineDecision', { decision: id, reason: 'Trop tard.' });
    expect(tasksOf(file, 'answer-decision').map(task => task.party)).toEqual(['partner']);
    file.must('representative', 'AcceptDecision', { decision: id });
    expect(file.last('JointDecisionTaken')).toMatchObject({ acceptedBy: ['host', 'partner'] });

    const silent = threeParties('no-objection').must('officer', 'ProposeDecision', decision).advanceTo('2027-01-19');
    expect(silent.count('JointDecisionTaken')).toBe(1);
    const refused = threeParties('all').must('officer', 'ProposeDecision', decision);
    refused.must('outsider', 'DeclineDecision', { decision: String(refused.last('JointDecisionProposed')['decision']), reason: 'Non.' });
    expect(refused.state.signOffs.decisions).toEqual([]);
    expect(refused.count('JointDecisionTaken')).toBe(0);
  });
});

describe('the veto on a budget line', () => {
  const contested = () =>
    proposeBudget(fileIn('co-construction')).must('representative', 'ContestText', { ...proposedBudget, reasons, about: ['A.1'] });

  const withLineA = (amount: number) => ({
    lines: budget.lines.map(line => (line.line === 'A.1' ? { ...line, cost: euros(amount) } : line)),
    total: euros(amount + 1_000_000),
  });

  it('MDM-11: a refused line does not come back unchanged; changed it does, and the others stay as they were', () => {
    const file = contested();
    refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'budget', body: budget }), { code: 'line-vetoed', rule: 'MDM-11' });
    file.must('officer', 'ProposeText', { kind: 'budget', body: withLineA(8_000_000) });
    expect(file.state.texts.heads.budget?.vetoes).toEqual([]);
  });

  it('MDM-11: the party that refused it may propose the very line itself', () => {
    expect(contested().ask('representative', 'ProposeText', { kind: 'budget', body: budget }).outcome).toBe('accepted');
  });

  it('MDM-11: an objection points at lines that exist', () => {
    const file = proposeBudget(fileIn('co-construction'));
    refusedAlone(file, () => file.ask('representative', 'ContestText', { ...file.text('budget'), reasons, about: ['Z.9'] }), {
      code: 'no-such-part',
    });
  });
});

describe('a yes that is taken back', () => {
  it('C-15: where the majority decides, who objects to an agreed text after its yes no longer counts as for it', () => {
    const file = proposeBudget(threeParties('majority'));
    file.must('representative', 'AcceptText', file.text('budget'));
    expect(file.state.texts.heads.budget?.status).toBe('agreed');
    file.must('representative', 'ContestText', { ...file.text('budget'), reasons, about: ['A.1'] });
    expect(file.state.texts.heads.budget).toMatchObject({ status: 'proposed', acceptedBy: ['host'], contestedBy: ['partner'] });
    expect(courtOf(file.state, 'budget')).toEqual(['third']);
  });
});
