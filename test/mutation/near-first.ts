import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const rules = resolve('libs/lifecycle/src');

/** The mark that Stryker leaves where it has put a mutant. */
const marks = /stryMutAct_\w+\("(\d+)"\)/g;

/** The folder of each mutant, read from the files as they stand with mutants in them. */
const folders = new Map(
  readdirSync(rules, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap(file =>
      [...readFileSync(join(rules, file), 'utf8').matchAll(marks)].map(([, id]) => [id, dirname(join(rules, file))] as const),
    ),
);

const isStory = ({ moduleId }: TestSpecification) => moduleId.includes('/libs/testing/');

/** Neighbours of the fault first, then small spec files, whole stories last: the first test that notices ends the asking. */
export class NearFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { activeMutant } = this.ctx.getRootProject().getProvidedContext() as { readonly activeMutant?: string };
    const folder = folders.get(activeMutant);
    const cost = (file: TestSpecification) =>
      statSync(file.moduleId).size + (dirname(file.moduleId) === folder ? 0 : 1_000_000) + (isStory(file) ? 1_000_000 : 0);
    return Promise.resolve(files.toSorted((one, other) => cost(one) - cost(other)));
  }
}
