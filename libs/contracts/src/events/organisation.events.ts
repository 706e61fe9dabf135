import { z } from 'zod';
import { day, freeText, label, language, opaqueId, sha256 } from '../fields.js';
import { beginning } from '../stream-settings.js';
import { answersOf } from '../vocabulary/forms.js';
import {
  documentKinds,
  entityKinds,
  fundingRelations,
  organisationRelations,
  organisationSectors,
  partnerLevels,
  profileLevels,
  subKinds,
  teamQualities,
} from '../vocabulary/organisations.js';
import { roles } from '../vocabulary/roles.js';
import { eventRows } from './event-definition.js';
import { ownAnswers } from '../vocabulary/teams.js';

const row = eventRows('organisation');

/** What the register knows of an organisation. Donor or not is a judgement of its own, beside type and money (C-01). */
export const organisationProfile = {
  name: freeText,
  kind: z.enum(entityKinds),
  sector: z.enum(organisationSectors),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'an ISO 3166 code such as SN' }),
  workingLanguages: z.array(language).min(1).max(10),
  funding: z.enum(fundingRelations),
  /** Number in its country's own register; null where its kind has none. */
  registration: label.nullable(),
  /** References of the documents that are there; which ones are asked for depends on the kind. */
  documents: z.partialRecord(z.enum(documentKinds), opaqueId),
  /** Kind within the sector (HFA-07). */
  subKind: z.enum(subKinds).optional(),
  /** How far it reaches (ALE-02). */
  level: z.enum(partnerLevels).optional(),
  relation: z.enum(organisationRelations).optional(),
  /** Country team that works with it (ALE-65). */
  countryTeam: opaqueId.optional(),
};

/** Type that suits a relation of supply, where it is one (HFA-03); who opens a partnership may choose another. */
const proposed = { proposedType: z.string().min(2).max(12).optional() };

/** A name that resembled an entry of a sanctions list. Neither is written here: `subject` is opaque, `entry` is the list's own id. */
export const screeningHit = z.strictObject({
  hit: opaqueId,
  subject: opaqueId,
  entry: opaqueId,
  /** 0 to 100. */
  score: z.int().min(0).max(100),
});

const year = z.int().min(2000).max(2200);

export const organisationEvents = {
  OrganisationRegistered: row(
    z.strictObject({ ...organisationProfile, ...proposed, ...beginning }),
    ['ALE-04', 'ALE-05', 'C-18'],
    ['Organisation inscrite au registre', 'Organisation registered'],
  ),
  OrganisationProfileChanged: row(
    z.strictObject({ ...organisationProfile, ...proposed }),
    ['ALE-04', 'ALE-05'],
    ['Fiche de l’organisation modifiée', 'Profile of the organisation changed'],
  ),
  DonorStandingJudged: row(
    z.strictObject({ donor: z.boolean(), reason: freeText }),
    ['ALE-06', 'C-01', 'C-02'],
    ['Qualité de bailleur appréciée', 'Standing as donor judged'],
  ),
  OrganisationMandateRecorded: row(
    z.strictObject({ mandate: opaqueId, person: opaqueId, role: z.enum(roles), from: day, until: day.nullable(), deputy: z.boolean() }),
    ['S-09', 'S-16'],
    ['Mandat inscrit', 'Mandate of the organisation recorded'],
  ),
  OrganisationMandateEnded: row(
    z.strictObject({ mandate: opaqueId, on: day, reason: freeText }),
    ['S-16'],
    ['Mandat terminé', 'Mandate of the organisation ended'],
  ),
  NamesScreened: row(
    z.strictObject({
      screening: opaqueId,
      list: opaqueId,
      listHash: sha256,
      checked: z.int().min(1),
      /** Resemblances that somebody must look at. */
      hits: z.array(screeningHit),
      /** Resemblances that were looked at before and found false. */
      remembered: z.array(screeningHit),
    }),
    ['S-02', 'PMP-19'],
    ['Noms passés au crible', 'Names screened'],
  ),
  FalseMatchRemembered: row(
    z.strictObject({ hit: opaqueId, subject: opaqueId, entry: opaqueId, reason: freeText, until: day.nullable() }),
    ['S-02', 'ALE-54'],
    ['Fausse ressemblance retenue', 'False match remembered'],
  ),
  ScreeningMatchConfirmed: row(
    z.strictObject({ hit: opaqueId, subject: opaqueId, entry: opaqueId, reason: freeText }),
    ['S-02'],
    ['Ressemblance confirmée', 'Screening match confirmed'],
  ),
  DueDiligenceAnswersKept: row(
    z.strictObject({ partnership: opaqueId, answers: answersOf, answersHash: sha256, until: day }),
    ['ALE-54', 'ALE-41'],
    ['Réponses de diligence gardées pour resservir', 'Due-diligence answers kept for reuse'],
  ),
  KeptAnswersExpired: row(
    z.strictObject({ deadline: opaqueId, questions: z.array(z.string()).min(1) }),
    ['PMP-20', 'ALE-54'],
    ['Réponses gardées à demander de nouveau', 'Kept answers to be asked again'],
  ),
  PartnerProfileConsentGiven: row(
    z.strictObject({ level: z.enum(profileLevels) }),
    ['ALE-51'],
    ['Accord donné pour une fiche publique', 'Consent to a public profile given'],
  ),
  PartnerProfilePublished: row(
    z.strictObject({ level: z.enum(profileLevels), work: freeText, contact: freeText.nullable() }),
    ['ALE-51'],
    ['Fiche du partenaire publiée', 'Profile of the partner published'],
  ),
  PartnerProfileWithdrawn: row(
    z.strictObject({ reason: freeText.nullable() }),
    ['ALE-51'],
    ['Fiche publique retirée', 'Public profile withdrawn'],
  ),
  CountryTeamNamed: row(z.strictObject({ team: opaqueId }), ['ALE-67'], ['Équipe pays nommée', 'Country team named']),
  TeamProgressReviewDue: row(
    z.strictObject({ deadline: opaqueId, team: opaqueId, round: z.int().min(1) }),
    ['ALE-67'],
    ['Examen annuel d’une équipe attendu', 'Yearly review of a team due'],
  ),
  TeamProgressReviewCompleted: row(
    z.strictObject({
      team: opaqueId,
      round: z.int().min(1),
      /** From 1 to 5, each quality. */
      qualities: z.record(z.enum(teamQualities), z.int().min(1).max(5)),
      /** Joint reflections that it was filled from. */
      reflections: z.array(opaqueId),
      note: freeText,
      own: ownAnswers.optional(),
      /** Hash of the common questions: the same for every team (ALE-69). */
      template: sha256.optional(),
    }),
    ['ALE-67', 'ALE-69'],
    ['Examen annuel d’une équipe fait', 'Yearly review of a team completed'],
  ),
  PublicAccountPromised: row(z.strictObject({ firstDueOn: day }), ['ALE-21'], ['Compte rendu public promis', 'Public account promised']),
  PublicProgressReportDue: row(
    z.strictObject({ deadline: opaqueId, year }),
    ['ALE-21'],
    ['Rapport public de l’année attendu', 'Public progress report due'],
  ),
  /** No figure stands here: the report is computed from the ledger up to a position, and known by the hash of what came out. */
  PublicProgressReportPublished: row(
    z.strictObject({ year, ledgerPosition: z.int().min(1), reportHash: sha256, teamReviews: z.int().min(0) }),
    ['ALE-21'],
    ['Rapport public de l’année publié', 'Public progress report published'],
  ),
};
