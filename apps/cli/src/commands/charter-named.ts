import { existsSync } from 'node:fs';
import { builtInCharter, builtInCharterCodes, loadCharter, type Charter } from '@palabre/charters';
import { Failure } from '../failure.js';
import type { Session } from '../session.js';

/** A charter by the code of one that comes with Palabre, or from a file. */
export function charterNamed({ say }: Session, name: string): Charter {
  const known = builtInCharter(name);
  if (known !== null) return known;
  if (!existsSync(name)) {
    const codes = builtInCharterCodes.join(', ');
    const next = say('trouble.noCharterNext', { codes });
    throw new Failure({ exit: 'bad-input', what: say('trouble.noCharter', { charter: name }), next });
  }
  const loading = loadCharter(name);
  if (loading.ok) return loading.charter;
  const { mistakes } = loading;
  const what = say('mistakes.found', { count: mistakes.length, file: name });
  throw new Failure({ exit: 'bad-input', what, next: say('mistakes.correct'), mistakes });
}
