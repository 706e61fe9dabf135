import type { TextKind } from '@palabre/contracts';
import { silenceEndsAt } from '../../agreement/poll.js';
import { say } from '../../decision.js';
import type { DeadlineRow } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { textNames } from './kinds.js';

/** A final report is answered by the assemblies, not by silence. */
const waiting = (state: PartnershipState): readonly TextKind[] =>
  (Object.keys(state.texts.heads) as TextKind[]).filter(kind => kind !== 'final-report' && state.texts.heads[kind]?.status === 'proposed');

export const textDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'objection_within',
    outcome: 'TextAgreed',
    says: say('Sans objection d’ici là, le texte proposé est convenu', 'Without an objection by then, the proposed text is agreed'),
    requirements: ['PMP-28', 'S-10'],
    asks: state =>
      waiting(state).flatMap(kind => {
        const head = state.texts.heads[kind];
        const dueAt = head === undefined ? null : silenceEndsAt(state, head.proposedAt);
        return head === undefined || dueAt === null ? [] : [{ key: `${kind}/${head.version}`, dueAt, party: null, about: kind }];
      }),
    fire: (state, { about }) => {
      const kind = about as TextKind;
      const head = state.texts.heads[kind];
      if (head === undefined) return [];
      const { version, hash, acceptedBy } = head;
      return [{ type: textNames[kind].agreed, data: { kind, version, hash, acceptedBy: [...acceptedBy] } }];
    },
  },
];
