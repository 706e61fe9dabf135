import type { Refusal } from '@palabre/contracts';
import type { ExpectedRefusal } from './dossier.js';

/** True when a refusal is the one that an act expects: every part that it names. */
export const isExpected = ({ code, rule, gate }: ExpectedRefusal, refusal: Pick<Refusal, 'code' | 'rule' | 'gates'>): boolean =>
  (code === undefined || code === refusal.code) &&
  (rule === undefined || refusal.rule.split(', ').includes(rule)) &&
  (gate === undefined || (refusal.gates as readonly string[]).includes(gate));

export const expectationText = ({ code, rule, gate }: ExpectedRefusal): string =>
  [code, rule, gate].filter(part => part !== undefined).join(', ');
