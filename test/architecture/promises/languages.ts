import ts from 'typescript';
import type { RepositoryFile } from '../../support/repository.js';
import { isProductionCode, planted, type Breach, type RepositoryPromise } from './promise.js';
import { lineOf, nodesOf } from './syntax.js';

/** Functions that take a sentence in French and then in English. */
const pairing = new Set(['say', 'pair', 'saying']);

interface Pair {
  readonly node: ts.Node;
  readonly fr: ts.Expression | undefined;
  readonly en: ts.Expression | undefined;
}

const valueOf = (literal: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  literal.properties.filter(ts.isPropertyAssignment).find(property => property.name.getText() === name)?.initializer;

const hasKey = (literal: ts.ObjectLiteralExpression, name: string): boolean =>
  literal.properties.some(property => property.name?.getText() === name || ts.isSpreadAssignment(property));

function pairOf(node: ts.Node): Pair | null {
  if (ts.isObjectLiteralExpression(node) && (hasOwn(node, 'fr') || hasOwn(node, 'en'))) {
    const both = hasKey(node, 'fr') && hasKey(node, 'en');
    return both && (valueOf(node, 'fr') === undefined || valueOf(node, 'en') === undefined)
      ? null
      : { node, fr: valueOf(node, 'fr'), en: valueOf(node, 'en') };
  }
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || !pairing.has(node.expression.text)) return null;
  const [fr, en] = node.arguments.slice(-2);
  return isText(fr) && isText(en) ? { node, fr, en } : null;
}

const hasOwn = (literal: ts.ObjectLiteralExpression, name: string): boolean =>
  literal.properties.some(property => property.name?.getText() === name);

const isText = (node: ts.Expression | undefined): boolean =>
  node !== undefined && (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node));

const placeholders = (text: string): string => [...new Set(text.match(/(?<!\$)\{\w+\}/g) ?? [])].toSorted().join(' ');

function fault({ fr, en }: Pair): string | null {
  if (fr === undefined) return 'has no French';
  if (en === undefined) return 'has no English';
  if (!ts.isStringLiteralLike(fr) || !ts.isStringLiteralLike(en)) return null;
  if ((fr.text.trim() === '') !== (en.text.trim() === '')) return 'is empty in one language';
  return placeholders(fr.text) === placeholders(en.text) ? null : 'names other values in French than in English';
}

const oneTongued = (file: RepositoryFile): Breach[] =>
  [...nodesOf(file)].flatMap(node => {
    const pair = pairOf(node);
    const says = pair === null ? null : fault(pair);
    return says === null ? [] : [{ path: file.path, line: lineOf(file, node), says: `a sentence for people ${says}` }];
  });

export const languagePromises: readonly RepositoryPromise[] = [
  {
    says: 'every sentence for people is there in French and in English, with the same values in it',
    instead: 'Write both; neither is a translation left for somebody else.',
    breaches: files => files.filter(({ path }) => isProductionCode(path)).flatMap(oneTongued),
    planted: [
      planted('apps/gateway/src/x/texts.ts', "export const refused = { en: 'Refused.' };"),
      planted('apps/gateway/src/x/empty.ts', "export const refused = { fr: '', en: 'Refused.' };"),
      planted('apps/cli/src/x/words.ts', "export const list = pair('{count} partenariats', '{number} partnerships');"),
    ],
    kept: [planted('apps/cli/src/x/good.ts', "export const list = pair('{count} partenariats', '{count} partnerships');")],
  },
];
