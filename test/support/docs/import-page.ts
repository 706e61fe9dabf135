import { rooms } from '../../architecture/imports/rooms.js';
import { code, codes, page, table } from './markdown.js';

/** Who may import whom. */
export const importPage = (): string =>
  page(
    'Who may import whom',
    'the import table (`test/architecture/imports/rooms.json`)',
    'What a row does not name is forbidden. Rooms are entered through their door (`src/index.ts`). Specs may also import vitest, fast-check, Node and `@palabre/testing`. The same rows drive `.dependency-cruiser.mjs` and the test that plants a forbidden import for each.',
    table(
      ['Room', 'Folder', 'Holds', 'May enter', 'Packages from outside', 'Node'],
      rooms().map(({ room, folder, holds, rooms: entered, packages, builtins }) => [
        room,
        code(folder),
        holds,
        entered.join(', ') || '–',
        codes(packages),
        builtins ? 'yes' : 'no',
      ]),
    ),
  );
