import type { Localized } from '@palabre/contracts';
import { z } from 'zod';
import { expectations } from '../schema/sources.js';
import type { FieldPath } from './paths.js';

/** The schemas that may rule a place: several behind a union. */
function alternatives(schema: unknown): z.ZodType[] {
  if (schema instanceof z.ZodOptional) return alternatives(schema.unwrap());
  if (schema instanceof z.ZodUnion) return [schema, ...schema.options.flatMap(alternatives)];
  return schema instanceof z.ZodType ? [schema] : [];
}

function step(schema: z.ZodType, key: string | number): z.ZodType[] {
  if (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, key)) return alternatives(schema.shape[key]);
  if (schema instanceof z.ZodArray) return alternatives(schema.element);
  if (schema instanceof z.ZodRecord) return alternatives(schema.valueType);
  return [];
}

/** Every schema that rules the field at a path. */
export function schemasAt(root: z.ZodType, path: FieldPath): z.ZodType[] {
  return path.reduce<z.ZodType[]>((schemas, key) => schemas.flatMap(schema => step(schema, key)), alternatives(root));
}

/** The words attached to the schema of a field, if any. */
export function wordsAt(root: z.ZodType, path: FieldPath): Localized | null {
  return schemasAt(root, path).flatMap(schema => expectations.get(schema) ?? [])[0] ?? null;
}

function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String);
  return [];
}

/** The keys that may stand in the mapping at a path. */
export function knownKeysAt(root: z.ZodType, path: FieldPath): string[] {
  return [...new Set(schemasAt(root, path).flatMap(keysOf))];
}
