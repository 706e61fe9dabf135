import type { TextKind } from '@palabre/contracts';
import { silenceEndsAt } from '../../agreement/poll.js';
import { say } from '../../decision.js';
import type { DeadlineRow } from '../../mechanism.js';
import { textNames } from './kinds.js';
import { ruleOn, waitingTexts } from './questions.js';
import { incomplete } from './text-asks.js';

export const textDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'objection_within',
    outcome: 'TextAgreed',
    says: say('Sans objection d’ici là, le texte proposé est convenu', 'Without an objection by then, the proposed text is agreed'),
    requirements: ['PMP-28', 'S-10'],
    asks: state =>
      waitingTexts(state).flatMap(([kind, head]) => {
        const dueAt = silenceEndsAt(state, head.proposedAt);
        return dueAt === null || ruleOn(state, kind) !== 'no-objection' || incomplete(state, kind) !== null
          ? []
          : [{ key: `${kind}/${head.version}`, dueAt, party: null, about: kind }];
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
