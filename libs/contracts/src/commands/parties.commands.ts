import { z } from 'zod';
import { day, freeText, label, opaqueId, partyId } from '../fields.js';
import { namedReaders } from '../vocabulary/protection.js';
import { roles } from '../vocabulary/roles.js';
import { commandRows } from './command-definition.js';
import { anyMember, fileHolders, guarantor, hierarchy, hostHolders } from './permissions.js';
import { shortlistedCandidate } from './phase.commands.js';

const row = commandRows('parties');

/** Who runs the file, and the hierarchy, which alone may bind and unbind. */
const holdersAndHierarchy = { roles: [...fileHolders.roles, ...hierarchy.roles], sides: fileHolders.sides };

export const partiesCommands = {
  ShortlistCandidate: row(
    z.strictObject({ ...shortlistedCandidate, reason: freeText }),
    hostHolders,
    ['PMP-19', 'MDM-16'],
    ['Retenir un candidat', 'Shortlist a candidate'],
  ),
  /** As long as the search goes on. Afterwards due diligence says why a candidate is not retained (`FailDueDiligence`). */
  SetCandidateAside: row(
    z.strictObject({ party: partyId, reason: freeText }),
    hostHolders,
    ['PMP-19', 'C-15'],
    ['Écarter un candidat', 'Set a candidate aside'],
  ),
  RecordConsent: row(
    z.strictObject({ consents: z.boolean(), note: freeText.nullable() }),
    fileHolders,
    ['HFA-04'],
    ['Donner l’accord de principe', 'Record consent'],
  ),
  /** A party records the mandates of its own people; `until` null means open-ended. */
  RecordMandate: row(
    z.strictObject({ person: opaqueId, role: z.enum(roles), from: day, until: day.nullable() }),
    fileHolders,
    ['S-16', 'S-09'],
    ['Enregistrer un mandat', 'Record a mandate'],
  ),
  /** Until an officer is designated: who runs the file, named by headquarters, or by the hierarchy where there is no such function (S-24). */
  NameFileHolder: row(
    z.strictObject({ person: opaqueId }),
    { roles: ['hq-ops', ...hierarchy.roles], sides: fileHolders.sides },
    ['S-24', 'HFA-17'],
    ['Nommer qui tient le dossier en attendant', 'Name who holds the file for the time being'],
  ),
  DesignateOfficer: row(
    z.strictObject({ person: opaqueId, isPresident: z.boolean(), reason: freeText.optional() }),
    hierarchy,
    ['HFA-17', 'HFA-24'],
    ['Désigner la personne chargée du partenariat', 'Designate the officer'],
  ),
  StateAvailability: row(
    z.strictObject({ hours: label, deputy: opaqueId }),
    fileHolders,
    ['AGI-28'],
    ['Annoncer ses disponibilités et sa suppléance', 'State availability and deputy'],
  ),
  ConstituteCommittee: row(
    z.strictObject({ members: z.array(z.strictObject({ party: partyId, person: opaqueId })).min(1), announcedToMembers: z.boolean() }),
    { roles: [...guarantor.roles, ...hierarchy.roles, ...fileHolders.roles], sides: fileHolders.sides },
    ['HFA-25', 'HFA-30'],
    ['Constituer le comité de suivi', 'Constitute the follow-up committee'],
  ),
  OpenHandover: row(
    z.strictObject({ outgoing: opaqueId, incoming: opaqueId, historyNote: freeText, pending: z.array(freeText) }),
    fileHolders,
    ['MDM-10'],
    ['Ouvrir une passation', 'Open a handover'],
  ),
  /** The newcomer and another party each confirm; the second confirmation hands over. */
  ConfirmHandover: row(z.strictObject({ handover: opaqueId }), anyMember, ['MDM-10'], ['Confirmer une passation', 'Confirm a handover']),
  RestrictAccess: row(
    z.strictObject({ object: opaqueId, restrictedFor: partyId, reason: freeText }),
    fileHolders,
    ['MDM-17'],
    ['Restreindre un accès', 'Restrict an access'],
  ),
  /** Takes effect at once: who is in danger does not wait for an agreement. Lifting it takes everybody (`ProposeLiftingProtection`). */
  ProtectFile: row(
    z.strictObject({ reason: freeText, readers: namedReaders }),
    holdersAndHierarchy,
    ['AGI-02', 'C-07'],
    ['Protéger le dossier', 'Protect the file'],
  ),
  /** Each party names its own people, all of them each time. */
  NameReaders: row(
    z.strictObject({ readers: namedReaders }),
    { roles: [...holdersAndHierarchy.roles, ...guarantor.roles], sides: fileHolders.sides },
    ['AGI-02'],
    ['Nommer qui, chez soi, lit le dossier protégé', 'Name who of the own party reads the protected file'],
  ),
  DeclareDecisionDelay: row(
    z.strictObject({ days: z.int().min(0).max(366) }),
    fileHolders,
    ['PMP-30'],
    ['Déclarer son délai de décision', 'Declare the own decision delay'],
  ),
  AnnounceWithdrawal: row(
    z.strictObject({ reason: freeText }),
    holdersAndHierarchy,
    ['S-06'],
    ['Annoncer son retrait, avec préavis', 'Announce the withdrawal, with notice'],
  ),
  OfferMediation: row(
    z.strictObject({ withdrawal: opaqueId, mediator: label }),
    holdersAndHierarchy,
    ['S-06', 'PMP-54'],
    ['Proposer une médiation', 'Offer mediation'],
  ),
  AnswerMediation: row(
    z.strictObject({ withdrawal: opaqueId, accepts: z.boolean(), note: freeText.nullable() }),
    holdersAndHierarchy,
    ['S-06', 'MDM-25'],
    ['Répondre à la médiation', 'Answer the mediation'],
  ),
  RevokeWithdrawal: row(
    z.strictObject({ withdrawal: opaqueId, reason: freeText }),
    holdersAndHierarchy,
    ['S-06'],
    ['Annuler son retrait', 'Revoke the withdrawal'],
  ),
};
