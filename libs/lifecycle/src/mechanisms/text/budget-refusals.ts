import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import { writtenAmount } from '../money/amount.js';
import type { SpentLine } from '../money/questions.js';

export const budgetDoesNotSum = (stated: number, sum: number): Refusal =>
  because(
    'budget-does-not-sum',
    'MDM-11',
    say(
      `Le total annoncé (${stated}) n’est pas la somme des lignes (${sum}).`,
      `The stated total (${stated}) is not the sum of the lines (${sum}).`,
    ),
    say('Corriger le total ou les lignes.', 'Correct the total or the lines.'),
  );

export const mixedCurrencies = (): Refusal =>
  because(
    'mixed-currencies',
    'MDM-11',
    say('Un budget tient en une seule devise.', 'A budget holds in one currency.'),
    say('Convertir les lignes dans la devise du total.', 'Convert the lines to the currency of the total.'),
  );

export const lineVetoed = (line: string, party: string): Refusal =>
  because(
    'line-vetoed',
    'MDM-11',
    say(
      `La ligne ${line} a été refusée par « ${party} » et revient telle quelle.`,
      `Line ${line} was refused by "${party}" and comes back unchanged.`,
    ),
    say(
      `Changer la ligne ou la retirer ; si « ${party} » a changé d’avis, elle propose elle-même la version.`,
      `Change the line or take it out; if "${party}" has changed its mind, it proposes the version itself.`,
    ),
  );

export const lineSpentAlready = ({ line, amount, currency }: SpentLine): Refusal =>
  because(
    'line-spent-already',
    'HFA-19',
    say(
      `Sur la ligne ${line}, ${writtenAmount(amount, currency)} est déjà versé ou en route : le nouveau budget la garde, à ce montant au moins.`,
      `On line ${line}, ${writtenAmount(amount, currency)} is paid or on its way already: the new budget keeps it, with that amount at least.`,
    ),
    say('Garder la ligne ; réduire au plus ce qui reste.', 'Keep the line; reduce what is left at most.'),
  );

export const rolesComeFirst = (): Refusal =>
  because(
    'roles-come-first',
    'AGI-20',
    say(
      'Ici les rôles et la table des décisions se conviennent avant le budget.',
      'Roles and the table of decisions are agreed before the budget here.',
    ),
    say('Convenir du texte « roles », puis proposer le budget.', 'Agree on the text "roles", then propose the budget.'),
  );

export const gapUnexplained = (party: string): Refusal =>
  because(
    'overhead-gap-unexplained',
    'ALE-11',
    say(
      `« ${party} » reçoit moins de frais de structure que ce qu’il lui faut, sans explication.`,
      `"${party}" is granted less overhead than it needs, without an explanation.`,
    ),
    say('Couvrir le besoin, ou expliquer l’écart dans `overheads`.', 'Cover the need, or explain the gap in `overheads`.'),
  );

export const overheadsMissing = (party: string): Refusal =>
  because(
    'overheads-missing',
    'ALE-48',
    say(
      `Le budget ne dit pas les frais de structure dont « ${party} » a besoin.`,
      `The budget does not say which overheads "${party}" needs.`,
    ),
    say('Les calculer avec cette partie et les écrire dans `overheads`.', 'Work them out with that party and write them in `overheads`.'),
  );

const purposeIds = { timeTogether: 'AGI-27', communityParticipation: 'AGI-34', southSouth: 'AGI-38' } as const;

const purposeNames = {
  timeTogether: say('le temps passé ensemble', 'time together'),
  communityParticipation: say('la participation des communautés', 'the participation of communities'),
  southSouth: say('le travail entre partenaires du Sud', 'the work between partners of the South'),
} as const;

export const purposeMissing = (purpose: keyof typeof purposeIds, mayExplain: boolean): Refusal =>
  because(
    'budget-line-missing',
    purposeIds[purpose],
    say(`Le budget n’a pas de ligne pour ${purposeNames[purpose].fr}.`, `The budget has no line for ${purposeNames[purpose].en}.`),
    mayExplain
      ? say('Ajouter une ligne, ou dire pourquoi il n’y en a pas (`withoutLine`).', 'Add a line, or say why there is none (`withoutLine`).')
      : say('Ajouter une ligne avec ce `purpose`.', 'Add a line with this `purpose`.'),
  );

export const purposeMissingFor = (purpose: keyof typeof purposeIds, party: string): Refusal =>
  because(
    'budget-line-missing-for-party',
    purposeIds[purpose],
    say(
      `Le budget n’a pas de ligne pour ${purposeNames[purpose].fr} du côté de « ${party} ».`,
      `The budget has no line for ${purposeNames[purpose].en} on the side of "${party}".`,
    ),
    say(
      'Ajouter une ligne dépensée par cette partie, ou y renoncer ensemble (`withoutLine`, avec `party`).',
      'Add a line that this party spends, or waive it together (`withoutLine`, with `party`).',
    ),
  );

export const singleFunder = (percent: number, limit: number): Refusal =>
  because(
    'single-main-funder',
    'PMP-18',
    say(
      `Un seul bailleur porte ${percent} % du budget (plus de ${limit} %).`,
      `One funder carries ${percent} % of the budget (more than ${limit} %).`,
    ),
    say('Chercher d’autres sources, ou prévoir une mesure de rééquilibrage.', 'Look for other sources, or plan a rebalancing measure.'),
  );

export const shortFunding = (months: number, limit: number): Refusal =>
  because(
    'short-funding',
    'PMP-18',
    say(
      `Le financement n’est assuré que pour ${months} mois (moins de ${limit}).`,
      `Funding is secured for ${months} months only (less than ${limit}).`,
    ),
    say('Dire ensemble comment la suite sera financée.', 'Say together how what follows will be funded.'),
  );
