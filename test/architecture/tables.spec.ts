import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, commandTypes, events, eventTypes, gateIds, type EventType } from '@palabre/contracts';
import { allGates, deadlineTable, lifecycle, phaseWindows, taskTable } from '@palabre/lifecycle';
import { describe, expect, it } from 'vitest';
import { mechanisms } from '../../libs/lifecycle/src/mechanisms/index.js';
import { readRepositoryFile, repositoryRoot } from '../support/repository.js';
import { isRequirementId } from '../support/requirements/catalogue.js';
import { budgets } from './promises/budgets.js';

interface Folder {
  readonly deciders: object;
  readonly evolvers: object;
}

const timesNamed = (name: string, list: readonly Folder[], side: keyof Folder): number =>
  list.filter(one => Object.hasOwn(one[side], name)).length;

const undecided = (list: readonly Folder[]): string[] => commandTypes.filter(type => timesNamed(type, list, 'deciders') !== 1);

const evolvedTwice = (list: readonly Folder[]): string[] => eventTypes.filter(type => timesNamed(type, list, 'evolvers') > 1);

const strangers = (list: readonly Folder[]): string[] => [
  ...list.flatMap(one => Object.keys(one.deciders)).filter(name => !Object.hasOwn(commands, name)),
  ...list.flatMap(one => Object.keys(one.evolvers)).filter(name => !Object.hasOwn(events, name)),
];

describe('the mechanisms share the work so that', () => {
  it('every command has exactly one decider', () => {
    expect(undecided(mechanisms), 'Add the command to the deciders of the mechanism that its row names, and to no other.').toEqual([]);
  });

  it('an event is applied by one mechanism at most, and nothing unknown is', () => {
    expect(evolvedTwice(mechanisms), 'One slice owns what the event says; others ask it.').toEqual([]);
    expect(strangers(mechanisms)).toEqual([]);
  });

  it('a command with two deciders or none, an event with two evolvers, and a stranger are seen', () => {
    const twice = [...mechanisms, { deciders: { AcceptText: () => null, Whisper: () => null }, evolvers: { BudgetContested: () => null } }];
    expect(undecided(twice)).toEqual(['AcceptText']);
    expect(undecided([])).toHaveLength(commandTypes.length);
    expect(evolvedTwice([...twice, ...mechanisms])).toContain('BudgetContested');
    expect(strangers(twice)).toEqual(['Whisper']);
  });
});

const goldensMissing = (names: readonly string[], types: readonly EventType[]): string[] =>
  types.map(type => `${type}.v${events[type].schemaVersion}.json`).filter(name => !names.includes(name));

describe('every event has a golden example', () => {
  const names = readdirSync(join(repositoryRoot, 'libs', 'contracts', 'goldens'));

  it('in its current version', () => {
    expect(goldensMissing(names, eventTypes), 'Write libs/contracts/goldens/<Type>.v<n>.json: the event as it travels.').toEqual([]);
  });

  it('and one that is missing is seen', () => {
    expect(goldensMissing(names.slice(1), eventTypes)).toEqual(names.slice(0, 1));
  });
});

interface Row {
  readonly name: string;
  readonly requirements: readonly string[];
  readonly says: { readonly fr: string; readonly en: string };
}

const rows: Row[] = [
  ...eventTypes.map(name => ({ name, ...events[name] })),
  ...commandTypes.map(name => ({ name, ...commands[name] })),
  ...allGates.map(({ id, requirements, asks }) => ({ name: `gate ${id}`, requirements, says: asks })),
  ...taskTable().map(({ kind, requirements, title }) => ({ name: `task ${kind}`, requirements, says: title })),
  ...deadlineTable().map(({ rule, requirements, says }) => ({ name: `deadline ${rule}`, requirements, says })),
];

const faults = (list: readonly Row[]): string[] =>
  list.flatMap(({ name, requirements, says }) => [
    ...(requirements.length === 0 ? [`${name} serves no requirement`] : []),
    ...requirements.filter(id => !isRequirementId(id)).map(id => `${name} names ${id}, which is not in the catalogue`),
    ...(says.fr.trim() === '' || says.en.trim() === '' ? [`${name} is silent in one language`] : []),
  ]);

describe('the tables', () => {
  it('say what each row serves, in French and in English', () => {
    expect(faults(rows)).toEqual([]);
  });

  it('and a row that does not is seen', () => {
    const bad = { name: 'x', requirements: ['MDM-99'], says: { fr: '', en: 'Yes' } };
    expect(faults([bad, { ...bad, requirements: [] }])).toHaveLength(4);
  });

  it('hold each gate, each kind of task and each rule of a deadline once', () => {
    expect(allGates.map(({ id }) => id)).toEqual([...gateIds]);
    const kinds = taskTable().map(({ kind }) => kind);
    const rules = deadlineTable().map(({ rule }) => rule);
    expect(kinds.filter((kind, at) => kinds.indexOf(kind) !== at)).toEqual([]);
    expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([]);
  });

  const unknownNames = (named: { readonly events: readonly string[]; readonly commands: readonly string[] }): string[] => [
    ...named.events.filter(name => !Object.hasOwn(events, name)),
    ...named.commands.filter(name => !Object.hasOwn(commands, name)),
  ];

  it('name events and commands that exist', () => {
    const told = [
      ...lifecycle.map(({ event }) => event),
      ...taskTable().flatMap(({ doneBy }) => doneBy),
      ...deadlineTable().map(({ outcome }) => outcome),
    ];
    expect(unknownNames({ events: told, commands: Object.keys(phaseWindows) })).toEqual([]);
  });

  it('and a name that does not exist is seen', () => {
    expect(unknownNames({ events: ['AgreementSigned', 'AgreementSinged'], commands: ['EnterPhase', 'EnterFaze'] })).toEqual([
      'AgreementSinged',
      'EnterFaze',
    ]);
  });
});

describe('the budgets', () => {
  const lintedWith = (name: string, text: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'palabre-budget-'));
    try {
      writeFileSync(join(folder, name), text);
      const rules = ['max-lines', 'max-lines-per-function'].flatMap(rule => ['--deny', rule]);
      const oxlint = join(repositoryRoot, 'node_modules', '.bin', 'oxlint');
      const config = ['--config', join(repositoryRoot, '.oxlintrc.json')];
      return spawnSync(oxlint, [...config, ...rules, folder], { encoding: 'utf8' }).stdout;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  const lines = (count: number): string => Array.from({ length: count }, (_, at) => `export const n${at} = ${at};`).join('\n');
  const functionOf = (count: number): string => `export function long(): void {\n${'  void 0;\n'.repeat(count)}}\n`;

  it('are the same for the linter', () => {
    const text = readRepositoryFile('.oxlintrc.json').text.replace(/^\s*\/\/.*$/gm, '');
    const { rules, overrides } = JSON.parse(text) as { rules: Record<string, unknown>; overrides: { rules: Record<string, unknown> }[] };
    expect(rules['max-lines']).toEqual(['error', { max: budgets.file }]);
    expect(rules['max-lines-per-function']).toEqual(['error', { max: budgets.function }]);
    expect(overrides[0]?.rules['max-lines']).toEqual(['error', { max: budgets.spec }]);
  });

  it('turn the linter red for a file and a function of one line too many, and for nothing shorter', () => {
    expect(lintedWith('file.ts', lines(budgets.file + 1))).toContain('max-lines');
    expect(lintedWith('file.ts', lines(budgets.file))).not.toContain('max-lines');
    expect(lintedWith('function.ts', functionOf(budgets.function))).toContain('max-lines-per-function');
    expect(lintedWith('function.ts', functionOf(budgets.function - 2))).not.toContain('max-lines-per-function');
    expect(lintedWith('long.spec.ts', lines(budgets.spec))).not.toContain('max-lines');
    expect(lintedWith('long.spec.ts', lines(budgets.spec + 1))).toContain('max-lines');
  });
});
