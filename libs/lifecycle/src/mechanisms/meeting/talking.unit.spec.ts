import type { CommandAnswer, CommandData } from '@palabre/contracts';
import { fileIn, meeting, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit ensemble.';

const under = (charter: string): Rehearsal => new Rehearsal(policyOfCharter(charter, 'OP'));

const warned = (answer: CommandAnswer): readonly string[] =>
  answer.outcome === 'accepted' ? (answer.warnings ?? []).map(({ code }) => code) : [];

describe('what a meeting leads to', () => {
  const adjustment = { owedBy: 'partner', owedTo: 'host', what: words, dueOn: '2027-03-31' } as const;

  it('AGI-24: at work an adjustment follows a formal meeting that spoke of the collaboration, and no other', () => {
    const file = fileIn('implementation', under('agiri'));
    const blocks = { goesWell: words, challenges: words, solutions: words };
    const held = (more: object = {}) =>
      file.must('officer', 'HoldMeeting', { ...meeting('2027-01-20'), kind: 'formal', purpose: 'exchange', blocks, ...more });
    refusedAlone(file, () => file.ask('officer', 'AgreeAdjustment', adjustment), { code: 'adjustment-not-discussed', rule: 'AGI-24' });
    held({ collaboration: words });
    refusedAlone(file, () => file.ask('officer', 'AgreeAdjustment', adjustment), { code: 'binds-another-party', rule: 'C-08' });
    file.must('representative', 'AgreeAdjustment', adjustment);
    expect(file.last('AdjustmentAgreed')).toMatchObject({ owedBy: 'partner', origin: 'adjustment' });
    expect(file.state.commitments.open).toHaveLength(1);
    held();
    refusedAlone(file, () => file.ask('officer', 'AgreeAdjustment', adjustment), { code: 'adjustment-not-discussed' });
  });

  it('AGI-03, AGI-05: an introduction without names or topics is recorded and told as incomplete, where the charter asks', () => {
    const topics = { values: words, experience: words, expectations: words, hours: words, communication: words };
    const hours = { from: '08:00', until: '12:00', channels: ['phone'] };
    const preferences = ['person-officer', 'person-representative'].map(person => ({ person, ...hours }));
    const introduced = (charter: string, more: Partial<CommandData<'HoldIntroduction'>>): readonly string[] => {
      const file = fileIn('search', under(charter)).must('officer', 'ShortlistCandidate', {
        party: 'partner',
        organisation: 'org-riviere',
        workingLanguage: 'wo',
        reason: words,
      });
      return warned(file.ask('officer', 'HoldIntroduction', { ...meeting('2027-01-04'), ...more }));
    };
    expect(introduced('agiri', {})).toEqual(['introduction-incomplete', 'introduction-incomplete']);
    expect(introduced('agiri', { topics })).toEqual(['introduction-incomplete']);
    expect(introduced('agiri', { topics, preferences })).toEqual([]);
    expect(introduced('mdm', {})).toEqual([]);
  });
});

describe('who decides, and what keeps people out', () => {
  const levels = (area: 'money' | 'activities', decision: 'sole' | 'joint') =>
    ({ kind: 'LevelsChosen', on: '2027-01-04', areas: [{ area, information: 'full', decision }] }) as const;

  it('AGI-21: two parties that both choose to decide alone are told of the contradiction; one of them alone is not', () => {
    const file = fileIn('co-construction', under('agiri'));
    expect(warned(file.ask('officer', 'RecordNote', levels('money', 'sole')))).toEqual([]);
    expect(warned(file.ask('representative', 'RecordNote', levels('activities', 'sole')))).toEqual([]);
    expect(warned(file.ask('representative', 'RecordNote', levels('money', 'joint')))).toEqual([]);
    expect(warned(file.ask('representative', 'RecordNote', levels('money', 'sole')))).toEqual(['area-claimed-twice']);
  });

  it('AGI-12, AGI-13, AGI-35: at work the rebalancing plan and the barriers are asked for, and hold nothing back', () => {
    const file = fileIn('implementation', under('agiri'));
    expect(tasksOf(file, 'asked-partnership-plan').map(({ party }) => party)).toEqual(['host']);
    expect(tasksOf(file, 'asked-participation-barriers').map(({ party }) => party)).toEqual(['host', 'partner']);
    const barrier = { on: '2027-01-20', barrier: 'language', measure: words, concerns: 'person-elder' } as const;
    file.must('representative', 'RecordNote', { kind: 'ParticipationBarrierNamed', ...barrier });
    expect(tasksOf(file, 'asked-participation-barriers')).toEqual([]);
    expect(file.ask('officer', 'EnterPhase', { phase: 'annual-review', reason: null }).outcome).toBe('accepted');
    const elsewhere = fileIn('implementation', under('mdm'));
    expect([...tasksOf(elsewhere, 'asked-partnership-plan'), ...tasksOf(elsewhere, 'asked-participation-barriers')]).toEqual([]);
  });

  it('AGI-35: a party that knows of no barrier says so with its day; the other is still asked, and a barrier is named later all the same', () => {
    const file = fileIn('implementation', under('agiri'));
    const asked = () => tasksOf(file, 'asked-participation-barriers').map(({ party }) => party);
    const none = { kind: 'NoParticipationBarrierKnown', on: '2027-01-20', note: words } as const;
    file.must('representative', 'RecordNote', none);
    expect(file.last('NoParticipationBarrierKnown')).toEqual({ party: 'partner', on: '2027-01-20', note: words });
    expect([asked(), file.count('ParticipationBarrierNamed')]).toEqual([['host'], 0]);
    file.must('officer', 'RecordNote', none);
    expect(asked()).toEqual([]);
    const barrier = { on: '2027-01-20', barrier: 'cost', measure: words, concerns: 'person-elder' } as const;
    file.must('representative', 'RecordNote', { kind: 'ParticipationBarrierNamed', ...barrier });
    expect([asked(), file.count('ParticipationBarrierNamed'), file.count('NoParticipationBarrierKnown')]).toEqual([[], 1, 2]);
    refusedAlone(file, () => file.ask('officer', 'RecordNote', none), { code: 'barriers-stand', rule: 'AGI-35' });
    expect(file.count('NoParticipationBarrierKnown')).toBe(2);
  });
});
