import { z } from 'zod';
import { partyId } from '../fields.js';
import { declarations, trustQuestions } from '../vocabulary/declarations.js';
import { eventRows } from './event-definition.js';

const row = eventRows('declaration');

interface Declared<S extends z.ZodType> {
  readonly fields: S;
  readonly requirements: readonly string[];
  readonly fr: string;
  readonly en: string;
}

const declared = <S extends z.ZodType>({ fields, requirements, fr, en }: Declared<S>) => row(fields, requirements, [fr, en]);

/** What parties tell of themselves: one row of `declarations` each. */
export const declarationEvents = {
  MotivationStated: declared(declarations.motivation),
  WillDeclared: declared(declarations.will),
  ExpertiseStated: declared(declarations.expertise),
  CulturalNotesRecorded: declared(declarations.culture),
  TrustPulseAnswered: declared(declarations.trust),
  /** Companion of a pulse that fell: the next meeting talks about trust. `points`: the deepest fall. */
  TrustPutOnAgenda: row(
    z.strictObject({ party: partyId, fell: z.array(z.enum(trustQuestions)).min(1), points: z.int().min(1) }),
    ['PMP-22'],
    ['Confiance mise à l’ordre du jour', 'Trust put on the agenda'],
  ),
};
