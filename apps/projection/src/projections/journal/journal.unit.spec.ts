import { describe, expect, it } from 'vitest';
import { journalNotes } from '@palabre/contracts';
import { Story } from '../../spec/story.js';
import { foldRows, paddedVersion } from '../projection.js';
import { openPart, searchedWords } from './journal-words.js';
import { journalKinds, journalProjection } from './journal.projection.js';

const on = '2026-01-02';

const rowAt = (story: Story, version: number) => foldRows(journalProjection, story.told).get(paddedVersion(version));

describe('the journal', () => {
  it('keeps every declared kind of note and every message, each with its day, its party and the words it can be found by', () => {
    expect(journalKinds).toEqual(expect.arrayContaining([...Object.keys(journalNotes), 'PalaverMessagePosted', 'ChallengeRaised']));
    const story = Story.opened();
    story.tell('LearningShared', {
      party: 'partner',
      on,
      learnedFrom: 'host',
      practice: { what: 'filters of sand', context: 'villages without power' },
      note: 'seen at the river',
    });
    story.tell('PalaverMessagePosted', { object: 'budget', party: 'host', message: 'we should talk' });
    story.tell('StepVictoryShared', { party: 'host', on, certain: true, note: { sealed: 'x'.repeat(20), key: 'key-1' } });
    expect(rowAt(story, 3)).toMatchObject({
      kind: 'LearningShared',
      party: 'partner',
      day: on,
      words: 'filters of sand\nvillages without power\nseen at the river',
      openWords: null,
    });
    expect(rowAt(story, 4)).toMatchObject({ kind: 'PalaverMessagePosted', party: 'host', day: '2026-01-01', words: 'we should talk' });
    expect(rowAt(story, 5)?.words).toBe('');
    expect(rowAt(story, 1)).toBeUndefined();
  });

  it('is searched by every field that is written in words, also of kinds that came later, and by no id, day or code', () => {
    const found = searchedWords({
      party: 'host',
      on,
      learnedFrom: 'partner',
      advice: 'ask twice',
      gender: { done: true, evidence: 'half of the seats' },
      accessNeeds: ['a ramp'],
      connection: 'link-1',
    });
    expect(found.split('\n')).toEqual(['ask twice', 'half of the seats', 'a ramp']);
  });

  it('ALE-66: of an experience sheet only the sheet itself leaves the file: its note, its parties and its file stay', () => {
    const sheet = { entityKind: 'co-operative', whatWorked: 'small groups', template: 'short agreement', note: 'Tall Trees quarrelled' };
    const story = Story.opened();
    story.tell('ExperienceSheetPublished', { party: 'host', on, ...sheet });
    expect(rowAt(story, 3)).toMatchObject({ openWords: 'co-operative\nsmall groups\nshort agreement' });
    expect(openPart('ExperienceSheetPublished', { party: 'host', on, ...sheet })).toEqual({
      entityKind: 'co-operative',
      whatWorked: 'small groups',
      template: 'short agreement',
    });
  });

  it('PMP-39: an item of knowledge leaves the file only when its author shares it with everybody', () => {
    const item = { title: 'How to dig', source: 'external', reference: 'manual 4', note: 'read it twice' } as const;
    expect(openPart('KnowledgeItemShared', { ...item, reach: 'partnership' })).toBeNull();
    expect(openPart('KnowledgeItemShared', { ...item, reach: 'everybody' })).toEqual(item);
    expect(openPart('DecisionRecorded', { reach: 'everybody', note: 'x' })).toBeNull();
  });
});
