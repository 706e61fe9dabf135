import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { readCharterFile, readCharterText, type Charter, type CharterLoading } from './load/load.js';
import { describeMistake, type CharterMistake } from './load/mistakes.js';
import { readFileText, readText } from './load/read.js';
import {
  engineDefaults as engineDefaultsSchema,
  typeMatrix as typeMatrixSchema,
  type EngineDefaults,
  type TypeMatrix,
} from './schema/engine.js';
import { guideContent, type Guide } from './schema/guide.js';

/** `data/` lies beside `src` and `dist`, so the same path holds for both. */
const dataFile = (name: string): string => fileURLToPath(new URL(`../data/${name}`, import.meta.url));

/** Codes of the charters that come with Palabre. The first is for an organisation that brings none. */
export const builtInCharterCodes = ['palabre', 'mdm', 'pmp', 'alert', 'hfa', 'agiri'] as const;

/** A file that we ship with a mistake in it is our bug: nothing can be decided, so nothing starts. */
function ourMistake(mistakes: readonly CharterMistake[]): Error {
  const list = mistakes.map(mistake => describeMistake(mistake, 'en')).join('\n');
  return new Error(`A file of Palabre's own policy cannot be read. Reinstall, or correct it:\n${list}`);
}

function ownFile<S extends z.ZodType>(schema: S, name: string): z.infer<S> {
  const file = dataFile(name);
  const text = readFileText(file);
  const reading = text.ok ? readText(schema, text.text, file) : text;
  if (!reading.ok) throw ourMistake(reading.mistakes);
  return reading.content;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** What the engine does where a charter is silent. */
export const engineDefaults: () => EngineDefaults = once(() => ownFile(engineDefaultsSchema, 'engine-defaults.yaml'));

/** The rows of the policy matrix, by type. */
export const typeMatrix: () => TypeMatrix = once(() => ownFile(typeMatrixSchema, 'types.yaml'));

/** The guide that comes with Palabre: what a partnership is, how an agreement is managed, and a page for each phase. */
export const guide: () => Guide = once(() => ownFile(guideContent, 'guide.yaml'));

const matrixTypes = (): string[] => Object.keys(typeMatrix().types);

/** Reads a charter from a file. Whatever the file holds, the answer is a charter or the list of its mistakes. */
export function loadCharter(file: string): CharterLoading {
  return readCharterFile(file, matrixTypes());
}

/** Reads a charter from its text; `fileName` names it in mistakes. */
export function loadCharterText(text: string, fileName: string): CharterLoading {
  return readCharterText(text, fileName, matrixTypes());
}

const remembered = new Map<string, Charter>();

/** A charter that comes with Palabre, or null when there is none of this code. Read from its file once, when first asked for. */
export function builtInCharter(code: string): Charter | null {
  if (!builtInCharterCodes.some(known => known === code)) return null;
  const known = remembered.get(code);
  if (known) return known;
  const loading = loadCharter(dataFile(`${code}.yaml`));
  if (!loading.ok) throw ourMistake(loading.mistakes);
  remembered.set(code, loading.charter);
  return loading.charter;
}

/** All the charters that come with Palabre, by code. Whoever needs one asks `builtInCharter`: reading all takes a while. */
export function charters(): ReadonlyMap<string, Charter> {
  return new Map(builtInCharterCodes.flatMap(code => builtInCharter(code) ?? []).map(charter => [charter.code, charter]));
}
