import { examinable, lineConsequences } from '@palabre/contracts';
import { z } from 'zod';
import { clauseStatus, validation } from './identity.js';
import { bothLanguages, code, saying, sourced, sources, typeCode } from './sources.js';

/** What stands in the place of a part on which the document is silent (MDM-02). */
export const notStated = 'not-stated';

/** One of the six parts: clauses with a status for all, which a clause may replace by its own (MDM-05). */
function part<I extends z.ZodType>(item: I) {
  return z.union([
    z.literal(notStated),
    z.strictObject({ status: clauseStatus, validation: validation.optional(), source: sources, items: z.array(item).min(1) }),
  ]);
}

const ownStatus = { status: clauseStatus.optional(), validation: validation.optional() };

/** A value keeps the text it was taken from: it can be read inside a partnership, never rewritten there (MDM-20). */
const valueItem = z.strictObject({ code, name: bothLanguages, origin: bothLanguages, source: sources, ...ownStatus });

/** `group`: the step (steps) that the advice belongs to, where the document is built in steps. */
const principleItem = z.strictObject({
  code,
  name: bothLanguages,
  text: bothLanguages,
  group: code.optional(),
  source: sources,
  ...ownStatus,
});

const typeItem = z.strictObject({ code: typeCode, name: bothLanguages, traits: bothLanguages, source: sources, ...ownStatus });

const plainItem = z.strictObject({ code, name: bothLanguages, text: bothLanguages, source: sources, ...ownStatus });

/** A red or orange line. What follows from it is data of the charter, never code (S-01). */
const lineItem = z.strictObject({
  code: saying(
    z.string().regex(/^[a-z][a-z_]*$/),
    'un code de ligne en minuscules et _, commençant par une lettre',
    'a line code in lower-case letters and _, starting with a letter',
  ),
  colour: z.enum(['red', 'orange']),
  source: sources,
  name: bothLanguages,
  control_question: bothLanguages,
  consequence: saying(
    sourced(z.enum(lineConsequences)),
    'ce qui suit quand la ligne est confirmée (value et source)',
    'what follows when the line is confirmed (value and source)',
  ),
  suspends_when_alleged: sourced(z.boolean()),
  protected: sourced(z.boolean()),
  examines: sourced(z.array(z.enum(examinable)).min(1)).optional(),
  ...ownStatus,
});

function named<S extends z.ZodType>(schema: S, fr: string, en: string): S {
  return saying(schema, `la partie « ${fr} », ou not-stated`, `the part “${en}”, or not-stated`);
}

/** The six parts of a charter (MDM-02). Each must be present, or be declared `not-stated`. */
export const parts = {
  values: named(part(valueItem), 'valeurs', 'values'),
  principles: named(part(principleItem), 'principes', 'principles'),
  typology: named(part(typeItem), 'typologie', 'typology'),
  lines: named(part(lineItem), 'lignes rouges et orange', 'red and orange lines'),
  action_plan: named(part(plainItem), "plan d'action", 'action plan'),
  way_of_working: named(part(plainItem), 'fonctionnement du groupe', 'way of working'),
} as const;

export type PartName = keyof typeof parts;

export const partNames = Object.keys(parts) as PartName[];

export type CharterLine = z.infer<typeof lineItem>;
