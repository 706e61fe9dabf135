import { describe, expect, it } from 'vitest';
import { sampleDeadline, Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { deadlinesHandles, deadlinesProjection } from './deadlines.projection.js';

const deadlinesOf = (story: Story) => foldRows(deadlinesProjection, story.told);

const withDeadlines = (): Story => {
  const story = Story.opened();
  story.tell('DeadlinesSet', { deadlines: [sampleDeadline('d-1'), sampleDeadline('d-2')] });
  return story;
};

const fired = { actor: 'palabre', party: 'none', cause: 'deadline/d-1' };

describe('deadlines', () => {
  it('PMP-29: are to come from when they are set', () => {
    expect(deadlinesOf(withDeadlines()).get('d-1')).toMatchObject({
      state: 'to-come',
      dueAt: '2026-03-01T00:00:00.000Z',
      outcome: 'MeetingMissed',
      settledBy: null,
    });
  });

  it('MDM-18: that passed keep the fact they brought about, also when they are cleared afterwards', () => {
    const story = withDeadlines();
    story.tell('MeetingMissed', { slot: '2026-03-01', deadline: 'd-1' }, fired);
    story.tell('PalaverMessagePosted', { object: 'x', party: 'host', message: 'a second fact of the same cause' }, fired);
    story.tell('DeadlinesCleared', { deadlines: ['d-1'] }, fired);
    expect(deadlinesOf(story).get('d-1')).toMatchObject({ state: 'passed', settledBy: 'MeetingMissed', settledVersion: 4 });
    expect(deadlinesOf(story).get('d-2')).toMatchObject({ state: 'to-come' });
  });

  it('are lifted when what they waited for happened, and housekeeping is never taken for the outcome', () => {
    const story = withDeadlines();
    story.tell('DeadlinesCleared', { deadlines: ['d-1'] }, fired);
    expect(deadlinesOf(story).get('d-1')).toMatchObject({ state: 'lifted', settledBy: null });
  });

  it('declare the events that set and clear them', () => {
    expect(deadlinesHandles).toEqual(['DeadlinesSet', 'DeadlinesCleared']);
  });
});
