import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import type { DigestDoc } from './practice.entity.js';
import { practiceHandles, practiceProjection } from './practice.projection.js';
import { readingOf } from './practice.query.js';

const rowsOf = (story: Story) => foldRows(practiceProjection, story.told);

const together = [
  { party: 'host', people: 2 },
  { party: 'partner', people: 3 },
];

describe('practice', () => {
  it('ALE-64: joint reflection, design and learning are counted year by year; a session of one side alone is not joint', () => {
    const story = Story.opened();
    const salted = { unchanged: [], salt: 'a'.repeat(32), answers: {} };
    story.tell('JointReflectionHeld', { round: 1, answers: [{ party: 'host', ...salted }] });
    story.tell('DesignSessionHeld', { party: 'host', on: '2026-03-02', topic: 'wells', participants: together });
    story.tell('DesignSessionHeld', { party: 'host', on: '2027-03-02', topic: 'wells', participants: together });
    const alone = [
      { party: 'host', people: 4 },
      { party: 'partner', people: 0 },
    ];
    story.tell('DesignSessionHeld', { party: 'host', on: '2027-05-02', topic: 'pumps', participants: alone });
    story.tell('LearningSessionHeld', { party: 'partner', on: '2027-06-02', topic: 'upkeep', participants: together, note: 'learned' });
    expect(rowsOf(story).get('year/2026')?.doc).toEqual({ year: 2026, reflection: 1, design: 1, learning: 0 });
    expect(rowsOf(story).get('year/2027')?.doc).toEqual({ year: 2027, reflection: 0, design: 1, learning: 1 });
  });

  it('MDM-29: each side’s planned and given time for the relation stand side by side, year by year, with what it learned', () => {
    const story = Story.opened();
    story.tell('RelationTimePlanned', { party: 'host', on: '2026-01-10', year: 2026, halfDays: 20 });
    story.tell('RelationTimePlanned', { party: 'host', on: '2026-02-10', year: 2026, halfDays: 24 });
    story.tell('RelationTimePlanned', { party: 'partner', on: '2026-12-20', year: 2027, halfDays: 30 });
    for (const halfDays of [3, 4]) story.tell('RelationTimeSpent', { party: 'host', on: '2026-03-02', halfDays, note: 'by the river' });
    story.tell('RelationTimeSpent', { party: 'host', on: '2027-03-02', halfDays: 2, note: 'by the river' });
    story.tell('LearningShared', { party: 'partner', on: '2027-04-01', learnedFrom: 'host', note: 'to keep books' });
    const docs = [...rowsOf(story).values()].map(({ doc }) => doc);
    expect(docs).toEqual([
      { year: 2026, party: 'host', plannedHalfDays: 24, givenHalfDays: 7, learned: [] },
      {
        year: 2027,
        party: 'partner',
        plannedHalfDays: 30,
        givenHalfDays: 0,
        learned: [{ on: '2027-04-01', from: 'host', note: 'to keep books' }],
      },
      { year: 2027, party: 'host', plannedHalfDays: null, givenHalfDays: 2, learned: [] },
    ]);
  });

  it('PMP-38: a joint project keeps its last word on scaling up, with condition and potential', () => {
    const story = Story.opened();
    const word = { party: 'host', on: '2026-03-02', project: 'project-1', condition: 'a second donor', potential: 'three districts' };
    story.tell('ScaleUpAssessed', { ...word, readiness: 'conditional' });
    expect(rowsOf(story).get('scale-up/project-1')?.doc).toMatchObject({ readiness: 'conditional', condition: 'a second donor' });
    story.tell('ScaleUpAssessed', { ...word, on: '2027-01-09', party: 'partner', readiness: 'ready' });
    expect(rowsOf(story).get('scale-up/project-1')?.doc).toMatchObject({
      readiness: 'ready',
      assessedBy: 'partner',
      assessedOn: '2027-01-09',
    });
    expect(rowsOf(story).size).toBe(1);
  });

  it('HFA-31: each status point gives a digest; each member that read it counts, who wrote it does not make its own side have read', () => {
    const story = Story.opened();
    const clauses = [{ number: '1', state: 'kept' as const }];
    const read = (party: string, actor: string, on: string, heldOn = '2026-04-01') =>
      story.tell('StatusDigestRead', { party, on, heldOn }, { party, actor });
    story.tell('StatusPointRecorded', { heldOn: '2026-04-01', clauses, note: 'on time' }, { party: 'host', actor: 'person-officer' });
    const digest = () => rowsOf(story).get('digest/2026-04-01')?.doc as DigestDoc;
    const reading = () => readingOf(digest(), ['host', 'partner']);
    read('host', 'person-officer', '2026-04-02');
    expect(reading()).toEqual({ readBy: [], unread: ['host', 'partner'], percent: 0 });
    read('host', 'person-bureau', '2026-04-03');
    expect(reading()).toEqual({ readBy: [{ party: 'host', on: '2026-04-03', people: 1 }], unread: ['partner'], percent: 50 });
    for (const on of ['2026-04-04', '2026-04-05']) read('partner', 'person-3', on);
    read('partner', 'person-4', '2026-04-06');
    read('partner', 'person-5', '2026-04-06', '2025-01-01');
    expect(digest()).toMatchObject({ clauses, note: 'on time', recordedBy: 'host' });
    expect(reading()).toMatchObject({ readBy: [{ party: 'host' }, { party: 'partner', on: '2026-04-04', people: 2 }], percent: 100 });
  });

  it('AGI-09: an answer counts as a citation once every party has cleared it, not before', () => {
    const story = Story.opened();
    const answer = { round: 1, question: 'AQ1', of: 'partner' };
    story.tell('QuotationCleared', { ...answer, party: 'partner', clearedByAll: false });
    expect(rowsOf(story).size).toBe(0);
    story.tell('QuotationCleared', { ...answer, party: 'host', clearedByAll: true });
    expect(rowsOf(story).get('citation/1/AQ1/partner')?.doc).toMatchObject(answer);
  });

  it('declares the events that it is made of', () => {
    expect(practiceHandles).toEqual(
      expect.arrayContaining(['StatusPointRecorded', 'QuotationCleared', 'StepVictoryShared', 'ChangeAgreed']),
    );
    expect(practiceHandles).not.toContain('JointDecisionTaken');
  });
});
