import { fact, sha256Hex, type Fact } from '@palabre/contracts';
import { after, dayOf } from '../calendar/span.js';
import { settingsOf } from '../streams/stream-state.js';
import { releaseOf } from './release.js';
import type { CampaignState } from './state.js';

const saysNothing = (texts: readonly string[]): string[] =>
  texts
    .map(text => ({ text, place: sha256Hex(text) }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ text }) => text);

/** What a campaign tells when it closes: for each question the groups that may be shown, and then the count. */
export function closingFacts(state: CampaignState, deadline: string | null, now: string): readonly Fact[] {
  const { surveyMinimumShown: minimum, surveyEvery } = settingsOf(state);
  const { rows } = state.sealed;
  const results = state.questions.map(({ id, kind }) => {
    const given = rows.flatMap(({ answers, traits }) => (answers[id] === undefined ? [] : [{ traits, answer: answers[id] }]));
    const { cells, withheld } = releaseOf(given, kind, state.dimensions, minimum);
    const words = kind === 'text' && cells.length > 0 ? given.map(({ answer }) => String(answer)) : [];
    return fact('SurveyResultReleased', { question: id, cells: [...cells], withheld, texts: saysNothing(words) });
  });
  const counts = { invited: state.invited, responses: rows.length, conversations: state.conversations };
  const next = surveyEvery === undefined ? {} : { nextFrom: dayOf(after(now, surveyEvery)) };
  return [...results, fact('SurveyCampaignClosed', { ...counts, minimumShown: minimum, deadline, ...next })];
}
