import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType, type IResolveOptions } from 'dependency-cruiser';
import { repositoryRoot } from '../../support/repository.js';

interface Configuration {
  readonly forbidden: IForbiddenRuleType[];
  readonly options: ICruiseOptions & { readonly enhancedResolveOptions: IResolveOptions };
}

/** An import that breaks a rule: who, what, and what to write instead. */
export interface ForbiddenImport {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly instead: string;
}

async function configuration(): Promise<Configuration> {
  const file = pathToFileURL(join(repositoryRoot, '.dependency-cruiser.mjs')).href;
  return ((await import(file)) as { default: Configuration }).default;
}

/** Walks all imports below a folder and answers those that the rules of `.dependency-cruiser.mjs` forbid. */
export async function forbiddenImports(baseDir: string, folders: string[]): Promise<ForbiddenImport[]> {
  const { forbidden, options } = await configuration();
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const { output } = await cruise(
    folders,
    { ...cruiseOptions, baseDir, validate: true, ruleSet: { forbidden } },
    { ...enhancedResolveOptions, bustTheCache: true },
  );
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
    instead: forbidden.find(({ name }) => name === rule.name)?.comment ?? '',
  }));
}
