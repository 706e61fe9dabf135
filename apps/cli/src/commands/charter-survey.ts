import { surveyQuestionKinds, type SurveyQuestion } from '@palabre/contracts';
import { show, type Session } from '../session.js';
import { Failure } from '../failure.js';
import { charterNamed } from './charter-named.js';
import { argument, type Typed } from './command-row.js';
import { acceptedLines, dataOption, refusalFailure, requestId } from './request.js';

/** The scale on which every form of a charter is answered; a campaign may choose another one (C-27). */
const scale = { lowest: 1, highest: 5 } as const;

/** The survey of a charter as questions of a campaign; what it wants to keep is scored apart (ALE-07). */
function questionsOf(session: Session, code: string): SurveyQuestion[] {
  const { survey } = charterNamed(session, code).content.questionnaires;
  const questions = survey.questions.flatMap(({ id, kind, text, keep_doing: keepDoing }) => {
    const known = surveyQuestionKinds.find(one => one === kind);
    return known === undefined ? [] : [{ id, kind: known, asks: text, ...(keepDoing === true ? { keepDoing } : {}) }];
  });
  if (questions.length > 0) return questions;
  const { say } = session;
  throw new Failure({ exit: 'bad-input', what: say('trouble.noSurvey', { charter: code }), next: say('trouble.noSurveyNext') });
}

/** Opens a campaign with the questions of a charter's survey; what `--data` says stands before what the charter says. */
export async function openCharterSurvey(session: Session, typed: Typed): Promise<void> {
  const questions = questionsOf(session, argument(typed, 0));
  const data = { calendar: 'real', calendarStartsAt: null, scale, dimensions: [], questions, ...dataOption(session, typed) };
  const opened = await session.api.streams.open(session.as, 'campaign', { id: requestId(typed), type: 'OpenSurveyCampaign', data });
  if ('outcome' in opened) throw refusalFailure(session, opened);
  const { id, answer } = opened;
  show(session, opened, () => acceptedLines(session, answer, session.say('noun.opened', { id, version: answer.version })));
}
