import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRepositoryFile, repositoryPaths, repositoryRoot } from '../support/repository.js';
import { forbiddenImports, type ForbiddenImport } from './imports/cruise.js';
import { buildPlantedHouse, type PlantedHouse } from './imports/planted-house.js';
import { packageOf, rooms } from './imports/rooms.js';

const folders = ['libs', 'apps', 'workflows', 'infra', 'test'];

const told = ({ rule, from, to, instead }: ForbiddenImport): string => `${from} imports ${to} (${rule}). ${instead}`;

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifests = repositoryPaths()
  .filter(path => path.endsWith('/package.json'))
  .map(path => ({ folder: path.slice(0, -'/package.json'.length), manifest: JSON.parse(readRepositoryFile(path).text) as Manifest }));

/** Found by the frameworks themselves: no line of ours imports them. */
const frameworkPeers = new Set(['reflect-metadata', 'rxjs', '@nestjs/swagger', '@nestjs/typeorm']);

describe('the import table', () => {
  it('is kept by every file, circles of types included', async () => {
    expect((await forbiddenImports(repositoryRoot, folders)).map(told)).toEqual([]);
  });

  it('has a row for every package: no room is untagged', () => {
    const tagged = rooms().map(({ folder }) => folder);
    expect(manifests.map(({ folder }) => folder).filter(folder => !tagged.includes(folder))).toEqual([]);
  });

  it('has no row for a room that is not there, and no wildcard', () => {
    const absent = rooms().filter(({ folder }) => !existsSync(join(repositoryRoot, folder)));
    expect(absent.map(({ folder }) => folder)).toEqual([]);
    const names = rooms().flatMap(row => [...row.rooms, ...row.packages, ...(row.specPackages ?? [])]);
    expect(names.filter(name => /[*.^$()|]/.test(name))).toEqual([]);
  });

  it.each(manifests)('covers what $folder/package.json depends on', ({ folder, manifest }) => {
    const row = rooms().find(room => room.folder === folder);
    const inside = rooms().filter(room => room.folder.startsWith(`${folder}/`));
    const own = [row, ...inside].filter(room => room !== undefined);
    const allowed = new Set(own.flatMap(room => [...room.packages, ...room.rooms.map(name => `@palabre/${name}`)]));
    const beyond = Object.keys(manifest.dependencies ?? {}).filter(name => !allowed.has(name) && !frameworkPeers.has(name));
    expect(beyond, 'Add the package to the row in rooms.json, or take it out of package.json.').toEqual([]);
    expect(manifest.name).toBe(row === undefined ? '' : packageOf(row));
  });
});

describe('the import table, broken on purpose in a house of its own', () => {
  let house: PlantedHouse | undefined;
  let found: ForbiddenImport[] = [];

  beforeAll(async () => {
    house = buildPlantedHouse();
    found = await forbiddenImports(house.folder, folders);
  });

  afterAll(() => house?.remove());

  const leadsTo = (target: string, name: string): boolean =>
    target.includes(
      name
        .replace(/^@palabre\//, '')
        .replace(/^(\.\.?\/)+/, '')
        .replace(/\.js$/, '')
        .replace(/^node:/, ''),
    );

  const seen = (rule: string, from: string, names: string): boolean =>
    found.some(violation => violation.rule === rule && violation.from === from && leadsTo(violation.to, names));

  it.each(rooms().map(({ room }) => room))('turns red for every import that the row of %s does not name', room => {
    const planted = house?.planted.filter(({ rule }) => rule === `imports-of-${room}` || rule === `specs-of-${room}`) ?? [];
    expect(planted.length).toBeGreaterThan(1);
    expect(planted.filter(({ rule, from, names }) => !seen(rule, from, names))).toEqual([]);
  });

  it.each(['specs-only', 'no-circle', 'resolvable'])('turns red for a planted breach of %s', name => {
    const planted = house?.planted.filter(({ rule }) => rule === name) ?? [];
    expect(planted.length).toBeGreaterThan(0);
    expect(planted.filter(({ rule, from, names }) => !seen(rule, from, names))).toEqual([]);
  });

  it('stays green for what the rows name', () => {
    expect(found.filter(({ from }) => from.includes('/allowed.')).map(told)).toEqual([]);
  });
});
