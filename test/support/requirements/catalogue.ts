import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository.js';

interface Catalogue {
  /** The 293 entries, by id. */
  readonly requirements: Readonly<Record<string, string>>;
  /** Where the sources contradict each other (C-nn). */
  readonly tensions: Readonly<Record<string, string>>;
  /** Where the sources are silent (S-nn). */
  readonly silences: Readonly<Record<string, string>>;
}

const catalogue = JSON.parse(readFileSync(join(repositoryRoot, 'docs', 'requirements.json'), 'utf8')) as Catalogue;

/** What the sources ask for: id → short title in our own words. */
export const requirements: ReadonlyMap<string, string> = new Map(Object.entries(catalogue.requirements));

/** Contradictions and silences of the sources, which tests may name as well. */
export const questions: ReadonlyMap<string, string> = new Map([
  ...Object.entries(catalogue.tensions),
  ...Object.entries(catalogue.silences),
]);

/** The word before a number that makes it an id of the catalogue. */
const id = /(?<![A-Za-z0-9-])(?:MDM|PMP|ALE|HFA|AGI|C|S)-\d+(?![\w-])/g;

/** Ids that a text names, in their order, each once. */
export const idsIn = (text: string): string[] => [...new Set(text.match(id) ?? [])];

export const isRequirementId = (name: string): boolean => requirements.has(name) || questions.has(name);
