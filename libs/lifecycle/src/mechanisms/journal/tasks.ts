import { commands } from '@palabre/contracts';
import { after } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { hostOf, otherParties } from '../parties/questions.js';
import { isListed, missingVoiceAcknowledged, unansweredContextChanges } from './questions.js';

const holders = commands.RecordContact.by.roles;

const noting = { grant: 'RecordNote', refuse: null, contest: null } as const;

/** The map is drawn before a partner is there, so the host is asked. */
const whileMapping =
  (missing: (state: PartnershipState) => boolean) =>
  (state: PartnershipState): readonly TaskAsk[] =>
    state.phase === 'mapping' && missing(state) ? [askOf(hostOf(state))] : [];

export const journalTasks: readonly TaskRow[] = [
  {
    kind: 'list-actors',
    title: say('Lister les acteurs du domaine, ou déclarer la liste vide', 'List the actors of the field, or declare the list empty'),
    roles: [...holders, 'country-team'],
    doneBy: ['StakeholderIdentified', 'StakeholderListDeclaredEmpty'],
    verdicts: noting,
    requirements: ['PMP-12', 'ALE-25'],
    asks: whileMapping(state => !isListed(state, 'actor')),
  },
  {
    kind: 'list-existing-partnerships',
    title: say('Lister les partenariats existants, ou déclarer la liste vide', 'List the existing partnerships, or declare the list empty'),
    roles: [...holders, 'country-team'],
    doneBy: ['StakeholderIdentified', 'StakeholderListDeclaredEmpty'],
    verdicts: noting,
    requirements: ['PMP-12'],
    asks: whileMapping(state => !isListed(state, 'existing-partnership')),
  },
  {
    kind: 'acknowledge-missing-voices',
    title: say('Reconnaître les voix absentes de la cartographie', 'Acknowledge the voices missing from the map'),
    roles: holders,
    doneBy: ['MissingVoiceAcknowledged'],
    verdicts: noting,
    requirements: ['ALE-24'],
    asks: whileMapping(state => !missingVoiceAcknowledged(state)),
  },
  {
    kind: 'answer-context-change',
    title: say('Répondre à un changement de contexte : noter la décision prise', 'Answer a change of context: note the decision taken'),
    roles: holders,
    doneBy: ['DecisionRecorded'],
    verdicts: noting,
    requirements: ['AGI-29', 'AGI-31'],
    asks: state =>
      unansweredContextChanges(state).flatMap(change =>
        otherParties(state, change.party).map(party =>
          askOf(party, {
            key: change.event,
            about: change.event,
            dueAt: after(change.at, policyOf(state).timers.context_change_answer_in),
          }),
        ),
      ),
  },
];
