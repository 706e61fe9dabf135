import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { draw, placeOf } from './draw.mjs';
import { tell } from './score.mjs';

const usage = `npm run mutation [-- --part FOLDER] [--sample N --seed S] [--processes N]
  --part       one folder or file of libs/lifecycle/src only, for example mechanisms/money
  --sample     so many mutants only, each drawn with the same chance; the same ones for the same seed
  --processes  how many test processes (1); a sample has one more`;

const rules = 'libs/lifecycle/src/';

/** They remember something from one test to the next: a fault in them is asked about in a run of its own, with fresh threads. */
const remembering = ['evolve.ts', 'settle.ts', 'short-ids.ts', 'tasks/task-table.ts'].map(file => rules + file);

const { values: asked } = parseArgs({
  options: {
    part: { type: 'string', default: '' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});

const files = readdirSync(rules, { recursive: true })
  .map(file => rules + file)
  .filter(file => file.endsWith('.ts') && !file.endsWith('.spec.ts') && file.startsWith(rules + asked.part));

/** One run of Stryker over these files or places; where there are none, nothing is asked. */
function run(mutate, { name, threads, drawn }) {
  if (mutate.length === 0) return [];
  const report = `.palabre/${name}.json`;
  rmSync(report, { force: true });
  writeFileSync('.palabre/mutation-order.json', JSON.stringify({ mutate, drawn, threads, report, processes: Number(asked.processes) }));
  spawnSync('stryker', ['run', 'test/mutation/stryker.config.mjs'], { stdio: 'inherit' });
  return [report];
}

const isRemembering = place => remembering.some(file => place.startsWith(file));

async function ask() {
  mkdirSync('.palabre', { recursive: true });
  const drawn = asked.sample === undefined ? null : await draw(files, { sample: Number(asked.sample), seed: asked.seed });
  const places = drawn === null ? files : [...new Set(drawn.map(placeOf))];
  return tell([
    ...run(
      places.filter(place => !isRemembering(place)),
      { name: 'mutation', threads: 'lasting', drawn },
    ),
    ...run(places.filter(isRemembering), { name: 'mutation-remembering', threads: 'fresh', drawn }),
  ]);
}

if (asked.help) console.log(usage);
else process.exitCode = await ask();
