import { readFileSync } from 'node:fs';

/**
 * Who may import whom. The rows are data (test/architecture/imports/rooms.json); this file turns each row into one rule: what the
 * row does not name is forbidden. test/architecture runs it, and shows each rule red with a planted import.
 */
const rooms = JSON.parse(readFileSync(new URL('test/architecture/imports/rooms.json', import.meta.url), 'utf8'));

/** Specs, and the folders that serve specs alone. */
const supportFolders = rooms.flatMap(({ testSupport }) => testSupport ?? []);
const specs = ['\\.spec\\.ts$', ...supportFolders.map(folder => `^${folder}/`)];

const specPackages = ['vitest', 'fast-check'];

const roomNamed = name => rooms.find(({ room }) => room === name);

const inPackage = name => `(^|/)node_modules/(@types/)?${name}/`;

/** A room is entered through its door; a room that is a folder of another is entered by path. */
const doorOf = name => {
  const { folder } = roomNamed(name);
  return folder.includes('/src/') ? `^${folder}/` : `^${folder}/src/index\\.ts$`;
};

const nestedIn = row =>
  rooms.filter(({ folder }) => folder !== row.folder && folder.startsWith(`${row.folder}/`)).map(({ folder }) => `^${folder}/`);

const enclosing = row =>
  rooms.filter(({ folder }) => row.folder !== folder && row.folder.startsWith(`${folder}/`)).map(({ folder }) => `^${folder}/`);

/** What a row allows, as patterns of resolved paths. */
const allowed = row => [
  `^${row.folder}/`,
  ...enclosing(row),
  ...row.rooms.map(doorOf),
  ...(row.looksInside ?? []).map(name => `^${roomNamed(name).folder}/`),
  ...row.packages.map(inPackage),
];

const sentence = row =>
  `${row.folder} may import ${[...row.rooms, ...row.packages, ...(row.builtins ? ['Node'] : [])].join(', ') || 'nothing'}; write what you need in ` +
  'one of these, pass it in as data, or change the row in rooms.json with a decision record.';

const codeRule = row => ({
  name: `imports-of-${row.room}`,
  severity: 'error',
  comment: sentence(row),
  from: { path: `^${row.folder}/`, pathNot: [...specs, ...nestedIn(row)] },
  to: { pathNot: allowed(row), ...(row.builtins ? { dependencyTypesNot: ['core'] } : {}) },
});

const specRule = row => ({
  name: `specs-of-${row.room}`,
  severity: 'error',
  comment: `Specs of ${row.folder} may also import ${specPackages.join(', ')}, Node, @palabre/testing${row.specPackages ? `, ${row.specPackages.join(', ')}` : ''}.`,
  from: {
    path: specs
      .map(pattern => (pattern.startsWith('^') ? pattern : `^${row.folder}/.*${pattern}`))
      .filter(pattern => pattern.startsWith(`^${row.folder}/`)),
    pathNot: nestedIn(row),
  },
  to: {
    dependencyTypesNot: ['core'],
    pathNot: [...allowed(row), doorOf('testing'), ...[...specPackages, ...(row.specPackages ?? [])].map(inPackage)],
  },
});

const forbidden = [
  ...rooms.map(codeRule),
  ...rooms.map(specRule),
  {
    name: 'specs-only',
    severity: 'error',
    comment: 'Code that runs in production does not lean on what was written for tests. Move what both need to a room of its own.',
    from: { pathNot: [...specs, ...rooms.filter(({ forSpecsOnly }) => forSpecsOnly).map(({ folder }) => `^${folder}/`)] },
    to: { path: specs },
  },
  {
    name: 'no-circle',
    severity: 'error',
    comment: 'Two files that need each other are one idea, or hide a third: put what both need into a file of its own. Types count.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'The import leads nowhere: declare the package in package.json, or correct the path.',
    from: {},
    to: { couldNotResolve: true },
  },
];

const resolution = {
  conditionNames: ['@palabre/source', 'import', 'node', 'default'],
  exportsFields: ['exports'],
  extensions: ['.ts', '.mjs', '.js', '.json'],
};

export default {
  forbidden,
  options: {
    exclude: { path: '^(?!.*node_modules/).*(dist|dist-specs|histories)/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: resolution,
  },
};
