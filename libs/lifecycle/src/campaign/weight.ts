import { longestSurveyText, type SurveyQuestion } from '@palabre/contracts';
import type { CampaignState } from './state.js';

/**
 * What a campaign may hold back until it closes, in bytes: its answers travel with it, and are told in one go. The engine
 * takes two million bytes in one piece; the rest is for everything else that a campaign carries.
 */
export const heldBackLimit = 1_500_000;

/** One character of a text takes three bytes at most, of everything else one; quotes, colon and comma come on top. */
const marks = 6;

const longest = (names: readonly string[]): number => Math.max(0, ...names.map(name => name.length));

const answerBytes: Readonly<Record<SurveyQuestion['kind'], (question: SurveyQuestion) => number>> = {
  scale: () => 3,
  'yes-no': () => 5,
  choice: ({ choices }) => longest(choices ?? []),
  text: () => longestSurveyText * 3,
};

/** The most that one respondent can give, with its invitation, in bytes. */
export function heaviestResponse({ questions, dimensions }: Pick<CampaignState, 'questions' | 'dimensions'>): number {
  const answers = questions.reduce((sum, question) => sum + question.id.length + answerBytes[question.kind](question) + marks, 0);
  const traits = dimensions.reduce((sum, { name, values }) => sum + name.length + longest(values) + marks, 0);
  return answers + traits + 80;
}

/** How many invitations a campaign with these questions can carry. */
export const mostCarried = (state: Pick<CampaignState, 'questions' | 'dimensions'>): number =>
  Math.floor(heldBackLimit / heaviestResponse(state));
