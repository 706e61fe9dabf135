import { after } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { policyOf } from '../../state.js';
import { askOf } from '../../tasks/task-state.js';
import { endNeedsApproval } from './questions.js';
import { isDormant } from '../frame/questions.js';
import { hostOf, partyNames } from '../parties/questions.js';

const holders = ['partnership-officer', 'hq-ops', 'partner-representative'] as const;

const none = { grant: null, refuse: null, contest: null } as const;

export const phaseTasks: readonly TaskRow[] = [
  {
    kind: 'assess-need',
    title: say(
      'Dire l’objectif et si un partenariat est la bonne méthode',
      'Say the objective and whether a partnership is the right method',
    ),
    roles: ['hq-ops', 'partnership-officer'],
    doneBy: ['PartnershipNeedAssessed'],
    verdicts: none,
    requirements: ['PMP-07'],
    asks: state => (state.phase === 'idea' && state.steps.needJustified === null ? [askOf(hostOf(state))] : []),
  },
  {
    kind: 'check-existing',
    title: say('Vérifier les partenariats existants', 'Check existing partnerships'),
    roles: ['hq-ops', 'partnership-officer'],
    doneBy: ['ExistingPartnershipsChecked'],
    verdicts: none,
    requirements: ['PMP-08'],
    asks: state => (state.phase === 'idea' && state.steps.addedValueJustified === null ? [askOf(hostOf(state))] : []),
  },
  {
    kind: 'propose-type',
    title: say('Nommer le type avec les mots qui correspondent', 'Name the type with words that match reality'),
    roles: ['hq-ops', 'partnership-officer'],
    doneBy: ['PartnershipTypeProposed'],
    verdicts: none,
    requirements: ['MDM-33'],
    asks: state => (state.phase === 'idea' && !state.steps.typeProposed ? [askOf(hostOf(state))] : []),
  },
  {
    kind: 'decide-continuation',
    title: say('Décider : continuer, se reposer ou clore', 'Decide: continue, rest or close'),
    roles: holders,
    doneBy: ['RelationshipContinued', 'ClosureInitiated', 'AgreementRenewed', 'IntensityChanged', 'BridgeOpened'],
    verdicts: none,
    requirements: ['ALE-18'],
    asks: state =>
      state.phase === 'after' && !isDormant(state) && state.frame.bridgeSince === null
        ? partyNames(state).map(party => askOf(party, { dueAt: after(state.phaseSince, policyOf(state).timers.continue_rest_or_close_in) }))
        : [],
  },
  {
    kind: 'approve-end',
    title: say(
      'Approuver ou refuser la fin du partenariat que vous aviez validé',
      'Approve or refuse the end of the partnership that you validated',
    ),
    roles: ['steering-committee'],
    doneBy: ['EndApproved', 'EndRefused'],
    verdicts: { grant: 'ApproveEnd', refuse: 'RefuseEnd', contest: null },
    requirements: ['S-12'],
    asks: ({ steps, ...state }) =>
      state.phase === 'after' && endNeedsApproval({ ...state, steps }) && !steps.endApproved && steps.endRefused !== true
        ? [askOf(hostOf({ ...state, steps }))]
        : [],
  },
];
