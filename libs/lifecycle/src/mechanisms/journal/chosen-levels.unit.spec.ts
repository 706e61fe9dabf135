import type { CommandData } from '@palabre/contracts';
import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf, type PersonName } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const on = '2027-01-20';
const note = 'Dit ensemble.';

type Levels = Extract<CommandData<'RecordNote'>, { kind: 'LevelsChosen' }>['areas'][number];

const choose = (file: Rehearsal, who: PersonName, decision: Levels['decision'], information: Levels['information']): Rehearsal =>
  file.must(who, 'RecordNote', {
    kind: 'LevelsChosen',
    on: file.state.calendar.now.slice(0, 10),
    areas: [{ area: 'people', information, decision }],
  });

/** The partner wants to decide on people; the host wants to be told in short. */
const chosen = (): Rehearsal => choose(choose(fileIn('implementation'), 'representative', 'sole', 'full'), 'officer', 'none', 'summary');

const decide = { kind: 'joint', subject: 'Une infirmière', text: note, override: null, area: 'people' } as const;

const record = { kind: 'DecisionRecorded', on, area: 'people', note } as const;

describe('what each partner wants to know and to decide', () => {
  it('AGI-21: both questions are asked of each party, area by area, before the building ends', () => {
    const file = fileIn('co-construction', new Rehearsal(policyOfCharter('agiri', 'OP')));
    expect(tasksOf(file, 'asked-chosen-levels').map(task => task.party)).toEqual(['host', 'partner']);
    choose(file, 'officer', 'consulted', 'summary');
    expect(tasksOf(file, 'asked-chosen-levels').map(task => task.party)).toEqual(['partner']);
    const twice = [
      { area: 'people', information: 'full', decision: 'joint' },
      { area: 'people', information: 'none', decision: 'none' },
    ] as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', { kind: 'LevelsChosen', on: '2027-01-04', areas: [...twice] }), {
      code: 'area-twice',
    });
  });

  it('AGI-21: after signature the answers are permissions: who chose to decide is asked, who left the area is not, and is told as it chose', () => {
    const file = chosen();
    file.must('officer', 'ProposeDecision', decide);
    expect(file.last('JointDecisionProposed')).toMatchObject({
      deciders: ['partner'],
      informs: [
        { party: 'host', information: 'summary' },
        { party: 'partner', information: 'full' },
      ],
    });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', record), { code: 'decided-by-others' });
    file.must('representative', 'RecordNote', record);
    expect(file.last('DecisionRecorded')).toMatchObject({ party: 'partner', informs: [{ party: 'host' }, { party: 'partner' }] });
    refusedAlone(file, () => file.ask('representative', 'ProposeDecision', decide), { code: 'decided-alone' });
  });

  it('AGI-21: who asked for no information is not told; who asked for nothing decides with the others and is told in full', () => {
    const file = choose(fileIn('implementation'), 'officer', 'joint', 'none');
    refusedAlone(file, () => file.ask('officer', 'RecordNote', record), { code: 'decided-together', rule: 'AGI-21' });
    file.must('officer', 'ProposeDecision', decide);
    expect(file.last('JointDecisionProposed')).toMatchObject({ informs: [{ party: 'partner', information: 'full' }] });
    expect(file.last('JointDecisionProposed')).not.toHaveProperty('deciders');
    expect(tasksOf(file, 'answer-decision').map(task => task.party)).toEqual(['partner']);
  });

  it('AGI-19, AGI-21: once it is chosen who decides where, no decision of one party goes by without saying where it falls', () => {
    const unsaid = { kind: 'DecisionRecorded', on, note } as const;
    const file = chosen();
    for (const who of ['officer', 'representative'] as const) {
      refusedAlone(file, () => file.ask(who, 'RecordNote', unsaid), { code: 'division-not-named', rule: 'AGI-21' });
    }
    expect(file.count('DecisionRecorded')).toBe(0);
    expect(fileIn('implementation').ask('officer', 'RecordNote', unsaid).outcome).toBe('accepted');
  });

  it('AGI-29: a change that everybody agreed answers the change of context; the decision of one party is not the only way', () => {
    const file = chosen().must('representative', 'RecordNote', { kind: 'ContextChangeReported', on, note });
    expect(tasksOf(file, 'answer-context-change').map(task => task.party)).toEqual(['host']);
    const change = { of: 'schedule', touches: [] } as const;
    file.state = {
      ...file.state,
      policy: { ...file.state.policy!, switches: { ...file.state.policy!.switches, changeWithoutResignature: true } },
    };
    file.must('officer', 'ProposeDecision', { kind: 'change', subject: 'Calendrier', text: note, need: note, change, override: null });
    expect(tasksOf(file, 'answer-context-change')).toHaveLength(1);
    file.must('representative', 'AcceptDecision', { decision: String(file.last('ChangeProposed')['decision']) });
    expect(file.count('ChangeAgreed')).toBe(1);
    expect(tasksOf(file, 'answer-context-change')).toEqual([]);
  });

  it('AGI-21: before signature nothing is decided by levels', () => {
    const file = choose(choose(fileIn('validation'), 'representative', 'sole', 'full'), 'officer', 'none', 'full');
    file.must('officer', 'ProposeDecision', decide);
    expect(file.last('JointDecisionProposed')).not.toHaveProperty('deciders');
  });
});
