import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const limitsNotWeighed = (parties: readonly string[]): Refusal => {
  const names = parties.join(', ');
  return because(
    'limits-not-weighed',
    'PMP-26',
    say(
      `Des limites sont déclarées par : ${names}. La proposition ne dit pas si elle en franchit une.`,
      `Limits are declared by: ${names}. The proposal does not say whether it crosses one.`,
    ),
    say(
      'Nommer chaque limite franchie et le jour où la partie a été interrogée (crosses), ou aucune (crosses vide).',
      'Name each limit crossed and the day on which its party was asked (crosses), or none (crosses empty).',
    ),
  );
};

export const noSuchLimit = (party: string, limit: number): Refusal =>
  because(
    'no-such-limit',
    'PMP-26',
    say(`« ${party} » n’a pas déclaré de limite nᵒ ${limit}.`, `"${party}" has declared no limit number ${limit}.`),
    say('Lire les limites de chaque partie (show), dans leur ordre.', 'Read the limits of each party (show), in their order.'),
  );

export const notAskedYet = (party: string): Refusal =>
  because(
    'limit-not-asked',
    'PMP-26',
    say(`« ${party} » serait interrogée plus tard qu’aujourd’hui.`, `"${party}" would be asked later than today.`),
    say('Interroger cette partie d’abord, puis proposer.', 'Ask that party first, then propose.'),
  );

export const crossesLimit = (parties: readonly string[]): Refusal => {
  const names = parties.join(', ');
  return because(
    'crosses-a-limit',
    'PMP-26',
    say(`Cette proposition franchit une limite déclarée par : ${names}.`, `This proposal crosses a limit declared by: ${names}.`),
    say('Relire cette limite et entendre la partie avant de voter.', 'Read that limit again and hear the party before voting.'),
  );
};
