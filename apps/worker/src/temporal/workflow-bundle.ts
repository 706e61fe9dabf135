import { bundleWorkflowCode, type Logger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { keptBundle, keepBundle, type BundlePlace } from './kept-bundle.js';

/** Export condition under which our packages give their TypeScript sources instead of what was built from them. */
const sourceConditions = ['@palabre/source', 'import', 'default'];

const bundle = (workflowsPath: string, logger: Logger, conditionNames?: string[]): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath,
    logger,
    webpackConfigHook: config => (conditionNames === undefined ? config : { ...config, resolve: { ...config.resolve, conditionNames } }),
  });

/**
 * Bundles workflow code. A file in TypeScript is bundled with the sources of our packages (tests); a compiled file with
 * what was built. Fails when workflow code imports what has a clock, a network or a disk.
 */
export const bundleWorkflows = (workflowsPath: string, logger: Logger): Promise<WorkflowBundleWithSourceMap> =>
  bundle(workflowsPath, logger, workflowsPath.endsWith('.ts') ? sourceConditions : undefined);

/**
 * The compiled workflows of this installation. Bundling costs seconds of processor, so a bundle is kept beside the
 * worker and used again as long as nothing it was made from has changed.
 */
export async function bundleBuiltWorkflows(place: BundlePlace, logger: Logger): Promise<WorkflowBundleWithSourceMap> {
  const kept = await keptBundle(place);
  if (kept !== null) return { code: kept, sourceMap: '' };
  const made = await bundleWorkflows(place.workflowsPath, logger);
  await keepBundle(place, made.code);
  return made;
}
