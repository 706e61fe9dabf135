import { asyncApiDocument } from '@palabre/contracts';
import { openApiDocument } from '@palabre/gateway';
import { readApiDocument } from '@palabre/projection';
import { importPage } from './import-page.js';
import { commandsPage, eventsPage, permissionsPage } from './language-pages.js';
import { questionsPage, requirementsPage } from './requirement-pages.js';
import { charterPages, policyPage } from './policy-page.js';
import { gatesPage, lifecyclePage, tasksPage } from './rule-pages.js';

/** Folder of the generated pages, from the root of the repository. */
export const generatedFolder = 'docs/generated';

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** Every generated page: file name → how its text is made from the tables. */
export const generatedPages: Readonly<Record<string, () => string>> = {
  'events.md': eventsPage,
  'commands.md': commandsPage,
  'permissions.md': permissionsPage,
  'gates.md': gatesPage,
  'lifecycle.md': lifecyclePage,
  'deadlines-and-tasks.md': tasksPage,
  'policy.md': policyPage,
  ...charterPages,
  'requirements.md': requirementsPage,
  'contradictions.md': questionsPage,
  'imports.md': importPage,
  'asyncapi.json': () => json(asyncApiDocument('palabre.events', '1')),
  'openapi.json': () => json(openApiDocument()),
  'openapi-reads.json': () => json(readApiDocument()),
};

/** Pages that do not say what the tables say now, and files that no generator makes. */
export const stalePages = (written: ReadonlyMap<string, string>): string[] => [
  ...Object.entries(generatedPages)
    .filter(([name, make]) => written.get(name) !== make())
    .map(([name]) => name),
  ...[...written.keys()].filter(name => !Object.hasOwn(generatedPages, name)),
];
