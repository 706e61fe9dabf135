import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const source = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Path of the module that tells, during a replay, what activities are asked for. */
const recorder = source('replay/activity-recorder.ts');

/** Bundles workflow code from our sources. `entry` is a path below `src`. */
export const bundleSources = (entry: string, { recording = false } = {}): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath: source(entry),
    workflowInterceptorModules: recording ? [recorder] : [],
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: config => ({ ...config, resolve: { ...config.resolve, conditionNames: ['@palabre/source', 'import', 'default'] } }),
  });
