import { fact, readsProtected, type Actor, type Refusal } from '@palabre/contracts';
import { accept, because, refuse, say } from '../../decision.js';
import type { Decider, Deciders } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { partyOfOrganisation } from './questions.js';

/** Whether this person reads the file in clear: everybody of a party, unless it is protected (AGI-02). */
export function readsInClear(state: PartnershipState, actor: Actor): boolean {
  const { protection } = state.parties;
  if (protection === undefined) return true;
  const party = partyOfOrganisation(state, actor.organisation)?.party;
  return party !== undefined && readsProtected(protection.readers[party], actor);
}

export const notProtected = (): Refusal =>
  because(
    'not-protected',
    'AGI-02',
    say('Ce dossier n’est pas protégé.', 'This file is not protected.'),
    say('Le protéger d’abord, s’il le faut (ProtectFile).', 'Protect it first, if need be (ProtectFile).'),
  );

const alreadyProtected = (): Refusal =>
  because(
    'already-protected',
    'AGI-02',
    say('Ce dossier est déjà protégé.', 'This file is protected already.'),
    say('Nommer qui le lit dans votre partie (NameReaders).', 'Name who reads it in your party (NameReaders).'),
  );

const protect: Decider<'ProtectFile'> = (state, command, moment) =>
  state.parties.protection === undefined
    ? accept(fact('FileProtected', { ...command.data, party: moment.party.party }))
    : refuse(alreadyProtected());

const nameReaders: Decider<'NameReaders'> = (state, command, moment) =>
  state.parties.protection === undefined
    ? refuse(notProtected())
    : accept(fact('ProtectedReadersNamed', { ...command.data, party: moment.party.party }));

/** Names and places of a protected file are for the people whom its parties named, each for itself. */
export const protectionDeciders: Deciders = { ProtectFile: protect, NameReaders: nameReaders };
