import type { Command } from '@palabre/contracts';
import { handle, initialState, type PartnershipState } from '@palabre/lifecycle';
import { inventedPolicy } from '@palabre/testing';
import { noAnswers } from '../hosting/answered-commands.js';
import type { PartnershipInput } from '../partnership/input.js';
import { command, message, openingOf, tooEarly } from '../testbed/commands.js';
import type { Stage } from '../testbed/stage.js';

const thirtyDaysMs = 30 * 86_400_000;

const instant = (atMs: number): string => new Date(atMs).toISOString();

/** A real file whose actions ended thirty days before `dueMs`: by then the parties should have said how it goes on. */
export function restingFile(id: string, dueMs: number): PartnershipInput {
  const begun = handle(initialState(id), openingOf('real'), {
    recordedAt: instant(dueMs - 2 * thirtyDaysMs),
    policy: inventedPolicy,
  }).state;
  const resting: PartnershipState = { ...begun, phase: 'after', phaseSince: instant(dueMs - thirtyDaysMs) };
  const { state } = handle(resting, message('How do we go on?'), { recordedAt: instant(dueMs - 60_000) });
  const carried = { state, announcedVersion: state.head.version, answered: noAnswers };
  return { schemaVersion: 1, id, policy: null, carried };
}

export const goOn = (): Command => command('EnterPhase', { phase: 'implementation', reason: 'Both sides want to' });

/** Lives that are recorded: together they take every path of the workflow. Each plays on a stage and ends settled. */
export const scenarios: Readonly<Record<string, (stage: Stage, id: string) => Promise<void>>> = {
  async 'opened-refused-discarded'(stage, id) {
    await stage.open(id, openingOf('rehearsal'));
    const said = message('A word under the tree', { id: 'said-twice' });
    await stage.send(id, said);
    await stage.send(id, tooEarly());
    await stage.send(id, said);
    await stage.settled(id);
    await stage.send(id, command('DiscardIdea', { reason: 'The need is met otherwise' }));
    await stage.handle(id).result();
  },
  async 'carried-on-and-overdue'(stage, id) {
    await stage.start(restingFile(id, Date.now() + 1_500), id);
    await stage.send(id, message('Still time'));
    await stage.timerRang(id);
    await stage.settled(id);
    await stage.send(id, goOn());
    await stage.settled(id);
  },
  async 'rests-and-goes-on'(stage, id) {
    await stage.open(id, openingOf('rehearsal'));
    for (let runs = 1; runs < 2; runs = (await stage.histories(id)).length) {
      await stage.send(id, message('One more word'));
      await stage.settled(id);
    }
    await stage.send(id, message('And on we go'));
    await stage.settled(id);
  },
};
