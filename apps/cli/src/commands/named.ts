import { spoken, type Session } from '../session.js';
import { streamValueWords } from '../words/stream-field-words.js';
import { words, type WordKey } from '../words/words.js';

const isWord = (key: string): key is WordKey => Object.hasOwn(words, key);

/** A phase, a standing, a function, a colour, where a case stands, what was read: by its name; a code that has none, as it is. */
export function named({ say }: Session, kind: 'phase' | 'standing' | 'role' | 'colour' | 'case' | 'reading', code: string): string {
  const key = `${kind}.${code}`;
  return isWord(key) ? say(key) : code;
}

/** A mark of an organisation in the register, its kind, sector or level: by its word; what has none, as it is. */
export function markNamed(session: Session, code: string): string {
  const known = streamValueWords[code];
  return known === undefined ? code : spoken(session, known);
}
