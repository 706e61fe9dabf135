import { commands } from '@palabre/contracts';
import { after } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { askOf } from '../../tasks/task-state.js';
import { otherParties } from '../parties/questions.js';
import { openChallenges } from './questions.js';

/** Who speaks of a difficulty hears back within five working days: our default, no charter sets it (PMP-32). */
const answeredIn = { workingDays: 5 };

export const voiceTasks: readonly TaskRow[] = [
  {
    kind: 'acknowledge-challenge',
    title: say('Reconnaître la difficulté que l’autre partie a soulevée', 'Acknowledge the challenge that the other party has raised'),
    roles: commands.AcknowledgeChallenge.by.roles,
    doneBy: ['ChallengeAcknowledged', 'ChallengeResolved'],
    verdicts: { grant: 'AcknowledgeChallenge', refuse: null, contest: null },
    requirements: ['PMP-32', 'ALE-08'],
    asks: state =>
      openChallenges(state)
        .filter(one => one.acknowledgedBy === null)
        .flatMap(one =>
          otherParties(state, one.party).map(party =>
            askOf(party, { key: one.challenge, about: one.challenge, dueAt: after(one.raisedAt, answeredIn) }),
          ),
        ),
  },
  {
    kind: 'resolve-challenge',
    title: say('Dire si la difficulté que vous avez soulevée est résolue', 'Say whether the challenge you raised is resolved'),
    roles: commands.ResolveChallenge.by.roles,
    doneBy: ['ChallengeResolved'],
    verdicts: { grant: 'ResolveChallenge', refuse: null, contest: null },
    requirements: ['ALE-08'],
    asks: state =>
      openChallenges(state)
        .filter(one => one.acknowledgedBy !== null)
        .map(one => askOf(one.party, { key: one.challenge, about: one.challenge })),
  },
];
