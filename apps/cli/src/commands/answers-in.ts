import { spoken, type Session } from '../session.js';
import { answerWords } from '../words/fact-words.js';

/** What the yes and no of an event or a note add to its title: a win that is not certain, a will that is a no. */
export const answersIn = (session: Session, fields: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(answerWords).flatMap(([field, { yes, no }]) => {
    const words = fields[field] === true ? yes : fields[field] === false ? no : undefined;
    return words === undefined ? [] : [spoken(session, words)];
  });
