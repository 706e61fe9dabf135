import ts from 'typescript';
import type { RepositoryFile } from '../../support/repository.js';

const parsed = new WeakMap<RepositoryFile, ts.SourceFile>();

/** The syntax tree of a file, made once. */
export function treeOf(file: RepositoryFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ESNext, true);
  parsed.set(file, tree);
  return tree;
}

/** Every node of a file, from the outside in. */
export function* nodesOf(file: RepositoryFile): Generator<ts.Node> {
  const waiting: ts.Node[] = [treeOf(file)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    const inside: ts.Node[] = [];
    ts.forEachChild(node, child => void inside.push(child));
    waiting.push(...inside.toReversed());
  }
}

export const lineOf = (file: RepositoryFile, node: ts.Node): number =>
  treeOf(file).getLineAndCharacterOfPosition(node.getStart(treeOf(file))).line + 1;

/** Lines from the first to the last character of a node. */
export function lengthOf(file: RepositoryFile, node: ts.Node): number {
  const tree = treeOf(file);
  const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
  return tree.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1;
}

export type FunctionNode = ts.FunctionLikeDeclaration & { readonly body: ts.Node };

export const isFunctionWithBody = (node: ts.Node): node is FunctionNode =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

/** Every comment of a file with its line. Strings that look like comments are not among them. */
export function commentsOf(file: RepositoryFile): { readonly text: string; readonly line: number }[] {
  const tree = treeOf(file);
  const found = new Map<number, { text: string; line: number }>();
  const keep = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of ranges ?? []) {
      found.set(pos, { text: file.text.slice(pos, end), line: tree.getLineAndCharacterOfPosition(pos).line + 1 });
    }
  };
  for (const node of nodesOf(file)) {
    keep(ts.getLeadingCommentRanges(file.text, node.getFullStart()));
    keep(ts.getTrailingCommentRanges(file.text, node.getEnd()));
  }
  keep(ts.getLeadingCommentRanges(file.text, tree.endOfFileToken.getFullStart()));
  return [...found.values()];
}

/** The outermost name of an access such as `a.b[c].d`; null when it starts with something else. */
export function rootName(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isNonNullExpression(node))
    return rootName(node.expression);
  return ts.isAsExpression(node) || ts.isParenthesizedExpression(node) ? rootName(node.expression) : null;
}
