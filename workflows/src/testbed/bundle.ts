import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Path of the module that tells, during a replay, what activities are asked for. */
const recorder = from('../replay/activity-recorder.ts');

/** Everything that a bundle is made from. */
const bundled = ['../', '../../../libs/lifecycle/src/', '../../../libs/contracts/src/'].map(from);

const lockFile = from('../../../package-lock.json');

/** Bundling takes seconds of processor; specs with the same sources share one. */
const kept = from('../../../node_modules/.cache/palabre-spec-bundles/');

function stateOfSources(entry: string): string {
  const state = createHash('sha256').update(entry).update(readFileSync(lockFile));
  for (const folder of bundled) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      name => name.endsWith('.ts') && !name.endsWith('.spec.ts'),
    );
    for (const file of files.sort()) state.update(file).update(readFileSync(`${folder}${file}`));
  }
  return state.digest('hex').slice(0, 32);
}

const readKept = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** Bundles workflow code from our sources, with the recorder of activities. `entry` is a path below `src`. */
export async function bundleSources(entry: string): Promise<WorkflowBundleWithSourceMap> {
  const file = `${kept}${stateOfSources(entry)}.js`;
  const known = readKept(file);
  if (known !== null) return { code: known, sourceMap: '' };
  const made = await bundleWorkflowCode({
    workflowsPath: from(`../${entry}`),
    workflowInterceptorModules: [recorder],
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: config => ({ ...config, resolve: { ...config.resolve, conditionNames: ['@palabre/source', 'import', 'default'] } }),
  });
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, made.code);
  renameSync(`${file}.${process.pid}`, file);
  return made;
}
