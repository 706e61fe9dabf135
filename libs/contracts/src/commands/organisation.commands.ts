import { z } from 'zod';
import { organisationProfile } from '../events/organisation.events.js';
import { day, freeText, instant, opaqueId, sha256, streamId } from '../fields.js';
import { beginningRequest } from '../stream-settings.js';
import { answersOf } from '../vocabulary/forms.js';
import { profileLevels, teamQualities } from '../vocabulary/organisations.js';
import { roles } from '../vocabulary/roles.js';
import { teamCommands } from './team.commands.js';
import { anyRunners, ask, ownPeople, ownRunners, representatives, representativesOrRegister } from './stream-command.js';
import { ownAnswers } from '../vocabulary/teams.js';

const screened = z.strictObject({
  subject: opaqueId,
  resembles: z.array(z.strictObject({ entry: opaqueId, score: z.int().min(0).max(100) })).max(50),
});

/** Every command of an organisation of the register. */
export const organisationCommands = {
  /** `organisation` is the id by which identity providers and partnerships know it. */
  RegisterOrganisation: ask(
    z.strictObject({ organisation: streamId, ...organisationProfile, ...beginningRequest }),
    anyRunners,
    ['ALE-04', 'ALE-05', 'C-18'],
    ['Inscrire une organisation', 'Register an organisation'],
  ),
  ChangeProfile: ask(
    z.strictObject(organisationProfile),
    representativesOrRegister,
    ['ALE-04'],
    ['Modifier la fiche', 'Change the profile'],
  ),
  JudgeDonorStanding: ask(
    z.strictObject({ donor: z.boolean(), reason: freeText }),
    anyRunners,
    ['ALE-06', 'C-02'],
    ['Apprécier la qualité de bailleur', 'Judge the standing as donor'],
  ),
  RecordOrganisationMandate: ask(
    z.strictObject({ person: opaqueId, role: z.enum(roles), from: day, until: day.nullable(), deputy: z.boolean() }),
    representatives,
    ['S-09', 'S-16'],
    ['Inscrire un mandat', 'Record a mandate'],
  ),
  EndOrganisationMandate: ask(
    z.strictObject({ mandate: opaqueId, reason: freeText }),
    representatives,
    ['S-16'],
    ['Mettre fin à un mandat', 'End a mandate'],
  ),
  /** What a comparison with a sanctions list found: opaque references to names and entries, never the names. */
  RecordScreening: ask(
    z.strictObject({ list: opaqueId, listHash: sha256, subjects: z.array(screened).min(1).max(500) }),
    anyRunners,
    ['S-02', 'PMP-19'],
    ['Enregistrer un passage au crible', 'Record a screening'],
  ),
  RememberFalseMatch: ask(
    z.strictObject({ hit: opaqueId, reason: freeText, until: day.nullable() }),
    anyRunners,
    ['S-02', 'ALE-54'],
    ['Retenir une fausse ressemblance', 'Remember a false match'],
  ),
  ConfirmScreeningMatch: ask(
    z.strictObject({ hit: opaqueId, reason: freeText }),
    anyRunners,
    ['S-02'],
    ['Confirmer une ressemblance', 'Confirm a match'],
  ),
  KeepDueDiligenceAnswers: ask(
    z.strictObject({ partnership: opaqueId, answers: answersOf }),
    representatives,
    ['ALE-54', 'ALE-41'],
    ['Garder des réponses pour resservir', 'Keep answers for reuse'],
  ),
  ConsentToPublicProfile: ask(
    z.strictObject({ level: z.enum(profileLevels) }),
    representatives,
    ['ALE-51'],
    ['Accepter une fiche publique', 'Consent to a public profile'],
  ),
  PublishPartnerProfile: ask(
    z.strictObject({ level: z.enum(profileLevels), work: freeText, contact: freeText.nullable() }),
    anyRunners,
    ['ALE-51'],
    ['Publier la fiche du partenaire', 'Publish the partner’s profile'],
  ),
  WithdrawPartnerProfile: ask(
    z.strictObject({ reason: freeText.nullable() }),
    representatives,
    ['ALE-51'],
    ['Retirer la fiche publique', 'Withdraw the public profile'],
  ),
  NameCountryTeam: ask(z.strictObject({ team: opaqueId }), ownRunners, ['ALE-67'], ['Nommer une équipe pays', 'Name a country team']),
  CompleteTeamReview: ask(
    z.strictObject({
      team: opaqueId,
      qualities: z.record(z.enum(teamQualities), z.int().min(1).max(5)),
      reflections: z.array(opaqueId).max(200),
      note: freeText,
      own: ownAnswers.optional(),
    }),
    { roles: ['country-team'], from: ['own'] },
    ['ALE-67', 'ALE-69'],
    ['Terminer l’examen annuel de l’équipe', 'Complete the yearly review of the team'],
  ),
  PromisePublicAccount: ask(
    z.strictObject({ firstDueOn: day }),
    ownRunners,
    ['ALE-21'],
    ['Promettre un compte rendu public', 'Promise a public account'],
  ),
  /** Takes no figure: the report is computed from the ledger, and named here by its year, position and hash. */
  PublishProgressReport: ask(
    z.strictObject({ year: z.int().min(2000).max(2200), ledgerPosition: z.int().min(1), reportHash: sha256 }),
    { roles: ['hq-ops'], from: ['own'] },
    ['ALE-21'],
    ['Publier le rapport public', 'Publish the public report'],
  ),
  ...teamCommands,
  AdvanceCalendar: ask(
    z.strictObject({ to: instant }),
    ownPeople,
    ['PMP-29'],
    ['Avancer le calendrier de répétition', 'Advance the rehearsal calendar'],
  ),
};
