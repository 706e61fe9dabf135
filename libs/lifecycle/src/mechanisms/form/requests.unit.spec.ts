import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import type { CommandData } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';

/** In implementation on 20 January 2027, a Wednesday, under the habits of Alert and a notice of so many working days. */
const asking = (notice = 10): Rehearsal => {
  const [plain, alert] = [policyOfCharter('mdm', 'OP'), policyOfCharter('alert', 'OP')];
  const { practices } = alert.switches;
  const figures = { ...alert.figures, request_notice_working_days: notice };
  return fileIn('implementation', new Rehearsal({ ...plain, figures, switches: { ...plain.switches, practices } }));
};

const bare = { to: 'partner', questions: ['Combien de séances ?'], insteadOf: 'Le rapport ne le dit pas.' };

const whole: CommandData<'AskQuestions'> = {
  ...bare,
  purpose: 'Répondre au bailleur.',
  origin: 'donor',
  answerBy: '2027-02-05',
  language: 'wo',
};

describe('how requests are told', () => {
  it('ALE-13: a request to a partner says its purpose, origin, deadline and language; what lacks is named', () => {
    const file = asking();
    refusedAlone(file, () => file.ask('officer', 'AskQuestions', bare), { code: 'request-details-missing', rule: 'ALE-13' });
    const { language: _none, ...wordless } = whole;
    const answer = file.ask('officer', 'AskQuestions', wordless);
    const reason = answer.outcome === 'refused' ? answer.refusal.reason.en : '';
    expect(reason).toMatch(/missing: language\.$/);
    refusedAlone(file, () => file.ask('representative', 'AskQuestions', { ...bare, to: 'host' }), { code: 'request-details-missing' });
    file.must('officer', 'AskQuestions', whole);
    expect(tasksOf(file, 'answer-questions')).toMatchObject([{ party: 'partner', dueAt: '2027-02-05T23:59:59.999Z' }]);
  });

  it('ALE-13: less notice than the charter grants needs a reason; the number of days is the charter’s', () => {
    const file = asking();
    const soon = { ...whole, answerBy: '2027-02-02' };
    refusedAlone(file, () => file.ask('officer', 'AskQuestions', soon), { code: 'notice-too-short', rule: 'ALE-13' });
    file.must('officer', 'AskQuestions', { ...soon, shortNotice: 'Le bailleur ferme son appel.' });
    expect(file.last('QuestionsAsked')).toMatchObject({ shortNotice: 'Le bailleur ferme son appel.' });
    asking(9).must('officer', 'AskQuestions', soon);
    expect(policyOfCharter('alert', 'OP').figures?.['request_notice_working_days']).toBe(10);
  });

  it('ALE-13: who answers rates how clear the request was', () => {
    const file = asking().must('officer', 'AskQuestions', whole);
    const request = String(file.last('QuestionsAsked')['request']);
    refusedAlone(file, () => file.ask('representative', 'AnswerQuestions', { request, answers: ['Douze.'] }), { code: 'clarity-missing' });
    file.must('representative', 'AnswerQuestions', { request, answers: ['Douze.'], clarity: 2 });
    expect(file.last('QuestionsAnswered')).toMatchObject({ clarity: 2 });
    expect(file.count('OrangeLineRaised')).toBe(0);
  });
});
