import { commands, commandTypes, events, eventTypes } from '@palabre/contracts';
import { allGates, deadlineTable, taskTable } from '@palabre/lifecycle';
import { questions, requirements } from '../requirements/catalogue.js';
import { testsById, type NamedTest } from '../requirements/titles.js';
import { readRepositoryFile } from '../repository.js';
import { code, page, table } from './markdown.js';

/** A row of some table of the product that says which entries it serves. */
interface Serving {
  readonly what: string;
  readonly serves: readonly string[];
}

const servingRows = (): readonly Serving[] => [
  ...eventTypes.map(type => ({ what: `event ${code(type)}`, serves: events[type].requirements })),
  ...commandTypes.map(type => ({ what: `command ${code(type)}`, serves: commands[type].requirements })),
  ...allGates.map(({ id, requirements: serves }) => ({ what: `gate ${code(id)}`, serves })),
  ...taskTable().map(({ kind, requirements: serves }) => ({ what: `task ${code(kind)}`, serves })),
  ...deadlineTable().map(({ rule, requirements: serves }) => ({ what: `deadline ${code(rule)}`, serves })),
];

const testList = (tests: readonly NamedTest[]): string =>
  tests.map(({ file, title }) => `${title} (${file.replace(/^.*\//, '')})`).join('<br>') || '–';

const servedBy = (id: string, rows: readonly Serving[]): string =>
  rows
    .filter(({ serves }) => serves.includes(id))
    .map(({ what }) => what)
    .join(', ') || '–';

/** Entry → tests → the rows of the tables that carry it. */
export function requirementsPage(): string {
  const tests = testsById();
  const rows = servingRows();
  const named = [...requirements.keys()].filter(id => tests.has(id)).length;
  return page(
    'Requirements',
    'the catalogue (`docs/requirements.json`), the titles of the tests and the tables of the product',
    `${named} of ${requirements.size} entries are named by a test. Whether those tests pass is told by \`npm run requirements\`; titles built from tables at run time are counted there, not here.`,
    table(
      ['Entry', 'Asks', 'Tests', 'Carried by'],
      [...requirements].map(([id, title]) => [id, title, testList(tests.get(id) ?? []), servedBy(id, rows)]),
    ),
  );
}

interface Treatment {
  readonly treatment: string;
  readonly where: string;
}

const treatments = (): Readonly<Record<string, Treatment>> =>
  JSON.parse(readRepositoryFile('docs/treatments.json').text) as Readonly<Record<string, Treatment>>;

/** The contradictions and silences of the sources, the treatment chosen, and the tests that show it. */
export function questionsPage(): string {
  const tests = testsById();
  const chosen = treatments();
  return page(
    'Contradictions and silences',
    'the catalogue (`docs/requirements.json`), the treatments (`docs/treatments.json`) and the titles of the tests',
    'Where the five documents contradict each other (C) or say nothing (S), Palabre has chosen. What is our own choice is a value of the charters, marked D there, and can be changed without touching code.',
    table(
      ['Id', 'Subject', 'Treatment', 'Where', 'Tests'],
      [...questions].map(([id, title]) => [
        id,
        title,
        chosen[id]?.treatment ?? '–',
        chosen[id]?.where ?? '–',
        testList(tests.get(id) ?? []),
      ]),
    ),
  );
}
