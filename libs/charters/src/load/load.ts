import { charterHash } from '../hash.js';
import { charterContent, type CharterContent } from '../schema/charter.js';
import { contradictions } from './contradictions.js';
import type { CharterMistake } from './mistakes.js';
import { readFileText, readText } from './read.js';

/** A charter that was read without a mistake. `hash` is its identity; `file` only says where it came from. */
export interface Charter {
  readonly code: string;
  readonly hash: string;
  readonly file: string;
  readonly content: CharterContent;
}

export type CharterLoading =
  { readonly ok: true; readonly charter: Charter } | { readonly ok: false; readonly mistakes: readonly CharterMistake[] };

/** Reads a charter from its text. `fileName` names the text in mistakes. `matrixTypes`: the types that have a row. */
export function readCharterText(text: string, fileName: string, matrixTypes: readonly string[]): CharterLoading {
  const reading = readText(charterContent, text, fileName, content => contradictions(content, matrixTypes));
  if (!reading.ok) return reading;
  const { content } = reading;
  return { ok: true, charter: { code: content.charter.code, hash: charterHash(content), file: fileName, content } };
}

/** Reads a charter from a file of the machine. */
export function readCharterFile(file: string, matrixTypes: readonly string[]): CharterLoading {
  const reading = readFileText(file);
  return reading.ok ? readCharterText(reading.text, file, matrixTypes) : reading;
}
