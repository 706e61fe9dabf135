import { z } from 'zod';
import { day, freeText, instant, label, opaqueId, sha256 } from '../fields.js';
import { beginning } from '../stream-settings.js';
import { charterParts, clauseChanges, clauseStandings, consultationVerdicts, groupPlaces } from '../vocabulary/charters.js';
import { eventRows } from './event-definition.js';

const row = eventRows('charter');

export const charterScope = z.strictObject({ entities: z.array(opaqueId).min(1), places: z.array(label).min(1) });

/** The text of a clause in both languages. */
export const clauseText = z.strictObject({ fr: freeText, en: freeText });

const clauseVersion = { clause: opaqueId, version: z.int().min(1), hash: sha256 };

/** What each of the six parts is: written, or declared not stated (MDM-02). */
export const statedParts = z.partialRecord(z.enum(charterParts), z.enum(['written', 'not-stated']));

const edition = {
  edition: z.int().min(1),
  /** Hash of the charter file's canonical form: what a partnership knows the charter by. */
  contentHash: sha256,
};

export const charterEvents = {
  CharterDrafted: row(
    z.strictObject({
      title: label,
      owner: opaqueId,
      scope: charterScope,
      supersedes: opaqueId.nullable(),
      horizonYears: z.int().min(1).max(20).nullable(),
      ...beginning,
    }),
    ['MDM-02', 'MDM-04', 'MDM-77'],
    ['Charte mise en chantier', 'Charter drafted'],
  ),
  QualityGroupMemberJoined: row(
    z.strictObject({ person: opaqueId, unit: label, place: z.enum(groupPlaces) }),
    ['MDM-03'],
    ['Membre du groupe qualité arrivé', 'Member of the quality group joined'],
  ),
  QualityGroupActivated: row(
    z.strictObject({ members: z.int().min(1), headquartersOnly: z.boolean() }),
    ['MDM-03'],
    ['Groupe qualité en fonction', 'Quality group activated'],
  ),
  CharterClauseProposed: row(
    z.strictObject({ ...clauseVersion, part: z.enum(charterParts), text: clauseText, source: label.nullable() }),
    ['MDM-05', 'MDM-75'],
    ['Clause proposée', 'Clause proposed'],
  ),
  CharterClauseObjected: row(
    z.strictObject({ clause: opaqueId, version: z.int().min(1), reason: freeText }),
    ['MDM-75'],
    ['Objection à une clause', 'Clause objected to'],
  ),
  CharterClauseAdopted: row(
    z.strictObject({ ...clauseVersion, deadline: opaqueId }),
    ['MDM-75'],
    ['Clause adoptée par le groupe sans objection', 'Clause adopted by the group without objection'],
  ),
  CharterConsultationOpened: row(
    z.strictObject({
      consultation: opaqueId,
      bodies: z.array(opaqueId).min(2),
      clauses: z.array(z.strictObject(clauseVersion)).min(1),
      answersDueAt: instant,
    }),
    ['MDM-76'],
    ['Consultation ouverte', 'Consultation opened'],
  ),
  CharterConsultationAnswered: row(
    z.strictObject({ consultation: opaqueId, body: opaqueId, verdict: z.enum(consultationVerdicts), text: freeText.nullable() }),
    ['MDM-76'],
    ['Instance consultée : réponse', 'Consulted body answered'],
  ),
  /** Silence is told as silence; it is no agreement. */
  CharterConsultationClosed: row(
    z.strictObject({ consultation: opaqueId, answered: z.array(opaqueId), silent: z.array(opaqueId), deadline: opaqueId.nullable() }),
    ['MDM-76'],
    ['Consultation terminée', 'Consultation closed'],
  ),
  CharterValidationDateSet: row(
    z.strictObject({ on: day.nullable(), confirmed: z.boolean() }),
    ['MDM-05'],
    ['Date du comité de direction fixée ou à confirmer', 'Date of the validation set or to be confirmed'],
  ),
  CharterClauseValidated: row(
    z.strictObject({ ...clauseVersion, consultation: opaqueId, silent: z.array(opaqueId) }),
    ['MDM-05', 'MDM-76'],
    ['Clause validée', 'Clause validated'],
  ),
  CharterClauseReturned: row(
    z.strictObject({ clause: opaqueId, version: z.int().min(1), reason: freeText }),
    ['MDM-05'],
    ['Clause remise en discussion', 'Clause returned for discussion'],
  ),
  CharterClauseRetired: row(z.strictObject({ clause: opaqueId, reason: freeText }), ['MDM-05'], ['Clause retirée', 'Clause retired']),
  CharterLoaded: row(
    z.strictObject({
      ...edition,
      scope: charterScope,
      parts: statedParts,
      clauses: z.array(z.strictObject({ ...clauseVersion, standing: z.enum(clauseStandings) })),
    }),
    ['MDM-02', 'MDM-04', 'MDM-05'],
    ['Charte chargée', 'Charter loaded'],
  ),
  CharterRevisionOpened: row(z.strictObject({ reason: freeText }), ['MDM-77', 'ALE-26'], ['Révision ouverte', 'Revision opened']),
  ListeningClosed: row(
    z.strictObject({ sources: z.array(label).min(1), summary: freeText }),
    ['ALE-26'],
    ['Écoute terminée, sources nommées', 'Listening closed, its sources named'],
  ),
  CharterPositionStated: row(z.strictObject({ position: freeText }), ['ALE-26'], ['Position posée', 'Position stated']),
  CharterToolsPrepared: row(z.strictObject({ tools: z.array(label).min(1) }), ['ALE-26'], ['Outils préparés', 'Tools prepared']),
  CharterRevised: row(
    z.strictObject({
      ...edition,
      supersedesHash: sha256,
      /** Computed from the clauses of both editions. */
      difference: z.array(
        z.strictObject({ clause: opaqueId, change: z.enum(clauseChanges), was: sha256.nullable(), is: sha256.nullable() }),
      ),
      /** Clauses of this edition that nobody has validated in their present words: published, and said to be so (MDM-76). */
      unvalidated: z.array(opaqueId).optional(),
    }),
    ['MDM-77'],
    ['Charte révisée', 'Charter revised'],
  ),
  ExternalCommitmentRegistered: row(
    z.strictObject({ commitment: opaqueId, title: label, members: z.array(opaqueId).min(1) }),
    ['MDM-06'],
    ['Engagement extérieur inscrit', 'External commitment registered'],
  ),
  ExternalCommitmentConsentGiven: row(
    z.strictObject({ commitment: opaqueId, member: opaqueId }),
    ['MDM-06'],
    ['Accord d’un membre à un engagement extérieur', 'Consent to an external commitment given'],
  ),
  ExternalCommitmentSigningStarted: row(
    z.strictObject({ commitment: opaqueId, consented: z.int().min(0), members: z.int().min(1), missing: z.array(opaqueId) }),
    ['MDM-06'],
    ['Signature d’un engagement extérieur commencée', 'Signing of an external commitment started'],
  ),
  GuidanceSheetRequested: row(z.strictObject({ task: opaqueId }), ['MDM-78'], ['Fiche pratique demandée', 'Guidance sheet requested']),
  GuidanceSheetWritten: row(
    z.strictObject({ task: opaqueId, version: z.int().min(1), hash: sha256, text: clauseText }),
    ['MDM-78'],
    ['Fiche pratique écrite', 'Guidance sheet written'],
  ),
  TrainingRecorded: row(
    z.strictObject({
      training: opaqueId,
      course: label,
      on: day,
      people: z.array(opaqueId).min(1),
      organisations: z.array(opaqueId).min(1),
      partnersIncluded: z.boolean(),
    }),
    ['MDM-80'],
    ['Formation notée', 'Training recorded'],
  ),
};
