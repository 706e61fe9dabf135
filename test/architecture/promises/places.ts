import type { RepositoryFile } from '../../support/repository.js';
import { planted, type Breach, type RepositoryPromise } from './promise.js';

const linesWith = (file: RepositoryFile, pattern: RegExp, says: string): Breach[] =>
  file.text.split('\n').flatMap((text, at) => (pattern.test(text) ? [{ path: file.path, line: at + 1, says }] : []));

/** Absolute paths of somebody's machine. Written with groups, so that this file does not break its own promise. */
const machinePath = /(^|[\s"'`(=:])(?:\/(?:work|root|home|Users)\/[\w.-]+|[A-Z]:\\\\?Users)/;

const registryHost =
  /\b(?:registry\.(?:npmjs\.org|yarnpkg\.com|npmmirror\.com)|npm\.pkg\.github\.com|[\w-]+\.jfrog\.io|(?:nexus|artifactory|verdaccio)[.\w-]*:\d+)\b/;

const isText = ({ path }: RepositoryFile): boolean =>
  /\.(ts|tsx|mjs|js|json|ya?ml|md|html|css|sh|toml|svg)$/.test(path) || /^\.[\w.]+$/.test(path) || path.startsWith('.ci/');

const notOurWords = (path: string): boolean => path === 'LICENSE' || path.startsWith('libs/contracts/goldens/');

const external = /\]\(\s*(?:[a-z][a-z+.-]*:)?\/\/|\]\(\s*mailto:/i;

const localLinks = /\]\(([^)#\s]+)(?:#[^)]*)?\)/g;

const resolved = (from: string, link: string): string => {
  const parts = from.split('/').slice(0, -1);
  for (const part of link.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
};

const climbsOut = (from: string, link: string): boolean => link.split('/').filter(part => part === '..').length >= from.split('/').length;

function deadLinks(files: readonly RepositoryFile[]): Breach[] {
  const paths = new Set(files.flatMap(({ path }) => path.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))));
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(localLinks)]
        .map(([, link]) => link ?? '')
        .filter(link => !link.includes('://') && !link.startsWith('mailto:'))
        .filter(link => climbsOut(path, link) || !paths.has(resolved(path, link)))
        .map(link => ({ path, says: `the link ${link} leads nowhere in this repository` })),
    );
}

const decisionName = /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/;

const decisionParts = ['## Context', '## Decision', '## Alternatives', '## Consequences'];

function decisionBreaches(files: readonly RepositoryFile[]): Breach[] {
  const records = files.filter(({ path }) => path.startsWith('docs/decisions/'));
  const numbers = records.map(({ path }) => decisionName.exec(path)?.[1]);
  return records.flatMap(({ path, text }, at) => {
    const number = numbers[at];
    const missing = decisionParts.filter(part => !text.includes(`\n${part}\n`));
    return [
      ...(number === undefined ? [{ path, says: 'is not called NNNN-title.md' }] : []),
      ...(number !== undefined && numbers.indexOf(number) !== at ? [{ path, says: `the number ${number} is taken` }] : []),
      ...(missing.length > 0 ? [{ path, says: `has no ${missing.join(', ')}` }] : []),
      ...(text.split('\n').length > 60 ? [{ path, says: 'is longer than one page (60 lines)' }] : []),
    ];
  });
}

const record = ['# 1', '', ...decisionParts.flatMap(part => [part, '', 'Text.', ''])];

/** Put together here, so that this file does not break its own promise. */
const somebodysPlace = ['', 'home', 'somebody'].join('/');
const someRegistry = ['registry', 'npmjs', 'org'].join('.');

export const placePromises: readonly RepositoryPromise[] = [
  {
    says: 'no file knows a machine or a package registry',
    instead: 'Use a path from the root of the repository, os.tmpdir(), or the client’s own configuration.',
    breaches: files =>
      files
        .filter(file => isText(file) && !notOurWords(file.path))
        .flatMap(file => [
          ...linesWith(file, machinePath, 'names a path of one machine'),
          ...linesWith(file, registryHost, 'names a registry'),
        ]),
    planted: [
      planted('docs/x.md', `See ${somebodysPlace}/README.md.`),
      planted('infra/local/src/x.ts', `const home = '${somebodysPlace}';`),
      planted('.npmrc', `registry=https://${someRegistry}/`),
    ],
    kept: [planted('docs/y.md', 'Workers run in `apps/worker`; the home of a rule is libs/lifecycle.')],
  },
  {
    says: 'documents never lead out of the repository',
    instead: 'Say in our own words what one has to know, or name the standard without a link.',
    breaches: files =>
      files.filter(({ path }) => path.endsWith('.md')).flatMap(file => linesWith(file, external, 'links to a place outside')),
    planted: [planted('docs/x.md', '[Temporal](https://temporal.io)'), planted('docs/y.md', '[mail](mailto:a@b.c)')],
    kept: [planted('docs/z.md', 'The gateway listens on http://127.0.0.1:8080.')],
  },
  {
    says: 'every link of a document leads somewhere',
    instead: 'Correct the path; it is read from the folder of the document.',
    breaches: deadLinks,
    planted: [planted('docs/x.md', '[design](desing.md)'), planted('docs/y.md', '[up](../../elsewhere/file.md)')],
    kept: [planted('docs/z.md', '[design](design.md#rooms)'), planted('docs/design.md', '# Rooms')],
  },
  {
    says: 'decision records are numbered once, named by their title, complete and short',
    instead: 'Take the next free number; write Context, Decision, Alternatives, Consequences on one page.',
    breaches: decisionBreaches,
    planted: [
      planted('docs/decisions/licence.md', ...record),
      planted('docs/decisions/0001-one.md', '# 1', '', '## Context', ''),
      planted('docs/decisions/0003-long.md', ...record, ...Array.from({ length: 60 }, () => 'line')),
    ],
    kept: [planted('docs/decisions/0004-good.md', ...record)],
  },
];

/** Two records with one number: seen only when both are there. */
export const doubledDecision = [planted('docs/decisions/0007-a.md', ...record), planted('docs/decisions/0007-b.md', ...record)];
