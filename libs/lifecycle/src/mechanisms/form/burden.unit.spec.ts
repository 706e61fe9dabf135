import { answersTo, fileIn, refusedAlone, tasksOf, type Rehearsal } from '@palabre/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alreadyKnown, askedInYear, questionsLeft } from './burden.js';

const questions = (count: number) => Array.from({ length: count }, (_, at) => `Question ${at + 1} ?`);

const ask = (count: number, to = 'partner') => ({ to, questions: questions(count), insteadOf: 'Le dernier rapport ne le dit pas.' });

/** A partnership in implementation whose charter allows this many questions a year. */
function withQuota(questionQuota: number): Rehearsal {
  const file = fileIn('implementation');
  file.state = {
    ...file.state,
    policy: { ...file.state.policy!, questionQuota },
    forms: { ...file.state.forms, asked: { year: '', count: {} } },
  };
  return file;
}

describe('asking and being asked', () => {
  it('C-28: beyond the year’s quota questions are refused, to either side, and the next year they are possible again', () => {
    const file = withQuota(5).must('officer', 'AskQuestions', ask(4));
    refusedAlone(file, () => file.ask('officer', 'AskQuestions', ask(2)), { code: 'question-quota', rule: 'C-28' });
    expect(questionsLeft(file.state, 'partner', file.state.calendar.now)).toBe(1);
    file.must('representative', 'AskQuestions', ask(5, 'host'));
    refusedAlone(file, () => file.ask('representative', 'AskQuestions', ask(1, 'host')), { code: 'question-quota' });
    file.must('officer', 'AskQuestions', ask(1)).advanceTo('2028-01-03').must('officer', 'AskQuestions', ask(5));
  });

  it('C-28, MDM-25: questions wait for the party asked, which answers them all or declines', () => {
    const file = withQuota(20).must('officer', 'AskQuestions', ask(2));
    const request = String(file.last('QuestionsAsked')['request']);
    expect(tasksOf(file, 'answer-questions')).toMatchObject([{ party: 'partner', about: request }]);
    refusedAlone(file, () => file.ask('officer', 'AnswerQuestions', { request, answers: ['a', 'b'] }), { code: 'no-such-request' });
    refusedAlone(file, () => file.ask('representative', 'AnswerQuestions', { request, answers: ['a'] }), { code: 'answers-do-not-fit' });
    file.must('representative', 'AnswerQuestions', { request, answers: ['a', 'b'] });
    expect(tasksOf(file, 'answer-questions')).toEqual([]);

    file.must('officer', 'AskQuestions', ask(1));
    const second = String(file.last('QuestionsAsked')['request']);
    file.must('representative', 'DeclineQuestions', { request: second, reason: 'Déjà dit en réunion.' });
    expect(tasksOf(file, 'answer-questions')).toEqual([]);
    expect(file.count('CommitmentBreachRecorded') + file.count('OrangeLineRaised')).toBe(0);
  });

  it('C-28: nobody asks itself or a stranger', () => {
    const file = withQuota(20);
    refusedAlone(file, () => file.ask('officer', 'AskQuestions', ask(1, 'host')), { code: 'asked-of-oneself' });
    refusedAlone(file, () => file.ask('officer', 'AskQuestions', ask(1, 'nobody')), { code: 'unknown-party' });
  });

  it('ALE-54: an answer that is known already counts as no new question; a changed one does', () => {
    const file = fileIn('implementation').advanceTo('2028-01-06');
    const { now } = file.state.calendar;
    const form = file.policy.forms.dueDiligence;
    expect(alreadyKnown(file.state, 'host', form)).toHaveLength(Object.keys(answersTo(file.policy, 'dueDiligence', 'host')).length);
    const same = answersTo(file.policy, 'dueDiligence', 'host');
    const [first] = Object.keys(answersTo(file.policy, 'dueDiligence', 'partner'));
    const changed = { ...answersTo(file.policy, 'dueDiligence', 'partner'), [first!]: { yes: false } };
    file
      .must('officer', 'AnswerForm', { form: 'due-diligence', answers: same, place: 'headquarters' })
      .must('representative', 'AnswerForm', { form: 'due-diligence', answers: changed, place: 'field' });
    expect(file.count('DueDiligenceAnswersRevealed')).toBe(2);
    expect(askedInYear(file.state, 'host', now)).toBe(0);
    expect(askedInYear(file.state, 'partner', now)).toBe(1);
  });

  it('ALE-54: what is known is not written twice: a later round takes earlier answers as they stand, and none that was never given', () => {
    const early = fileIn('due-diligence');
    const [first, ...others] = Object.keys(answersTo(early.policy, 'dueDiligence', 'host'));
    refusedAlone(
      early,
      () =>
        early.ask('officer', 'AnswerForm', { form: 'due-diligence', answers: {}, unchanged: [first!, ...others], place: 'headquarters' }),
      { code: 'not-answered-before', rule: 'ALE-54' },
    );
    const file = fileIn('implementation').advanceTo('2028-01-06');
    const answers = { [first!]: { yes: false } };
    refusedAlone(file, () => file.ask('officer', 'AnswerForm', { form: 'due-diligence', answers, place: 'headquarters' }), {
      code: 'answers-do-not-fit',
    });
    file
      .must('officer', 'AnswerForm', { form: 'due-diligence', answers, unchanged: others, place: 'headquarters' })
      .must('representative', 'AnswerForm', {
        form: 'due-diligence',
        answers: answersTo(file.policy, 'dueDiligence', 'partner'),
        place: 'field',
      });
    expect(file.last('DueDiligenceAnswersRevealed')).toMatchObject({ answers: [{ party: 'host', answers, unchanged: others }, {}] });
  });

  it('ALE-41: a form of the charter is always answered; beyond the quota it is said how much was asked', () => {
    const file = withQuota(3).advanceTo('2028-01-06');
    const answers = answersTo(file.policy, 'dueDiligence', 'host');
    const answer = file.ask('officer', 'AnswerForm', { form: 'due-diligence', answers, place: 'headquarters' });
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: [{ code: 'question-quota' }] });
  });

  it('C-28: whatever is asked, nobody is asked more in a year than the quota', () => {
    const start = withQuota(10);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 }), counts => {
        const file = Object.assign(withQuota(10), { state: start.state, events: [...start.events] });
        for (const count of counts) file.ask('officer', 'AskQuestions', ask(count));
        expect(askedInYear(file.state, 'partner', file.state.calendar.now)).toBeLessThanOrEqual(10);
      }),
      { numRuns: 15 },
    );
  });
});
