import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { syntaxExpectation } from './syntax.js';
import { excessOf } from './limits.js';
import { foundText, type CharterMistake, type Finding } from './mistakes.js';
import { fieldName, valueAt, type FieldPath } from './paths.js';

/** A YAML text whose values can be found again in the file. */
export interface LocatedDocument {
  readonly content: unknown;
  readonly mistakeAt: (finding: Finding) => CharterMistake;
  /** Keys written twice: the document can be read, but not believed. */
  readonly repeated: CharterMistake[];
}

export type Parsed =
  { readonly ok: true; readonly document: LocatedDocument } | { readonly ok: false; readonly mistakes: CharterMistake[] };

type Keyed = Pair<Node | null, Node | null>;

const keyText = (pair: Keyed): string => (isScalar(pair.key) ? String(pair.key.value) : '');

const startOf = (node: Node | null | undefined): number | null => node?.range?.[0] ?? null;

/** A value left empty has no place of its own: its key stands for it. */
const isWritten = (node: Node | null): boolean => !!node?.range && node.range[0] !== node.range[1];

/** Offset of a field; when the field is missing, of the closest part of its path that is written. */
function offsetOf(document: Document, path: FieldPath, at: Finding['at']): number {
  let node: Node | null = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap<Node | null, Node | null>(node)) {
      const pair = node.items.find(candidate => keyText(candidate) === String(step));
      if (!pair) return startOf(node) ?? offset;
      const wantsKey = (at === 'key' && depth === path.length - 1) || !isWritten(pair.value);
      offset = (wantsKey ? startOf(pair.key) : startOf(pair.value)) ?? offset;
      node = pair.value;
    } else if (isSeq<Node>(node)) {
      node = node.items[Number(step)] ?? null;
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

/** Path of the key that starts at an offset: the parser tells the place of a repeated key, the reader wants its name. */
function pathOfKey(node: Node | null, offset: number, path: FieldPath = []): FieldPath | null {
  if (isMap<Node | null, Node | null>(node)) {
    for (const pair of node.items) {
      const here = [...path, keyText(pair)];
      const found = startOf(pair.key) === offset ? here : pathOfKey(pair.value, offset, here);
      if (found) return found;
    }
  }
  if (isSeq<Node>(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = pathOfKey(item, offset, [...path, index]);
      if (found) return found;
    }
  }
  return null;
}

function readContent(document: Document): { content: unknown; failure: string | null } {
  try {
    return { content: document.toJS(), failure: null };
  } catch (cause) {
    return { content: null, failure: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Reads YAML 1.2 and keeps the places. Never throws: what cannot be read comes back as mistakes. */
export function parseYaml(text: string, file: string): Parsed {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const whole = (code: string, found: string, line = 1): Parsed => ({
    ok: false,
    mistakes: [{ file, line, column: 1, field: '', expected: syntaxExpectation(code), found }],
  });
  const excess = excessOf(text);
  if (excess) return whole(excess.code, excess.found, excess.line);

  let document: Document;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', logLevel: 'error' });
  } catch (cause) {
    return whole('UNREADABLE', cause instanceof Error ? cause.message : String(cause));
  }
  const syntax: CharterMistake[] = [];
  const repeated: CharterMistake[] = [];
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const path = code === 'DUPLICATE_KEY' ? pathOfKey(document.contents, pos[0]) : null;
    const mistake = {
      ...place(pos[0]),
      field: path ? fieldName(path) : '',
      expected: syntaxExpectation(code),
      found: foundText(path ? path.at(-1) : message),
    };
    (code === 'DUPLICATE_KEY' ? repeated : syntax).push(mistake);
  }
  if (syntax.length > 0) return { ok: false, mistakes: [...syntax, ...repeated] };
  const { content, failure } = readContent(document);
  if (failure !== null) return whole('BAD_ALIAS', failure);
  const mistakeAt = ({ path, at, expected }: Finding): CharterMistake => ({
    ...place(offsetOf(document, path, at)),
    field: fieldName(path),
    expected,
    found: at === 'key' ? foundText(path.at(-1)) : foundText(valueAt(content, path)),
  });
  return { ok: true, document: { content, mistakeAt, repeated } };
}
