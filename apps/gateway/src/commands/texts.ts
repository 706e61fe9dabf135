import { maxTextBytes, type FieldMistake, type Localized } from '@palabre/contracts';
import { pointerOf } from '../problems/field-mistakes.js';

const wellFormed: Localized = {
  fr: 'un texte Unicode bien formé, sans caractère nul',
  en: 'well-formed Unicode text without the null character',
};

const shorter: Localized = { fr: `au plus ${maxTextBytes} octets de texte`, en: `at most ${maxTextBytes} bytes of text` };

const shallower: Localized = { fr: 'au plus 32 niveaux d’imbrication', en: 'at most 32 levels of nesting' };

const deepest = 32;

const loneSurrogate = /\p{Surrogate}/u;

const isStorable = (text: string): boolean => !text.includes('\0') && !loneSurrogate.test(text);

/** A sealed text may be twice as long as its clear form. */
const limitOf = (key: PropertyKey | undefined): number => (key === 'sealed' ? maxTextBytes * 2 : maxTextBytes);

function textMistake(text: string, path: readonly PropertyKey[]): FieldMistake[] {
  if (!isStorable(text)) return [{ pointer: pointerOf(path), expected: wellFormed }];
  return Buffer.byteLength(text) > limitOf(path.at(-1)) ? [{ pointer: pointerOf(path), expected: shorter }] : [];
}

/**
 * Texts that no part of the house could keep, found before a command goes on its way: PostgreSQL holds no null
 * character, and a lone surrogate has no canonical JSON form, so no hash.
 */
export function textMistakes(value: unknown, path: readonly PropertyKey[] = []): FieldMistake[] {
  if (typeof value === 'string') return textMistake(value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (path.length >= deepest) return [{ pointer: pointerOf(path), expected: shallower }];
  return Object.entries(value).flatMap(([key, inner]) => {
    const inside = [...path, key];
    return [...(isStorable(key) ? [] : [{ pointer: pointerOf(path), expected: wellFormed }]), ...textMistakes(inner, inside)];
  });
}
