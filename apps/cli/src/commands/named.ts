import type { Session } from '../session.js';
import { words, type WordKey } from '../words/words.js';

const isWord = (key: string): key is WordKey => Object.hasOwn(words, key);

/** A phase, a standing, a function, a colour, where a case stands: by its name; a code that has none, as it is. */
export function named({ say }: Session, kind: 'phase' | 'standing' | 'role' | 'colour' | 'case', code: string): string {
  const key = `${kind}.${code}`;
  return isWord(key) ? say(key) : code;
}
