import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { breachesProjection } from './breaches.projection.js';

const rowsOf = (story: Story) => [...foldRows(breachesProjection, story.told).values()];

const docs = (story: Story, kind: string) => rowsOf(story).flatMap(row => (row.kind === kind ? [row.doc] : []));

const point = (story: Story, heldOn: string, state: 'kept' | 'late' | 'breached', owner?: string): void =>
  void story.tell('StatusPointRecorded', {
    heldOn,
    note: 'heard',
    clauses: [{ number: '4.2', state, ...(owner === undefined ? {} : { owner }) }],
  });

describe('what was not done as it was due, beside promises', () => {
  it('HFA-23: missed status points of everybody, vouchers owed and diversions of who spent, each with the reference it is acknowledged by', () => {
    const story = Story.opened();
    story.tell('StatusReportOverdue', { slot: '2026-03-31', deadline: 'deadline-1' });
    story.tell('JustificationOverdue', { transfer: 'm-1', deadline: 'deadline-2', owedBy: 'partner' });
    const value = { amount: 500, currency: 'EUR' };
    story.tell('FundDiversionFlagged', { transfer: 'm-1', line: 'L1', value, reason: 'another well', about: 'partner' });
    story.tell('FundDiversionFlagged', { transfer: 'm-0', line: 'L1', value, reason: 'told before parties were named' });
    expect(docs(story, 'status-point')).toMatchObject([{ party: null, about: '2026-03-31', reference: 'status-point-2026-03-31' }]);
    expect(docs(story, 'justification')).toMatchObject([{ party: 'partner', about: 'm-1', reference: 'justification-m-1' }]);
    expect(docs(story, 'diversion')).toMatchObject([{ party: 'partner', about: 'm-1', reason: 'another well' }]);
  });

  it('HFA-23, HFA-19: a diversion is over once the case that looked into it was dismissed; another one stays open', () => {
    const story = Story.opened();
    const value = { amount: 500, currency: 'EUR' };
    for (const transfer of ['m-1', 'm-2']) {
      story.tell('FundDiversionFlagged', { transfer, line: 'L1', value, reason: 'another well', about: 'partner' });
    }
    const [first] = docs(story, 'diversion').map(doc => doc.reference);
    const dismissed = { case: 'c-1', line: 'corruption', about: 'partner', reason: 'vouchers were found' };
    story.tell('LineDismissed', dismissed);
    expect(docs(story, 'diversion')).toMatchObject([{ settledAt: null }, { settledAt: null }]);
    story.tell('LineDismissed', { ...dismissed, examined: [String(first)] });
    expect(docs(story, 'diversion')).toMatchObject([
      { about: 'm-1', dismissed: true, settledAt: expect.any(String) as string },
      { about: 'm-2', settledAt: null },
    ]);
  });

  it('HFA-23: a breached clause begins with the point that found it so, keeps its beginning, and is settled by the one that no longer does', () => {
    const story = Story.opened();
    point(story, '2026-02-01', 'kept', 'host');
    expect(docs(story, 'clause')).toEqual([]);
    point(story, '2026-03-01', 'breached', 'host');
    point(story, '2026-04-01', 'breached', 'host');
    expect(docs(story, 'clause')).toMatchObject([{ party: 'host', about: '4.2', reference: 'clause-4.2-2026-03-01', settledAt: null }]);
    point(story, '2026-05-01', 'kept', 'host');
    expect(docs(story, 'clause')).toMatchObject([{ reference: 'clause-4.2-2026-03-01', settledAt: expect.any(String) as string }]);
    point(story, '2026-06-01', 'breached');
    expect(docs(story, 'clause')).toMatchObject([
      { party: 'host', reference: 'clause-4.2-2026-03-01', settledAt: expect.any(String) as string },
      { party: null, reference: 'clause-4.2-2026-06-01', settledAt: null },
    ]);
    point(story, '2026-07-01', 'late');
    expect(docs(story, 'clause').filter(doc => 'settledAt' in doc && doc.settledAt === null)).toHaveLength(1);
  });

  it('HFA-24: keeps who took note of what; a promise that was acknowledged stands with the promises', () => {
    const story = Story.opened();
    story.tell('GuarantorAcknowledged', { commitment: 'k-1', party: 'partner' });
    expect(rowsOf(story)).toEqual([]);
    story.tell('GuarantorAcknowledged', { commitment: 'status-point-2026-03-31', party: 'partner', breach: 'status-point' });
    expect(docs(story, 'acknowledged')).toEqual([{ party: 'partner', breach: 'status-point', reference: 'status-point-2026-03-31' }]);
  });
});
