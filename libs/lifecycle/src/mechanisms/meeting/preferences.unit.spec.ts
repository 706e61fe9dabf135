import { fileIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const note = 'Dit ensemble.';

const met = (preferences: { person: string; from: string; until: string; channels: string[] }[], more: object = {}) => ({
  heldOn: '2027-01-04',
  attendance: [
    { party: 'host', people: 1 },
    { party: 'partner', people: 1 },
  ],
  inPerson: true,
  minutes: null,
  preferences,
  ...more,
});

const topics = { values: note, experience: note, expectations: note, hours: note, communication: note };

const officer = { person: 'person-officer', from: '08:00', until: '17:00', channels: ['Courriel', 'Téléphone'] };
const evening = { person: 'person-representative', from: '15:30', until: '20:00', channels: ['Téléphone'] };

/** In setting-up, where people introduce themselves again and agree on a calendar. */
const agreed = (...preferences: (typeof officer)[]) => {
  const file = fileIn('setting-up');
  file.must('officer', 'HoldIntroduction', met(preferences, { heldOn: '2027-01-20', topics }));
  const answer = file.ask('officer', 'AgreeMeetingCalendar', { every: { months: 1 }, firstOn: '2027-02-15', resources: null });
  return { file, warnings: answer.outcome === 'accepted' ? answer.warnings.map(warning => warning.code) : ['refused'] };
};

describe('what people speak of when they meet', () => {
  it('AGI-05: the introduction has five topics, none left out: values, experience, expectations, hours, communication', () => {
    const file = fileIn('setting-up');
    const { hours: _left, ...four } = topics;
    const hold = (told: object) => file.ask('officer', 'HoldIntroduction', met([officer], { heldOn: '2027-01-20', topics: told }));
    expect(hold(four)).toMatchObject({ refusal: { code: 'malformed-command' } });
    expect(hold(topics).outcome).toBe('accepted');
    expect(file.last('IntroductionHeld')).toMatchObject({ topics });
  });

  it('AGI-05: the calendar proposes the hours and the means that suit everybody who told theirs, and warns where none does', () => {
    const together = agreed(officer, evening);
    expect(together.file.last('MeetingCalendarAgreed')).toMatchObject({
      suits: { from: '15:30', until: '17:00', channels: ['Téléphone'] },
    });
    expect(together.warnings).toEqual([]);
    const apart = agreed(officer, { ...evening, from: '18:00' });
    expect(apart.file.last('MeetingCalendarAgreed')).not.toHaveProperty('suits');
    expect(apart.warnings).toEqual(['no-common-hour']);
    expect(fileIn('implementation').last('MeetingCalendarAgreed')).not.toHaveProperty('suits');
  });
});
