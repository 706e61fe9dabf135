import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { commitmentsEntity } from './commitments.entity.js';
import { commitmentsHandles, commitmentsProjection } from './commitments.projection.js';

const commitmentsOf = (story: Story) => foldRows(commitmentsProjection, story.told);

const promised = (commitment: string, owedBy: string, owedTo: string) =>
  ({ commitment, owedBy, owedTo, what: 'books of May', dueOn: '2026-05-31', origin: 'clause' }) as const;

const withTwo = (): Story => {
  const story = Story.opened();
  story.tell('CommitmentMade', promised('k-1', 'partner', 'host'));
  story.tell('AdjustmentAgreed', { ...promised('k-2', 'host', 'partner'), origin: 'adjustment' });
  return story;
};

describe('commitments', () => {
  it('ALE-45: what either side owes stands in one list, each with its day', () => {
    expect([...commitmentsOf(withTwo()).values()].map(({ part, owedBy, dueOn, state }) => [part, owedBy, dueOn, state])).toEqual([
      ['k-1', 'partner', '2026-05-31', 'open'],
      ['k-2', 'host', '2026-05-31', 'open'],
    ]);
  });

  it('keep nothing that has no column, whatever else an event says', () => {
    const story = Story.opened();
    story.tell('CommitmentMade', { ...promised('k-1', 'partner', 'host'), more: 'than is known here' } as never);
    expect(Object.keys(commitmentsOf(story).get('k-1') ?? {}).toSorted()).toEqual(
      Object.keys(commitmentsEntity.options.columns).toSorted(),
    );
  });

  it('HFA-23: a breach stays known with its reason and how it was settled', () => {
    const story = withTwo();
    story.tell('CommitmentOverdue', { commitment: 'k-1', deadline: 'd-1', owedBy: 'partner' });
    story.tell('GuarantorAcknowledged', { commitment: 'k-1', party: 'partner' });
    story.tell('CommitmentBreachRecorded', { commitment: 'k-1', recordedBy: 'host', reason: 'no books at all' });
    const breached = commitmentsOf(story).get('k-1');
    expect(breached).toMatchObject({ state: 'breached', reason: 'no books at all', acknowledgedBy: [], settledAt: null });
    expect(breached?.lateAt).not.toBeNull();
    story.tell('GuarantorAcknowledged', { commitment: 'k-1', party: 'partner' });
    story.tell('CommitmentExcused', { commitment: 'k-1', decision: 'j-1' });
    expect(commitmentsOf(story).get('k-1')).toMatchObject({
      state: 'excused',
      reason: 'no books at all',
      acknowledgedBy: ['partner'],
      decision: 'j-1',
      settledAt: story.envelopes.at(-1)?.attributes.factat,
    });
    expect(commitmentsOf(story).get('k-2')).toMatchObject({ state: 'open', reason: null, lateAt: null });
  });

  it('kept after its day is kept and stays late; an event about a commitment that nobody made changes nothing', () => {
    const story = withTwo();
    story.tell('MilestoneMissed', { commitment: 'k-2', deadline: 'd-2', owedBy: 'host' });
    story.tell('CommitmentKept', { commitment: 'k-2', confirmedBy: 'partner', note: 'arrived' });
    story.tell('CommitmentKept', { commitment: 'k-9', confirmedBy: 'partner', note: null });
    const row = commitmentsOf(story).get('k-2');
    expect(row).toMatchObject({ state: 'kept', note: 'arrived', lateAt: story.envelopes[4]?.attributes.factat });
    expect([...commitmentsOf(story).keys()]).toEqual(['k-1', 'k-2']);
  });

  it('declare the twelve events that make, settle or break one', () => {
    expect(commitmentsHandles).toHaveLength(12);
    expect(commitmentsHandles).not.toContain('DeadlinesSet');
  });
});
