import { questionMeasures, type FormAnswers, type QuestionMeasure } from '@palabre/contracts';
import { allParties, type ByParty, type ReviewDoc, type RulesDoc, type SolidTest } from './reviews.entity.js';

export interface PartyAnswers {
  readonly party: string;
  readonly answers: FormAnswers;
}

type Measures = Readonly<Partial<Record<QuestionMeasure, ByParty>>>;

export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);

/** A score of five in hundredths. Of a pair the second counts: what was gained, beside how it felt (MDM-85). */
function scoreOf(answer: FormAnswers[string]): number | null {
  if (typeof answer === 'number') return answer * 100;
  return Array.isArray(answer) && answer.length === 2 ? answer[1] * 100 : null;
}

/** The scores among somebody's answers, by question. */
export const scoresOf = (answers: FormAnswers): Record<string, number> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([question, answer]) => {
      const score = scoreOf(answer);
      return score === null ? [] : [[question, score]];
    }),
  );

const withAll = (byParty: ByParty): ByParty => {
  const mean = meanOf(Object.values(byParty));
  return mean === null ? byParty : { ...byParty, [allParties]: mean };
};

/** Scores by question and party. */
export function byQuestion(answered: readonly PartyAnswers[]): Readonly<Record<string, ByParty>> {
  const questions: Record<string, Record<string, number>> = {};
  for (const { party, answers } of answered) {
    for (const [question, score] of Object.entries(scoresOf(answers))) (questions[question] ??= {})[party] = score;
  }
  return Object.fromEntries(Object.entries(questions).map(([question, scores]) => [question, withAll(scores)]));
}

/** Means by what is measured and by party. */
export function byMeasure(answered: readonly PartyAnswers[], rules: RulesDoc): Measures {
  const measured = (measure: QuestionMeasure): ByParty =>
    Object.fromEntries(
      answered.flatMap(({ party, answers }) => {
        const scores = Object.entries(scoresOf(answers)).flatMap(([question, score]) =>
          rules.measures[question] === measure ? [score] : [],
        );
        const mean = meanOf(scores);
        return mean === null ? [] : [[party, mean]];
      }),
    );
  return Object.fromEntries(
    questionMeasures.map(measure => [measure, withAll(measured(measure))] as const).filter(([, scores]) => Object.keys(scores).length > 0),
  );
}

/** Means of all parties by the quality that the charter tags each question with (ALE-20); a quality that nobody scored is absent. */
export function byQuality(questions: ReviewDoc['questions'], tags: Readonly<Record<string, string>>): Readonly<Record<string, number>> {
  const scores = new Map<string, number[]>();
  for (const [question, { [allParties]: mean }] of Object.entries(questions)) {
    const quality = tags[question];
    if (quality !== undefined && mean !== undefined) scores.set(quality, [...(scores.get(quality) ?? []), mean]);
  }
  return Object.fromEntries([...scores].map(([quality, means]) => [quality, meanOf(means) ?? 0]));
}

/** Against the measures of the round before: what both rounds scored. */
export function trendFrom(before: Measures, now: Measures): Measures {
  const change = (was: ByParty, is: ByParty): ByParty =>
    Object.fromEntries(Object.entries(is).flatMap(([party, score]) => (was[party] === undefined ? [] : [[party, score - was[party]]])));
  return Object.fromEntries(
    Object.entries(now).flatMap(([measure, is]) => {
      const was = before[measure as QuestionMeasure];
      return was === undefined ? [] : [[measure, change(was, is)]];
    }),
  );
}

const solidTests = ['results', 'peers', 'strengthening'] as const;

/** Solid: every side scores each of the three as high as the policy asks; a side that did not score one has not reached it. */
export function solidity(measures: Measures, parties: readonly string[], { solidFrom, measures: asked }: RulesDoc): ReviewDoc['solid'] {
  const isAsked = (test: QuestionMeasure): boolean => Object.values(asked).includes(test);
  if (solidFrom === null || !solidTests.every(isAsked)) return null;
  const tests = solidTests.map((test): SolidTest => {
    const scores = measures[test] ?? {};
    return { test, scores, reached: parties.every(party => (scores[party] ?? 0) >= solidFrom) };
  });
  return { from: solidFrom, tests, isSolid: tests.every(({ reached }) => reached) };
}
