import type { CommandData, Refusal, TextBodies } from '@palabre/contracts';
import { because, say } from '../../decision.js';

type Objective = TextBodies['objectives']['objectives'][number];

const aloneBy = (party: string, { definedBy }: Objective): boolean =>
  definedBy !== undefined && definedBy.people === null && definedBy.parties.length === 1 && definedBy.parties[0] === party;

/** A warning: solutions come from the society concerned, so what its writer alone defined is counted and named (ALE-22). */
export function definedByOneAlone(proposal: CommandData<'ProposeText'>, proposer: string): readonly Refusal[] {
  if (proposal.kind !== 'objectives') return [];
  const alone = proposal.body.objectives.filter(objective => aloneBy(proposer, objective)).map(objective => objective.id);
  if (alone.length === 0) return [];
  const names = alone.join(', ');
  return [
    because(
      'defined-alone',
      'ALE-22',
      say(
        `${alone.length} objectif(s) que votre partie a définis seule : ${names}.`,
        `${alone.length} objective(s) that your party defined alone: ${names}.`,
      ),
      say('Chercher qui, dans la société concernée, veut ce changement.', 'Find who, in the society concerned, wants this change.'),
    ),
  ];
}
