import { describe, expect, it } from 'vitest';
import { veiled } from './reading.js';

const state = {
  policy: {
    lines: [
      { code: 'harassment', protected: true },
      { code: 'corruption', protected: false },
    ],
  },
  lines: {
    cases: [
      { case: 'case-1', line: 'harassment', about: 'host', raisedByPerson: 'person-77' },
      { case: 'case-2', line: 'corruption', about: 'host', raisedByPerson: 'person-12' },
    ],
    lastRaised: [{ line: 'harassment', about: 'host', at: '2027-01-01T00:00:00.000Z' }],
    closed: 0,
  },
  tasks: [
    { kind: 'be-heard', party: 'host', about: 'case-1', askedBy: 'person-77' },
    { kind: 'accept-budget', party: 'partner', about: null, askedBy: 'person-12' },
  ],
  deadlines: [{ rule: 'orange-line-plan', party: 'host', about: 'case-1' }],
  head: { version: 9 },
};

describe('the state that leaves the gateway', () => {
  it('MDM-68: tells of a protected case that it exists, and neither who raised it nor about whom', () => {
    const told = JSON.stringify(veiled(state));
    expect(told).not.toContain('person-77');
    expect(told).toContain('person-12');
    expect(veiled(state)).toMatchObject({
      head: { version: 9 },
      lines: { cases: [{ protected: true }, { case: 'case-2' }], lastRaised: [{ protected: true }] },
      tasks: [{ protected: true }, { kind: 'accept-budget' }],
      deadlines: [{ protected: true }],
    });
  });

  it('leaves a state without lines as it is', () => {
    expect(veiled({ head: { version: 1 } })).toEqual({ head: { version: 1 } });
  });
});
