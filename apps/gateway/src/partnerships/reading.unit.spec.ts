import type { OpenTask, PartnershipStanding, SetDeadline } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { veiled, veiledStanding } from './reading.js';

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

  it('MDM-68: where a partnership stands is told without the tasks and deadlines of a protected case, and with all others', () => {
    const task = (kind: string, about: string | null): OpenTask => ({
      task: `task-${kind}`,
      kind,
      title: { fr: kind, en: kind },
      phase: 'implementation',
      roles: ['partnership-officer'],
      party: 'host',
      dueAt: null,
      subject: null,
      about,
      askedBy: null,
      verdicts: { grant: null, refuse: null, contest: null },
      requirements: [],
    });
    const deadline = (rule: string, about: string | null): SetDeadline => ({
      deadline: `deadline-${rule}`,
      rule,
      dueAt: '2027-01-01T00:00:00.000Z',
      party: 'host',
      about,
      outcome: 'TaskOverdue',
    });
    const standing: PartnershipStanding = {
      id: 'p-1',
      version: 9,
      announcedVersion: 9,
      hash: 'a'.repeat(64),
      phase: 'implementation',
      standing: 'open',
      calendar: { kind: 'real', now: '2026-12-01T00:00:00.000Z' },
      tasks: [task('be-heard', 'case-1'), task('accept-budget', null), task('plan', 'case-2')],
      deadlines: [deadline('orange-line-plan', 'case-1'), deadline('meeting', null)],
    };
    const told = veiledStanding(standing, state);
    expect(told.tasks.map(({ kind }) => kind)).toEqual(['accept-budget', 'plan']);
    expect(told.deadlines.map(({ rule }) => rule)).toEqual(['meeting']);
    expect(veiledStanding(standing, { head: { version: 1 } })).toEqual(standing);
  });

  const voted = {
    ...state,
    signOffs: {
      votes: [
        { subject: 'line/case-1', person: 'person-77', verdict: 'grant' },
        { subject: 'line/case-2', person: 'person-12', verdict: 'grant' },
      ],
    },
    commitments: {
      open: [
        { commitment: 'step-1', owedBy: 'host', origin: 'mitigation' },
        { commitment: 'promise-1', owedBy: 'host', origin: 'clause' },
      ],
    },
    tasks: [
      { kind: 'keep-commitment', about: 'step-1' },
      { kind: 'keep-commitment', about: 'promise-1' },
    ],
    deadlines: [
      { rule: 'commitment-due', about: 'step-1' },
      { rule: 'commitment-due', about: 'promise-1' },
    ],
  };

  it('MDM-68: hides who voted on a protected case, and no other vote', () => {
    expect(veiled(voted)).toMatchObject({ signOffs: { votes: [{ protected: true }, { subject: 'line/case-2', person: 'person-12' }] } });
    expect(JSON.stringify(veiled(voted))).not.toContain('person-77');
  });

  it('MDM-68: hides commitments of a mitigation plan with their tasks and deadlines where a line is protected, and only there', () => {
    const told = veiled(voted);
    expect(JSON.stringify(told)).not.toContain('step-1');
    expect(told).toMatchObject({
      commitments: { open: [{ protected: true }, { commitment: 'promise-1' }] },
      tasks: [{ protected: true }, { about: 'promise-1' }],
      deadlines: [{ protected: true }, { about: 'promise-1' }],
    });
    const unprotected = { ...voted, policy: { lines: [{ code: 'corruption', protected: false }] } };
    expect(veiled(unprotected)).toEqual(unprotected);
  });

  it('leaves a state without lines as it is', () => {
    expect(veiled({ head: { version: 1 } })).toEqual({ head: { version: 1 } });
  });
});
