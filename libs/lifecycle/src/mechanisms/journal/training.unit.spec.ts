import { fileIn, policyOfCharter, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const course = {
  kind: 'TrainingFollowed',
  on: '2027-01-20',
  course: 'Partenariats',
  people: 1,
  note: 'Trois jours, avec le partenaire.',
} as const;

const asked = (file: Rehearsal): readonly (string | null)[] => tasksOf(file, 'follow-training').map(({ about }) => about);

const again = (file: Rehearsal): Rehearsal => file.must('direction', 'DesignateOfficer', { person: 'person-new', isPresident: false });

describe('a new officer', () => {
  it('MDM-80: is asked to follow a course, until one was followed; a next one designated in the same year is not', () => {
    const file = fileIn('implementation');
    expect(asked(file)).toEqual(['person-officer']);
    file.must('officer', 'RecordNote', course);
    expect(file.last('TrainingFollowed')).toMatchObject({ party: 'host', course: 'Partenariats', people: 1 });
    expect(asked(file)).toEqual([]);
    expect(asked(again(file))).toEqual([]);
  });

  it('MDM-80: who is designated once the course is older than the charter counts on is asked anew', () => {
    const file = fileIn('implementation').must('officer', 'RecordNote', course);
    file.advanceTo('2028-03-01');
    expect(asked(file)).toEqual([]);
    expect(asked(again(file))).toEqual(['person-new']);
  });

  it('a charter that counts on no course asks for none', () => {
    const policy = policyOfCharter('mdm', 'OP');
    const file = fileIn('implementation', new Rehearsal({ ...policy, figures: { ...policy.figures, specific_training_every_months: 0 } }));
    expect(asked(file)).toEqual([]);
  });
});
