import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import { unreadableCase } from '../line/refusals.js';
import { writtenAmount as written } from './amount.js';

export * from './transfer-refusals.js';

export const noMoneyHere = (): Refusal =>
  because(
    'no-financial-flows',
    'MDM-11',
    say('Ce partenariat a été ouvert sans flux financiers.', 'This partnership was opened without financial flows.'),
    say('Convenir d’abord d’un changement qui les introduit.', 'First agree on a change that brings them in.'),
  );

export const notSigned = (): Refusal =>
  because(
    'agreement-not-signed',
    'HFA-15',
    say('Aucun argent ne circule avant la signature de l’accord.', 'No money moves before the agreement is signed.'),
    say('Faire signer l’accord par chaque partie.', 'Have the agreement signed by every party.'),
  );

/** What holds money back: cases that may be named, a protected one without its number, or a suspension. */
export function held(cases: readonly string[], readable: readonly string[]): Refusal {
  const hidden = cases.length > readable.length;
  const [fr, en] = (['fr', 'en'] as const).map(language => [...readable, ...(hidden ? [unreadableCase[language]] : [])].join(', '));
  return because(
    'transfers-held',
    'MDM-65',
    say(
      `Les transferts sont retenus${cases.length > 0 ? ` par ${fr ?? ''}` : ' tant que le partenariat est suspendu'}.`,
      `Transfers are held back${cases.length > 0 ? ` by ${en ?? ''}` : ' while the partnership is suspended'}.`,
    ),
    say('Attendre la décision de l’instance que nomme la charte.', 'Wait for the decision of the body that the charter names.'),
  );
}

export const budgetNotAgreed = (): Refusal =>
  because(
    'budget-not-agreed',
    'MDM-11',
    say('Aucun budget n’est co-validé.', 'No budget is co-validated.'),
    say('Faire accepter le budget par chaque partie (AcceptText).', 'Have every party accept the budget (AcceptText).'),
  );

export const nothingDelivered = (): Refusal =>
  because(
    'no-deliverable-accepted',
    'MDM-36',
    say(
      'Ici l’argent suit un livrable accepté, et aucun n’attend son paiement.',
      'Money follows an accepted deliverable here, and none waits to be paid.',
    ),
    say(
      'Faire accepter le livrable par qui l’attend (ConfirmCommitment).',
      'Have the deliverable accepted by who waits for it (ConfirmCommitment).',
    ),
  );

export const noSuchLine = (line: string): Refusal =>
  because(
    'outside-the-budget',
    'HFA-19',
    say(`La ligne ${line} n’est pas dans le budget convenu.`, `Line ${line} is not in the agreed budget.`),
    say('Nommer une ligne du budget, ou convenir d’un nouveau budget.', 'Name a line of the budget, or agree on a new budget.'),
  );

export const otherCurrency = (expected: string): Refusal =>
  because(
    'other-currency',
    'MDM-11',
    say(`Ici les montants sont en ${expected}.`, `Amounts are in ${expected} here.`),
    say(`Donner le montant en ${expected}.`, `Give the amount in ${expected}.`),
  );

export const wrongParties = (spentBy: string): Refusal =>
  because(
    'wrong-parties',
    'HFA-19',
    say(
      `Un transfert va d’une partie à une autre, et cette ligne est dépensée par « ${spentBy} ».`,
      `A transfer goes from one party to another, and this line is spent by "${spentBy}".`,
    ),
    say(
      `Nommer « ${spentBy} » dans \`to\`, et l’autre partie dans \`from\`.`,
      `Name "${spentBy}" in \`to\`, and the other party in \`from\`.`,
    ),
  );

export const notConcerned = (): Refusal =>
  because(
    'transfer-of-others',
    'C-08',
    say('Une partie ne demande que ce qu’elle verse ou reçoit.', 'A party asks only for what it pays or receives.'),
    say('Laisser une des deux parties concernées demander.', 'Let one of the two parties concerned ask.'),
  );

export const nothingAsked = (): Refusal =>
  because(
    'amount-is-zero',
    'ALE-12',
    say('Le montant est zéro.', 'The amount is zero.'),
    say('Donner un montant en unités mineures, supérieur à zéro.', 'Give an amount in minor units, above zero.'),
  );

export const beyondTheLine = (line: string, left: number, currency: string): Refusal =>
  because(
    'beyond-the-line',
    'HFA-19',
    say(`Sur la ligne ${line}, il reste ${written(left, currency)}.`, `On line ${line}, ${written(left, currency)} is left.`),
    say('Demander ce qui reste au plus, ou convenir d’un nouveau budget.', 'Ask for what is left at most, or agree on a new budget.'),
  );

export const moreThanUnjustified = (left: number, currency: string): Refusal =>
  because(
    'more-than-unjustified',
    'HFA-20',
    say(
      `Il reste ${written(left, currency)} à justifier sur ce transfert.`,
      `${written(left, currency)} is left to justify on this transfer.`,
    ),
    say('Justifier ce montant au plus.', 'Justify that amount at most.'),
  );

export const moreThanPaid = (paid: number, currency: string): Refusal =>
  because(
    'more-than-paid',
    'HFA-19',
    say(`Sur cette ligne, ${written(paid, currency)} a été versé.`, `${written(paid, currency)} was paid on this line.`),
    say('Signaler au plus ce qui a été versé.', 'Flag what was paid at most.'),
  );

export const otherLine = (line: string): Refusal =>
  because(
    'other-line',
    'HFA-19',
    say(`Ce transfert appartient à la ligne ${line}.`, `This transfer belongs to line ${line}.`),
    say(`Nommer la ligne ${line}.`, `Name line ${line}.`),
  );

/** A delay beyond what the charter bears is a breach: no further money to this party until it has accounted for that (HFA-20). */
export const heldUntilJustified = (party: string, count: number): Refusal =>
  because(
    'justification-breach',
    'HFA-20',
    say(
      `« ${party} » manque à son devoir de justifier (${count} transfert(s)) : le prochain transfert attend.`,
      `"${party}" is in breach of its duty to justify (${count} transfer(s)): the next transfer waits.`,
    ),
    say('Justifier d’abord (JustifyExpenditure).', 'Justify first (JustifyExpenditure).'),
  );

/** A warning, not a refusal: the next transfer is a matter for both sides to weigh (HFA-20). */
export const justificationStillOwed = (party: string, count: number): Refusal =>
  because(
    'justification-overdue',
    'HFA-20',
    say(`« ${party} » doit encore ${count} justification(s) en retard.`, `"${party}" still owes ${count} overdue justification(s).`),
    say('En parler avant de verser ; justifier (JustifyExpenditure).', 'Talk about it before paying; justify (JustifyExpenditure).'),
  );
