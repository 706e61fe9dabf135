import { commands } from '@palabre/contracts';
import { after, endOfDay } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { hostOf, otherParties } from '../parties/questions.js';
import { accountingSince } from '../sign-off/accounting.js';
import { answerDelay, measuresToComplete } from '../text/equity-questions.js';
import { activityTasks } from './joint-activities.js';
import { isListed, missingVoiceAcknowledged, reportsToSend, trainingOwed, unansweredContextChanges, unusedStrengths } from './questions.js';

const holders = commands.RecordContact.by.roles;

const noting = { grant: 'RecordNote', refuse: null, contest: null } as const;

/** The map is drawn before a partner is there, so the host is asked. */
const whileMapping =
  (missing: (state: PartnershipState) => boolean) =>
  (state: PartnershipState): readonly TaskAsk[] =>
    state.phase === 'mapping' && missing(state) ? [askOf(hostOf(state))] : [];

/** Due on the day of the plan: from then on it is late, and the task is carried further like any other. */
const ofMeasure = ({ measure, dueOn }: { readonly measure: string; readonly dueOn: string }, party: string): TaskAsk =>
  askOf(party, { key: measure, about: measure, dueAt: endOfDay(dueOn) });

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
    kind: 'use-strengths',
    title: say(
      'Dire à quelle activité sert chaque force qui ne sert pas encore',
      'Say which activity uses each strength that none uses yet',
    ),
    roles: holders,
    doneBy: ['StrengthLinked'],
    verdicts: noting,
    requirements: ['AGI-18'],
    asks: state =>
      state.phase === 'annual-review'
        ? unusedStrengths(state).map(({ strength, of }) => askOf(of, { key: strength, about: strength }))
        : [],
  },
  {
    kind: 'meet-donor-requirement',
    title: say('Remplir l’exigence du bailleur', 'Meet the requirement of the donor'),
    roles: holders,
    doneBy: ['DonorRequirementMet'],
    verdicts: noting,
    requirements: ['ALE-53'],
    asks: state =>
      (state.journal.donorTasks ?? []).map(({ grant, donor, requirement, dueOn, party }) =>
        askOf(party, { key: `${grant}/${requirement}`, about: `${donor}/${requirement}`, dueAt: dueOn === null ? null : endOfDay(dueOn) }),
      ),
  },
  {
    kind: 'carry-through-measure',
    title: say(
      'Mener à bien la mesure de rééquilibrage ; la partie qui en reçoit le fruit le dira',
      'Carry the rebalancing measure through; the party that it is for will say so',
    ),
    roles: holders,
    doneBy: ['PowerRebalancingMeasureCompleted'],
    verdicts: { grant: null, refuse: null, contest: null },
    requirements: ['AGI-13'],
    asks: state => measuresToComplete(state).map(one => ofMeasure(one, one.owner)),
  },
  {
    kind: 'tell-measure-completed',
    title: say('Dire que la mesure de rééquilibrage est accomplie', 'Say that the rebalancing measure is completed'),
    roles: holders,
    doneBy: ['PowerRebalancingMeasureCompleted'],
    verdicts: noting,
    requirements: ['AGI-13'],
    asks: state => measuresToComplete(state).map(one => ofMeasure(one, one.to)),
  },
  {
    kind: 'follow-training',
    title: say('Suivre une formation au partenariat', 'Follow a course on partnership'),
    roles: ['partnership-officer'],
    doneBy: ['TrainingFollowed'],
    verdicts: noting,
    requirements: ['MDM-80'],
    asks: state => {
      const { officer } = state.parties;
      return officer !== null && trainingOwed(state) ? [askOf(officer.party, { key: officer.person, about: officer.person })] : [];
    },
  },
  {
    kind: 'transmit-reports',
    title: say('Transmettre les rapports approuvés à l’autre côté', 'Send the approved reports to the other side'),
    roles: ['executive-bureau', 'executive-secretariat', ...holders],
    doneBy: ['ReportsTransmitted'],
    verdicts: noting,
    requirements: ['HFA-35'],
    asks: state => (accountingSince(state) !== null && reportsToSend(state) ? [askOf(hostOf(state))] : []),
  },
  {
    kind: 'acknowledge-reports',
    title: say('Accuser réception des rapports transmis', 'Acknowledge receipt of the reports sent'),
    roles: holders,
    doneBy: ['ReportsReceived'],
    verdicts: noting,
    requirements: ['HFA-35'],
    asks: state => (state.journal.transmitted?.awaits ?? []).map(party => askOf(party, { about: state.journal.transmitted?.hash ?? null })),
  },
  {
    kind: 'answer-context-change',
    title: say(
      'Répondre à un changement de contexte : noter la décision prise, ou convenir d’un changement',
      'Answer a change of context: note the decision taken, or agree a change',
    ),
    roles: holders,
    doneBy: ['DecisionRecorded', 'ChangeAgreed'],
    verdicts: noting,
    requirements: ['AGI-29', 'AGI-31'],
    asks: state =>
      unansweredContextChanges(state).flatMap(change =>
        otherParties(state, change.party).map(party =>
          askOf(party, {
            key: change.event,
            about: change.event,
            dueAt: after(change.at, answerDelay(state, 'context_change_answer_in')),
          }),
        ),
      ),
  },
  ...activityTasks,
];
