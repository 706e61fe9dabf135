import ts from 'typescript';
import type { RepositoryFile } from '../../support/repository.js';
import { isRequirementId, idsIn } from '../../support/requirements/catalogue.js';
import { isSpec, planted, type Breach, type RepositoryPromise } from './promise.js';
import { lineOf, nodesOf } from './syntax.js';

const starters = /^(it|test|describe)(\.(each|concurrent|for))?\b/;

interface Title {
  readonly text: string;
  readonly line: number;
}

/** Titles of the tests and groups of a spec. */
function titlesOf(file: RepositoryFile): Title[] {
  return [...nodesOf(file)].flatMap(node => {
    if (!ts.isCallExpression(node) || !starters.test(node.expression.getText())) return [];
    const [title] = node.arguments;
    if (title === undefined || !(ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) return [];
    return [{ text: title.getText(), line: lineOf(file, node) }];
  });
}

const specsOf = (files: readonly RepositoryFile[]): readonly RepositoryFile[] => files.filter(({ path }) => isSpec(path));

const unknownIds = (file: RepositoryFile): Breach[] =>
  titlesOf(file).flatMap(({ text, line }) =>
    idsIn(text)
      .filter(id => !isRequirementId(id))
      .map(id => ({ path: file.path, line, says: `its title names ${id}, which is not in the catalogue` })),
  );

const modelFolder = /^apps\/projection\/src\/projections\/([a-z-]+)\/[^/]+\.projection\.ts$/;

function modelsWithoutRebuild(files: readonly RepositoryFile[]): Breach[] {
  const models = [...new Set(files.flatMap(({ path }) => modelFolder.exec(path)?.[1] ?? []))];
  const specs = specsOf(files).filter(({ path }) => path.startsWith('apps/projection/'));
  const isRebuilt = (model: string): boolean =>
    specs.some(
      spec =>
        titlesOf(spec).some(({ text }) => /rebuil[dt]/i.test(text)) &&
        (spec.path.startsWith(`apps/projection/src/projections/${model}/`) ||
          titlesOf(spec).some(({ text }) => text.includes(model) && /rebuil[dt]/i.test(text))),
    );
  return models
    .filter(model => !isRebuilt(model))
    .map(model => ({ path: `apps/projection/src/projections/${model}`, says: 'no test rebuilds this read model' }));
}

export const coveragePromises: readonly RepositoryPromise[] = [
  {
    says: 'a test that names a requirement names one of the catalogue',
    instead: 'Look the id up in docs/requirements.json.',
    breaches: files => specsOf(files).flatMap(unknownIds),
    planted: [
      planted('libs/lifecycle/src/x.unit.spec.ts', "it('MDM-99: nobody asked for this', () => undefined);"),
      planted('libs/lifecycle/src/y.unit.spec.ts', "describe('C-77: unknown tension', () => undefined);"),
    ],
    kept: [planted('libs/lifecycle/src/z.unit.spec.ts', "it('MDM-11, C-08: a contested budget goes back', () => undefined);")],
  },
  {
    says: 'every read model has a test that rebuilds it',
    instead: 'Write a spec in its folder whose title says rebuild: same rows from the ledger alone.',
    breaches: modelsWithoutRebuild,
    planted: [planted('apps/projection/src/projections/rumours/rumours.projection.ts', 'export const rumours = 1;')],
    kept: [
      planted('apps/projection/src/projections/facts/facts.projection.ts', 'export const facts = 1;'),
      planted(
        'apps/projection/src/projections/facts/facts.unit.spec.ts',
        "it('gives the same rows when rebuilt from the ledger', () => undefined);",
      ),
    ],
  },
];
