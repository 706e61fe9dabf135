import { describe, expect, it } from 'vitest';
import { builtInCharter, type FigureKey } from './index.js';
import { resolveStreamSettings } from './resolution/stream-settings.js';

const mdm = builtInCharter('mdm')!;

const with7 = (figure: FigureKey) => ({
  ...mdm,
  content: { ...mdm.content, overrides: { ...mdm.content.overrides, [figure]: { value: 7, source: ['D'] } } },
});

describe('what organisations, charters and campaigns live by', () => {
  it.each([
    ['public_report_every_months', 'publicAccountEvery', { months: 7 }],
    ['team_review_every_months', 'teamReviewEvery', { months: 7 }],
    ['specific_training_every_months', 'trainingEvery', { months: 7 }],
    ['procedure_review_every_months', 'procedureReviewEvery', { months: 7 }],
    ['adoption_without_objection_days', 'adoptionWithoutObjection', { days: 7 }],
    ['consultation_answer_days', 'consultationAnswers', { days: 7 }],
  ] as const)('the figure %s moves %s, and nothing else', (figure, setting, value) => {
    expect(resolveStreamSettings(with7(figure))).toEqual({ ...resolveStreamSettings(mdm), [setting]: value });
  });

  it('the survey of the partners has a rhythm of its own', () => {
    const charter = {
      ...mdm,
      content: { ...mdm.content, timers: { ...mdm.content.timers, survey_every: { value: { months: 7 }, source: ['D'] } } },
    };
    expect(resolveStreamSettings(charter)).toEqual({ ...resolveStreamSettings(mdm), surveyEvery: { months: 7 } });
  });
});
