import { builtInCharter } from '@palabre/charters';
import type { FileView } from '../api/reads.js';
import type { Session } from '../session.js';
import type { PartyNames } from './party-names.js';
import { questionWords } from './question-words.js';
import { partiesIn, scoreIn } from './score.js';

/** Questions of the closing form by which a charter scores the network, in its order (AGI-10). */
const networkQuestions = (charter: string | null): readonly string[] =>
  (charter === null ? null : builtInCharter(charter))?.content.questionnaires.closing
    .filter(({ measures }) => measures === 'network')
    .map(({ id }) => id) ?? [];

const meanOf = (scores: readonly number[]): number => Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length);

/** What one question was answered by each side, and the mean; nothing where nobody scored it. */
function questionLine(session: Session, file: FileView, names: PartyNames, question: string): string[] {
  const scored = (file.forms?.answers ?? []).flatMap(({ form, party, answers }) => {
    const score = answers[question];
    return form === 'closing' && typeof score === 'number' ? [[names(party), score * 100] as const] : [];
  });
  if (scored.length === 0) return [];
  const mean = scoreIn(session, meanOf(scored.map(([, score]) => score)));
  const bySide = partiesIn(session, Object.fromEntries(scored), scoreIn);
  return [session.say('closing.network', { asks: questionWords(session, file).asks(question), mean, bySide })];
}

/** The network and the project, each with its own score, and what the network is made of; nothing before the closure, or where neither was asked. */
export function closingLines(session: Session, file: FileView, names: PartyNames): string[] {
  const scores = file.head.ended?.scores;
  if (scores === undefined) return [];
  const told = (score: number | null): string => (score === null ? session.say('closing.unscored') : scoreIn(session, score));
  return [
    session.say('closing.scores', { network: told(scores.network), results: told(scores.results) }),
    ...networkQuestions(file.head.charter).flatMap(question => questionLine(session, file, names, question)),
  ];
}
