import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const notAMember = (body: string): Refusal =>
  because(
    'not-a-member',
    'MDM-60',
    say(`Vous n’êtes pas membre de l’instance qui vote (${body}).`, `You are not a member of the body that votes (${body}).`),
    say(
      'Laisser voter ses membres ; la partie en revoit la liste (ConstituteBody).',
      'Let its members vote; the party reviews their list (ConstituteBody).',
    ),
  );

export const alreadyVoted = (): Refusal =>
  because(
    'already-voted',
    'MDM-60',
    say('Votre voix est déjà exprimée sur cet objet.', 'Your voice is already cast on this matter.'),
    say('Attendre les voix des autres membres.', 'Wait for the voices of the other members.'),
  );

export const ballotOpen = (): Refusal =>
  because(
    'ballot-open',
    'MDM-60',
    say(
      'Un vote est en cours : l’instance garde sa taille, son quorum et les personnes qui ont voté.',
      'A vote is under way: the body keeps its size, its quorum and the people who have voted.',
    ),
    say('Ne remplacer que qui n’a pas voté, ou attendre l’issue du vote.', 'Replace only who has not voted, or wait for the outcome.'),
  );

export const memberTwice = (): Refusal =>
  because(
    'member-twice',
    'MDM-60',
    say('Une personne figure deux fois parmi les membres.', 'A person is named twice among the members.'),
    say('Une voix par personne.', 'One voice for each person.'),
  );

export const quorumTooHigh = (members: number): Refusal =>
  because(
    'quorum-too-high',
    'MDM-60',
    say(`Le quorum dépasse le nombre de membres (${members}).`, `The quorum exceeds the number of members (${members}).`),
    say('Donner un quorum que l’instance peut atteindre.', 'Give a quorum that the body can reach.'),
  );
