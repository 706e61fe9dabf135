import type { Phase } from '@palabre/contracts';
import { answersTo, fileIn, policyOfCharter, refusedAlone, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const forms = {
  stageReflection: { form: 'stage-reflection', phase: 'implementation', place: 'headquarters' },
  annualReview: { form: 'annual-review', phase: 'annual-review' },
} as const satisfies Record<string, { form: string; phase: Phase; place?: string }>;

type Put = readonly [id: string, charter: string, type: string, form: keyof typeof forms, questions: readonly string[]];

const put: readonly Put[] = [
  ['MDM-82', 'mdm', 'OP', 'stageReflection', ['position', 'position_words']],
  ['MDM-83', 'mdm', 'OP', 'stageReflection', ['will_and_autonomy']],
  ['PMP-41', 'pmp', 'MSP', 'stageReflection', ['own_mistakes']],
  ['HFA-09', 'hfa', 'OP', 'stageReflection', ['concerned', 'equal']],
  ['ALE-09', 'alert', 'OP', 'annualReview', ['AQ5_concept', 'AQ5_priorities', 'AQ5_plan', 'AQ5_budget']],
  ['ALE-62', 'alert', 'ST', 'annualReview', ['AX_priorities_influenced', 'AX_learning_shared', 'AX_joint_advocacy']],
];

describe('what a charter asks is asked', () => {
  it.each(put)('%s: under the charter %s (%s) nobody answers the form %s without %j', (_id, charter, type, name, questions) => {
    const { form, phase, ...where } = forms[name];
    const file = fileIn(phase, new Rehearsal(policyOfCharter(charter, type)));
    const whole = answersTo(file.policy, name, 'partner');
    expect(Object.keys(whole)).toEqual(expect.arrayContaining([...questions]));
    const answer = (answers: object) => () => file.ask('representative', 'AnswerForm', { form, answers, ...where } as never);
    for (const question of questions) {
      const { [question]: _left, ...others } = whole;
      refusedAlone(file, answer(others), { code: 'answers-do-not-fit' });
    }
    expect(answer(whole)().outcome).toBe('accepted');
  });
});
