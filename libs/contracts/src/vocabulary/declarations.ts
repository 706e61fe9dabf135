import { z } from 'zod';
import { day, freeText, label, language, partyId } from '../fields.js';
import { organisationSectors } from './organisations.js';

/** What set an initiative going (PMP-04). */
export const ideaOrigins = ['crisis', 'study', 'economic-interest', 'other'] as const;

const told = <S extends z.ZodRawShape>(event: string, requirements: readonly string[], fr: string, en: string, shape: S) => ({
  event,
  requirements,
  fr,
  en,
  fields: z.strictObject({ party: partyId, ...shape }),
});

const score = z.int().min(1).max(5);

const few = (most: number) => z.array(label).max(most);

/** The three things that trust makes possible (PMP-16). */
export const trustQuestions = ['compromise', 'decide', 'commit'] as const;

/**
 * What a party tells of itself. A later word of the same party replaces the earlier one. Which of them a type asks for
 * is policy. A new kind is a row here and a line in the event table.
 */
export const declarations = {
  motivation: told('MotivationStated', ['PMP-04', 'PMP-10', 'PMP-57'], 'Motivation dite', 'Motivation stated', {
    origin: z.enum(ideaOrigins),
    sector: z.enum(organisationSectors),
    motivation: freeText,
  }),
  /** A no is told as well as a yes: it keeps the party from being admitted, with its own word. */
  will: told('WillDeclared', ['PMP-57'], 'Volonté de coopérer déclarée', 'Will to cooperate declared', {
    cooperates: z.boolean(),
    compromises: z.boolean(),
    note: freeText.nullable(),
  }),
  /** What a party knows and brings; an empty list is an empty cell of the grid. */
  expertise: told('ExpertiseStated', ['PMP-55'], 'Expertise apportée dite', 'Expertise stated', {
    technical: few(20),
    field: few(20),
    targetGroup: few(20),
    countries: z.array(z.string().regex(/^[A-Z]{2}$/, { error: 'an ISO 3166 code such as SN' })).max(40),
  }),
  /** Of the party itself or of the people whom the partnership is for. Days are those of the coming years. */
  culture: told('CulturalNotesRecorded', ['PMP-17'], 'Repères culturels notés', 'Cultural notes recorded', {
    about: z.enum(['party', 'target-group']),
    language,
    /** 1 is Monday, 7 is Sunday. */
    restDays: z.array(z.int().min(1).max(7)).max(6),
    avoid: z.array(z.strictObject({ from: day, until: day, name: label.max(60) })).max(12),
    decisionHabits: freeText,
  }),
  trust: told('TrustPulseAnswered', ['PMP-16', 'PMP-22'], 'Pouls de la confiance donné', 'Trust pulse answered', {
    compromise: score,
    decide: score,
    commit: score,
    note: freeText.nullable(),
  }),
} as const;

export type DeclarationKind = keyof typeof declarations;

export const declarationKinds = Object.keys(declarations) as [DeclarationKind, ...DeclarationKind[]];
