import { z } from 'zod';
import { freeText, opaqueId, partyId } from '../fields.js';
import { challengeKinds, circleChange, resourcesInQuestion } from '../vocabulary/challenges.js';
import { exchangeNatures } from '../vocabulary/exchanges.js';
import { eventRows } from './event-definition.js';

const row = eventRows('voice');

export const voiceEvents = {
  PalaverMessagePosted: row(
    z.strictObject({ object: opaqueId, party: partyId, message: freeText, nature: z.enum(exchangeNatures).optional() }),
    ['MDM-01'],
    ['Message posté sous l’arbre', 'Palaver message posted'],
  ),
  ChallengeRaised: row(
    z.strictObject({
      challenge: opaqueId,
      party: partyId,
      kind: z.enum(challengeKinds),
      text: freeText,
      resources: resourcesInQuestion.optional(),
      /** Actors of the map that the difficulty is about (PMP-51). */
      stakeholders: z.array(opaqueId).max(40).optional(),
      /** The decision of one party that waits until the difficulty is resolved (AGI-22). */
      decision: opaqueId.optional(),
    }),
    ['ALE-08', 'AGI-14', 'PMP-50'],
    ['Difficulté soulevée', 'Challenge raised'],
  ),
  ChallengeAcknowledged: row(
    z.strictObject({ challenge: opaqueId, party: partyId }),
    ['PMP-32'],
    ['Difficulté reconnue', 'Challenge acknowledged'],
  ),
  /** One for each party: a difficulty is faced by all (AGI-14). */
  JointCommitmentMade: row(
    z.strictObject({ challenge: opaqueId, party: partyId, text: freeText }),
    ['AGI-14'],
    ['Engagement commun face à une difficulté', 'Joint commitment made'],
  ),
  MediatorProposed: row(
    z.strictObject({ challenge: opaqueId, party: partyId, mediator: opaqueId }),
    ['PMP-54'],
    ['Médiation proposée', 'Mediator proposed'],
  ),
  MediatorAccepted: row(
    z.strictObject({ challenge: opaqueId, party: partyId, mediator: opaqueId }),
    ['PMP-54'],
    ['Médiation acceptée par une partie', 'Mediator accepted by one party'],
  ),
  MediationOpened: row(
    z.strictObject({ challenge: opaqueId, mediator: opaqueId, acceptedBy: z.array(partyId).min(1) }),
    ['PMP-54'],
    ['Médiation ouverte', 'Mediation opened'],
  ),
  ChallengeResolved: row(
    z.strictObject({ challenge: opaqueId, party: partyId, solution: freeText, circle: circleChange.optional() }),
    ['ALE-08'],
    ['Difficulté résolue', 'Challenge resolved'],
  ),
};
