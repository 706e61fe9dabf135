import { builtInCharterCodes, typeMatrix } from '@palabre/charters';
import ts from 'typescript';
import type { RepositoryFile } from '../../support/repository.js';
import { isProductionCode, planted, type Breach, type RepositoryPromise } from './promise.js';
import { lineOf, nodesOf } from './syntax.js';

/** Codes that only policy may compare: types of the matrix, and charters. */
const policyNames = (): ReadonlySet<string> => new Set([...Object.keys(typeMatrix().types), ...builtInCharterCodes]);

const equality = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

const literalsOf = (node: ts.Node): ts.Expression[] => {
  if (ts.isBinaryExpression(node) && equality.has(node.operatorToken.kind)) return [node.left, node.right];
  if (ts.isCaseClause(node)) return [node.expression];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'includes') return [];
  const list = node.expression.expression;
  return ts.isArrayLiteralExpression(list) ? [...list.elements] : [];
};

/** Questions to a type or a charter by its name. */
function asksByName(file: RepositoryFile): Breach[] {
  const names = policyNames();
  return [...nodesOf(file)].flatMap(node =>
    literalsOf(node)
      .filter(literal => ts.isStringLiteralLike(literal) && names.has(literal.text))
      .map(literal => ({ path: file.path, line: lineOf(file, literal), says: `asks for ${literal.getText()} by name` })),
  );
}

/** What replay may take from the rules: the fold with its types, and what a form puts to whom. It never answers what may be done. */
const allowedInReplay = new Set([
  'evolve',
  'foldStream',
  'formPut',
  'initialState',
  'isFormOpen',
  'PartnershipState',
  'withoutSealedAnswers',
]);

const lifecycleImports = (file: RepositoryFile): Breach[] =>
  [...nodesOf(file)]
    .filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === '@palabre/lifecycle')
    .flatMap(declaration => {
      const named = declaration.importClause?.namedBindings;
      const names =
        named !== undefined && ts.isNamedImports(named)
          ? named.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
          : ['*'];
      return names
        .filter(name => !allowedInReplay.has(name))
        .map(name => ({ path: file.path, line: lineOf(file, declaration), says: `takes ${name} from the rules` }));
    });

export const policyPromises: readonly RepositoryPromise[] = [
  {
    says: 'rules ask policy, never a type or a charter by its name',
    instead: 'Add a column, a gate strength or a switch to the charter and ask `policyOf(state)` for it.',
    breaches: files => files.filter(({ path }) => isProductionCode(path) && !path.startsWith('libs/charters/')).flatMap(asksByName),
    planted: [
      planted('libs/lifecycle/src/x/type.ts', "export const needsBudget = (type: string) => type === 'OP';"),
      planted('workflows/src/x/charter.ts', "export const strict = (charter: string) => charter !== 'mdm';"),
      planted('apps/gateway/src/x/list.ts', "export const offered = (type: string) => ['SP', 'OP'].includes(type);"),
      planted('apps/projection/src/x/case.ts', "switch (row.type) { case 'TR': transfer(); }"),
    ],
    kept: [
      planted('libs/charters/src/x/type.ts', "export const isOperational = (type: string) => type === 'OP';"),
      planted(
        'libs/lifecycle/src/x/column.ts',
        "export const needsBudget = (policy: Policy) => policy.columns.budgetCoValidation === 'if-money';",
      ),
    ],
  },
  {
    says: 'replay takes from the rules the fold and the questions of a form, and nothing else',
    instead: 'A read model that needs a rule means that an event lacks a fact: add the fact.',
    breaches: files => files.filter(({ path }) => path.startsWith('apps/projection/') && isProductionCode(path)).flatMap(lifecycleImports),
    planted: [
      planted('apps/projection/src/replay/x.ts', "import { evolve, handle } from '@palabre/lifecycle';"),
      planted('apps/projection/src/replay/y.ts', "import * as rules from '@palabre/lifecycle';"),
    ],
    kept: [planted('apps/projection/src/replay/z.ts', "import { evolve, initialState, type PartnershipState } from '@palabre/lifecycle';")],
  },
];
