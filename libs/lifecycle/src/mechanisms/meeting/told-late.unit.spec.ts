import type { CommandData } from '@palabre/contracts';
import { fileIn, meeting, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const held = (heldOn: string, more: Partial<CommandData<'HoldMeeting'>> = {}): CommandData<'HoldMeeting'> => ({
  ...meeting(heldOn),
  kind: 'formal',
  purpose: 'exchange',
  ...more,
});

const figures = ({ state: { meetings } }: Rehearsal) => ({
  inARow: meetings.missedInARow,
  missed: meetings.years[0]?.missed,
  next: meetings.calendar?.next,
});

/** Slots on the 15th of each month from February 2027 on; each waits until the eve of the next. */
const atWork = (day: string): Rehearsal => fileIn('implementation').advanceTo(day);

describe('a meeting that was held in its time and told too late', () => {
  it('MDM-18: takes back the miss of its own slot, in a fact of its own, and leaves what was told where it stands', () => {
    const file = atWork('2027-03-16');
    expect(figures(file)).toEqual({ inARow: 1, missed: 1, next: 1 });
    file.must('officer', 'HoldMeeting', held('2027-03-10'));
    expect(file.last('MeetingHeld')).toMatchObject({ heldOn: '2027-03-10', takesBack: '2027-02-15' });
    expect(figures(file)).toEqual({ inARow: 0, missed: 0, next: 1 });
    expect(file.count('MeetingMissed')).toBe(1);
    expect(tasksOf(file, 'hold-meeting').map(({ dueAt }) => dueAt)).toEqual(Array(2).fill('2027-04-15T00:00:00.000Z'));
    expect(file.replayed()).toEqual(file.state);
  });

  it('MDM-18, MDM-70: of several in a row only its own is taken back, and those that came after it still count', () => {
    const file = atWork('2027-06-16');
    expect(figures(file)).toEqual({ inARow: 4, missed: 4, next: 4 });
    file.must('representative', 'HoldMeeting', held('2027-03-20'));
    expect(figures(file)).toEqual({ inARow: 2, missed: 3, next: 4 });
    file.must('representative', 'HoldMeeting', held('2027-05-16'));
    expect(figures(file)).toEqual({ inARow: 0, missed: 2, next: 4 });
    file.must('representative', 'HoldMeeting', held('2027-03-21'));
    expect(file.last('MeetingHeld')).not.toHaveProperty('takesBack');
    expect(figures(file).missed).toBe(2);
  });

  it('one of today is of the slot of today, and a talk in passing takes nothing back', () => {
    const file = atWork('2027-04-16');
    file.must('officer', 'HoldMeeting', held('2027-03-10', { kind: 'informal', minutes: null }));
    expect(file.last('MeetingHeld')).not.toHaveProperty('takesBack');
    file.must('officer', 'HoldMeeting', held('2027-04-16'));
    expect(file.last('MeetingHeld')).not.toHaveProperty('takesBack');
    expect(figures(file)).toEqual({ inARow: 0, missed: 2, next: 3 });
  });
});
