import type { Finding } from './mistakes.js';
import type { FieldPath } from './paths.js';

/** A check reads the content as it came, so that it also speaks when another field has the wrong shape. */
export type Check = (content: unknown, matrixTypes: readonly string[]) => Finding[];

export function finding(path: FieldPath, fr: string, en: string, at: Finding['at'] = 'value'): Finding {
  return { path, at, expected: { fr, en } };
}
