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

/** The list of read models, and the spec that rebuilds each of the list. */
const modelList = 'apps/projection/src/projections/index.ts';
const rebuildSpec = 'apps/projection/src/projections/rebuild.int.spec.ts';

function modelsWithoutRebuild(files: readonly RepositoryFile[]): Breach[] {
  const models = [...new Set(files.flatMap(({ path }) => modelFolder.exec(path)?.[1] ?? []))];
  const list = files.find(({ path }) => path === modelList)?.text ?? '';
  const spec = files.find(({ path }) => path === rebuildSpec);
  const isRunOverTheList = spec !== undefined && spec.text.includes('it.each(projections') && titlesOf(spec).length > 0;
  return models
    .filter(model => !isRunOverTheList || !list.includes(`'./${model}/${model}.projection.js'`))
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
    says: 'every read model is rebuilt by a test',
    instead: `Give it a row in ${modelList}: ${rebuildSpec} rebuilds each of the list.`,
    breaches: modelsWithoutRebuild,
    planted: [planted('apps/projection/src/projections/rumours/rumours.projection.ts', 'export const rumours = 1;')],
    kept: [
      planted('apps/projection/src/projections/facts/facts.projection.ts', 'export const facts = 1;'),
      planted(modelList, "import { facts } from './facts/facts.projection.js';"),
      planted(rebuildSpec, "it.each(projections.map(one => one.name))('%s is rebuilt', () => undefined);"),
    ],
  },
];
