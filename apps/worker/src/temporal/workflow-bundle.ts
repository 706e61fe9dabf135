import { createRequire } from 'node:module';
import { bundleWorkflowCode, type Logger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** Export condition under which our packages give their TypeScript sources instead of what was built from them. */
const sourceConditions = ['@palabre/source', 'import', 'default'];

/** The compiled workflows of this installation. */
export const builtWorkflows = (): string => createRequire(import.meta.url).resolve('@palabre/workflows');

/**
 * Bundles the workflow code once, at start. A file in TypeScript is bundled with the sources of our packages (tests);
 * the compiled file with what was built. Fails when workflow code imports what has a clock, a network or a disk.
 */
export function bundleWorkflows(workflowsPath: string, logger: Logger): Promise<WorkflowBundleWithSourceMap> {
  const fromSources = workflowsPath.endsWith('.ts');
  return bundleWorkflowCode({
    workflowsPath,
    logger,
    webpackConfigHook: config => (fromSources ? { ...config, resolve: { ...config.resolve, conditionNames: sourceConditions } } : config),
  });
}
