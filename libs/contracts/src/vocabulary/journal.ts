import { z } from 'zod';
import { day, freeText, label, opaqueId, partyId, sha256, textVersion } from '../fields.js';
import { accessFields, connectionFields, exchangeNotes, learningFields, lessonFields } from './exchange-notes.js';
import { actorFields, adoptedText, mapNotes } from './map-notes.js';
import { noted } from './noted.js';
import { partyNotes, told } from './party-notes.js';
import { opportunityFields, relationNotes } from './relation-notes.js';
import { lineId, movedThings } from './text-bodies.js';

const plain = { note: freeText };

const barriers = ['language', 'cost', 'safety', 'time', 'disability', 'other'] as const;

/** The journal's declared kinds and their fields. A new kind is a row here and a line in the event table. */
export const journalNotes = {
  NetworkMobilised: noted(['PMP-11'], 'Réseau mobilisé', 'Network mobilised', {
    contacted: z.int().min(1),
    answered: z.int().min(0),
    note: freeText,
  }),
  StakeholderIdentified: noted(['PMP-12', 'ALE-25'], 'Acteur identifié', 'Stakeholder identified', {
    stakeholder: opaqueId,
    category: z.enum(['actor', 'existing-partnership', 'people-affected', 'community-leader']),
    sector: z.enum(['public', 'private', 'civil-society', 'science', 'none']),
    interest: z.int().min(1).max(5),
    influence: z.int().min(1).max(5),
    ...accessFields,
    ...actorFields,
    note: freeText,
  }),
  /** Looked for and not found: a list of the map that is empty on purpose. */
  StakeholderListDeclaredEmpty: noted(['PMP-12'], 'Liste d’acteurs déclarée vide', 'Stakeholder list declared empty', {
    category: z.enum(['actor', 'existing-partnership', 'people-affected', 'community-leader']),
    note: freeText,
  }),
  MissingVoiceAcknowledged: noted(['ALE-24', 'PMP-58'], 'Voix absente reconnue', 'Missing voice acknowledged', plain),
  MechanismAdopted: noted(['PMP-14'], 'Mécanisme repris', 'Mechanism adopted', {
    origin: opaqueId,
    ...adoptedText,
    note: freeText,
  }),
  ToolUsed: noted(['PMP-47'], 'Outil utilisé', 'Tool used', { tool: label, note: freeText }),
  CapacityNeedsAssessed: noted(['ALE-59'], 'Besoins de capacités évalués', 'Capacity needs assessed', { ...told.needs, ...plain }),
  CapacityPlanProgressAssessed: noted(['ALE-60'], 'Avancement du plan de capacités évalué', 'Capacity plan progress assessed', {
    ...told.progress,
    ...plain,
  }),
  ProposalSubmitted: noted(['MDM-19'], 'Proposition remise au bailleur', 'Proposal submitted to the donor', {
    donor: opaqueId,
    capacityLines: z.array(label),
  }),
  DecisionRecorded: noted(['AGI-22'], 'Décision notée', 'Decision recorded', { ...told.decision, ...plain }),
  DecisionDeviationFlagged: noted(['MDM-15'], 'Écart à une décision signalé', 'Deviation from a decision flagged', {
    decision: opaqueId,
    note: freeText,
  }),
  RequestDeclined: noted(['MDM-25'], 'Demande déclinée', 'Request declined', plain),
  ContextChangeReported: noted(['AGI-29'], 'Changement de contexte signalé', 'Context change reported', plain),
  StepVictoryShared: noted(['PMP-36'], 'Victoire d’étape partagée', 'Small win shared', { certain: z.boolean(), note: freeText }),
  LearningShared: noted(['MDM-84'], 'Apprentissage partagé', 'Learning shared', {
    learnedFrom: partyId,
    ...learningFields,
    note: freeText,
  }),
  OpportunityShared: noted(['ALE-47'], 'Opportunité partagée', 'Opportunity shared', { ...opportunityFields, ...plain }),
  PartnerConnectionMade: noted(['ALE-15', 'AGI-37'], 'Mise en relation faite', 'Partner connection made', {
    ...connectionFields,
    ...plain,
  }),
  LessonsLearnedRecorded: noted(['HFA-33', 'AGI-01'], 'Leçons tirées', 'Lessons learned recorded', { ...lessonFields, ...plain }),
  ReportsTransmitted: noted(['HFA-35'], 'Rapports transmis', 'Reports transmitted', {
    to: z.array(opaqueId).min(1),
    /** Hash of the letter that goes with them; the letter stays where it is. */
    letter: sha256.optional(),
    ...told.transmission,
  }),
  /** Somebody of standing who opens doors; only with consent is the name ever published (PMP-45). */
  ChampionEngaged: noted(['PMP-45'], 'Personnalité engagée à nos côtés', 'Champion engaged', {
    champion: opaqueId,
    consentsToPublication: z.boolean(),
    note: freeText,
  }),
  DonorIntroductionMade: noted(['ALE-10'], 'Bailleur présenté à une partie', 'Donor introduction made', {
    donor: opaqueId,
    introduced: partyId,
    note: freeText,
  }),
  /** A line of the register: what keeps this person from taking part, and what is done about it. Open until that person says that it is lower (AGI-35). */
  ParticipationBarrierNamed: noted(
    ['AGI-35'],
    'Barrière à la participation inscrite au registre',
    'Participation barrier entered in the register',
    {
      barrier: z.enum(barriers),
      measure: freeText,
      concerns: opaqueId,
    },
  ),
  /** Told by the person concerned, who says that the barrier is lower; nobody says it for that person (AGI-35). */
  ParticipationBarrierLowered: noted(['AGI-35', 'S-15'], 'Barrière à la participation abaissée', 'Participation barrier lowered', {
    barrier: z.enum(barriers),
    measure: freeText,
    confirmedBy: opaqueId,
  }),
  /** The other answer to the register: this party looked, and knows of nothing that keeps people away on that day. Naming one later takes nothing back. */
  NoParticipationBarrierKnown: noted(
    ['AGI-35'],
    'Aucune barrière à la participation connue à ce jour',
    'No barrier to participation known on this day',
    plain,
  ),
  PeerSessionHeld: noted(['PMP-37'], 'Séance entre pairs tenue', 'Peer session held', {
    offeredBy: partyId,
    topic: label,
    participants: z.int().min(2),
    feedback: freeText,
  }),
  /**
   * A right or a resource has moved; told by the party that received it (AGI-13). With `planned`, a measure of the agreed plan
   * is done, and the right itself moves: in its area the party decides alone from now on. Where the plan says what the measure
   * moves, it is that and nothing else.
   */
  PowerRebalancingMeasureCompleted: noted(['AGI-13', 'C-14'], 'Mesure de rééquilibrage accomplie', 'Power rebalancing measure completed', {
    from: partyId,
    moved: z.enum(movedThings),
    planned: lineId.optional(),
    measure: freeText,
  }),
  MediaDisseminationRecorded: noted(['HFA-36'], 'Diffusion média notée', 'Media dissemination recorded', {
    cleared: z.literal(true),
    ...told.media,
    note: freeText,
  }),
  ...mapNotes,
  /** With design and the yearly reflection, one of the three activities that come back (ALE-64). */
  LearningSessionHeld: noted(['ALE-64'], 'Séance d’apprentissage commun tenue', 'Joint learning session held', {
    topic: label,
    participants: z
      .array(z.strictObject({ party: partyId, people: z.int().min(0) }))
      .min(1)
      .max(60),
    note: freeText,
  }),
  /** Whether a joint project could grow, and on what condition (PMP-38). */
  ScaleUpAssessed: noted(['PMP-38'], 'Passage à l’échelle d’un projet commun apprécié', 'Scaling-up of a joint project assessed', {
    project: opaqueId,
    readiness: z.enum(['not-suited', 'conditional', 'ready']),
    condition: freeText,
    potential: freeText,
  }),
  /** A member has read the digest of a status point (HFA-31). */
  StatusDigestRead: noted(['HFA-31'], 'Résumé d’un point de situation lu', 'Digest of a status point read', { heldOn: day }),
  /** A member of the bureau or the secretariat has read the present version of the agreement before its signature (HFA-16). */
  AgreementContentRead: noted(['HFA-16'], 'Contenu de l’accord lu', 'Content of the agreement read', textVersion),
  ...relationNotes,
  ...exchangeNotes,
  ...partyNotes,
};
