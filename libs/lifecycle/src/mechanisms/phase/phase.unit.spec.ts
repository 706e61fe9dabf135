import { phases } from '@palabre/contracts';
import { fileIn, openingIdea, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { lifecycle } from '../../lifecycle.js';

describe('the procedure', () => {
  it('every phase can be reached from the first, and every phase but the end leads somewhere', () => {
    const reached = new Set(['readiness']);
    for (let round = 0; round < phases.length; round += 1) {
      for (const step of lifecycle) if (reached.has(step.from)) reached.add(step.to);
    }
    expect([...reached].sort()).toEqual([...phases].sort());
  });

  it('there is no step from a phase to a phase that the table does not name: unknown means no', () => {
    const file = fileIn('idea');
    const answer = file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: null });
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'no-such-step', rule: 'LIFECYCLE' } });
    expect(file.state.phase).toBe('idea');
  });

  it('the story that every rule accepts goes from the idea to implementation, through each phase once', () => {
    const file = fileIn('implementation');
    expect(file.state.steps.visited).toEqual([
      'idea',
      'mapping',
      'search',
      'due-diligence',
      'co-construction',
      'validation',
      'setting-up',
      'implementation',
    ]);
    expect(file.state.standing).toBe('open');
  });
});

describe('gates at the steps', () => {
  it('MDM-38: without agreed common values co-construction does not end; the refusal names this gate and no gate that is met', () => {
    const file = fileIn('co-construction');
    for (const who of ['officer', 'representative'] as const) file.must(who, 'WriteExpectations', { expectations: 'x', values: ['y'] });
    const answer = file.ask('officer', 'EnterPhase', { phase: 'validation', reason: null });

    expect(answer.outcome).toBe('refused');
    const gates = answer.outcome === 'refused' ? answer.refusal.gates : [];
    expect(gates).toContain('VALUES');
    expect(gates).toContain('BUDGET');
    expect(gates).not.toContain('EXPECTATIONS');
    expect(file.state.phase).toBe('co-construction');
    expect(file.last('CommandRefused')).toMatchObject({ commandType: 'EnterPhase', code: 'gate-open' });
  });

  it('MDM-26: common objectives without one on rights keep the gate OBJECTIVES shut', () => {
    const file = fileIn('co-construction');
    file.must('officer', 'ProposeText', { kind: 'objectives', body: { objectives: [{ id: 'O1', text: 'x', aboutRights: false }] } });
    file.must('representative', 'AcceptText', file.text('objectives'));
    const answer = file.ask('officer', 'EnterPhase', { phase: 'validation', reason: null });
    expect(answer).toMatchObject({ refusal: { gates: expect.arrayContaining(['OBJECTIVES']) } });
    expect(answer.outcome === 'refused' && answer.refusal.reason.en).toContain('No objective is about rights');
  });

  it('PMP-07: in this charter an unassessed need warns, is written into the step, and does not hold it', () => {
    const file = fileIn('idea');
    const answer = file.ask('hqOps', 'EnterPhase', { phase: 'mapping', reason: null });
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: [{ rule: 'gate NEED' }, { rule: 'gate ADDED-VALUE' }] });
    expect(file.last('StakeholderMappingStarted')['gates']).toContainEqual({ gate: 'NEED', strength: 'warn', state: 'open' });
  });

  it('MDM-27: whoever did not confirm having taken part is named, and the step waits', () => {
    const file = fileIn('validation');
    expect(file.state.phase).toBe('validation');
    const other = fileIn('co-construction');
    expect(other.ask('officer', 'EnterPhase', { phase: 'validation', reason: null }).outcome).toBe('refused');
    expect(other.count('CoConstructionConfirmed')).toBe(0);
  });
});

describe('ideas and types', () => {
  it('MDM-37: an operational partnership without a project does not leave the idea', () => {
    const without = new Rehearsal().must('hqOps', 'OpenPartnership', { ...openingIdea, project: null });
    expect(without.ask('hqOps', 'EnterPhase', { phase: 'mapping', reason: null })).toMatchObject({ refusal: { rule: 'MDM-37' } });
    expect(without.count('StakeholderMappingStarted')).toBe(0);
  });

  it('MDM-33: a type that the facts do not describe needs a reason', () => {
    const file = fileIn('idea');
    const facts = { coConstruction: false, moneyForServices: true, beyondProject: false, sharedGovernance: false, chosen: 'OP' };
    expect(file.ask('hqOps', 'ProposeType', { ...facts, reason: null })).toMatchObject({ refusal: { rule: 'MDM-33' } });
    file.must('hqOps', 'ProposeType', { ...facts, reason: 'Le partenaire veut co-construire dès l’an prochain.' });
    expect(file.last('PartnershipTypeProposed')).toMatchObject({ suggested: 'SP', chosen: 'OP' });
  });

  it('PMP-07: a discarded idea is at its end: its reason is told, and nothing more is accepted', () => {
    const file = fileIn('idea').must('hqOps', 'DiscardIdea', { reason: 'Une personne seule suffit.' });
    expect(file.state).toMatchObject({ standing: 'discarded', tasks: [], deadlines: [] });
    expect(file.ask('hqOps', 'AssessNeed', { objective: 'x', partnershipIsRightMethod: true, argument: 'x' })).toMatchObject({
      refusal: { code: 'partnership-ended' },
    });
    expect(file.count('PartnershipNeedAssessed')).toBe(0);
  });

  it('ALE-18: nothing ends by default: closing needs a reason', () => {
    const file = fileIn('implementation');
    expect(file.ask('officer', 'EnterPhase', { phase: 'closing', reason: null })).toMatchObject({ refusal: { rule: 'ALE-18' } });
    expect(file.state.phase).toBe('implementation');
  });

  it('ALE-46: the annual review opens by itself on the anniversary of implementation, and says when it is overdue', () => {
    const file = fileIn('implementation').advanceTo('2028-01-30');
    expect(file.last('AnnualReviewOpened')).toMatchObject({ round: 1, openedBy: 'deadline' });
    expect(file.state.phase).toBe('annual-review');
    expect(file.count('AnnualReviewOverdue')).toBe(0);
    file.advanceTo('2028-03-01');
    expect(file.count('AnnualReviewOverdue')).toBe(1);
  });
});
