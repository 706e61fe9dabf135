import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const proposerNeverAccepts = (): Refusal =>
  because(
    'four-eyes',
    'FOUR-EYES',
    say('Qui a proposé le plan ne l’accepte pas.', 'Who proposed the plan does not accept it.'),
    say('Une autre personne de l’autre partie répond.', 'Another person of the other party answers.'),
  );

export const notOrange = (): Refusal =>
  because(
    'not-an-orange-line',
    'S-01',
    say('Une ligne rouge attend la décision de l’instance, pas un plan.', 'A red line waits for the decision of the body, not for a plan.'),
    say('Entendre la partie, puis confirmer ou écarter.', 'Hear the party, then confirm or dismiss.'),
  );

export const planAgreedAlready = (): Refusal =>
  because(
    'plan-agreed',
    'MDM-66',
    say('Un plan est déjà convenu pour ce cas.', 'A plan is already agreed for this case.'),
    say('Suivre ses engagements, puis lever la ligne.', 'Follow its commitments, then lift the line.'),
  );

export const noPlan = (): Refusal =>
  because(
    'no-plan',
    'MDM-66',
    say('Aucun plan ne le permet encore sur ce cas.', 'No plan allows that yet on this case.'),
    say('Proposer un plan et le convenir d’abord.', 'Propose a plan and agree it first.'),
  );

export const alreadyAccepted = (): Refusal =>
  because(
    'already-accepted',
    'MDM-66',
    say(
      'Votre partie a déjà accepté ce plan ; proposer, c’est accepter.',
      'Your party has already accepted this plan; to propose is to accept.',
    ),
    say('Attendre les autres parties.', 'Wait for the other parties.'),
  );

export const arrangementMissing = (): Refusal =>
  because(
    'arrangement-missing',
    'MDM-73',
    say(
      'Sur cette ligne, la loi ou la conviction peut séparer les parties : le plan dit par écrit comment on travaille pour les personnes concernées.',
      'On this line law or conviction may divide the parties: the plan says in writing how to work for the people concerned.',
    ),
    say('Écrire cet arrangement dans `arrangement`.', 'Write that arrangement in `arrangement`.'),
  );

export const planTooLong = (limit: number): Refusal =>
  because(
    'plan-too-long',
    'MDM-66',
    say(`Un plan de mesures tient en ${limit} octets.`, `A mitigation plan holds within ${limit} bytes.`),
    say('Raccourcir les étapes.', 'Shorten the steps.'),
  );

export const stepInThePast = (): Refusal =>
  because(
    'step-in-the-past',
    'MDM-66',
    say('Une étape du plan est due avant aujourd’hui.', 'A step of the plan is due before today.'),
    say('Dater chaque étape d’aujourd’hui ou plus tard.', 'Date each step today or later.'),
  );

export const notLiftedByConcerned = (): Refusal =>
  because(
    'not-lifted-by-the-concerned',
    'MDM-66',
    say('La partie concernée ne lève pas sa propre ligne.', 'The party concerned does not lift its own line.'),
    say('Laisser une autre partie la lever.', 'Let another party lift it.'),
  );
