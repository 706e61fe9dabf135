import {
  commandTypesOf,
  events,
  isEventType,
  ownedStreamKinds,
  openings,
  streamCommands,
  streamKinds,
  type OwnedStreamKind,
  type StreamCommandDefinition,
} from '@palabre/contracts';
import { ownedStreams, rulesOf } from '@palabre/lifecycle';
import { describe, expect, it } from 'vitest';

const tableOf = (kind: OwnedStreamKind): [string, StreamCommandDefinition][] =>
  Object.entries(streamCommands[kind] as Readonly<Record<string, StreamCommandDefinition>>);

interface Told {
  readonly name: string;
  readonly requirements: readonly string[];
  readonly says: { readonly fr: string; readonly en: string };
}

const rowsOf = (kind: OwnedStreamKind): Told[] => {
  const { tasks, deadlines } = ownedStreams[kind];
  return [
    ...tableOf(kind).map(([name, { requirements, says }]) => ({ name, requirements, says })),
    ...tasks.map(({ kind: name, requirements, title }) => ({ name, requirements, says: title })),
    ...deadlines.map(({ rule, requirements, says }) => ({ name: rule, requirements, says })),
  ];
};

describe('the table of streams', () => {
  it('has rules for every kind, and each knows its own name', () => {
    expect(streamKinds.map(kind => rulesOf(kind).kind)).toEqual([...streamKinds]);
  });

  it.each(ownedStreamKinds)('%s: every command has a decider, and every decider a command', kind => {
    const decided = Object.keys(ownedStreams[kind].deciders);
    expect(decided.sort()).toEqual([...commandTypesOf(kind)].sort());
    expect(openings[kind].every(type => decided.includes(type))).toBe(true);
  });

  it.each(ownedStreamKinds)('%s: what it applies, waits for and ends in is published', kind => {
    const { evolvers, tasks, deadlines } = ownedStreams[kind];
    const named = [...Object.keys(evolvers), ...tasks.flatMap(({ doneBy }) => doneBy), ...deadlines.map(({ outcome }) => outcome)];
    expect(named.filter(type => !isEventType(type))).toEqual([]);
    const told = Object.values(events).filter(({ mechanism }) => mechanism === kind);
    expect(told.length).toBeGreaterThan(4);
    const answering = tasks.flatMap(({ verdicts }) => Object.values(verdicts)).filter(type => type !== null);
    expect(answering.filter(type => !(commandTypesOf(kind) as readonly string[]).includes(type))).toEqual([]);
  });

  it.each(ownedStreamKinds)('%s: each row speaks French and English and names what it serves', kind => {
    for (const { name, requirements, says } of rowsOf(kind)) {
      expect(requirements.length, name).toBeGreaterThan(0);
      expect(
        requirements.every(id => /^(MDM|PMP|ALE|HFA|AGI)-\d\d$|^[CS]-\d\d$/.test(id)),
        name,
      ).toBe(true);
      expect(Math.min(says.fr.length, says.en.length), name).toBeGreaterThan(3);
    }
  });

  it.each(ownedStreamKinds)('%s: names who may ask, from where', kind => {
    for (const [name, { by }] of tableOf(kind)) {
      expect(by.roles.length, name).toBeGreaterThan(0);
      expect(by.from.length, name).toBeGreaterThan(0);
    }
  });
});
