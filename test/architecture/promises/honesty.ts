import ts from 'typescript';
import type { RepositoryFile } from '../../support/repository.js';
import { isSpec, planted, type Breach, type RepositoryPromise } from './promise.js';
import { commentsOf, lineOf, nodesOf } from './syntax.js';

const isTypeScript = ({ path }: RepositoryFile): boolean => /\.(ts|tsx|mts|mjs)$/.test(path);

const found = (file: RepositoryFile, says: (node: ts.Node) => string | null): Breach[] =>
  [...nodesOf(file)].flatMap(node => {
    const told = says(node);
    return told === null ? [] : [{ path: file.path, line: lineOf(file, node), says: told }];
  });

const tests = /^(it|test|describe|suite|bench)$/;
const escapes = /^(skip|only|todo|skipIf|runIf|fails)$/;
const oldEscapes = /^(xit|fit|xdescribe|fdescribe|xtest)$/;

const startsAtTest = (node: ts.Expression): boolean => {
  if (ts.isIdentifier(node)) return tests.test(node.text);
  return (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) && startsAtTest(node.expression);
};

function escape(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node) && escapes.test(node.name.text) && startsAtTest(node.expression)) return `uses ${node.getText()}`;
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && oldEscapes.test(node.expression.text))
    return `uses ${node.expression.text}`;
  return null;
}

/** Orders to a tool to look away. Only comments are searched, so this line does not find itself. */
const lookAway = /@ts-(ignore|expect-error|nocheck)|(es|ox)lint-disable|prettier-ignore|(v8|c8|istanbul) ignore/;

const unfinished = /\b(TODO|FIXME|XXX|HACK)\b/;

const inComments = (file: RepositoryFile, pattern: RegExp, says: string): Breach[] =>
  commentsOf(file)
    .filter(({ text }) => pattern.test(text))
    .map(({ line }) => ({ path: file.path, line, says }));

const comment = (...words: readonly string[]): string => `// ${words.join('')}`;

export const honestyPromises: readonly RepositoryPromise[] = [
  {
    says: 'no test is skipped, singled out or postponed',
    instead: 'Make it pass, or take it out and say in the README what is missing.',
    breaches: files => files.filter(({ path }) => isSpec(path)).flatMap(file => found(file, escape)),
    planted: ['it.skip', 'describe.only', 'it.todo', 'it.skipIf(true)', 'xit', 'it.concurrent.only'].map((name, at) =>
      planted(`libs/lifecycle/src/escape-${at}.unit.spec.ts`, `${name}('a rule', () => undefined);`),
    ),
    kept: [planted('libs/lifecycle/src/skip-word.unit.spec.ts', "it('may skip co-construction', () => expect(plan.skip).toBe(true));")],
  },
  {
    says: 'the compiler sees every type: no `any`',
    instead: 'Say what it is; `unknown` and a check when it comes from outside.',
    breaches: files =>
      files.filter(isTypeScript).flatMap(file => found(file, node => (node.kind === ts.SyntaxKind.AnyKeyword ? 'has the type any' : null))),
    planted: [planted('libs/lifecycle/src/loose.ts', 'export const loose = (value: any) => value as string;')],
    kept: [planted('libs/lifecycle/src/word.ts', "export const word = 'any';")],
  },
  {
    says: 'no tool is told to look away',
    instead: 'Correct what it found; a rule that does not hold for us is switched off in .oxlintrc.json, with its reason.',
    breaches: files => files.filter(isTypeScript).flatMap(file => inComments(file, lookAway, 'tells a tool to look away')),
    planted: [
      planted('apps/cli/src/one.ts', comment('@ts-', 'ignore'), 'export const one = 1;'),
      planted('apps/cli/src/two.ts', comment('oxlint-', 'disable-next-line no-eval'), 'export const two = 2;'),
      planted('apps/cli/src/three.ts', comment('eslint-', 'disable'), 'export const three = 3;'),
      planted('apps/cli/src/four.ts', comment('prettier-', 'ignore'), 'export const four = 4;'),
    ],
    kept: [planted('apps/cli/src/five.ts', '// Lint is a gate.', 'export const five = 5;')],
  },
  {
    says: 'nothing is left for later in a comment',
    instead: 'Do it, or write an issue: a note in the code is read by nobody.',
    breaches: files => files.filter(isTypeScript).flatMap(file => inComments(file, unfinished, 'is unfinished')),
    planted: [planted('apps/cli/src/later.ts', comment('TO', 'DO: dates'), 'export const later = 1;')],
  },
];
