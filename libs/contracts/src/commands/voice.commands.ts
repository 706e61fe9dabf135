import { z } from 'zod';
import { freeText, instant, opaqueId } from '../fields.js';
import { challengeKinds, circleChange, resourcesInQuestion } from '../vocabulary/challenges.js';
import { exchangeNatures } from '../vocabulary/exchanges.js';
import { journalNotes } from '../vocabulary/journal.js';
import { commandRows } from './command-definition.js';
import { anyMember, fileHolders } from './permissions.js';

const journal = commandRows('journal');
const voice = commandRows('voice');
const calendar = commandRows('calendar');
const task = commandRows('task');

const notes = Object.entries(journalNotes).map(([kind, { fields }]) =>
  z.strictObject({ ...fields.shape, kind: z.literal(kind), party: z.undefined().optional() }),
);

type Note = {
  [K in keyof typeof journalNotes]: { kind: K } & Omit<z.infer<(typeof journalNotes)[K]['fields']>, 'party'>;
}[keyof typeof journalNotes];

export const voiceCommands = {
  /** A dated note of a declared kind; the party is the actor's own. */
  RecordNote: journal(
    z.discriminatedUnion('kind', notes as never) as unknown as z.ZodType<Note>,
    anyMember,
    ['MDM-84', 'PMP-36'],
    ['Noter au journal', 'Record a note'],
  ),
  PostPalaverMessage: voice(
    z.strictObject({ object: opaqueId, message: freeText, nature: z.enum(exchangeNatures).optional() }),
    anyMember,
    ['MDM-01'],
    ['Parler sous l’arbre', 'Post under the tree'],
  ),
  RaiseChallenge: voice(
    z.strictObject({
      text: freeText,
      kind: z.enum(challengeKinds).optional(),
      resources: resourcesInQuestion.optional(),
      stakeholders: z.array(opaqueId).max(40).optional(),
      /** The decision of one party that waits until the difficulty is resolved (AGI-22). */
      decision: opaqueId.optional(),
    }),
    anyMember,
    ['ALE-08', 'AGI-14', 'PMP-50'],
    ['Soulever une difficulté', 'Raise a challenge'],
  ),
  AcknowledgeChallenge: voice(
    z.strictObject({ challenge: opaqueId }),
    fileHolders,
    ['PMP-32'],
    ['Reconnaître une difficulté', 'Acknowledge a challenge'],
  ),
  /** What one party will do about a difficulty; each party says its own (AGI-14). */
  CommitTogether: voice(
    z.strictObject({ challenge: opaqueId, text: freeText }),
    fileHolders,
    ['AGI-14'],
    ['S’engager face à une difficulté', 'Commit together on a challenge'],
  ),
  /** Names somebody to mediate; every party has to accept that person (PMP-54). */
  ProposeMediator: voice(
    z.strictObject({ challenge: opaqueId, mediator: opaqueId }),
    fileHolders,
    ['PMP-54'],
    ['Proposer une médiation', 'Propose a mediator'],
  ),
  AcceptMediator: voice(
    z.strictObject({ challenge: opaqueId, mediator: opaqueId }),
    fileHolders,
    ['PMP-54'],
    ['Accepter la médiation', 'Accept the mediator'],
  ),
  ResolveChallenge: voice(
    z.strictObject({ challenge: opaqueId, solution: freeText, circle: circleChange.optional() }),
    anyMember,
    ['ALE-08'],
    ['Dire une difficulté résolue', 'Say a challenge is resolved'],
  ),
  AdvanceCalendar: calendar(
    z.strictObject({ to: instant }),
    anyMember,
    ['PMP-29'],
    ['Avancer le calendrier de répétition', 'Advance the rehearsal calendar'],
  ),
  ClaimTask: task(z.strictObject({ task: opaqueId }), anyMember, ['PMP-43'], ['Prendre une tâche', 'Claim a task']),
  HandBackTask: task(z.strictObject({ task: opaqueId }), anyMember, ['PMP-43'], ['Rendre une tâche', 'Hand back a task']),
  DelegateTask: task(
    z.strictObject({ task: opaqueId, to: opaqueId, until: instant }),
    anyMember,
    ['S-16'],
    ['Déléguer une tâche', 'Delegate a task'],
  ),
};
