import { readFileSync } from 'node:fs';
import type { Command, CommandAnswer, CommandData, CommandType } from '@palabre/contracts';
import { policyOfCharter, Rehearsal, type PersonName } from '@palabre/testing';
import { InMemoryPalabre } from './in-memory-palabre.spec.js';

const wordAfter = (key: string, text: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(text)?.[1] ?? '';

/** A gateway resolves the policy of the type that a change proposes; here the rehearsal does. */
class UnderOneCharter extends Rehearsal {
  override ask<T extends CommandType>(who: PersonName, type: T, data: CommandData<T>, more: Partial<Command> = {}): CommandAnswer {
    const to = type === 'ProposeTypeChange' ? (data as CommandData<'ProposeTypeChange'>).type : null;
    return super.ask(who, type, data, to === null ? more : { ...more, policy: policyOfCharter(this.policy.charter, to) });
  }
}

/** The same house for a dossier’s own charter and type. */
export function houseFor(file: string): InMemoryPalabre {
  const text = readFileSync(file, 'utf8');
  const rehearsal = new UnderOneCharter(policyOfCharter(wordAfter('charter', text), wordAfter('type', text)));
  return Object.assign(new InMemoryPalabre(), { rehearsal });
}
