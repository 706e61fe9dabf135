import { agreeText, fileIn, sampleBodies, translated, refusedAlone, Rehearsal, policyWithGate, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const budget = sampleBodies.budget!;

const proposed = () => fileIn('co-construction').must('officer', 'ProposeText', { kind: 'budget', body: budget });

const readable = () => translated(proposed(), 'budget');

describe('a text that both sides work on', () => {
  it('MDM-11: a contested budget goes back to consultation with its reasons, and that version can no longer be accepted', () => {
    const file = proposed();
    file.must('representative', 'ContestText', { ...file.text('budget'), reasons: 'Les frais de route manquent.', about: ['A.1'] });

    expect(file.last('BudgetContested')).toMatchObject({ party: 'partner', version: 1, about: ['A.1'] });
    expect(file.state.texts.heads.budget).toMatchObject({ status: 'contested', acceptedBy: [] });
    expect(file.ask('secondRepresentative', 'AcceptText', file.text('budget'))).toMatchObject({
      refusal: { code: 'contested', rule: 'MDM-11' },
    });
    expect(file.count('BudgetCoValidated')).toBe(0);
    expect(file.state.tasks.filter(task => task.kind === 'write-text' && task.party === 'host').length).toBeGreaterThan(0);
  });

  it('MDM-11: the second version, accepted by the partner, is the co-validated budget', () => {
    const file = proposed();
    file.must('representative', 'ContestText', { ...file.text('budget'), reasons: 'À revoir.', about: [] });
    agreeText(file, 'budget');

    expect(file.last('BudgetCoValidated')).toMatchObject({ version: 2, acceptedBy: ['host', 'partner'] });
  });

  it('MDM-15: an acceptance binds to the version and hash that was read; a later change makes it stale and says so', () => {
    const file = readable();
    const read = file.text('budget');
    file.must('representative', 'AcceptText', read).must('secondRepresentative', 'ProposeText', { kind: 'budget', body: budget });

    expect(file.last('BudgetProposed')).toMatchObject({ version: 2, proposedBy: 'partner', staleAcceptances: ['host', 'partner'] });
    expect(file.ask('officer', 'AcceptText', read)).toMatchObject({ refusal: { code: 'stale-version', rule: 'MDM-15' } });
    expect(file.state.texts.heads.budget?.acceptedBy).toEqual(['partner']);
  });

  it('HFA-14: the asker never approves, and one party does not accept twice', () => {
    const file = readable();
    expect(file.ask('officer', 'AcceptText', file.text('budget'))).toMatchObject({ refusal: { code: 'already-accepted' } });
    file.must('representative', 'AcceptText', file.text('budget'));
    expect(file.ask('representative', 'AcceptText', file.text('budget'))).toMatchObject({ refusal: { code: 'already-accepted' } });
    expect(file.count('BudgetCoValidated')).toBe(1);
  });

  it('MDM-11: lines that do not sum, mixed currencies and repeated lines are refused before anybody is asked', () => {
    const file = fileIn('co-construction');
    const ask = (body: typeof budget) => file.ask('officer', 'ProposeText', { kind: 'budget', body });
    const [first, second] = budget.lines as [(typeof budget.lines)[number], (typeof budget.lines)[number]];

    expect(ask({ ...budget, total: { amount: 1, currency: 'EUR' } })).toMatchObject({ refusal: { code: 'budget-does-not-sum' } });
    expect(ask({ ...budget, lines: [first, { ...second, cost: { ...second.cost, currency: 'XOF' } }] })).toMatchObject({
      refusal: { code: 'mixed-currencies' },
    });
    expect(ask({ ...budget, lines: [first, first] })).toMatchObject({ refusal: { code: 'repeated-entry' } });
    expect(ask({ ...budget, lines: [first, { ...second, spentBy: 'nobody' }] })).toMatchObject({ refusal: { code: 'unknown-party' } });
    expect(file.count('BudgetProposed')).toBe(0);
    expect(file.count('CommandRefused')).toBe(4);
  });

  it('MDM-19: the why of a capacity line is written by the party that is strengthened, and by nobody for it', () => {
    const file = fileIn('co-construction');
    const line = { line: 'C1', from: 'host', to: 'partner', need: 'x', method: 'x', objective: 'O1' };
    const withWhy = { lines: [{ ...line, why: 'Pour ne plus attendre.' }] };

    expect(file.ask('officer', 'ProposeText', { kind: 'capacity-plan', body: withWhy })).toMatchObject({
      refusal: { code: 'why-is-the-others', rule: 'MDM-19' },
    });
    file.must('officer', 'ProposeText', { kind: 'capacity-plan', body: { lines: [{ ...line, why: null }] } });
    file
      .must('representative', 'ProposeText', { kind: 'capacity-plan', body: withWhy })
      .must('officer', 'AcceptText', file.text('capacity-plan'));
    expect(file.last('CapacityPlanAgreed')).toMatchObject({ version: 2 });
    const rewritten = { lines: [{ ...line, why: 'Parce que nous le disons.' }] };
    expect(file.ask('officer', 'ProposeText', { kind: 'capacity-plan', body: rewritten })).toMatchObject({ refusal: { rule: 'MDM-19' } });
    expect(file.ask('officer', 'ProposeText', { kind: 'capacity-plan', body: withWhy }).outcome).toBe('accepted');
  });

  it('MDM-41: a capacity line serves an objective of the text; before there is one this is shown, and holds nobody back', () => {
    const file = fileIn('co-construction');
    const line = { line: 'C1', from: 'host', to: 'partner', need: 'x', method: 'x', why: null };
    const ask = (objective: string) =>
      file.ask('officer', 'ProposeText', { kind: 'capacity-plan', body: { lines: [{ ...line, objective }] } });
    expect(ask('O9')).toMatchObject({ outcome: 'accepted', warnings: [{ code: 'objectives-to-come', rule: 'MDM-41' }] });
    file.must('officer', 'ProposeText', { kind: 'objectives', body: sampleBodies.objectives! });
    refusedAlone(file, () => ask('O9'), { code: 'no-such-objective', rule: 'MDM-41' });
    expect(file.state.texts.heads['capacity-plan']?.version).toBe(1);
    expect(ask('O2')).toMatchObject({ outcome: 'accepted', warnings: [] });
  });

  it('MDM-19: the why that a line waits for is a task of the party that is strengthened, until it has written it', () => {
    const file = fileIn('co-construction');
    const line = { from: 'host', to: 'partner', need: 'x', method: 'x', objective: 'O1', why: null };
    const lines = [
      { ...line, line: 'C1' },
      { ...line, line: 'C2', from: 'partner', to: 'host' },
    ];
    file.must('representative', 'ProposeText', { kind: 'capacity-plan', body: { lines } });
    expect(tasksOf(file, 'write-why').map(({ party, about }) => [party, about])).toEqual([
      ['partner', 'C1'],
      ['host', 'C2'],
    ]);
    const ours = { lines: [lines[0]!, { ...lines[1]!, why: 'Pour mieux écouter.' }] };
    file.must('officer', 'ProposeText', { kind: 'capacity-plan', body: ours });
    expect(tasksOf(file, 'write-why').map(({ party }) => party)).toEqual(['partner']);
    file.must('representative', 'AcceptText', file.text('capacity-plan'));
    expect(tasksOf(file, 'write-why').map(({ party }) => party)).toEqual(['partner']);
    const both = { lines: [{ ...lines[0]!, why: 'Pour ne plus attendre.' }, ours.lines[1]!] };
    file.must('representative', 'ProposeText', { kind: 'capacity-plan', body: both });
    expect(tasksOf(file, 'write-why')).toEqual([]);
  });

  it('MDM-16: where the charter blocks, nobody accepts a version that does not exist in its language; contesting it stays possible', () => {
    const file = proposed();
    refusedAlone(file, () => file.ask('representative', 'AcceptText', file.text('budget')), {
      code: 'not-in-your-language',
      rule: 'MDM-16',
    });
    expect(file.state.texts.heads.budget).toMatchObject({ status: 'proposed', acceptedBy: ['host'] });
    translated(file, 'budget').must('representative', 'AcceptText', file.text('budget'));
    expect(file.count('BudgetCoValidated')).toBe(1);

    file.must('officer', 'ProposeText', { kind: 'budget', body: budget });
    refusedAlone(file, () => file.ask('representative', 'AcceptText', file.text('budget')), { code: 'not-in-your-language' });
    file.must('representative', 'ContestText', { ...file.text('budget'), reasons: 'Nous ne pouvons pas le lire.', about: [] });
    file.must('representative', 'ProposeText', { kind: 'budget', body: budget });
    refusedAlone(file, () => file.ask('officer', 'AcceptText', file.text('budget')), { code: 'not-in-your-language', rule: 'MDM-16' });
  });

  it('MDM-16: who shares the language of the text accepts it as it is, and another text than budget and agreement is not held back', () => {
    const file = fileIn('co-construction').must('officer', 'ProposeText', { kind: 'values', body: sampleBodies.values! });
    file.must('representative', 'AcceptText', file.text('values'));
    const [host, partner] = file.state.parties.members;
    file.state = {
      ...file.state,
      parties: { ...file.state.parties, members: [host!, { ...partner!, workingLanguage: host!.workingLanguage }] },
    };
    file.must('officer', 'ProposeText', { kind: 'budget', body: budget }).must('representative', 'AcceptText', file.text('budget'));
    expect([file.count('SharedValuesAgreed'), file.count('BudgetCoValidated'), file.count('DocumentTranslated')]).toEqual([1, 1, 0]);
  });

  it.each(['warn', 'alert', 'off'] as const)('MDM-16: where the gate is at %s, an untranslated version is accepted', strength => {
    const file = fileIn('co-construction', new Rehearsal(policyWithGate('mdm', 'OP', 'LANGUAGE', strength)));
    file.must('officer', 'ProposeText', { kind: 'budget', body: budget }).must('representative', 'AcceptText', file.text('budget'));
    expect(file.count('BudgetCoValidated')).toBe(1);
  });

  it('MDM-16, S-19: while the parties go the short way, the translation is owed and holds nobody back', () => {
    const file = proposed();
    file.state = {
      ...file.state,
      frame: {
        ...file.state.frame,
        emergency: { endsAt: '2027-01-14T08:00:00.000Z', catchUpBy: '2027-03-05T08:00:00.000Z', open: true, owed: [], missed: false },
      },
    };
    file.must('representative', 'AcceptText', file.text('budget'));
    expect(file.count('BudgetCoValidated')).toBe(1);
  });

  it('MDM-16: a translation belongs to one version; a new version has to be translated again', () => {
    const file = proposed();
    file.must('representative', 'TranslateText', { ...file.text('budget'), language: 'wo', body: 'Jëmm ji' });
    expect(file.ask('representative', 'TranslateText', { ...file.text('budget'), language: 'wo', body: 'x' })).toMatchObject({
      refusal: { code: 'already-translated' },
    });
    file.must('officer', 'ProposeText', { kind: 'budget', body: budget });
    expect(file.state.texts.heads.budget?.translations).toEqual([]);
    expect(file.state.tasks.some(task => task.kind === 'translate-text')).toBe(true);
  });

  it('MDM-30: each side is asked for its expectations until it has written them', () => {
    const file = fileIn('co-construction').must('officer', 'WriteExpectations', { expectations: 'x', values: ['y'] });
    const waiting = file.state.tasks.filter(task => task.kind === 'write-expectations');
    expect(waiting.map(task => task.party)).toEqual(['partner']);
    expect(file.count('ExpectationsRecorded')).toBe(1);
  });
});
