import type { Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';
import type { Guard } from '../mechanism.js';
import { readsInClear } from '../mechanisms/parties/protection.js';

const notAReader = (): Refusal =>
  because(
    'protected-file',
    'AGI-02',
    say(
      'Ce dossier est protégé : il est ouvert aux seules personnes que chaque partie a nommées.',
      'This file is protected: it is open only to the people whom each party has named.',
    ),
    say(
      'Demander à la hiérarchie ou à la première autorité de votre partie de vous nommer (NameReaders).',
      'Ask the hierarchy or the first authority of your party to name you (NameReaders).',
    ),
  );

/** Nobody shuts these out: the one answers for the party, the other guarantees its clauses by office, without being named (HFA-24). */
const mayAlwaysName: readonly string[] = ['signatory-authority', 'first-authority'];

/**
 * Who may not read a protected file asks nothing of it either. The hierarchy and the first authority of a party always name its
 * readers, so that no party is shut out of its own file when the people it named are gone.
 */
export const protectedFile: Guard = (state, { type, actor }) => {
  const mayNameAnew = type === 'NameReaders' && actor.roles.some(role => mayAlwaysName.includes(role));
  return mayNameAnew || readsInClear(state, actor) ? null : notAReader();
};
