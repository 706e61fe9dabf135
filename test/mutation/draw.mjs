import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { strykerPlugins as words } from './words-for-people.mjs';

/** Where a mutant stands and what it says: the same fault has the same name on every machine. */
export const nameOf = ({ fileName, location: { start, end }, replacement }) =>
  `${fileName.slice(fileName.indexOf('libs/'))}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column} ${replacement}`;

/** The place of a mutant as Stryker's option `mutate` takes it. */
export const placeOf = name => name.slice(0, name.indexOf(' '));

const silent = { debug: () => undefined, info: () => undefined, isDebugEnabled: () => false };

/** Every mutant that Stryker would ask about, by name. */
async function everyMutant(files) {
  const read = files.map(name => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const ignorers = words.map(({ value }) => value);
  const { mutants } = await new Instrumenter(silent).instrument(read, { plugins: null, excludedMutations: [], ignorers });
  return mutants.filter(({ status }) => status === undefined).map(nameOf);
}

/** Draws so many mutants of these files, each with the same chance. Answers their names, in an order of chance too. */
export async function draw(files, { sample, seed }) {
  const lot = name => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  const lots = (await everyMutant(files)).map(name => [lot(name), name]);
  return lots
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, sample)
    .map(([, name]) => name);
}
