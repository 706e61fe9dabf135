import { answersTo, fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const pulse = { we_talk: 4, we_are_listened_to: 2, we_are_respected: 5 };

/** A file at work that is put the questions of a stage, and lives by the figures, of another charter. */
const under = (charter: string): Rehearsal => {
  const plain = policyOfCharter('mdm', 'OP');
  const { forms, figures = {} } = policyOfCharter(charter, 'OP');
  return fileIn('implementation', new Rehearsal({ ...plain, forms: { ...plain.forms, stageReflection: forms.stageReflection }, figures }));
};

const asked = (file: Rehearsal): readonly (string | null)[] =>
  tasksOf(file, 'reflect-at-headquarters')
    .filter(({ party }) => party === 'host')
    .map(({ about }) => about);

const reflect = (file: Rehearsal, answers: Record<string, unknown>) =>
  file.ask('officer', 'AnswerForm', { form: 'stage-reflection', answers: answers as never, place: 'headquarters' });

describe('the pulse of the relation', () => {
  it('AGI-06: its three questions are put again twice a year while a stage lasts, and those alone', () => {
    const file = under('palabre');
    const whole = answersTo(file.policy, 'stageReflection', 'host');
    expect(Object.keys(whole)).toEqual(expect.arrayContaining([...Object.keys(pulse), 'own_mistakes']));
    expect(asked(file)).toEqual(['headquarters']);
    expect(reflect(file, whole).outcome).toBe('accepted');
    expect(asked(file)).toEqual([]);
    refusedAlone(file, () => reflect(file, whole), { code: 'already-answered' });
    const since = file.state.calendar.now;
    const after = (months: number, days: number): string => {
      const day = new Date(since);
      day.setUTCMonth(day.getUTCMonth() + months, day.getUTCDate() + days);
      return day.toISOString().slice(0, 10);
    };
    file.advanceTo(after(6, -1));
    expect(asked(file)).toEqual([]);
    file.advanceTo(after(6, 1));
    expect(asked(file)).toEqual(['headquarters']);
    refusedAlone(file, () => reflect(file, whole), { code: 'answers-do-not-fit' });
    expect(reflect(file, pulse).outcome).toBe('accepted');
    expect(asked(file)).toEqual([]);
    expect(file.last('StageReflectionRecorded')).toMatchObject({ party: 'host', answers: pulse });
  });

  it('a charter without a pulse puts the questions of a stage once', () => {
    const file = under('mdm');
    expect(reflect(file, answersTo(file.policy, 'stageReflection', 'host')).outcome).toBe('accepted');
    file.advanceTo('2027-11-01');
    expect(asked(file)).toEqual([]);
    expect(file.state.deadlines.filter(({ rule }) => rule === 'relation-pulse')).toEqual([]);
  });
});

describe('what was done with the will of the partner', () => {
  it('MDM-83: the partner comments on the answer of the host, which stays as it was given; nobody comments on its own', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'OP')));
    const named = { phase: 'implementation', place: 'headquarters', question: 'will_and_autonomy', of: 'host' } as const;
    const comment = 'Nous voulions d’abord le forage ; il est venu après.';
    const asPartner =
      (more: object = {}) =>
      () =>
        file.ask('representative', 'CommentStageAnswer', { ...named, comment, ...more });
    refusedAlone(file, asPartner(), { code: 'nothing-to-comment', rule: 'MDM-83' });
    expect(reflect(file, answersTo(file.policy, 'stageReflection', 'host')).outcome).toBe('accepted');
    const answered = file.count('StageReflectionRecorded');
    for (const elsewhere of [{ phase: 'closing' }, { place: 'field' }, { question: 'unasked' }, { of: 'nobody' }]) {
      refusedAlone(file, asPartner(elsewhere), { code: 'nothing-to-comment' });
    }
    refusedAlone(file, () => file.ask('officer', 'CommentStageAnswer', { ...named, comment }), { code: 'nothing-to-comment' });
    expect(asPartner()().outcome).toBe('accepted');
    expect(file.last('StageAnswerCommented')).toEqual({ ...named, party: 'partner', comment });
    expect(file.count('StageAnswerCommented')).toBe(1);
    expect(file.count('StageReflectionRecorded')).toBe(answered);
  });
});
