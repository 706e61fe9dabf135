import { commands, events, formKinds, isCommandType, isEventType, phases, roles } from '@palabre/contracts';
import { spoken, type Session } from '../session.js';
import { deadlineRuleWords } from '../words/deadline-words.js';
import { placeWords } from '../words/fact-words.js';
import { textKindWords, textValueWords } from '../words/text-field-words.js';
import { charterLabel } from './charter-label.js';
import type { PartyNames } from './party-names.js';
import { formNamed } from './question-words.js';
import { textNamed } from './text-lines.js';

/** Puts the words of the house in the place of its codes. */
export interface InWords {
  /** One code: a party, a phase, a text, a form, a line, a function, an event, a command, a rule of deadlines; itself where it is none of them. */
  readonly word: (code: string) => string;
  /** The name of a kind of text; null for every other code. */
  readonly text: (code: string) => string | null;
  /** A sentence of the rules, which quotes codes because rules know no names. */
  readonly sentence: (text: string) => string;
}

const quoted = /([«“"]\s?)([a-z][a-z0-9._-]*)(\s?[»”"])/g;

const includes = <Word extends string>(known: readonly Word[], word: string): word is Word => known.some(one => one === word);

/** `named`: the charter of the file, for the names of its lines. */
export function inWords(session: Session, named: string | null, names: PartyNames): InWords {
  const { say } = session;
  const text = (code: string): string | null => (Object.hasOwn(textKindWords, code) ? textNamed(session, code) : null);
  const word = (code: string): string => {
    const party = names(code);
    if (party !== code) return party;
    if (includes(phases, code)) return say(`phase.${code}`);
    if (includes(formKinds, code)) return text(code) ?? formNamed(session, code);
    if (includes(roles, code)) return say(`role.${code}`);
    if (isEventType(code)) return spoken(session, events[code].says);
    if (isCommandType(code)) return spoken(session, commands[code].says);
    const words = deadlineRuleWords[code] ?? placeWords[code];
    if (words !== undefined) return spoken(session, words);
    const told = text(code) ?? charterLabel(session, named, 'line', code);
    const value = textValueWords[code];
    return told === code && value !== undefined ? spoken(session, value) : told;
  };
  return {
    word,
    text,
    sentence: told => told.replace(quoted, (_, before: string, code: string, after: string) => `${before}${word(code)}${after}`),
  };
}
