import { z } from 'zod';
import { freeText } from '../fields.js';

/** What an exchange between parties is about (MDM-13). */
export const exchangeNatures = ['money', 'technical', 'learning', 'advocacy', 'relational'] as const;

export type ExchangeNature = (typeof exchangeNatures)[number];

/** Who learns with whom (AGI-36). */
export const exchangeAxes = ['north-south', 'south-south'] as const;

export type ExchangeAxis = (typeof exchangeAxes)[number];

/** A practice found in an exchange: it works somewhere, so it never goes without its context (AGI-36). */
export const practice = z.strictObject({ what: freeText, context: freeText });

/** Where a connection leads: within one's own context, or to another region (ALE-15). */
export const relationContexts = ['same-context', 'other-region'] as const;

/** A lesson learned tells what happened; a good practice tells what to do again (AGI-01). */
export const lessonKinds = ['lesson-learned', 'good-practice'] as const;

/** Written by the parties, or brought in from outside (PMP-39). */
export const knowledgeSources = ['internal', 'external'] as const;

/** Who reads an item beyond the file it stands in: the parties alone, or everybody in the house (PMP-39). */
export const reaches = ['partnership', 'everybody'] as const;

/** What parties put together (HFA-12; the list is ours). */
export const pooledResources = ['money', 'people', 'premises', 'equipment', 'knowledge'] as const;

export type PooledResource = (typeof pooledResources)[number];

/** Why a meeting took place: foreseen, or called because something went wrong (AGI-26). */
export const meetingOccasions = ['planned', 'crisis'] as const;
