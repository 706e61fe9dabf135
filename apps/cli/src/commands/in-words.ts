import { formKinds, phases, roles } from '@palabre/contracts';
import type { Session } from '../session.js';
import { textKindWords } from '../words/text-field-words.js';
import { charterLabel } from './charter-label.js';
import type { PartyNames } from './party-names.js';
import { formNamed } from './question-words.js';
import { textNamed } from './text-lines.js';

/** Puts the words of the house in the place of its codes. */
export interface InWords {
  /** One code: a party, a phase, a text, a form, a line, a function; itself where it is none of them. */
  readonly word: (code: string) => string;
  /** A sentence of the rules, which quotes codes because rules know no names. */
  readonly sentence: (text: string) => string;
}

const quoted = /([«“"]\s?)([a-z][a-z0-9._-]*)(\s?[»”"])/g;

const includes = <Word extends string>(known: readonly Word[], word: string): word is Word => known.some(one => one === word);

/** `named`: the charter of the file, for the names of its lines. */
export function inWords(session: Session, named: string | null, names: PartyNames): InWords {
  const { say } = session;
  const word = (code: string): string => {
    const party = names(code);
    if (party !== code) return party;
    if (includes(phases, code)) return say(`phase.${code}`);
    if (Object.hasOwn(textKindWords, code)) return textNamed(session, code);
    if (includes(formKinds, code)) return formNamed(session, code);
    if (includes(roles, code)) return say(`role.${code}`);
    return charterLabel(session, named, 'line', code);
  };
  return {
    word,
    sentence: text => text.replace(quoted, (_, before: string, code: string, after: string) => `${before}${word(code)}${after}`),
  };
}
