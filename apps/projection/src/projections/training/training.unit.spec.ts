import type { Actor } from '@palabre/contracts';
import { asRehearsal, policyOfCharter, StreamRehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { toldIn } from '../../spec/told.js';
import { foldRows } from '../projection.js';
import { coverageByOrganisation, coverageOf, type TrainedFile } from './coverage.js';
import { trainingHandles, trainingProjection } from './training.projection.js';

const rowsOf = (story: Story) => foldRows(trainingProjection, story.told);

const file = (more: Partial<TrainedFile> = {}): TrainedFile => ({
  partnership: 'p-1',
  title: 'Puits',
  charter: 'mdm',
  parties: { host: 'org-host', partner: 'org-partner' },
  today: '2027-08-31',
  officer: { party: 'host', person: 'person-1' },
  countedOn: { everyMonths: 6 },
  followed: [],
  ...more,
});

const course = (on: string, more: object = {}) => ({
  course: 'Partenariats',
  on,
  people: ['person-1'],
  organisations: ['org-host'],
  partnersIncluded: false,
  ...more,
});

describe('training', () => {
  it('MDM-80: keeps the officer of a partnership, the latest course of each party, and the time in which its policy counts on one', () => {
    const story = Story.opened();
    expect(rowsOf(story).get('counted-on')?.doc).toEqual({ everyMonths: 0 });
    const policy = policyOfCharter('mdm', 'OP');
    story.tell('PartnershipTypeChanged', { proposal: 'q', acceptedBy: ['host', 'partner'], from: 'OP', to: 'OP', gates: [], policy });
    story.tell('PartnershipOfficerDesignated', { party: 'host', person: 'person-1', isPresident: false });
    story.tell('PartnershipOfficerDesignated', { party: 'host', person: 'person-2', isPresident: false });
    for (const on of ['2027-03-01', '2027-01-01']) {
      story.tell('TrainingFollowed', { party: 'host', on, course: `Cours du ${on}`, people: 2, note: 'Utile.' });
    }
    const rows = rowsOf(story);
    expect(rows.get('counted-on')?.doc).toEqual({ everyMonths: policy.figures?.['specific_training_every_months'] });
    expect(rows.get('officer')?.doc).toEqual({ party: 'host', person: 'person-2' });
    expect(rows.get('followed/host')?.doc).toEqual({ party: 'host', on: '2027-03-01', course: 'Cours du 2027-03-01' });
    expect(rows.get('followed/partner')).toBeUndefined();
    expect(JSON.stringify([...rows.values()])).not.toContain('Utile');
  });

  it('MDM-80: the courses that a charter records are known with who was there', () => {
    const ops: Actor = { person: 'person-ops', organisation: 'org-horizon', roles: ['hq-ops'] };
    const charter = new StreamRehearsal('charter', 'horizon').must(ops, 'DraftCharter', {
      code: 'horizon',
      title: 'Charte des partenariats',
      scope: { entities: ['org-horizon'], places: ['international'] },
      supersedes: null,
      horizonYears: 5,
      ...asRehearsal,
    });
    const held = course('2027-01-04', { organisations: ['org-riviere'], partnersIncluded: true });
    const { training } = charter.must(ops, 'RecordTraining', held).last('TrainingRecorded') as { training: string };
    expect(foldRows(trainingProjection, toldIn(charter)).get(`course/${training}`)).toMatchObject({ kind: 'course', doc: held });
  });

  it('MDM-80: an officer is covered by a course of that time which names the officer, or which its own party says it followed', () => {
    const covered = (of: TrainedFile, ...courses: ReturnType<typeof course>[]) => coverageOf(of, courses);
    expect(covered(file())).toMatchObject({ organisation: 'org-host', lastCourse: null, covered: false });
    expect(covered(file(), course('2027-03-01'), course('2026-01-01'))).toMatchObject({ lastCourse: { on: '2027-03-01' }, covered: true });
    expect(covered(file(), course('2027-02-28'))).toMatchObject({ lastCourse: { on: '2027-02-28' }, covered: false });
    expect(covered(file(), course('2027-03-01', { people: ['person-9'] }))).toMatchObject({ lastCourse: null, covered: false });
    expect(covered(file(), course('2027-09-01'))).toMatchObject({ lastCourse: null, covered: false });
    const told = (party: string) => file({ followed: [{ party, course: 'Sur place', on: '2027-05-01' }] });
    expect(covered(told('host'))).toMatchObject({ lastCourse: { course: 'Sur place', partnersIncluded: null }, covered: true });
    expect(covered(told('partner'))).toMatchObject({ lastCourse: null, covered: false });
    expect(covered(file({ countedOn: { everyMonths: 0 } }))).toMatchObject({ covered: null });
    expect(covered(file({ officer: null }), course('2027-05-01'))).toMatchObject({ organisation: null, lastCourse: null, covered: null });
  });

  it('MDM-80: by organisation, its officers are counted, and the last course that it was at says whether partners were there', () => {
    const files = [
      file(),
      file({ partnership: 'p-2', officer: { party: 'host', person: 'person-2' } }),
      file({ partnership: 'p-3', countedOn: null }),
    ];
    const together = course('2027-04-01', { organisations: ['org-host', 'org-partner'], partnersIncluded: true });
    expect(coverageByOrganisation(files, [together, course('2026-04-01')])).toEqual([
      {
        organisation: 'org-host',
        officers: { counted: 2, covered: 1 },
        lastCourse: { course: 'Partenariats', on: '2027-04-01', partnersIncluded: true },
      },
      {
        organisation: 'org-partner',
        officers: { counted: 0, covered: 0 },
        lastCourse: { course: 'Partenariats', on: '2027-04-01', partnersIncluded: true },
      },
    ]);
  });

  it('declares the events that it is made of, those of a charter among them', () => {
    expect(trainingHandles).toContain('TrainingRecorded');
    expect(trainingProjection.streams).toContain('charter');
    expect(trainingHandles).not.toContain('GuidanceSheetWritten');
  });
});
