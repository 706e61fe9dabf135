import ts from 'typescript';
import type { RepositoryFile } from '../../support/repository.js';
import { isProductionCode, planted, type Breach, type RepositoryPromise } from './promise.js';
import { isFunctionWithBody, lineOf, nodesOf, rootName } from './syntax.js';

/** What differs from run to run: by the clock, by chance, by the outside world. */
const calls = new Set([
  'Date',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'require',
]);

const globals = new Set(['process', 'globalThis', 'global', 'navigator', 'localStorage', 'XMLHttpRequest', 'WebSocket']);

/** Depends on the language of the machine. */
const byLocale = /^(toLocale[A-Za-z]+|localeCompare)$/;

const isNamePart = (node: ts.Identifier): boolean => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isImportSpecifier(parent) || ts.isParameter(parent);
};

const readsClock = (node: ts.Node): boolean =>
  (ts.isCallExpression(node) && node.expression.getText() === 'Date.now') ||
  (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0);

function impurity(node: ts.Node): string | null {
  if (readsClock(node)) return `reads the clock (${node.getText()})`;
  if (ts.isCallExpression(node)) {
    const name = node.expression.getText();
    if (calls.has(name)) return `calls ${name}()`;
    if (ts.isPropertyAccessExpression(node.expression) && byLocale.test(node.expression.name.text))
      return `asks the machine’s language (${name})`;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0)
    return 'reads the clock (new Date())';
  if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'Intl') return 'asks the machine’s language (Intl)';
  if (ts.isIdentifier(node) && globals.has(node.text) && !isNamePart(node)) return `reaches for ${node.text}`;
  return null;
}

const impurities = (file: RepositoryFile, mayKnow: (node: ts.Node) => boolean = () => false): Breach[] =>
  [...nodesOf(file)].flatMap(node => {
    const says = mayKnow(node) ? null : impurity(node);
    return says === null ? [] : [{ path: file.path, line: lineOf(file, node), says }];
  });

const inRules = ({ path }: RepositoryFile): boolean => /^libs\/(lifecycle|contracts)\/src\//.test(path) && isProductionCode(path);

const inWorkflows = ({ path }: RepositoryFile): boolean => path.startsWith('workflows/src/') && isProductionCode(path);

/** In the body of a workflow Temporal's sandbox answers the workflow's own time: there, and only there, it is read and handed on. */
const isStory = ({ path }: RepositoryFile): boolean => path.endsWith('.workflow.ts');

const changing = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin']);

const assigning = (kind: ts.SyntaxKind): boolean => kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** The thing that a node changes in place, if it changes one. */
function changed(node: ts.Node): ts.Expression | null {
  if (ts.isBinaryExpression(node) && assigning(node.operatorToken.kind) && !ts.isIdentifier(node.left)) return node.left;
  if (ts.isDeleteExpression(node)) return node.expression;
  if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && !ts.isIdentifier(node.operand)) {
    const { operator } = node;
    return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken ? node.operand : null;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression, name } = node.expression;
  if (expression.getText() === 'Object' && name.text === 'assign') return node.arguments[0] ?? null;
  return changing.has(name.text) ? expression : null;
}

function isParameterThere(node: ts.Node, name: string): boolean {
  for (let around: ts.Node = node; !ts.isSourceFile(around); around = around.parent) {
    if (
      isFunctionWithBody(around) &&
      around.parameters.some(parameter =>
        parameter.name
          .getText()
          .split(/[^\w$]+/)
          .includes(name),
      )
    )
      return true;
  }
  return false;
}

const mutations = (file: RepositoryFile): Breach[] =>
  [...nodesOf(file)].flatMap(node => {
    const target = changed(node);
    const name = target === null ? null : rootName(target);
    if (name === null || !isParameterThere(node, name)) return [];
    return [{ path: file.path, line: lineOf(file, node), says: `changes ${name}, which was handed in` }];
  });

export const purityPromises: readonly RepositoryPromise[] = [
  {
    says: 'workflow code knows no clock, no chance, no network and no machine',
    instead:
      'The `.workflow.ts` file reads the workflow’s time and hands it on; ids come from the command, the outside world through a port.',
    breaches: files => files.filter(inWorkflows).flatMap(file => impurities(file, node => isStory(file) && readsClock(node))),
    planted: [
      planted('workflows/src/x/clock.ts', 'export const at = Date.now();'),
      planted('workflows/src/x/today.ts', 'export const at = new Date();'),
      planted('workflows/src/x/chance.ts', 'export const dice = () => Math.random();'),
      planted('workflows/src/x/timer.ts', 'setTimeout(() => undefined, 5);'),
      planted('workflows/src/x/network.ts', 'export const page = () => fetch("http://127.0.0.1");'),
      planted('workflows/src/x/machine.ts', 'export const home = process.env["HOME"];'),
    ],
    kept: [
      planted('workflows/src/x/x.workflow.ts', 'export const recordedAt = () => new Date().toISOString();'),
      planted('workflows/src/x/instant.ts', 'export const instant = (ms: number) => new Date(ms).toISOString();'),
    ],
  },
  {
    says: 'rules and contracts know no clock, no chance, no network, no machine and no language of a machine',
    instead: '`now` and ids come in as data; sort by code points, not by locale.',
    breaches: files => files.filter(inRules).flatMap(file => impurities(file)),
    planted: [
      planted('libs/lifecycle/src/x/clock.ts', 'export const late = (due: number) => Date.now() > due;'),
      planted('libs/lifecycle/src/x/today.ts', 'export const at = new Date();'),
      planted('libs/lifecycle/src/x/chance.ts', 'export const id = () => Math.random();'),
      planted('libs/contracts/src/x/id.ts', 'export const id = () => crypto.randomUUID();'),
      planted('libs/lifecycle/src/x/order.ts', 'export const order = (a: string, b: string) => a.localeCompare(b);'),
    ],
    kept: [planted('libs/lifecycle/src/x/day.ts', 'export const dayOf = (instant: string) => new Date(instant).getUTCDay();')],
  },
  {
    says: 'rules change nothing that was handed to them',
    instead: 'Answer a new value: `{ ...state, … }`, `[...list, one]`, `toSorted`.',
    breaches: files => files.filter(file => file.path.startsWith('libs/lifecycle/src/') && isProductionCode(file.path)).flatMap(mutations),
    planted: [
      planted('libs/lifecycle/src/x/assign.ts', 'export function close(state: { open: boolean }) {', '  state.open = false;', '}'),
      planted('libs/lifecycle/src/x/push.ts', 'export const add = (list: number[]) => list.push(1);'),
      planted('libs/lifecycle/src/x/sort.ts', 'export const order = ({ list }: { list: number[] }) => list.sort();'),
      planted('libs/lifecycle/src/x/delete.ts', 'export const forget = (state: { a?: 1 }) => delete state.a;'),
      planted('libs/lifecycle/src/x/count.ts', 'export const count = (state: { n: number }) => state.n++;'),
      planted('libs/lifecycle/src/x/merge.ts', 'export const merge = (state: object) => Object.assign(state, {});'),
    ],
    kept: [
      planted('libs/lifecycle/src/x/copy.ts', 'export const order = (list: number[]) => [...list].sort();'),
      planted(
        'libs/lifecycle/src/x/own.ts',
        'export function collect() {',
        '  const own: number[] = [];',
        '  own.push(1);',
        '  return own;',
        '}',
      ),
    ],
  },
];
