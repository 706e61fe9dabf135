import { explain } from '../explain/explain.js';
import { sentences } from '../explain/sentences.js';
import { show, type Session } from '../session.js';
import { inWords } from './in-words.js';
import { partyNames } from './party-names.js';
import { questionWords } from './question-words.js';
import { argument, type CommandRow, type Typed } from './command-row.js';

async function explainOne(session: Session, typed: Typed): Promise<void> {
  const told = await explain(session.api, session.as, argument(typed, 0));
  const names = await partyNames(session, { parties: { parties: told.parties } });
  const codes = inWords(session, told.charter, names);
  const { asks } = questionWords(session, { head: told });
  show(session, told, () => sentences({ session, names, codes, asks }, told));
}

export const explainCommands: readonly CommandRow[] = [
  {
    name: 'explain',
    args: ['<id>'],
    says: 'help.explain',
    options: [],
    example: 'palabre explain ID --as partner-rep',
    run: explainOne,
  },
];
