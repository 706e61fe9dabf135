import ts from 'typescript';
import type { RepositoryFile } from '../../support/repository.js';
import { isProductionCode } from '../promises/promise.js';
import { nodesOf } from '../promises/syntax.js';
import type { Setting } from './settings.js';

/** Where settings are declared, checked and named in words: to stand there is not to be read. */
const declares = /^libs\/charters\/src\/(schema|load)\/|^libs\/contracts\/src\/(policy|stream-settings)|^apps\/cli\/src\/words\//;

/** The last name of `a.b?.c`, of `b.c!` and of `c(state)`. */
function lastName(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return lastName(node.expression);
  return ts.isCallExpression(node) ? lastName(node.expression) : null;
}

/** What a pattern takes apart: the initialiser of `const { x } = a.b`, or the name before the colon in `({ b: { x } })`. */
function takenFrom(pattern: ts.BindingPattern): string | null {
  const { parent } = pattern;
  if (ts.isBindingElement(parent)) return nameOf(parent);
  return ts.isVariableDeclaration(parent) && parent.initializer !== undefined ? lastName(parent.initializer) : null;
}

const nameOf = ({ propertyName, name }: ts.BindingElement): string | null => {
  const named = propertyName ?? name;
  return ts.isIdentifier(named) || ts.isStringLiteral(named) ? named.text : null;
};

/** Every name that a file takes from something, as `name` and as `from.name`. */
function* takenBy(file: RepositoryFile): Generator<string> {
  for (const node of nodesOf(file)) {
    if (ts.isStringLiteralLike(node)) yield node.text;
    if (ts.isPropertyAccessExpression(node)) {
      yield node.name.text;
      yield `${lastName(node.expression)}.${node.name.text}`;
    }
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      yield `${lastName(node.expression)}.${node.argumentExpression.text}`;
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      yield nameOf(node) ?? '';
      yield `${takenFrom(node.parent)}.${nameOf(node)}`;
    }
  }
}

/**
 * Settings that no rule and no screen reads: whoever edits one is obeyed by nothing. A name that others have too (`assembly`) counts
 * only where it is taken from the table it stands in; one that is nobody else's (`handover_window_months`) wherever it is taken.
 */
export function unread(settings: readonly Setting[], files: readonly RepositoryFile[]): string[] {
  const readers = files.filter(({ path }) => isProductionCode(path) && !declares.test(path));
  const taken = readers.map(file => ({ path: file.path, names: new Set(takenBy(file)) }));
  return settings
    .filter(({ table, name, spentIn, unmistakable }) => {
      const wanted = unmistakable ? name : `${table}.${name}`;
      return !taken.some(({ path, names }) => names.has(wanted) && (spentIn === 'charters' || !path.startsWith('libs/charters/')));
    })
    .map(({ table, name }) => `${table}.${name}`);
}
