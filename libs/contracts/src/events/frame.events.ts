import { z } from 'zod';
import { day, freeText, instant, label, language, money, opaqueId, partyId, sha256 } from '../fields.js';
import { partnershipPolicy } from '../policy.js';
import { leadershipLevels } from '../policy-settings.js';
import { answersOf } from '../vocabulary/forms.js';
import {
  establishmentOutcomes,
  exclusionGrounds,
  frameKinds,
  intensities,
  leadershipPosition,
  preferenceReasons,
  renewedTerm,
  secretariat,
} from '../vocabulary/frame.js';
import { gateIds } from '../vocabulary/gates.js';
import { eventRows } from './event-definition.js';
import { gateStanding, transition } from './phase.events.js';

const row = eventRows('frame');

const asked = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ proposal: opaqueId, party: partyId, reason: freeText, ...shape });

const agreed = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ proposal: opaqueId, acceptedBy: z.array(partyId), ...shape });

const applicant = z.strictObject({ party: partyId, organisation: opaqueId, workingLanguage: language });

const emergency = { endsAt: instant, catchUpBy: instant };

const established = { outcome: z.enum(establishmentOutcomes), prolongedUntil: day.nullable() };

export const frameEvents = {
  FrameChangeAccepted: row(
    z.strictObject({ proposal: opaqueId, kind: z.enum(frameKinds), party: partyId }),
    ['MDM-15', 'C-15'],
    ['Proposition acceptée par une partie', 'Proposal accepted by one party'],
  ),
  /** Under a majority rule the proposal may outlive a no: `closes` says whether it is over. */
  FrameChangeDeclined: row(
    z.strictObject({ proposal: opaqueId, kind: z.enum(frameKinds), party: partyId, reason: freeText, closes: z.boolean() }),
    ['MDM-15', 'MDM-25'],
    ['Proposition déclinée par une partie', 'Proposal declined by one party'],
  ),
  PartnershipTypeChangeProposed: row(
    asked({ from: z.string(), to: z.string(), missing: z.array(z.enum(gateIds)), policy: partnershipPolicy }),
    ['MDM-32'],
    ['Changement de type proposé', 'Change of type proposed'],
  ),
  /** `gates`: how the gates of the life so far stood under the rules of the new type when it was taken. */
  PartnershipTypeChanged: row(
    agreed({ from: z.string(), to: z.string(), gates: z.array(gateStanding), policy: partnershipPolicy }),
    ['MDM-32'],
    ['Type de partenariat changé', 'Partnership type changed'],
  ),
  LeadershipPositionProposed: row(
    asked({ position: leadershipPosition }),
    ['ALE-30', 'ALE-34'],
    ['Niveau de conduite proposé', 'Leadership level proposed'],
  ),
  LeadershipPositionSet: row(agreed({ position: leadershipPosition }), ['ALE-30'], ['Niveau de conduite fixé', 'Leadership level set']),
  LeadershipPositionChanged: row(
    agreed({
      from: z.enum(leadershipLevels),
      direction: z.enum(['towards-the-partner', 'away-from-the-partner', 'same']),
      position: leadershipPosition,
    }),
    ['ALE-33'],
    ['Niveau de conduite changé', 'Leadership level changed'],
  ),
  LeadershipPreferenceStated: row(
    z.strictObject({
      party: partyId,
      level: z.enum(leadershipLevels).nullable(),
      because: z.enum(preferenceReasons),
      note: freeText.nullable(),
    }),
    ['ALE-35', 'AGI-21'],
    ['Préférence de conduite dite par le partenaire', 'Preferred level stated by the partner'],
  ),
  PartnerAccessionProposed: row(
    asked({ applicant, idea: opaqueId.optional() }),
    ['PMP-21'],
    ['Entrée d’une partie proposée', 'Accession of a party proposed'],
  ),
  AccessionAnswersGiven: row(
    z.strictObject({ party: partyId, answers: answersOf }),
    ['PMP-21', 'MDM-14'],
    ['Questionnaire rempli par la partie qui demande à entrer', 'Form answered by the applicant'],
  ),
  RulesInForceAccepted: row(
    /** `codeOfConduct`: the code that the parties have adopted, where there is one (PMP-34). */
    z.strictObject({ party: partyId, charterHash: sha256, agreement: sha256.nullable(), codeOfConduct: sha256.optional() }),
    ['PMP-21', 'PMP-34'],
    ['Règles en vigueur acceptées par la partie qui demande à entrer', 'Rules in force accepted by the applicant'],
  ),
  PartnerJoined: row(agreed({ applicant }), ['PMP-21', 'PMP-57'], ['Partie entrée dans le partenariat', 'Party joined the partnership']),
  NeutralSecretariatProposed: row(asked({ secretariat }), ['PMP-24'], ['Secrétariat neutre proposé', 'Neutral secretariat proposed']),
  NeutralSecretariatAppointed: row(agreed({ secretariat }), ['PMP-24'], ['Secrétariat neutre nommé', 'Neutral secretariat appointed']),
  RenewalProposed: row(
    /** `signed` false: who proposed it holds no mandate to sign, so that this party's yes is still owed. */
    asked({ term: renewedTerm, accountRendered: z.boolean(), guarantorReason: freeText.nullable(), signed: z.boolean().optional() }),
    ['HFA-38'],
    ['Renouvellement proposé', 'Renewal proposed'],
  ),
  AgreementRenewed: row(agreed({ ...transition, term: renewedTerm }), ['HFA-38'], ['Accord renouvelé', 'Agreement renewed']),
  ProtectionLiftProposed: row(asked({}), ['AGI-02'], ['Levée de la protection proposée', 'Lifting of the protection proposed']),
  ProtectionLifted: row(agreed({}), ['AGI-02'], ['Protection du dossier levée', 'Protection of the file lifted']),
  EmergencyPathProposed: row(asked({}), ['S-19'], ['Chemin d’urgence proposé', 'Emergency path proposed']),
  EmergencyPathOpened: row(agreed(emergency), ['S-19'], ['Chemin d’urgence ouvert', 'Emergency path opened']),
  EmergencyPathEnded: row(z.strictObject({ deadline: opaqueId }), ['S-19'], ['Chemin d’urgence échu', 'Emergency path ended']),
  /** The time to make up is over and these gates are still open: from now on they hold every step. */
  EmergencyCatchUpMissed: row(
    z.strictObject({ deadline: opaqueId, gates: z.array(z.enum(gateIds)).min(1) }),
    ['S-19'],
    ['Rattrapage d’urgence en retard', 'Emergency catch-up missed'],
  ),
  EstablishmentDecisionProposed: row(
    asked(established),
    ['PMP-60'],
    ['Suite de la première phase proposée', 'Outcome of the first phase proposed'],
  ),
  EstablishmentDecided: row(
    agreed(established),
    ['PMP-60', 'PMP-61'],
    ['Suite de la première phase décidée', 'Outcome of the first phase decided'],
  ),
  /** With more than two, what would end the file between two asks the others whether one party leaves (C-15). */
  PartyExclusionProposed: row(
    asked({ excluded: partyId, because: z.enum(exclusionGrounds) }),
    ['C-15', 'MDM-64', 'S-01'],
    ['Exclusion d’une partie proposée', 'Exclusion of a party proposed'],
  ),
  /** `dutiesTo`: the party that takes over the host's duties, when the host is the one excluded. */
  PartyExcluded: row(
    agreed({ excluded: partyId, because: z.enum(exclusionGrounds), dutiesTo: partyId.nullable() }),
    ['C-15', 'MDM-64', 'S-01'],
    ['Partie exclue, les autres continuent', 'Party excluded, the others go on'],
  ),
  IntensityChanged: row(
    z.strictObject({ party: partyId, from: z.enum(intensities), to: z.enum(intensities), reason: freeText }),
    ['MDM-53'],
    ['Intensité de la relation changée', 'Intensity of the relation changed'],
  ),
  BridgeOpened: row(
    z.strictObject({ party: partyId, reason: freeText, expectedUntil: day.nullable() }),
    ['ALE-63'],
    ['Pont entre deux financements ouvert', 'Bridge between two grants opened'],
  ),
  NetworkMembershipJoined: row(
    z.strictObject({ ...transition, stake: freeText, delegate: opaqueId, mandate: label, reviewOn: day, fee: money.nullable() }),
    ['MDM-57'],
    ['Adhésion au réseau', 'Network membership joined'],
  ),
  MembershipFeeRenewed: row(
    z.strictObject({ party: partyId, person: opaqueId, year: z.int().min(1), stakeStillServed: z.boolean(), fee: money.nullable() }),
    ['MDM-58'],
    ['Adhésion renouvelée', 'Membership renewed'],
  ),
};
