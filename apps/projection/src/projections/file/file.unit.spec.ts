import { describe, expect, it } from 'vitest';
import { eventTypes, journalNotes } from '@palabre/contracts';
import { historyOfAll } from '../../spec/history-of-all.js';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { fileHandles, fileProjection } from './file.projection.js';

const fileOf = (story: Story): Record<string, unknown> =>
  Object.fromEntries([...foldRows(fileProjection, story.told)].map(([part, row]) => [part, row.doc]));

const hash = (letter: string): string => letter.repeat(64);

const budget = (amount: number) => ({
  lines: [{ line: 'L1', label: 'Wells', cost: { amount, currency: 'EUR' }, spentBy: 'partner', overhead: false }],
  total: { amount, currency: 'EUR' },
});

describe('the file of a partnership', () => {
  it('MDM-11: a contested budget is open again; the next version starts without the partner’s acceptance; co-validated, it is agreed', () => {
    const story = Story.opened();
    story.tell('BudgetProposed', {
      kind: 'budget',
      version: 1,
      hash: hash('a'),
      proposedBy: 'host',
      body: budget(100),
      staleAcceptances: [],
    });
    story.tell('BudgetContested', { kind: 'budget', version: 1, hash: hash('a'), party: 'partner', reasons: 'no upkeep', about: ['L1'] });
    expect(fileOf(story)['text/budget']).toMatchObject({ state: 'contested', acceptedBy: ['host'], agreed: null });
    story.tell('BudgetProposed', {
      kind: 'budget',
      version: 2,
      hash: hash('b'),
      proposedBy: 'host',
      body: budget(120),
      staleAcceptances: ['host'],
    });
    expect(fileOf(story)['text/budget']).toMatchObject({
      state: 'proposed',
      head: { version: 2, hash: hash('b') },
      body: budget(120),
      acceptedBy: ['host'],
    });
    story.tell('TextAccepted', { kind: 'budget', version: 2, hash: hash('b'), party: 'partner' });
    story.tell('BudgetCoValidated', { kind: 'budget', version: 2, hash: hash('b'), acceptedBy: ['host', 'partner'] });
    const text = fileOf(story)['text/budget'] as { versions: unknown[]; contests: unknown[] };
    expect(text).toMatchObject({ state: 'agreed', agreed: { version: 2, acceptedBy: ['host', 'partner'] } });
    expect(text.versions).toHaveLength(2);
    expect(text.contests).toHaveLength(1);
  });

  it('MDM-14: answers of a two-sided form stay sealed until both are revealed together', () => {
    const story = Story.opened();
    story.tell('FormAnswered', { form: 'annual-review', round: 1, party: 'host', answersHash: hash('c') });
    expect(fileOf(story)['forms']).toMatchObject({
      rounds: [{ form: 'annual-review', round: 1, revealed: null, answeredBy: [{ party: 'host', answersHash: hash('c') }] }],
    });
    const answers = [
      { party: 'host', answers: { q1: 4 }, unchanged: [], salt: hash('1') },
      { party: 'partner', answers: { q1: 2 }, unchanged: [], salt: hash('2') },
    ];
    story.tell('JointReflectionHeld', { round: 1, answers });
    expect(fileOf(story)['forms']).toMatchObject({ rounds: [{ revealed: answers }] });
  });

  it('MDM-15: an approval whose text changed afterwards is stale and says so; others stay', () => {
    const story = Story.opened();
    const signed = { mandate: { from: '2026-01-01', until: null }, version: 1, hash: hash('d') };
    story.tell('SignatureGiven', { party: 'host', person: 'person-1', ...signed });
    story.tell('SignatureGiven', { party: 'partner', person: 'person-2', ...signed });
    story.tell('SignOffBecameStale', { signOff: 'signature', party: 'host', kind: 'agreement', version: 1, hash: hash('d') });
    expect(fileOf(story)['sign-offs']).toMatchObject({
      signOffs: [
        { party: 'host', verdict: 'stale' },
        { party: 'partner', verdict: 'given' },
      ],
    });
  });

  it('HFA-20: money shows what was asked, received, justified late, and whether it is frozen', () => {
    const story = Story.opened();
    const value = { amount: 50_000, currency: 'EUR' };
    story.tell('FundTransferRequested', { transfer: 'm-1', line: 'L1', value, from: 'host', to: 'partner' });
    story.tell('FundTransferCompleted', { transfer: 'm-1', receivedOn: '2026-02-01' });
    story.tell('JustificationOverdue', { transfer: 'm-1', deadline: 'd-1', owedBy: 'partner' });
    expect(fileOf(story)['money']).toMatchObject({ transfers: [{ state: 'received', justified: 0, justificationOverdue: true }] });
    story.tell('ExpenditureJustified', { transfer: 'm-1', value: { amount: 20_000, currency: 'EUR' }, vouchers: ['v-1'], late: true });
    story.tell('FundTransfersFrozen', { case: 'c-1' });
    expect(fileOf(story)['money']).toMatchObject({
      transfers: [
        {
          state: 'received',
          receivedOn: '2026-02-01',
          justified: 20_000,
          justifiedLate: true,
          justificationOverdue: false,
          vouchers: ['v-1'],
        },
      ],
      frozenBy: ['c-1'],
    });
    story.tell('FundTransfersReleased', { case: 'c-1', reason: 'dismissed' });
    expect(fileOf(story)['money']).toMatchObject({ frozenBy: [] });
  });

  it('MDM-10: a handover shows both confirmations and is done only when the focal point has passed', () => {
    const story = Story.opened();
    story.tell('HandoverOpened', {
      handover: 'h-1',
      party: 'host',
      outgoing: 'person-1',
      incoming: 'person-2',
      historyNote: 'read the contested budget',
      pending: [],
    });
    story.tell('HandoverConfirmed', { handover: 'h-1', by: 'newcomer', party: 'host' });
    expect(fileOf(story)['parties']).toMatchObject({ handovers: [{ confirmedBy: ['newcomer'], done: false }] });
    story.tell('HandoverConfirmed', { handover: 'h-1', by: 'other-party', party: 'partner' });
    story.tell('FocalPointHandedOver', { handover: 'h-1', party: 'host', outgoing: 'person-1', incoming: 'person-2' });
    expect(fileOf(story)['parties']).toMatchObject({ handovers: [{ confirmedBy: ['newcomer', 'other-party'], done: true }] });
  });

  it('gates stand as the last step told them, and a refusal changes nothing', () => {
    const story = historyOfAll('p-1');
    const before = fileOf(story);
    expect(before['head']).toMatchObject({ phase: 'mapping', gates: [{ gate: 'NEED', state: 'passed', version: 4 }] });
    expect(before['journal']).toEqual({ counts: { StepVictoryShared: 1 }, byParty: { host: 1 }, lastOn: '2026-02-02' });
    story.tell('CommandRefused', {
      commandType: 'EnterPhase',
      code: 'gate-open',
      rule: 'MAPPING',
      reason: { fr: 'x', en: 'x' },
      next: { fr: 'y', en: 'y' },
      gates: [],
    });
    expect(fileOf(story)).toEqual(before);
  });

  it('every kind of journal note counts, and every event that has content has a part', () => {
    for (const kind of Object.keys(journalNotes)) expect(fileHandles).toContain(kind);
    const elsewhere = eventTypes.filter(type => !fileHandles.includes(type));
    expect(elsewhere.sort()).toEqual([
      'AnnualReviewOverdue',
      'CalendarAdvanced',
      'CommandRefused',
      'DeadlinesCleared',
      'DeadlinesSet',
      'ReminderDue',
      'SignatureAttemptRefused',
      'TaskClaimed',
      'TaskDelegated',
      'TaskHandedBack',
      'TaskOverdue',
      'TasksCompleted',
      'TasksOpened',
      'TasksWithdrawn',
    ]);
  });
});
