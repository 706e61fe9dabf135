import type { Command, CommandAnswer, CommandData, CommandType } from '@palabre/contracts';
import { salted } from './answers.js';
import type { PersonName } from './people.js';
import { Rehearsal } from './rehearsal.js';

/** One thing that somebody asks for in a story. */
export interface Act {
  readonly who: PersonName;
  readonly type: CommandType;
  readonly data: unknown;
}

/** What was asked and what came of it, so that it can be asked again on real servers and compared. */
export interface Asked extends Act {
  readonly id: string;
  readonly answer: CommandAnswer;
  /** The file as it stood before. */
  readonly before: Rehearsal['state'];
}

/** A rehearsal that keeps everything that was asked of it, in order. */
export class Scripted extends Rehearsal {
  readonly script: Asked[] = [];

  override ask<T extends CommandType>(who: PersonName, type: T, data: CommandData<T>, more: Partial<Command> = {}): CommandAnswer {
    const id = `act-${this.script.length + 1}`;
    const sent = salted(type, data);
    const before = this.state;
    const answer = super.ask(who, type, sent as CommandData<T>, { id, ...more });
    this.script.push({ who, type, data: sent, id, answer, before });
    return answer;
  }
}
