import { spoken, type Session } from '../session.js';
import { placeWords, trackWords } from '../words/fact-words.js';
import type { InWords } from './in-words.js';

/* The engine tells tasks apart by composed references: they stand for a thing, and people read the thing. */

/** By what references are told in words: codes as the file calls them, questions as they are put. */
export interface ReferenceNames {
  readonly session: Session;
  readonly codes: InWords;
  readonly asks: (question: string) => string;
}

type Told = (names: ReferenceNames, first: string, second: string, third: string) => string;

const day = String.raw`(\d{4}-\d{2}-\d{2})`;

const shapes: readonly (readonly [shape: RegExp, told: Told])[] = [
  [
    /^(\w+)\/([\w-]+)\/(\d+)$/,
    ({ session, codes, asks }, question, of, round) =>
      session.say('about.answer', { question: asks(question), party: codes.word(of), round }),
  ],
  [
    /^(capacity|structure)\/(.+)$/,
    ({ session }, track, milestone) => {
      const words = trackWords[track];
      return session.say('about.milestone', { track: words === undefined ? track : spoken(session, words), milestone });
    },
  ],
  [
    /^([\w-]+)\/(.+)$/,
    ({ session, codes }, donor, requirement) => session.say('about.requirement', { donor: codes.word(donor), requirement }),
  ],
  [new RegExp(`^status-point-${day}$`), (_names, on) => on],
  [new RegExp(`^clause-(.+)-${day}$`), ({ session }, number, on) => session.say('about.clause', { number, on })],
  [new RegExp(`^diversion-.+-${day}$`), ({ session }, on) => session.say('about.diversion', { on })],
  [/^justification-/, ({ session }) => session.say('about.justification')],
];

/** A place stands in the title already; a hash, or the id of an event, says nothing to a reader. */
export const saysNothing = (about: string): boolean =>
  Object.hasOwn(placeWords, about) || /^(?:[0-9a-f]{40,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(about);

/** What a task is about where no file names it: a composed reference or a code of the house in words, everything else as it is. */
export function referenceInWords(names: ReferenceNames, about: string): string {
  for (const [shape, told] of shapes) {
    const [found, first = '', second = '', third = ''] = shape.exec(about) ?? [];
    if (found !== undefined) return told(names, first, second, third);
  }
  return names.codes.word(about);
}

/** An id alone: commands ask for it, and it is no word. */
export const isBareId = (text: string): boolean => /^[a-z]+-[0-9a-f]{12}$/.test(text);
