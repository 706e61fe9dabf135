import { answersTo, fileIn, policyOfCharter, Rehearsal, type PersonName } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { proposedByOneSide } from './balance.js';

const topic = 'MQ3_one_side';

const inReview = (figures: Record<string, number> = {}): Rehearsal => {
  const policy = policyOfCharter('mdm', 'OP');
  return fileIn('implementation', new Rehearsal({ ...policy, figures: { ...policy.figures, ...figures } }));
};

const propose = (file: Rehearsal, who: PersonName, times: number): void => {
  for (let time = 0; time < times; time += 1) {
    file.must(who, 'ProposeDecision', { kind: 'joint', subject: 'Horaires', text: 'À huit heures.', override: null } as never);
  }
};

const answers = (file: Rehearsal) => answersTo(file.policy, 'annualReview', 'host');

const missing = (file: Rehearsal): string => {
  file.must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
  const answer = file.ask('officer', 'AnswerForm', { form: 'annual-review', answers: {}, place: 'headquarters' });
  return answer.outcome === 'refused' ? answer.refusal.reason.en : '';
};

describe('who proposes the decisions', () => {
  it('MDM-23: above the charter’s share from one side over its window, the balance is a topic of the next review', () => {
    const file = inReview();
    propose(file, 'officer', 5);
    propose(file, 'representative', 1);
    expect(missing(file)).toContain(topic);
    const told = file.ask('officer', 'AnswerForm', {
      form: 'annual-review',
      answers: { ...answers(file), [topic]: 'Nous écrivons trop vite.' },
      place: 'headquarters',
    });
    expect(told.outcome).toBe('accepted');
  });

  it('MDM-23: at the share itself, and with too few decisions to tell, it is none', () => {
    const even = inReview();
    propose(even, 'officer', 4);
    propose(even, 'representative', 1);
    expect(missing(even)).not.toContain(topic);
    const few = inReview();
    propose(few, 'officer', 4);
    expect(missing(few)).not.toContain(topic);
  });

  it.each([
    ['balance_topic_above_percent', 90],
    ['balance_topic_min_decisions', 7],
  ])('MDM-23: the figure %s is the charter’s: with %i the same decisions are no topic', (figure, value) => {
    const file = inReview({ [figure]: value });
    propose(file, 'officer', 5);
    propose(file, 'representative', 1);
    expect(proposedByOneSide(file.state)).toBe(false);
  });

  it('MDM-23: what was proposed before the window no longer weighs', () => {
    const file = inReview({ balance_window_months: 3 });
    propose(file, 'officer', 5);
    expect(proposedByOneSide(file.state)).toBe(true);
    file.advanceTo('2027-06-15');
    expect(proposedByOneSide(file.state)).toBe(false);
  });
});
