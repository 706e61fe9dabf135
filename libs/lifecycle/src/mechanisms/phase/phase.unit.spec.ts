import { phaseMoves, phases, type PartnershipPolicy } from '@palabre/contracts';
import { agreeText, fileIn, openingIdea, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { lifecycle } from '../../lifecycle.js';
import type { PartnershipState } from '../../state.js';
import { stepConditions, type StepCondition } from './conditions.js';

describe('the procedure', () => {
  it('every phase can be reached from the first, and every phase but the end leads somewhere', () => {
    const reached = new Set(['readiness']);
    for (let round = 0; round < phases.length; round += 1) {
      for (const step of lifecycle) if (reached.has(step.from)) reached.add(step.to);
    }
    expect([...reached].sort()).toEqual([...phases].sort());
  });

  it('every step is told by an event that holds the whole transition, and no other event does: views move the phase by these', () => {
    expect([...new Set(lifecycle.map(({ event }) => event))].sort()).toEqual([...phaseMoves].sort());
  });

  it('there is no step from a phase to a phase that the table does not name: unknown means no', () => {
    const file = fileIn('idea');
    const answer = file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: null });
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'no-such-step', rule: 'LIFECYCLE' } });
    expect(file.state.phase).toBe('idea');
  });

  it('MDM-64: a verification that fails tells about which party, where it is said; nobody is named who is no party', () => {
    const failing = (about?: string) => {
      const file = fileIn('due-diligence');
      return {
        file,
        answer: file.ask('representative', 'FailDueDiligence', { reason: 'Nos comptes.', ...(about === undefined ? {} : { about }) }),
      };
    };
    expect(failing('partner').file.last('DueDiligenceFailed')).toEqual({ reason: 'Nos comptes.', about: 'partner' });
    expect(failing().file.last('DueDiligenceFailed')).toEqual({ reason: 'Nos comptes.' });
    const unknown = failing('nobody');
    expect(unknown.answer).toMatchObject({ outcome: 'refused', refusal: { code: 'unknown-party' } });
    expect(unknown.file.state.standing).toBe('open');
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
    expect(file.ask('representative', 'AcceptText', file.text('objectives'))).toMatchObject({ refusal: { rule: 'MDM-26' } });
    const answer = file.ask('officer', 'EnterPhase', { phase: 'validation', reason: null });
    expect(answer).toMatchObject({ refusal: { gates: expect.arrayContaining(['OBJECTIVES']) } });
    expect(answer.outcome === 'refused' && answer.refusal.reason.en).toContain('No objective is about rights');
  });

  it('PMP-07: in this charter an unassessed need warns, is written into the step, and does not hold it', () => {
    const file = fileIn('idea');
    const answer = file.ask('hqOps', 'EnterPhase', { phase: 'mapping', reason: null });
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: [{ rule: 'gate NEED' }, { rule: 'gate ADDED-VALUE' }] });
    expect(file.last('StakeholderMappingStarted')['gates']).toMatchObject([
      { gate: 'NEED', strength: 'warn', state: 'open', reason: { en: expect.stringContaining('Objective and method are not assessed.') } },
      {},
    ]);
  });

  it('MDM-27: whoever did not confirm having taken part is named, and the step waits', () => {
    const file = fileIn('validation');
    expect(file.state.phase).toBe('validation');
    const other = fileIn('co-construction');
    expect(other.ask('officer', 'EnterPhase', { phase: 'validation', reason: null }).outcome).toBe('refused');
    expect(other.count('CoConstructionConfirmed')).toBe(0);
  });
});

describe('what a step waits for besides its gates', () => {
  const running = fileIn('implementation').state;
  const under = (columns: Partial<PartnershipPolicy['columns']>, state = running): PartnershipState =>
    state.policy === null ? state : { ...state, policy: { ...state.policy, columns: { ...state.policy.columns, ...columns } } };
  const alone = fileIn('mapping').state;
  const unfinished = fileIn('co-construction').state;
  const alleged = fileIn('implementation').must('officer', 'RaiseLine', {
    line: 'patient_discrimination',
    about: 'partner',
    facts: null,
  }).state;

  const waits: readonly (readonly [StepCondition, string, PartnershipState, PartnershipState])[] = [
    ['project-named', 'project-missing MDM-37', { ...running, steps: { ...running.steps, project: null } }, running],
    [
      'project-named',
      'project-missing MDM-37',
      under({ projectRequired: true }, { ...running, steps: { ...running.steps, project: null } }),
      under({ projectRequired: false }, { ...running, steps: { ...running.steps, project: null } }),
    ],
    ['candidate-shortlisted', 'no-candidate PMP-19', alone, running],
    ['everybody-took-part', 'co-construction-unconfirmed MDM-27', unfinished, fileIn('validation').state],
    ['everybody-took-part', 'co-construction-unconfirmed MDM-27', unfinished, under({ coConstruction: 'none' }, unfinished)],
    ['meeting-calendar-agreed', 'no-meeting-calendar AGI-23', { ...running, meetings: { ...running.meetings, calendar: null } }, running],
    ['transfer-offered', 'transfer-not-offered MDM-44', under({ transferPossible: false }), under({ transferPossible: true })],
    ['no-open-red-line', 'red-line-pending S-01', alleged, running],
    ['no-co-construction', 'co-construction-foreseen MDM-39', under({ coConstruction: 'required' }), under({ coConstruction: 'none' })],
    ['network-to-join', 'no-network MDM-57', under({ networkMandate: false }), under({ networkMandate: true })],
    ['no-network-to-join', 'network-mandate-missing MDM-57', under({ networkMandate: true }), under({ networkMandate: false })],
    [
      'process-ended',
      'process-goes-on S-01',
      running,
      { ...alleged, lines: { ...alleged.lines, cases: alleged.lines.cases.map(open => ({ ...open, confirmed: 'end-process' as const })) } },
    ],
    [
      'body-approved-the-end',
      'end-not-approved S-12',
      { ...running, signOffs: { ...running.signOffs, validatedBy: 'steering-committee' } },
      running,
    ],
    ['parties-agreed-the-end', 'end-not-agreed S-06', running, { ...running, steps: { ...running.steps, termEndsOn: '2026-12-31' } }],
    ['parties-agreed-the-end', 'end-not-agreed S-06', running, { ...running, steps: { ...running.steps, endAgreed: true } }],
  ];

  it.each(waits)('%s: told as %s until it is so', (name, told, unmet, met) => {
    const refusal = stepConditions[name](unmet, null);
    expect(`${refusal?.code} ${refusal?.rule}`).toBe(told);
    expect(stepConditions[name](met, null)).toBeNull();
  });

  it('MDM-27: who did not confirm having taken part is named, and nobody else', () => {
    const built = fileIn('co-construction');
    agreeText(built, 'values');
    const half = built.must('officer', 'ConfirmCoConstruction', { participants: ['person-1'] }).state;
    expect(stepConditions['everybody-took-part'](half, null)?.reason.en).toContain('by: partner.');
    expect(stepConditions['everybody-took-part'](unfinished, null)?.reason.en).toContain('by: host, partner.');
  });

  it.each([null, undefined])('ALE-18: a reason that is %s is none', reason => {
    expect(stepConditions['reason-given'](running, reason as null)).toMatchObject({ code: 'reason-missing', rule: 'ALE-18' });
    expect(stepConditions['reason-given'](running, 'Dit ensemble.')).toBeNull();
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
