import {
  actsBringing,
  commands,
  formKinds,
  isCommandType,
  textKinds,
  type Act,
  type CommandType,
  type EventType,
} from '@palabre/contracts';
import { lives, policyOfCharter, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { actsFor } from './acts.js';
import { taskTable } from './task-table.js';

const nothing = { subject: null, about: null };

const actsOf = (kind: string, about: string | null = null): readonly Act[] => {
  const row = taskTable().find(one => one.kind === kind);
  return row === undefined ? [] : actsFor(row, { ...nothing, about });
};

/** Kinds of a command that tells several things apart by `kind`. */
function takesKind(command: CommandType, kind: string): boolean {
  const options = (commands[command].data as unknown as { options?: readonly { shape: { kind: { value?: string } } }[] }).options;
  if (options !== undefined) return options.some(({ shape }) => shape.kind.value === kind);
  return [...textKinds, ...formKinds].some(known => known === kind);
}

/** A file that keeps which command told which event; what time told is nobody's act, and a step leads wherever the phase goes. */
class Listening extends Rehearsal {
  readonly heard: { readonly command: CommandType; readonly event: EventType }[] = [];

  override ask<T extends CommandType>(...asked: Parameters<typeof Rehearsal.prototype.ask<T>>) {
    const since = this.state.head.version;
    const answer = super.ask(...asked);
    const [, command] = asked;
    if (command !== 'AdvanceCalendar' && command !== 'EnterPhase')
      for (const event of this.told(since)) this.heard.push({ command, event: event as EventType });
    return answer;
  }
}

describe('the act that a task asks for', () => {
  it.each(taskTable().map(row => [row.kind, row] as const))('%s names a command that somebody who holds it may ask for', (_kind, row) => {
    const verdicts = Object.values(row.verdicts).filter(verdict => verdict !== null);
    const acts = actsFor(row, nothing);
    const named = [...verdicts, ...acts.map(({ command }) => command)];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(command => !isCommandType(command))).toEqual([]);
    expect(verdicts.length > 0 && acts.length > 0).toBe(false);
    for (const { command, kind } of acts)
      if (kind !== undefined) expect([command, kind, takesKind(command, kind)]).toEqual([command, kind, true]);
    const permitted = acts.filter(({ command }) => commands[command].by.roles.some(role => row.roles.includes(role)));
    expect(acts.length === 0 || permitted.length > 0).toBe(true);
  });

  it('says which kind of note, of declaration, of text: nobody has to guess among sixty', () => {
    expect(actsOf('asked-change-links')).toEqual([{ command: 'RecordNote', kind: 'SoughtChangeLinked' }]);
    expect(actsOf('asked-will')).toEqual([{ command: 'MakeDeclaration', kind: 'will' }]);
    expect(actsOf('write-text', 'budget')).toEqual([{ command: 'ProposeText', kind: 'budget' }]);
    expect(actsOf('submit-final-report')).toEqual([{ command: 'ProposeText', kind: 'final-report' }]);
    expect(actsOf('asked-local-strategy')).toEqual([
      { command: 'ProposeText', kind: 'strategy' },
      { command: 'AcceptText', kind: 'strategy' },
    ]);
    expect(actsOf('answer-text')).toEqual([]);
  });

  it('every event that a task waits for comes, in the lives of the eight types, from an act that is named for it', () => {
    const awaited = new Set<string>(taskTable().flatMap(row => (actsFor(row, nothing).length === 0 ? [] : row.doneBy)));
    const heard = lives.flatMap(({ type, charter, story }) => {
      const file = new Listening(policyOfCharter(charter, type));
      story(file);
      return file.heard;
    });
    const strays = heard.filter(({ event, command }) => awaited.has(event) && !actsBringing(event).some(act => act.command === command));
    expect(heard.filter(({ event }) => awaited.has(event)).length).toBeGreaterThan(100);
    expect([...new Set(strays.map(({ command, event }) => `${command} → ${event}`))]).toEqual([]);
  });

  it('an event that nobody brings about by a command has no act', () => {
    expect(actsBringing('TasksOpened')).toEqual([]);
    expect(actsBringing('TextProposed')).toEqual([{ command: 'ProposeText' }]);
  });
});
