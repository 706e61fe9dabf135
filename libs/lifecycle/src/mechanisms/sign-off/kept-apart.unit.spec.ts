import type { EventData, EventEnvelope, EventType } from '@palabre/contracts';
import { fileIn, type Rehearsal, withThird } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { evolve } from '../../evolve.js';
import type { PartnershipState } from '../../state.js';
import { proposedByOneSide, withProposal } from './balance.js';
import { ballotOn } from './ballots.js';
import { isAgreedChange, partiesWithoutSignatory, reportStatus, unsignedParties } from './questions.js';

const words = 'Décidé ensemble.';

/** What the file becomes when this is told of it, next in its history. */
function told<T extends EventType>(state: PartnershipState, like: EventEnvelope, type: T, data: EventData<T>): PartnershipState {
  const streamversion = state.head.version + 1;
  return evolve(state, { data, attributes: { ...like.attributes, type, streamversion } });
}

const lastOf = (file: Rehearsal): EventEnvelope => file.events.at(-1)!;

/** The reference of one more proposal of the officer. */
function propose(file: Rehearsal, kind: 'joint' | 'scope' = 'joint'): string {
  file.must('officer', 'ProposeDecision', { kind, subject: 'Formation', text: words, override: null });
  return String(file.last('JointDecisionProposed')['decision']);
}

const signOffs = (state: PartnershipState, change: Partial<PartnershipState['signOffs']>): PartnershipState => ({
  ...state,
  signOffs: { ...state.signOffs, ...change },
});

describe('several decisions at one time', () => {
  it('C-08: a no to a decision that is over changes nothing that is agreed or open', () => {
    const file = fileIn('implementation');
    const open = propose(file);
    const before = file.state.signOffs;
    const after = told(file.state, lastOf(file), 'JointDecisionDeclined', {
      decision: 'decision-gone',
      kind: 'joint',
      party: 'partner',
      reason: words,
    });
    expect(after.signOffs).toEqual(before);
    expect(after.signOffs.decisions.map(one => one.decision)).toEqual([open]);
  });

  it('C-08: what is said of one decision is said of no other, and the one that is closed leaves the rest', () => {
    const file = fileIn('implementation');
    withThird(file);
    const [first, second] = [propose(file), propose(file)];
    file.must('representative', 'AcceptDecision', { decision: first });
    expect(file.state.signOffs.decisions.map(one => [one.decision, one.acceptedBy])).toEqual([
      [first, ['host', 'partner']],
      [second, ['host']],
    ]);
    file.must('representative', 'DeclineDecision', { decision: second, reason: words });
    expect(file.state.signOffs.decisions.map(one => one.decision)).toEqual([first]);
    expect(file.count('JointDecisionTaken')).toBe(0);
  });

  it('PMP-42, C-06: a change of scope is an agreed change too; an ordinary decision is none', () => {
    const file = fileIn('implementation');
    const [plain, scope] = [propose(file), propose(file, 'scope')];
    file.must('representative', 'AcceptDecision', { decision: plain });
    expect(isAgreedChange(file.state, plain)).toBe(false);
    file.must('representative', 'AcceptDecision', { decision: scope });
    expect(isAgreedChange(file.state, scope)).toBe(true);
    expect(file.state.signOffs).toMatchObject({ decisions: [], agreedChanges: [scope], scopeChanges: [scope] });
    expect(file.state.steps.endAgreed).not.toBe(true);
  });

  it('C-06: of agreed changes the last hundred are kept', () => {
    const file = fileIn('implementation');
    const scope = propose(file, 'scope');
    const before = Array.from({ length: 100 }, (_, at) => `decision-before-${at}`);
    file.state = signOffs(file.state, { agreedChanges: before, scopeChanges: before });
    file.must('representative', 'AcceptDecision', { decision: scope });
    for (const kept of [file.state.signOffs.agreedChanges, file.state.signOffs.scopeChanges ?? []]) {
      expect(kept).toHaveLength(100);
      expect([kept[0], kept.at(-1)]).toEqual(['decision-before-1', scope]);
    }
  });
});

describe('what no longer counts', () => {
  const on = { version: 3, hash: 'a'.repeat(64) };
  const other = { version: 2, hash: 'b'.repeat(64) };

  const stale = (signOff: EventData<'SignOffBecameStale'>['signOff'], party: string | null) =>
    ({ signOff, party, kind: signOff === 'assembly' ? 'final-report' : 'agreement', ...on }) as EventData<'SignOffBecameStale'>;

  it('C-04: a signature falls for the party and the version that are named, and for those alone', () => {
    const file = fileIn('implementation');
    const signatures = [
      { party: 'host', person: 'person-direction', ...on },
      { party: 'host', person: 'person-direction', ...other },
      { party: 'partner', person: 'person-presidency', ...on },
    ];
    const state = signOffs(file.state, { signatures });
    const after = told(state, lastOf(file), 'SignOffBecameStale', stale('signature', 'host'));
    expect(after.signOffs.signatures).toEqual([signatures[1], signatures[2]]);
  });

  it('MDM-61: a validation falls on the version it was given on; on another it stands', () => {
    const file = fileIn('implementation');
    const strategic = { status: 'granted', requestedBy: 'person-officer', requestedAt: file.state.calendar.now } as const;
    const after = (bound: typeof on) =>
      told(
        signOffs(file.state, { strategic: { ...strategic, ...bound } }),
        lastOf(file),
        'SignOffBecameStale',
        stale('strategic-validation', null),
      );
    expect(after(on).signOffs.strategic).toBeNull();
    expect(after(other).signOffs.strategic).toEqual({ ...strategic, ...other });
    expect(after({ ...on, version: 2 }).signOffs.strategic).not.toBeNull();
  });

  it('HFA-33: with an approval the account falls that stood on it; the approval of the other party stays', () => {
    const file = fileIn('implementation');
    const assembly = [
      { party: 'host', verdict: 'approved', ...on },
      { party: 'partner', verdict: 'approved', ...on },
      { party: 'host', verdict: 'approved', ...other },
    ] as const;
    const state = signOffs(file.state, { assembly, accountRenderedBy: ['host', 'partner'] });
    const after = told(state, lastOf(file), 'SignOffBecameStale', stale('assembly', 'host'));
    expect(after.signOffs.assembly).toEqual([assembly[1], assembly[2]]);
    expect(after.signOffs.accountRenderedBy).toEqual([]);
    const shared = told(state, lastOf(file), 'SignOffBecameStale', stale('content-shared', 'host'));
    expect(shared.signOffs).toEqual(state.signOffs);
  });

  it('MDM-60: voices on a matter that is decided are over; voices on another stay', () => {
    const file = fileIn('implementation');
    const vote = (subject: string) => ({ body: 'general-assembly', of: 'partner', subject, person: 'person-a', verdict: 'grant' }) as const;
    const votes = [vote(ballotOn.strategic(on.hash)), vote(ballotOn.assembly('partner', on.hash)), vote(ballotOn.end())];
    const state = signOffs(file.state, { votes });
    const after = told(state, lastOf(file), 'SignOffBecameStale', stale('strategic-validation', null));
    expect(after.signOffs.votes).toEqual([votes[1], votes[2]]);
  });

  it('MDM-60: a body named again takes its own place; the same body of the other party, and its other bodies, stay', () => {
    const file = fileIn('implementation');
    const body = (name: 'general-assembly' | 'executive-bureau', party: string, quorum: number) => ({
      body: name,
      party,
      members: [{ party, person: `person-${party}` }],
      quorum,
    });
    const bodies = [body('general-assembly', 'host', 1), body('general-assembly', 'partner', 1), body('executive-bureau', 'host', 1)];
    const again = body('general-assembly', 'host', 1);
    const after = told(signOffs(file.state, { bodies }), lastOf(file), 'BodyConstituted', again);
    expect(after.signOffs.bodies).toEqual([bodies[1], bodies[2], again]);
  });
});

describe('who still has to sign or to answer', () => {
  it('C-04: a party signed when it signed the version that stands, by number and by content', () => {
    const file = fileIn('implementation');
    const bound = { version: file.text('agreement').version, hash: file.text('agreement').hash };
    const signed = (...signatures: PartnershipState['signOffs']['signatures']) => unsignedParties(signOffs(file.state, { signatures }));
    const host = { party: 'host', person: 'person-direction' };
    expect(unsignedParties(file.state)).toEqual([]);
    expect(signed({ ...host, ...bound })).toEqual(['partner']);
    expect(signed({ ...host, ...bound, version: bound.version + 1 })).toEqual(['host', 'partner']);
    expect(signed({ ...host, ...bound, hash: 'c'.repeat(64) })).toEqual(['host', 'partner']);
  });

  it('HFA-15: a party whose mandates are over has nobody to sign', () => {
    const file = fileIn('implementation');
    const { now } = file.state.calendar;
    expect(partiesWithoutSignatory(file.state, now)).toEqual([]);
    const mandates = file.state.parties.mandates.map(one => (one.party === 'partner' ? { ...one, until: '2026-12-31' } : one));
    const ended = { ...file.state, parties: { ...file.state.parties, mandates } };
    expect(partiesWithoutSignatory(ended, now)).toEqual(['partner']);
    expect(partiesWithoutSignatory(ended, '2026-12-31T12:00:00.000Z')).toEqual([]);
  });

  it('HFA-33: without a report there is nothing to answer, whatever was once approved', () => {
    const { state } = fileIn('implementation');
    expect(reportStatus(state)).toBe('missing');
    const assembly = [{ party: 'partner', verdict: 'approved', version: 1, hash: 'd'.repeat(64) }] as const;
    expect(reportStatus(signOffs(state, { assembly }))).toBe('missing');
  });
});

describe('who proposes', () => {
  it('MDM-23: proposals are counted by month and party, for three years and a month', () => {
    const first = withProposal([], 'host', '2027-01-20T09:00:00.000Z');
    const second = withProposal(withProposal(first, 'partner', '2027-01-31T23:59:59.000Z'), 'host', '2027-01-05T00:00:00.000Z');
    expect(second).toEqual([{ month: '2027-01', by: { host: 2, partner: 1 } }]);
    expect(withProposal(second, 'host', '2027-02-01T00:00:00.000Z')).toEqual([...second, { month: '2027-02', by: { host: 1 } }]);
    const full = Array.from({ length: 37 }, (_, at) => ({ month: `before-${at}`, by: { host: 1 } }));
    const kept = withProposal(full, 'partner', '2027-02-01T00:00:00.000Z');
    expect(kept).toHaveLength(37);
    expect([kept[0]?.month, kept.at(-1)?.month]).toEqual(['before-1', '2027-02']);
  });

  it('MDM-23: a share is one-sided above the percentage, not at it, from so many decisions on, within the window', () => {
    const { state } = fileIn('implementation');
    const figures = {
      ...state.policy!.figures,
      balance_topic_above_percent: 60,
      balance_window_months: 12,
      balance_topic_min_decisions: 5,
    };
    const proposed = (by: Readonly<Record<string, number>>, month = '2027-01') =>
      proposedByOneSide({
        ...signOffs(state, { proposed: [{ month, by }] }),
        policy: { ...state.policy!, figures },
      });
    expect(proposed({ host: 3, partner: 2 })).toBe(false);
    expect(proposed({ host: 4, partner: 1 })).toBe(true);
    expect(proposed({ host: 1, partner: 4 })).toBe(true);
    expect(proposed({ host: 4 })).toBe(false);
    expect(proposed({ host: 5 }, '2026-01')).toBe(true);
    expect(proposed({ host: 5 }, '2025-12')).toBe(false);
    expect(proposedByOneSide(state)).toBe(false);
  });
});
