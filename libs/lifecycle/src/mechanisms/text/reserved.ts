import { fact, type CommandData, type Fact, type Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import type { PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';

type Proposal = CommandData<'ProposeText'>;

/** Before there is a candidate, the vision alone is drafted: the others are written together (PMP-13). */
export const onlyVisionYet = (state: PartnershipState, { kind }: Proposal): Refusal | null =>
  state.phase === 'mapping' && kind !== 'vision'
    ? because(
        'not-in-this-phase',
        'LIFECYCLE',
        say(
          'Pendant la cartographie on n’écrit que la vision : les autres textes s’écrivent à plusieurs.',
          'While the map is drawn only the vision is drafted: other texts are written together.',
        ),
        say('Passer à la recherche de partenaires d’abord.', 'Enter the search for partners first.'),
      )
    : null;

const withoutItsWriter = (): Refusal =>
  because(
    'reader-missing',
    'MDM-50',
    say('Qui écrit un texte est parmi ceux qui le lisent.', 'Who writes a text is among those who read it.'),
    say('Ajouter sa partie à la liste.', 'Add your party to the list.'),
  );

export const wrongReaders = (proposal: Proposal, proposer: string): Refusal | null =>
  proposal.kind === 'political-purpose' && !proposal.body.readers.includes(proposer) ? withoutItsWriter() : null;

/** The parties that are not on the list of a political purpose do not read it, and are told that it is so (MDM-50, MDM-17). */
export const keptFrom = (state: PartnershipState, proposal: Proposal): Fact[] => {
  if (proposal.kind !== 'political-purpose') return [];
  const { readers } = proposal.body;
  return partyNames(state)
    .filter(party => !readers.includes(party))
    .map(restrictedFor =>
      fact('AccessRestrictionRecorded', {
        object: 'political-purpose',
        restrictedFor,
        reason: 'Hors de la liste des lecteurs / Outside the list of readers',
      }),
    );
};
