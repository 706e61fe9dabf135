/**
 * The first file of every command (`npm start`, `npm test` …): runs before anything is installed, so it uses Node alone.
 * Installs what the lock file names, compiles what has changed, then runs the compiled command in this process.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from './bootstrap/compile.mjs';
import { install } from './bootstrap/install.mjs';
import { fail, nodeIsTooOld } from './bootstrap/node-version.mjs';

/** Command → compiled entry. `builds` names the part to compile when the command itself checks the whole. */
const COMMANDS = {
  start: { entry: 'infra/local/dist/start.js' },
  test: { entry: 'infra/local/dist/test.js', builds: 'infra/local' },
  requirements: { entry: 'test/dist/support/requirements/main.js' },
  faults: { entry: 'test/dist/faults/main.js' },
  'rebuild-under-load': { entry: 'test/dist/faults/rebuild/main.js' },
  bench: { entry: 'test/dist/bench/main.js' },
  docs: { entry: 'test/dist/support/docs/main.js' },
};

const USAGE = `Usage: node infra/local/bootstrap.mjs ${Object.keys(COMMANDS).join('|')} [options]`;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command === undefined) fail(name === '' ? USAGE : `There is no command "${name}".\n${USAGE}`, 2);
const tooOld = nodeIsTooOld(process.versions.node);
if (tooOld !== undefined) fail(tooOld, 2);

process.chdir(root);
await install(root);
await compile(root, command.builds);

const entry = join(root, command.entry);
if (!existsSync(entry))
  fail(`${name} has no compiled program at ${command.entry}. Run \`npx tsc -b --force\` and look at what it says.`, 1);
process.argv = [process.execPath, entry, ...args];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(entry).href);
