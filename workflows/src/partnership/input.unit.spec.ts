import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { handle, initialState } from '@palabre/lifecycle';
import { inventedPolicy } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { message, openingOf } from '../testbed/commands.js';
import { AnsweredCommands } from '../hosting/answered-commands.js';
import { readPartnershipInput, upcast, type PartnershipInput } from './input.js';

const folder = fileURLToPath(new URL('../../inputs/', import.meta.url));

const golden = readdirSync(folder).map(name => ({ name, input: JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as PartnershipInput }));

const opening: PartnershipInput = { schemaVersion: 1, id: 'p-1', policy: inventedPolicy, carried: null };

const { state } = handle(initialState('p-1'), openingOf('rehearsal'), { recordedAt: '2030-01-07T09:00:00.000Z', policy: inventedPolicy });

const carriedOn: PartnershipInput = {
  schemaVersion: 1,
  id: 'p-1',
  policy: null,
  carried: { state, announcedVersion: state.head.version, answered: { eventTypes: [], refusals: [], entries: [] } },
};

describe('what a run of a partnership starts from', () => {
  it('reads what the gateway writes and what the run before hands over', () => {
    expect(readPartnershipInput(opening)).toEqual(opening);
    expect(readPartnershipInput(JSON.parse(JSON.stringify(carriedOn)))).toEqual(JSON.parse(JSON.stringify(carriedOn)));
  });

  it.each(golden)('reads every input that was ever handed over, and goes on from it: $name', ({ input }) => {
    const read = readPartnershipInput(input);
    const begun = read.carried?.state ?? initialState(read.id);
    const command = read.carried === null ? openingOf('real') : message('We go on');
    const { answer } = handle(begun, command, {
      recordedAt: '2035-01-01T00:00:00.000Z',
      ...(read.policy === null ? {} : { policy: read.policy }),
    });
    expect(answer.outcome).toBe('accepted');
    expect(answer.version).toBeGreaterThan(begun.head.version);
    for (const entry of read.carried?.answered.entries ?? []) expect(entry.split('.').length).toBeGreaterThanOrEqual(4);
    expect(() => new AnsweredCommands(read.carried?.answered ?? { eventTypes: [], refusals: [], entries: [] })).not.toThrow();
  });

  it('has golden files for an opening and for a run that is carried on with answers', () => {
    expect(golden.some(({ input }) => input.carried === null)).toBe(true);
    expect(golden.some(({ input }) => (input.carried?.answered.entries.length ?? 0) > 0)).toBe(true);
  });

  it('lets a slice of the state that a later version of the rules brought start empty', () => {
    const { journal: _added, ...older } = state;
    const read = readPartnershipInput({ ...carriedOn, carried: { ...carriedOn.carried, state: older } });
    expect(read.carried?.state.journal).toEqual(initialState('p-1').journal);
  });

  it.each([
    ['not an object', 'text', /not an object/],
    ['no version', { ...opening, schemaVersion: undefined }, /schemaVersion is missing/],
    ['a version of the future', { ...opening, schemaVersion: 2 }, /newer than this worker, which reads up to 1/],
    ['neither policy nor state', { ...opening, policy: null }, /opens under a policy or is carried on/],
    ['a state of another partnership', { ...carriedOn, id: 'p-2' }, /belongs to another partnership/],
    ['a state without head', { ...carriedOn, carried: { ...carriedOn.carried, state: { ...state, head: null } } }, /has no head/],
    ['broken answers', { ...carriedOn, carried: { ...carriedOn.carried, answered: { entries: [1] } } }, /carried.answered is broken/],
  ])('fails on %s, so that the task waits for code that understands it', (_what, input, says) => {
    expect(() => readPartnershipInput(input)).toThrow(says);
  });

  it('brings an older version to the newest step by step', () => {
    const steps = [
      (input: object) => ({ ...input, schemaVersion: 2, added: 1 }),
      (input: object) => ({ ...input, schemaVersion: 3, renamed: true }),
    ];
    expect(upcast({ schemaVersion: 1, id: 'p' }, steps)).toEqual({ schemaVersion: 3, id: 'p', added: 1, renamed: true });
    expect(upcast({ schemaVersion: 3, id: 'p' }, steps)).toEqual({ schemaVersion: 3, id: 'p' });
  });
});
