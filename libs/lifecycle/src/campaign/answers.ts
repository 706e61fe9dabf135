import { canonicalJson, type SurveyAnswers, type SurveyQuestion, type SurveyTraits } from '@palabre/contracts';
import type { CampaignState, SealedRow } from './state.js';

type Answer = SurveyAnswers[string];

const fits: Readonly<Record<SurveyQuestion['kind'], (answer: Answer, question: SurveyQuestion, scale: CampaignState['scale']) => boolean>> =
  {
    scale: (answer, _question, scale) => typeof answer === 'number' && scale !== null && answer >= scale.lowest && answer <= scale.highest,
    'yes-no': answer => typeof answer === 'boolean',
    choice: (answer, { choices }) => typeof answer === 'string' && (choices ?? []).includes(answer),
    text: answer => typeof answer === 'string',
  };

/** Questions and dimensions whose answers do not fit; `answers` itself when there is none at all. */
export function misfits(state: CampaignState, answers: SurveyAnswers, traits: SurveyTraits): string[] {
  const wrong = Object.entries(answers).filter(([id, answer]) => {
    const question = state.questions.find(one => one.id === id);
    return question === undefined || !fits[question.kind](answer, question, state.scale);
  });
  const strange = Object.entries(traits).filter(
    ([name, value]) => state.dimensions.find(one => one.name === name)?.values.includes(value) !== true,
  );
  const none = Object.keys(answers).length === 0 ? ['answers'] : [];
  return [...none, ...wrong.map(([id]) => id), ...strange.map(([name]) => name)];
}

/** Rows with one more, sorted by what they say: where the new one stands does not tell when it came. */
export const withRow = (rows: readonly SealedRow[], row: SealedRow): readonly SealedRow[] =>
  [...rows, row]
    .map(one => ({ one, text: canonicalJson(one) }))
    .toSorted((one, other) => (one.text < other.text ? -1 : 1))
    .map(({ one }) => one);
