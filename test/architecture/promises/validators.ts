import ts from 'typescript';
import type { RepositoryFile } from '../../support/repository.js';
import { planted, type Breach, type RepositoryPromise } from './promise.js';
import { isFunctionWithBody, lineOf, nodesOf, type FunctionNode } from './syntax.js';

const isAsync = (node: FunctionNode): boolean =>
  (ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);

const answersPromise = (node: FunctionNode): boolean => node.type?.getText().startsWith('Promise') ?? false;

const isWait = (node: FunctionNode): boolean => isAsync(node) || answersPromise(node);

interface Validator {
  readonly file: RepositoryFile;
  readonly node: ts.Node;
  readonly value: ts.Node;
}

/** Every `validator` handed to Temporal: a property, a shorthand, or a method of the options. */
function validatorsOf(file: RepositoryFile): Validator[] {
  return [...nodesOf(file)].flatMap((node): Validator[] => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'validator') return [{ file, node, value: node.initializer }];
    if (ts.isShorthandPropertyAssignment(node) && node.name.text === 'validator') return [{ file, node, value: node.name }];
    if (ts.isMethodDeclaration(node) && node.name.getText() === 'validator') return [{ file, node, value: node }];
    return [];
  });
}

const lastName = (node: ts.Node): string => (ts.isPropertyAccessExpression(node) ? node.name.text : node.getText());

const isNamed = (node: FunctionNode, name: string): boolean => {
  if (node.name?.getText() === name) return true;
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) &&
    parent.name.getText() === name
  );
};

/** The functions behind a validator: the value itself, or everything in workflow code that has its name. */
const functionsBehind = (value: ts.Node, everywhere: readonly FunctionNode[]): readonly FunctionNode[] =>
  isFunctionWithBody(value) ? [value] : everywhere.filter(node => isNamed(node, lastName(value)));

function asyncValidators(files: readonly RepositoryFile[]): Breach[] {
  const own = files.filter(({ path }) => path.startsWith('workflows/src/') && path.endsWith('.ts'));
  const everywhere = own.flatMap(file => [...nodesOf(file)].filter(isFunctionWithBody));
  return own.flatMap(validatorsOf).flatMap(({ file, node, value }) => {
    const behind = functionsBehind(value, everywhere);
    const at = { path: file.path, line: lineOf(file, node) };
    if (behind.length === 0) return [{ ...at, says: `nobody can see whether ${value.getText()} is synchronous` }];
    return behind.some(isWait) ? [{ ...at, says: 'this Update validator is asynchronous: Temporal would accept everything' }] : [];
  });
}

export const validatorPromises: readonly RepositoryPromise[] = [
  {
    says: 'Update validators are synchronous',
    instead: 'Check shape and standing in plain code and throw; what has to wait belongs into the handler.',
    breaches: asyncValidators,
    planted: [
      planted('workflows/src/x/inline.ts', 'setHandler(execute, handle, { validator: async () => undefined });'),
      planted('workflows/src/x/method.ts', 'setHandler(execute, handle, { async validator() {} });'),
      planted('workflows/src/x/named.ts', 'async function screenSlowly() {}', 'setHandler(execute, handle, { validator: screenSlowly });'),
      planted(
        'workflows/src/x/promised.ts',
        'const later = (): Promise<void> => wait();',
        'setHandler(execute, handle, { validator: later });',
      ),
      planted('workflows/src/x/unseen.ts', 'setHandler(execute, handle, { validator: fromSomewhere });'),
    ],
    kept: [planted('workflows/src/x/plain.ts', 'setHandler(execute, handle, { validator: command => { screen(command); } });')],
  },
];
