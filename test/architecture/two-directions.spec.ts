import { commands, commandTypes, isCommandType, sides, type Role } from '@palabre/contracts';
import { taskTable, type PartnershipState } from '@palabre/lifecycle';
import { gateTrials, heldBackAt, policyOfCharter } from '@palabre/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { asked, askedOfOneSide, oneSided, type Asking, type Right } from './two-directions/imbalance.js';
import { duties, isAskedByCharter, oneSidedCommands, oneSidedFunctions } from './two-directions/exceptions.js';

const commandRights: readonly Right[] = commandTypes.map(name => ({ name, ...commands[name].by }));

const taskRights: readonly Right[] = taskTable().map(({ kind, roles }) => ({ name: kind, roles, sides }));

/** Doors that lie far apart, so that the way to them passes through every phase. */
const doors = ['DILIGENCE', 'CD', 'REFLECTION', 'READINESS', 'CLOSING'];

/** Files on their way, each at some moments. */
const livedStates = (): readonly PartnershipState[] =>
  gateTrials
    .filter(({ gate, trouble }) => doors.includes(gate) || trouble !== undefined)
    .filter(({ gate }, at, all) => all.findIndex(other => other.gate === gate) === at)
    .flatMap(trial => {
      const { script, state } = heldBackAt(trial, policyOfCharter(trial.charter, trial.type));
      return [...script.map(({ before }) => before).filter(({ policy }, at) => policy !== null && at % 6 === 0), state];
    });

const requirementsOf = (name: string): readonly string[] =>
  isCommandType(name) ? commands[name].requirements : (taskTable().find(({ kind }) => kind === name)?.requirements ?? []);

const withoutItsSource = (table: Readonly<Record<string, { readonly source: string }>>): readonly string[] =>
  Object.entries(table)
    .filter(([name, { source }]) => !requirementsOf(name).includes(source))
    .map(([name]) => name);

let states: readonly PartnershipState[];

beforeAll(() => {
  states = livedStates();
}, 240_000);

describe('two directions', () => {
  it('C-08: every command that one side may ask for is open to the other, but for the exceptions, each with its source', () => {
    expect(oneSided(commandRights)).toEqual(expect.arrayContaining(Object.keys(oneSidedCommands)));
    expect(oneSided(commandRights).filter(name => !Object.hasOwn(oneSidedCommands, name))).toEqual([]);
    expect(withoutItsSource(oneSidedCommands)).toEqual([]);
  });

  it('C-08: a task is asked of functions that both sides have, but for the exceptions, each with its source', () => {
    expect(oneSided(taskRights).filter(kind => !Object.hasOwn(oneSidedFunctions, kind))).toEqual([]);
    expect(withoutItsSource(duties)).toEqual([]);
  });

  it('C-08: in the mirrored file the same is asked of the other side; what falls to one side is a duty with its source', () => {
    expect(asked(taskTable(), states).length).toBeGreaterThan(40);
    const uneven = askedOfOneSide(taskTable(), states).filter(kind => !isAskedByCharter(kind));
    expect(uneven.filter(kind => !Object.hasOwn(duties, kind))).toEqual([]);
    expect(uneven.length).toBeGreaterThan(0);
  });

  it('C-08: no duty is a power: whatever answers a task of one side is open to the other side as well', () => {
    const answers = taskTable()
      .filter(({ kind }) => Object.hasOwn(duties, kind))
      .flatMap(({ verdicts }) => Object.values(verdicts))
      .filter(type => type !== null);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.filter(type => commands[type].by.sides.length < 2)).toEqual([]);
  });
});

describe('broken on purpose, the check turns red for', () => {
  const right = (roles: readonly Role[], side: Right['sides'] = sides): Right => ({ name: 'planted', roles, sides: side });

  it.each([
    ['a command of the host alone', right(['signatory-authority'], ['host'])],
    ['a command of the partner alone', right(['signatory-authority'], ['partner'])],
    ['a command of functions that only the host has', right(['hq-ops', 'partnership-officer'])],
    ['a command of a function that only the partner has', right(['partner-representative'])],
  ])('%s', (_what, planted) => {
    expect(oneSided([...commandRights, planted])).toContain('planted');
  });

  it('a task that is always asked of the host, and not for one that is asked of whoever has not answered', () => {
    const host: Asking = { kind: 'veto-for-the-host', asks: () => [{ party: 'host' }] };
    const whoHasNot: Asking = {
      kind: 'fair',
      asks: state => ['host', 'partner'].filter(party => !state.signOffs.coConstructionBy.includes(party)).map(party => ({ party })),
    };
    expect(askedOfOneSide([host, whoHasNot], states)).toEqual(['veto-for-the-host']);
  });
});
