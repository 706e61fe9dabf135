import { z } from 'zod';
import { freeText, label, money, opaqueId, partyId } from '../fields.js';
import {
  exchangeAxes,
  exchangeNatures,
  knowledgeSources,
  lessonKinds,
  pooledResources,
  practice,
  reaches,
  relationContexts,
} from './exchanges.js';
import { noted } from './noted.js';

/** Between whom the learning went, and the practice that came of it with the context in which it works (AGI-36). */
export const learningFields = { axis: z.enum(exchangeAxes).optional(), practice: practice.optional() };

/** What makes a connection a line between two organisations of the ally graph (ALE-15, AGI-37). */
export const connectionFields = {
  connection: opaqueId.optional(),
  between: z.array(opaqueId).min(2).max(20).optional(),
  /** Seen from the party that was connected: its own context, or another region. */
  context: z.enum(relationContexts).optional(),
  country: label.optional(),
  region: label.optional(),
};

/** What makes a lesson an item of the library (AGI-01). */
export const lessonFields = {
  lesson: z.enum(lessonKinds).optional(),
  /** Working group that wrote it, by its name; never a person. */
  group: label.optional(),
  context: freeText.optional(),
  /** Kind of the task that a good practice helps with. */
  task: label.optional(),
};

/** What an actor of the map needs in order to take part, and what was done about it (ALE-23). */
export const accessFields = {
  accessNeeds: z.array(label).max(20).optional(),
  accessMeasures: z.array(label).max(20).optional(),
};

/** Notes about what goes between parties, and what stays for others: exchanges, knowledge, connections, strengths, resources. */
export const exchangeNotes = {
  /** An exchange that nothing else tells: a call, a visit, a letter. */
  ExchangeNoted: noted(['MDM-13', 'AGI-36'], 'Échange noté', 'Exchange noted', {
    nature: z.enum(exchangeNatures),
    ...learningFields,
    note: freeText,
  }),
  KnowledgeItemShared: noted(['PMP-39'], 'Savoir versé à la base commune', 'Knowledge item shared', {
    title: label,
    source: z.enum(knowledgeSources),
    reach: z.enum(reaches),
    reference: label.nullable(),
    note: freeText,
  }),
  /** What other teams read of it is the sheet alone: neither the partnership nor its parties (ALE-66). */
  ExperienceSheetPublished: noted(['ALE-66'], 'Fiche d’expérience publiée', 'Experience sheet published', {
    entityKind: label,
    whatWorked: freeText,
    template: label.nullable(),
    note: freeText,
  }),
  VoiceActionTaken: noted(['ALE-50'], 'Prise de parole notée', 'Voice action taken', {
    action: z.enum(['joint-advocacy', 'platform']),
    spoke: z.array(partyId).min(1).max(60),
    note: freeText,
  }),
  InitiativeBorn: noted(['AGI-37'], 'Initiative née d’une mise en relation', 'Initiative born of a connection', {
    connection: opaqueId,
    initiative: opaqueId,
    note: freeText,
  }),
  /** A party lists its own organisation in the directory of partners, or takes it out; nobody is listed otherwise. */
  DirectoryListingSet: noted(['ALE-15'], 'Inscription à l’annuaire des partenaires réglée', 'Listing in the directory of partners set', {
    listed: z.boolean(),
    country: label,
    region: label,
    seeks: freeText,
  }),
  StrengthNamed: noted(['AGI-17'], 'Force nommée', 'Strength named', { strength: opaqueId, of: partyId, what: label, note: freeText }),
  StrengthLinked: noted(['AGI-18'], 'Force mise à profit dans une activité', 'Strength put to use in an activity', {
    strength: opaqueId,
    activity: label,
    note: freeText,
  }),
  /** Where a result of the objectives stands; results of the partnership are told beside those of the project (AGI-07). */
  ResultReported: noted(['AGI-07', 'C-25'], 'État d’un résultat noté', 'Result reported', {
    objective: opaqueId,
    state: z.enum(['reached', 'partly', 'not-reached']),
    note: freeText,
  }),
  /** What a party brings to the common pot: money in its currency, anything else counted in a unit. */
  ResourcePooled: noted(['HFA-12'], 'Ressource mise en commun', 'Resource pooled', {
    resource: z.enum(pooledResources),
    share: z.union([money, z.strictObject({ quantity: z.int().min(1), unit: label })]),
    note: freeText,
  }),
};
