import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { sayBoth } from '../words/words.js';
import { foundText, pathText, type DossierMistake, type FieldPath, type Finding } from './mistakes.js';

/** A YAML file that was read: its content, and where each field stands. */
export interface YamlDocument {
  readonly content: unknown;
  readonly lineOf: (path: FieldPath) => number;
  readonly mistakeAt: (finding: Finding) => DossierMistake;
}

export type YamlReading =
  { readonly ok: true; readonly document: YamlDocument } | { readonly ok: false; readonly mistakes: readonly DossierMistake[] };

const offsetOf = (node: unknown): number | null => (node as Node | null | undefined)?.range?.[0] ?? null;

interface Place {
  readonly key: number | null;
  readonly value: number | null;
}

function child(node: unknown, step: string | number): { node: unknown; place: Place } | null {
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return item === undefined ? null : { node: item, place: { key: offsetOf(item), value: offsetOf(item) } };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(one => isPair(one) && isScalar(one.key) && String(one.key.value) === String(step));
  return pair === undefined
    ? null
    : { node: pair.value, place: { key: offsetOf(pair.key), value: offsetOf(pair.value) ?? offsetOf(pair.key) } };
}

/** Where a field stands; for a field that is missing, where the deepest field around it has its name. */
function placeOf(document: Document, path: FieldPath): Place {
  let node: unknown = document.contents;
  let place: Place = { key: 0, value: offsetOf(node) };
  for (const step of path) {
    const found = child(resolved(document, node), step);
    if (found === null) return { key: place.key, value: place.key };
    ({ node, place } = found);
  }
  return place;
}

const resolved = (document: Document, node: unknown): unknown =>
  typeof (node as { resolve?: unknown } | null)?.resolve === 'function'
    ? (node as { resolve: (doc: Document) => unknown }).resolve(document)
    : node;

const at = (content: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined),
    content,
  );

/** Reads YAML 1.2. Every syntax mistake is listed with its line. */
export function readYaml(text: string, file: string): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, merge: true });
  const point = (offset: number | null) => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(error => ({
      file,
      ...point(error.pos[0]),
      field: '',
      expected: sayBoth('mistake.yaml', { message: error.message.split('\n')[0] ?? '' }),
      found: null,
    }));
    return { ok: false, mistakes };
  }
  const content: unknown = document.toJS();
  const mistakeAt = ({ path, at: end, expected }: Finding): DossierMistake => {
    const place = placeOf(document, path);
    return {
      file,
      ...point(end === 'key' ? place.key : place.value),
      field: pathText(path),
      expected,
      found: foundText(at(content, path)),
    };
  };
  return { ok: true, document: { content, mistakeAt, lineOf: path => point(placeOf(document, path).key).line } };
}
