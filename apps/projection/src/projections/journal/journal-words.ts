import { events, freeText, journalNotes, label, type EventType } from '@palabre/contracts';
import { z } from 'zod';

/** What people say to each other beside the notes: contacts, words under the tree, difficulties and what is done about them. */
export const messages = [
  'ContactHeld',
  'PalaverMessagePosted',
  'ChallengeRaised',
  'JointCommitmentMade',
  'ChallengeResolved',
] as const satisfies EventType[];

/** Names of the fields that are written in words, at any depth: ids, parties, days and codes are asked for by name, not searched. */
function namesOfWords(schema: unknown, name: string | null): readonly string[] {
  if (schema === freeText || schema === label) return name === null ? [] : [name];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return namesOfWords(schema.unwrap(), name);
  if (schema instanceof z.ZodArray) return namesOfWords(schema.element, name);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => namesOfWords(option, name));
  return schema instanceof z.ZodObject ? Object.entries(schema.shape).flatMap(([field, one]) => namesOfWords(one, field)) : [];
}

/** Read off the schemas of the notes and messages themselves: a new kind is found by its words as soon as it has a row. */
const wordFields: ReadonlySet<string> = new Set(
  [...Object.values(journalNotes).map(({ fields }) => fields), ...messages.map(type => events[type].data)].flatMap(schema =>
    namesOfWords(schema, null),
  ),
);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const spoken = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(spoken);
  return isRecord(value) ? wordsIn(value) : [];
};

/** A sealed text is an object whose key may be erased: nothing of it is ever in an index. */
function wordsIn(data: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(data).flatMap(([field, value]) => {
    if (wordFields.has(field)) return spoken(value);
    return isRecord(value) ? wordsIn(value) : [];
  });
}

/** What a note says in words, as one text to be searched. */
export const searchedWords = (data: object): string => wordsIn(data as Readonly<Record<string, unknown>>).join('\n');

/** Fields that leave the file, for the kinds of which something may (PMP-39, AGI-01, ALE-66). */
const openFields: Readonly<Record<string, readonly string[]>> = {
  KnowledgeItemShared: ['title', 'source', 'reference', 'note'],
  LessonsLearnedRecorded: ['lesson', 'group', 'context', 'task', 'note'],
  ExperienceSheetPublished: ['entityKind', 'whatWorked', 'template'],
};

/** Kinds that are made for others; any other leaves only when its author said so. */
const alwaysOpen: ReadonlySet<string> = new Set(['ExperienceSheetPublished']);

/** Kinds of which something may be read by everybody in the house. */
export const openKinds: readonly string[] = Object.keys(openFields);

/** What everybody may read of a note: its open fields, or null when nothing leaves the file. */
export function openPart(kind: string, data: object): Readonly<Record<string, unknown>> | null {
  const fields = openFields[kind];
  const told = data as Readonly<Record<string, unknown>>;
  if (fields === undefined || !(alwaysOpen.has(kind) || told['reach'] === 'everybody')) return null;
  return Object.fromEntries(fields.flatMap(field => (told[field] === undefined ? [] : [[field, told[field]]])));
}
