import { fileIn, type Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const promise = (file: Rehearsal, by: 'host' | 'partner', dueOn: string): string => {
  const other = by === 'host' ? 'partner' : 'host';
  const owed = { owedBy: by, owedTo: other, what: 'Rapport trimestriel', dueOn, origin: 'clause' } as const;
  file.must(by === 'host' ? 'officer' : 'representative', 'MakeCommitment', owed);
  return String(file.last('CommitmentMade')['commitment']);
};

const nothing = { kept: 0, late: 0, breached: 0, excused: 0, open: 0, overdue: 0 };

describe('the joint reflection', () => {
  it('ALE-45: opens with what each side delivered, the host’s word as much as the partner’s', () => {
    const file = fileIn('implementation');
    const kept = promise(file, 'host', '2027-03-31');
    const broken = promise(file, 'partner', '2027-03-31');
    promise(file, 'partner', '2027-04-30');
    file.must('representative', 'ConfirmCommitment', { commitment: kept, note: null });
    file.must('officer', 'RecordBreach', { commitment: broken, reason: 'Rien reçu.' });
    file.must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
    expect(file.last('AnnualReviewOpened')['delivered']).toEqual([
      { ...nothing, party: 'host', kept: 1 },
      { ...nothing, party: 'partner', breached: 1, open: 1 },
    ]);
  });

  it('ALE-45: a second review tells its own year, not the first one again', () => {
    const file = fileIn('implementation');
    const first = promise(file, 'host', '2027-03-31');
    const broken = promise(file, 'partner', '2027-03-31');
    file.must('representative', 'ConfirmCommitment', { commitment: first, note: null });
    file.must('officer', 'RecordBreach', { commitment: broken, reason: 'Rien reçu.' });
    const reviews = () => file.events.filter(event => event.attributes.type === 'AnnualReviewOpened').map(event => event.data);
    file.advanceTo('2028-06-01');
    expect(reviews()).toMatchObject([
      {
        delivered: [
          { party: 'host', kept: 1 },
          { party: 'partner', breached: 1 },
        ],
      },
    ]);
    file.state = { ...file.state, phase: 'implementation' };
    const second = promise(file, 'host', '2028-07-31');
    file.must('representative', 'ConfirmCommitment', { commitment: second, note: null });
    file.must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
    expect(reviews()[1]).toMatchObject({
      delivered: [
        { party: 'host', kept: 1 },
        { party: 'partner', breached: 0 },
      ],
    });
  });

  it('ALE-45: tells the same when it opens by itself, promises past their day apart', () => {
    const file = fileIn('implementation');
    const due = '2027-04-30';
    promise(file, 'host', due);
    file.advanceTo('2029-06-01');
    const opened = file.events.find(event => event.attributes.type === 'AnnualReviewOpened')?.data as {
      openedBy: string;
      delivered: unknown;
    };
    expect(opened.openedBy).toBe('deadline');
    expect(opened.delivered).toEqual([
      { ...nothing, party: 'host', overdue: 1 },
      { ...nothing, party: 'partner' },
    ]);
  });
});
