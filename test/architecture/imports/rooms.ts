import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../support/repository.js';

/** One row of the import table: a room, and everything it may import. What is not named is forbidden. */
export interface Room {
  readonly room: string;
  readonly folder: string;
  readonly holds: string;
  /** Rooms that it may enter, through their door (`src/index.ts`). */
  readonly rooms: readonly string[];
  /** Rooms that it may look into behind the door: the promises about tables that nobody else may see. */
  readonly looksInside?: readonly string[];
  /** Packages from outside. */
  readonly packages: readonly string[];
  /** Whether Node's own modules may be imported. */
  readonly builtins: boolean;
  /** Folders inside that serve specs alone. */
  readonly testSupport?: readonly string[];
  /** Packages that its specs may import besides. */
  readonly specPackages?: readonly string[];
  readonly forSpecsOnly?: boolean;
}

/** The import table (design: "Who may import whom"). */
export const rooms = (): readonly Room[] =>
  JSON.parse(readFileSync(join(repositoryRoot, 'test', 'architecture', 'imports', 'rooms.json'), 'utf8')) as Room[];

/** Where the sources of a room lie; a room inside another is a folder of sources already. */
export const sourcesOf = (row: Room): string => (row.folder.includes('/src/') ? row.folder : `${row.folder}/src`);

/** Name of a room's package; null for a room inside another. */
export const packageOf = (row: Room): string | null => (row.folder.includes('/src/') ? null : `@palabre/${row.room}`);
