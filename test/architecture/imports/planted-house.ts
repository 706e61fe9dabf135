import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageOf, rooms, sourcesOf, type Room } from './rooms.js';

/** An import that stands in a planted file, and the rule that has to see it. */
export interface PlantedImport {
  readonly rule: string;
  readonly from: string;
  readonly names: string;
}

export interface PlantedHouse {
  readonly folder: string;
  readonly planted: readonly PlantedImport[];
  readonly remove: () => void;
}

/** A package that no row allows. */
const stranger = 'stranger-to-all';

const importing = (names: readonly string[]): string => names.map((name, at) => `import * as planted${at} from '${name}';`).join('\n');

/** From outside a room inside another has no package name: it is imported by its path. */
const importedAs = (row: Room): string => packageOf(row) ?? `./${row.folder.split('/src/')[1] ?? ''}/index.js`;

function forbiddenTo(row: Room, table: readonly Room[]): string[] {
  const others = table.filter(other => packageOf(other) !== null && !row.folder.startsWith(other.folder));
  const closed = others.filter(other => !row.rooms.includes(other.room)).map(importedAs);
  const foreign = [...new Set(table.flatMap(({ packages }) => packages))].filter(name => !row.packages.includes(name));
  return [...closed, ...foreign, stranger, ...(row.builtins ? [] : ['node:fs'])];
}

const allowedTo = (row: Room, table: readonly Room[]): string[] => [
  ...table
    .filter(other => row.rooms.includes(other.room) && packageOf(other) !== null && !row.folder.startsWith(other.folder))
    .map(importedAs),
  ...row.packages,
  ...(row.builtins ? ['node:fs'] : []),
];

class Builder {
  readonly folder = mkdtempSync(join(tmpdir(), 'palabre-planted-'));
  readonly planted: PlantedImport[] = [];

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), `${text}\n`);
  }

  plant(rule: string, from: string, names: readonly string[]): void {
    this.write(from, importing(names));
    this.planted.push(...names.map(name => ({ rule, from, names: name })));
  }

  /** A package of the house, or from outside, with a door and nothing behind it. */
  shell(folder: string, name: string, door: string): void {
    this.write(`${folder}/package.json`, JSON.stringify({ name, type: 'module', exports: { '.': door } }));
    this.write(`${folder}/${door}`, 'export const door = 1;');
  }
}

function furnish(house: Builder, row: Room, table: readonly Room[]): void {
  const inside = sourcesOf(row);
  house.write(`${inside}/index.ts`, 'export const door = 1;');
  house.plant(`imports-of-${row.room}`, `${inside}/planted.ts`, forbiddenTo(row, table));
  house.plant(`specs-of-${row.room}`, `${inside}/planted.unit.spec.ts`, [stranger]);
  house.write(`${inside}/allowed.ts`, importing(allowedTo(row, table)));
  house.write(`${inside}/allowed.unit.spec.ts`, importing([...allowedTo(row, table), 'vitest', 'node:os', '@palabre/testing']));
}

function shells(house: Builder, table: readonly Room[]): void {
  mkdirSync(join(house.folder, 'node_modules', '@palabre'), { recursive: true });
  for (const row of table) {
    const name = packageOf(row);
    if (name === null) continue;
    house.shell(row.folder, name, './src/index.ts');
    symlinkSync(join(house.folder, row.folder), join(house.folder, 'node_modules', name));
  }
  const outside = new Set([...table.flatMap(({ packages }) => packages), stranger, 'vitest', 'fast-check']);
  for (const name of outside) house.shell(`node_modules/${name}`, name, './index.js');
}

/** A small house with the rooms of the table, in which every room breaks its row and, beside that, uses all that the row allows. */
export function buildPlantedHouse(): PlantedHouse {
  const table = rooms();
  const house = new Builder();
  shells(house, table);
  for (const row of table) furnish(house, row, table);
  house.write('libs/contracts/src/deep.ts', 'export const deep = 1;');
  house.plant('imports-of-gateway', 'apps/gateway/src/through-the-window.ts', ['../../../libs/contracts/src/deep.js']);
  house.plant('imports-of-projection', 'apps/projection/src/asks-replay-rules.ts', ['@palabre/lifecycle']);
  house.plant('specs-only', 'workflows/src/leans-on-tests.ts', ['./testbed/stage.js']);
  house.write('workflows/src/testbed/stage.ts', 'export const stage = 1;');
  house.plant('no-circle', 'apps/cli/src/one.ts', ['./other.js']);
  house.write('apps/cli/src/other.ts', "import type { planted0 } from './one.js';\nexport type Other = typeof planted0;");
  house.plant('resolvable', 'apps/cli/src/nowhere.ts', ['package-that-is-not-there']);
  return { folder: house.folder, planted: house.planted, remove: () => rmSync(house.folder, { recursive: true, force: true }) };
}
