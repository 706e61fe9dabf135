import { commands } from '@palabre/contracts';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { askOf } from '../../tasks/task-state.js';
import { partyNames } from '../parties/questions.js';
import { pulseOwedBy } from './questions.js';

export const declarationTasks: readonly TaskRow[] = [
  {
    kind: 'repeat-trust-pulse',
    title: say('Redonner le pouls de la confiance, la phase ayant changé', 'Answer the trust pulse again, now that the phase has changed'),
    roles: commands.MakeDeclaration.by.roles,
    doneBy: ['TrustPulseAnswered'],
    verdicts: { grant: 'MakeDeclaration', refuse: null, contest: null },
    requirements: ['PMP-22'],
    asks: state => pulseOwedBy(state).map(party => askOf(party, { key: state.phaseSince })),
  },
  {
    kind: 'talk-about-trust',
    title: say('Parler de la confiance à la prochaine rencontre : elle a baissé', 'Talk about trust at the next meeting: it has fallen'),
    roles: commands.HoldMeeting.by.roles,
    doneBy: ['MeetingHeld'],
    verdicts: { grant: 'HoldMeeting', refuse: null, contest: null },
    requirements: ['PMP-22'],
    asks: state => {
      const since = state.declarations.trustOnAgendaSince;
      return since === null ? [] : partyNames(state).map(party => askOf(party, { key: since }));
    },
  },
];
