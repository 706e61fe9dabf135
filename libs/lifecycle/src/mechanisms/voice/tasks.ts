import { commands } from '@palabre/contracts';
import { after } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { askOf } from '../../tasks/task-state.js';
import { answerDelay } from '../text/equity-questions.js';
import { otherParties, partyNames } from '../parties/questions.js';
import { messagesToAnswer, openChallenges } from './questions.js';

const none = { grant: null, refuse: null, contest: null } as const;

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
            askOf(party, {
              key: one.challenge,
              about: one.challenge,
              dueAt: after(one.raisedAt, answerDelay(state, 'challenge_answer_in')),
            }),
          ),
        ),
  },
  {
    kind: 'commit-together',
    title: say('Dire ce que votre partie fera face à la difficulté', 'Say what your party will do about the challenge'),
    roles: commands.CommitTogether.by.roles,
    doneBy: ['JointCommitmentMade', 'ChallengeResolved'],
    verdicts: { ...none, grant: 'CommitTogether' },
    requirements: ['AGI-14'],
    asks: state =>
      openChallenges(state)
        .filter(one => one.acknowledgedBy !== null)
        .flatMap(one =>
          partyNames(state)
            .filter(party => !one.committed.includes(party))
            .map(party => askOf(party, { key: one.challenge, about: one.challenge })),
        ),
  },
  {
    kind: 'find-mediator',
    title: say('Trouver une personne que chaque partie accepte pour la médiation', 'Find somebody whom every party accepts as mediator'),
    roles: commands.ProposeMediator.by.roles,
    doneBy: ['MediatorProposed', 'MediatorAccepted', 'MediationOpened', 'ChallengeResolved'],
    verdicts: { grant: 'AcceptMediator', refuse: null, contest: 'ProposeMediator' },
    requirements: ['PMP-54'],
    asks: state =>
      openChallenges(state)
        .filter(one => !one.mediated && (one.kind === 'trust' || one.mediator !== null))
        .flatMap(one =>
          partyNames(state)
            .filter(party => !(one.mediator?.acceptedBy ?? []).includes(party))
            .map(party => askOf(party, { key: `${one.challenge}-${one.mediator?.person ?? 'nobody'}`, about: one.challenge })),
        ),
  },
  {
    kind: 'appoint-secretariat',
    title: say(
      'Envisager un secrétariat neutre, puisque l’organisation fait difficulté',
      'Consider a neutral secretariat, since the organisation is a difficulty',
    ),
    roles: commands.ProposeSecretariat.by.roles,
    doneBy: ['NeutralSecretariatAppointed', 'ChallengeResolved'],
    verdicts: { ...none, grant: 'ProposeSecretariat' },
    requirements: ['PMP-52', 'PMP-24'],
    asks: state =>
      state.frame.secretariat === null
        ? openChallenges(state)
            .filter(one => one.kind === 'organisation')
            .flatMap(one => partyNames(state).map(party => askOf(party, { key: one.challenge, about: one.challenge })))
        : [],
  },
  {
    kind: 'answer-message',
    title: say('Répondre au message de l’autre partie', 'Answer the message of the other party'),
    roles: commands.PostPalaverMessage.by.roles,
    doneBy: ['PalaverMessagePosted'],
    verdicts: { ...none, grant: 'PostPalaverMessage' },
    requirements: ['AGI-28'],
    asks: state =>
      messagesToAnswer(state).flatMap(({ object, party: writer, since, dueAt }) =>
        otherParties(state, writer).map(party => askOf(party, { key: `${object}-${writer}-${since}`, about: object, dueAt })),
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
