import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const together = [
  { party: 'host', people: 2 },
  { party: 'partner', people: 3 },
];

const reviewUnder = (charter: string) => fileIn('annual-review', new Rehearsal(policyOfCharter(charter, 'OP')));

const today = (file: Rehearsal): string => file.state.calendar.now.slice(0, 10);

const joint = (file: Rehearsal, participants = together) => ({ on: today(file), topic: 'Les puits', participants });

describe('joint activities that come back', () => {
  it('ALE-64: design and learning are asked of both sides at the yearly reflection, and one session noted answers for all', () => {
    const file = reviewUnder('alert');
    expect(tasksOf(file, 'hold-joint-design').map(task => task.party)).toEqual(['host', 'partner']);
    expect(tasksOf(file, 'hold-joint-learning')).toHaveLength(2);
    file.must('officer', 'RecordNote', { kind: 'DesignSessionHeld', ...joint(file) });
    expect(tasksOf(file, 'hold-joint-design')).toEqual([]);
    expect(tasksOf(file, 'hold-joint-learning')).toHaveLength(2);
    file.must('representative', 'RecordNote', { kind: 'LearningSessionHeld', ...joint(file), note: 'Appris ensemble.' });
    expect(tasksOf(file, 'hold-joint-learning')).toEqual([]);
    expect(file.state.journal.joint).toEqual({ design: today(file), learning: today(file) });
  });

  it('ALE-64: a session of one side alone is noted and answers nothing', () => {
    const file = reviewUnder('alert');
    const alone = [
      { party: 'host', people: 4 },
      { party: 'partner', people: 0 },
    ];
    file.must('officer', 'RecordNote', { kind: 'LearningSessionHeld', ...joint(file, alone), note: 'Entre nous.' });
    expect(file.count('LearningSessionHeld')).toBe(1);
    expect(tasksOf(file, 'hold-joint-learning')).toHaveLength(2);
    expect(file.state.journal.joint).toBeUndefined();
  });

  it('ALE-64: a charter that does not ask for them asks for none, and still counts what is noted', () => {
    const file = reviewUnder('mdm');
    expect([...tasksOf(file, 'hold-joint-design'), ...tasksOf(file, 'hold-joint-learning')]).toEqual([]);
    file.must('officer', 'RecordNote', { kind: 'LearningSessionHeld', ...joint(file), note: 'Appris.' });
    expect(file.state.journal.counts.LearningSessionHeld).toBe(1);
  });

  it('names parties of the file only', () => {
    const file = reviewUnder('alert');
    const strangers = [...together, { party: 'nobody', people: 1 }];
    refusedAlone(file, () => file.ask('officer', 'RecordNote', { kind: 'LearningSessionHeld', ...joint(file, strangers), note: 'x' }), {
      code: 'unknown-party',
      rule: 'ALE-64',
    });
  });
});

describe('digests of status points', () => {
  it('HFA-31: a member says that it read the digest of a status point that is there; any other day is refused', () => {
    const file = fileIn('implementation');
    const heldOn = today(file);
    file.must('officer', 'RecordStatusPoint', { heldOn, clauses: [{ number: '1', state: 'kept' }], note: 'À temps.' });
    refusedAlone(file, () => file.ask('representative', 'RecordNote', { kind: 'StatusDigestRead', on: heldOn, heldOn: '2026-01-01' }), {
      code: 'no-such-digest',
      rule: 'HFA-31',
    });
    file.must('representative', 'RecordNote', { kind: 'StatusDigestRead', on: heldOn, heldOn });
    expect(file.last('StatusDigestRead')).toEqual({ party: 'partner', on: heldOn, heldOn });
  });
});

describe('scaling up', () => {
  it('PMP-38: either side says whether a joint project could grow, and on what condition', () => {
    const file = fileIn('implementation');
    const word = {
      on: today(file),
      project: 'project-1',
      readiness: 'conditional',
      condition: 'Un second bailleur.',
      potential: 'Trois districts.',
    } as const;
    file.must('representative', 'RecordNote', { kind: 'ScaleUpAssessed', ...word });
    expect(file.last('ScaleUpAssessed')).toEqual({ party: 'partner', ...word });
    const { condition: _none, ...without } = word;
    expect(file.ask('officer', 'RecordNote', { kind: 'ScaleUpAssessed', ...without } as never)).toMatchObject({
      refusal: { code: 'malformed-command' },
    });
  });
});
