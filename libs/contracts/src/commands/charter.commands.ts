import { z } from 'zod';
import { charterScope, clauseText, statedParts } from '../events/charter.events.js';
import { day, freeText, instant, label, opaqueId, sha256, streamId, textVersion } from '../fields.js';
import { beginningRequest } from '../stream-settings.js';
import { charterParts, consultationVerdicts, groupPlaces } from '../vocabulary/charters.js';
import { ask, everybody, ownPeople, ownRunners } from './stream-command.js';

/** The body that validates (MDM-05): the steering committee of the charter's own organisation. */
const validators = { roles: ['steering-committee'], from: ['own'] } as const;

/** Revision is asked for by who runs files or by the committee (X6). */
const revisers = { roles: ['hq-ops', 'partnership-officer', 'steering-committee'], from: ['own'] } as const;

/** Every command of a charter. Members of the quality group are known by their membership, whatever their function (MDM-75). */
export const charterCommands = {
  DraftCharter: ask(
    z.strictObject({
      code: streamId,
      title: label,
      scope: charterScope,
      supersedes: opaqueId.nullable(),
      horizonYears: z.int().min(1).max(20).nullable(),
      ...beginningRequest,
    }),
    ownRunners,
    ['MDM-02', 'MDM-04', 'MDM-77'],
    ['Mettre une charte en chantier', 'Draft a charter'],
  ),
  JoinQualityGroup: ask(
    z.strictObject({ person: opaqueId, unit: label, place: z.enum(groupPlaces) }),
    ownRunners,
    ['MDM-03'],
    ['Accueillir un membre dans le groupe qualité', 'Welcome a member into the quality group'],
  ),
  ActivateQualityGroup: ask(z.strictObject({}), ownRunners, ['MDM-03'], ['Mettre le groupe en fonction', 'Activate the quality group']),
  ProposeClause: ask(
    z.strictObject({ clause: opaqueId, part: z.enum(charterParts), text: clauseText, source: label.nullable() }),
    everybody,
    ['MDM-05', 'MDM-75'],
    ['Proposer une clause ou sa nouvelle version', 'Propose a clause or its next version'],
  ),
  ObjectToClause: ask(
    z.strictObject({ clause: opaqueId, reason: freeText }),
    everybody,
    ['MDM-75'],
    ['Objecter à une clause', 'Object to a clause'],
  ),
  OpenConsultation: ask(
    z.strictObject({ clauses: z.array(opaqueId).min(1), bodies: z.array(opaqueId).min(1).max(30) }),
    ownRunners,
    ['MDM-76', 'ALE-26'],
    ['Ouvrir une consultation', 'Open a consultation'],
  ),
  AnswerConsultation: ask(
    z.strictObject({ body: opaqueId, verdict: z.enum(consultationVerdicts), text: freeText.nullable() }),
    everybody,
    ['MDM-76'],
    ['Répondre à une consultation', 'Answer a consultation'],
  ),
  SetValidationDate: ask(
    z.strictObject({ on: day.nullable(), confirmed: z.boolean() }),
    revisers,
    ['MDM-05'],
    ['Fixer la date de validation', 'Set the date of validation'],
  ),
  ValidateClause: ask(
    z.strictObject({ clause: opaqueId, ...textVersion }),
    validators,
    ['MDM-05'],
    ['Valider une clause', 'Validate a clause'],
  ),
  ReturnClause: ask(
    z.strictObject({ clause: opaqueId, reason: freeText }),
    validators,
    ['MDM-05'],
    ['Remettre une clause en discussion', 'Return a clause for discussion'],
  ),
  RetireClause: ask(
    z.strictObject({ clause: opaqueId, reason: freeText }),
    validators,
    ['MDM-05'],
    ['Retirer une clause', 'Retire a clause'],
  ),
  LoadCharter: ask(
    z.strictObject({ contentHash: sha256, parts: statedParts }),
    ownRunners,
    ['MDM-02', 'MDM-04'],
    ['Charger la charte', 'Load the charter'],
  ),
  OpenRevision: ask(z.strictObject({ reason: freeText }), revisers, ['MDM-77', 'ALE-26'], ['Ouvrir une révision', 'Open a revision']),
  CloseListening: ask(
    z.strictObject({ sources: z.array(label).max(60), summary: freeText }),
    ownRunners,
    ['ALE-26'],
    ['Terminer l’écoute', 'Close the listening'],
  ),
  StatePosition: ask(z.strictObject({ position: freeText }), ownRunners, ['ALE-26'], ['Poser la position', 'State the position']),
  PrepareTools: ask(
    z.strictObject({ tools: z.array(label).min(1).max(60) }),
    ownRunners,
    ['ALE-26'],
    ['Préparer les outils', 'Prepare the tools'],
  ),
  PublishRevision: ask(
    z.strictObject({ contentHash: sha256 }),
    ownRunners,
    ['MDM-77', 'ALE-26'],
    ['Publier la charte révisée', 'Publish the revised charter'],
  ),
  RegisterExternalCommitment: ask(
    z.strictObject({ commitment: opaqueId, title: label, members: z.array(opaqueId).min(1).max(200) }),
    ownRunners,
    ['MDM-06'],
    ['Inscrire un engagement extérieur', 'Register an external commitment'],
  ),
  ConsentToCommitment: ask(
    z.strictObject({ commitment: opaqueId }),
    { roles: ['signatory-authority', 'executive-bureau', 'general-assembly', 'partner-representative'], from: ['own', 'other'] },
    ['MDM-06'],
    ['Consentir à un engagement extérieur', 'Consent to an external commitment'],
  ),
  StartCommitmentSigning: ask(
    z.strictObject({ commitment: opaqueId }),
    { roles: ['signatory-authority'], from: ['own'] },
    ['MDM-06'],
    ['Commencer la signature', 'Start the signing'],
  ),
  RequestGuidanceSheet: ask(
    z.strictObject({ task: opaqueId }),
    everybody,
    ['MDM-78'],
    ['Demander une fiche pratique', 'Request a guidance sheet'],
  ),
  WriteGuidanceSheet: ask(
    z.strictObject({ task: opaqueId, text: clauseText }),
    everybody,
    ['MDM-78'],
    ['Écrire une fiche pratique', 'Write a guidance sheet'],
  ),
  RecordTraining: ask(
    z.strictObject({
      course: label,
      on: day,
      people: z.array(opaqueId).min(1).max(200),
      organisations: z.array(opaqueId).min(1).max(60),
      partnersIncluded: z.boolean(),
    }),
    ownRunners,
    ['MDM-80'],
    ['Noter une formation', 'Record a training'],
  ),
  PostPalaverMessage: ask(
    z.strictObject({ object: opaqueId, message: freeText }),
    everybody,
    ['MDM-01'],
    ['Parler d’une clause', 'Talk about a clause'],
  ),
  AdvanceCalendar: ask(
    z.strictObject({ to: instant }),
    ownPeople,
    ['PMP-29'],
    ['Avancer le calendrier de répétition', 'Advance the rehearsal calendar'],
  ),
};
