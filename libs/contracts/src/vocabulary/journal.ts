import { z } from 'zod';
import { day, freeText, label, opaqueId, partyId } from '../fields.js';

const noted = <S extends z.ZodRawShape>(requirements: readonly string[], fr: string, en: string, shape: S) => ({
  requirements,
  fr,
  en,
  fields: z.strictObject({ party: partyId, on: day, ...shape }),
});

const plain = { note: freeText };

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
    note: freeText,
  }),
  /** Looked for and not found: a list of the map that is empty on purpose. */
  StakeholderListDeclaredEmpty: noted(['PMP-12'], 'Liste d’acteurs déclarée vide', 'Stakeholder list declared empty', {
    category: z.enum(['actor', 'existing-partnership']),
    note: freeText,
  }),
  MissingVoiceAcknowledged: noted(['ALE-24', 'PMP-58'], 'Voix absente reconnue', 'Missing voice acknowledged', plain),
  MechanismAdopted: noted(['PMP-14'], 'Mécanisme repris', 'Mechanism adopted', { origin: opaqueId, note: freeText }),
  ToolUsed: noted(['PMP-47'], 'Outil utilisé', 'Tool used', { tool: label, note: freeText }),
  CapacityNeedsAssessed: noted(['ALE-59'], 'Besoins de capacités évalués', 'Capacity needs assessed', plain),
  CapacityPlanProgressAssessed: noted(['ALE-60'], 'Avancement du plan de capacités évalué', 'Capacity plan progress assessed', plain),
  ProposalSubmitted: noted(['MDM-19'], 'Proposition remise au bailleur', 'Proposal submitted to the donor', {
    donor: opaqueId,
    capacityLines: z.array(label),
  }),
  DecisionRecorded: noted(['AGI-22'], 'Décision notée', 'Decision recorded', plain),
  DecisionDeviationFlagged: noted(['MDM-15'], 'Écart à une décision signalé', 'Deviation from a decision flagged', {
    decision: opaqueId,
    note: freeText,
  }),
  RequestDeclined: noted(['MDM-25'], 'Demande déclinée', 'Request declined', plain),
  ContextChangeReported: noted(['AGI-29'], 'Changement de contexte signalé', 'Context change reported', plain),
  StepVictoryShared: noted(['PMP-36'], 'Victoire d’étape partagée', 'Small win shared', { certain: z.boolean(), note: freeText }),
  LearningShared: noted(['MDM-84'], 'Apprentissage partagé', 'Learning shared', { learnedFrom: partyId, note: freeText }),
  OpportunityShared: noted(['ALE-47'], 'Opportunité partagée', 'Opportunity shared', plain),
  PartnerConnectionMade: noted(['ALE-15', 'AGI-37'], 'Mise en relation faite', 'Partner connection made', plain),
  LessonsLearnedRecorded: noted(['HFA-33', 'AGI-01'], 'Leçons tirées', 'Lessons learned recorded', plain),
  ReportsTransmitted: noted(['HFA-35'], 'Rapports transmis', 'Reports transmitted', { to: z.array(opaqueId).min(1) }),
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
  /** Told when the person concerned says that the barrier is lower; never by that person's helper alone (AGI-35). */
  ParticipationBarrierLowered: noted(['AGI-35', 'S-15'], 'Barrière à la participation abaissée', 'Participation barrier lowered', {
    barrier: z.enum(['language', 'cost', 'safety', 'time', 'disability', 'other']),
    measure: freeText,
    confirmedBy: opaqueId,
  }),
  PeerSessionHeld: noted(['PMP-37'], 'Séance entre pairs tenue', 'Peer session held', {
    offeredBy: partyId,
    topic: label,
    participants: z.int().min(2),
    feedback: freeText,
  }),
  /** A right or a resource has moved; told by the party that received it (AGI-13). */
  PowerRebalancingMeasureCompleted: noted(['AGI-13', 'C-14'], 'Mesure de rééquilibrage accomplie', 'Power rebalancing measure completed', {
    from: partyId,
    moved: z.enum(['budget-authority', 'decision', 'representation', 'skills', 'equipment', 'other']),
    measure: freeText,
  }),
  MediaDisseminationRecorded: noted(['HFA-36'], 'Diffusion média notée', 'Media dissemination recorded', {
    cleared: z.literal(true),
    note: freeText,
  }),
};
