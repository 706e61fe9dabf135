import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { parseYaml } from './document.js';
import type { CharterMistake, Finding, Reading } from './mistakes.js';
import { shapeFindings } from './shape.js';
import { syntaxExpectation } from './syntax.js';

const byPlace = (one: CharterMistake, other: CharterMistake): number => one.line - other.line || one.column - other.column;

/**
 * Reads a YAML text against a schema and, beside it, against what the file says elsewhere. Every mistake is listed,
 * in the order of the file. Never throws for what a file may hold.
 */
export function readText<S extends z.ZodType>(
  schema: S,
  text: string,
  file: string,
  contradictionsOf: (content: unknown) => Finding[] = () => [],
): Reading<z.infer<S>> {
  const parsed = parseYaml(text, file);
  if (!parsed.ok) return { ok: false, mistakes: parsed.mistakes.toSorted(byPlace) };
  const { content, mistakeAt, repeated } = parsed.document;
  const findings = [...shapeFindings(schema, content), ...contradictionsOf(content)];
  if (findings.length > 0 || repeated.length > 0) {
    return { ok: false, mistakes: [...repeated, ...findings.map(mistakeAt)].toSorted(byPlace) };
  }
  return { ok: true, content: schema.parse(content) };
}

export type FileText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly mistakes: CharterMistake[] };

/** The text of a file, or why it cannot be had: missing, a folder, forbidden, not UTF-8. */
export function readFileText(file: string): FileText {
  const refuse = (code: string, found: string): FileText => ({
    ok: false,
    mistakes: [{ file, line: 1, column: 1, field: '', expected: syntaxExpectation(code), found }],
  });
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'error';
    return refuse('NOT_A_FILE', code);
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refuse('NOT_UTF8', `${bytes.length} bytes`);
  }
}
