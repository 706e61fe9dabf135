import ts from 'typescript';
import type { RepositoryFile } from '../../support/repository.js';
import { isSpec, planted, type Breach, type RepositoryPromise } from './promise.js';
import { isFunctionWithBody, lengthOf, lineOf, nodesOf, treeOf, type FunctionNode } from './syntax.js';

/** Lines at most (design, "Style"). A number is stated here once; .oxlintrc.json repeats three of them and a spec compares. */
export const budgets = { file: 200, spec: 400, function: 60, workflowBody: 120, newcomersPath: 700 } as const;

export const linesOf = (file: RepositoryFile): number => file.text.replace(/\n$/, '').split('\n').length;

const longerThan = (files: readonly RepositoryFile[], limit: number): Breach[] =>
  files.filter(file => linesOf(file) > limit).map(file => ({ path: file.path, says: `${linesOf(file)} lines, at most ${limit}` }));

const isCode = (path: string): boolean => /\.(ts|tsx|mts|mjs|js)$/.test(path);

const nameOf = (node: FunctionNode): string => {
  if (node.name !== undefined && ts.isIdentifier(node.name)) return node.name.text;
  const { parent } = node;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : 'a function without a name';
};

/** The body of a workflow: an exported function of a `.workflow.ts` file. */
const isWorkflowBody = (file: RepositoryFile, node: FunctionNode): boolean =>
  file.path.endsWith('.workflow.ts') &&
  ts.isFunctionDeclaration(node) &&
  node.parent === treeOf(file) &&
  (node.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function longFunctions(file: RepositoryFile, limit: number, concerned: (node: FunctionNode) => boolean): Breach[] {
  return [...nodesOf(file)]
    .filter(isFunctionWithBody)
    .filter(node => concerned(node) && lengthOf(file, node) > limit)
    .map(node => ({
      path: file.path,
      line: lineOf(file, node),
      says: `${nameOf(node)} has ${lengthOf(file, node)} lines, at most ${limit}`,
    }));
}

const body = (lines: number): string[] => Array.from({ length: lines - 2 }, (_, at) => `  void ${at};`);

const functionOf = (lines: number, head = 'function long() {'): string[] => [head, ...body(lines), '}'];

export const comments = (lines: number): string[] => Array.from({ length: lines }, (_, at) => `// ${at}`);

export const budgetPromises: readonly RepositoryPromise[] = [
  {
    says: `a file has at most ${budgets.file} lines`,
    instead: 'Give the second idea in it a file and a name of its own.',
    breaches: files =>
      longerThan(
        files.filter(({ path }) => isCode(path) && !isSpec(path)),
        budgets.file,
      ),
    planted: [planted('libs/lifecycle/src/long.ts', ...comments(budgets.file + 1))],
    kept: [planted('libs/lifecycle/src/fits.ts', ...comments(budgets.file))],
  },
  {
    says: `a spec has at most ${budgets.spec} lines`,
    instead: 'Split it by what it tells about; fixtures that two specs need belong into libs/testing.',
    breaches: files =>
      longerThan(
        files.filter(({ path }) => isSpec(path)),
        budgets.spec,
      ),
    planted: [planted('libs/lifecycle/src/long.unit.spec.ts', ...comments(budgets.spec + 1))],
    kept: [planted('libs/lifecycle/src/fits.unit.spec.ts', ...comments(budgets.spec))],
  },
  {
    says: `a function has at most ${budgets.function} lines`,
    instead: 'Name a part of it and call that.',
    breaches: files =>
      files
        .filter(({ path }) => isCode(path) && !isSpec(path))
        .flatMap(file => longFunctions(file, budgets.function, node => !isWorkflowBody(file, node))),
    planted: [
      planted('libs/lifecycle/src/long-function.ts', ...functionOf(budgets.function + 1)),
      planted('apps/worker/src/long-arrow.ts', ...functionOf(budgets.function + 1, 'const long = () => {')),
    ],
    kept: [planted('libs/lifecycle/src/function-fits.ts', ...functionOf(budgets.function))],
  },
  {
    says: `the body of a workflow has at most ${budgets.workflowBody} lines`,
    instead: 'A workflow reads as a story: one function for each of its sentences.',
    breaches: files =>
      files
        .filter(({ path }) => path.startsWith('workflows/') && isCode(path))
        .flatMap(file => longFunctions(file, budgets.workflowBody, node => isWorkflowBody(file, node))),
    planted: [planted('workflows/src/x/x.workflow.ts', ...functionOf(budgets.workflowBody + 1, 'export async function partnership() {'))],
    kept: [planted('workflows/src/x/y.workflow.ts', ...functionOf(budgets.workflowBody, 'export async function partnership() {'))],
  },
];
