import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { fileProjection } from '../file/file.projection.js';
import { protectionProjection } from './protection.projection.js';

const rowsOf = (story: Story) => [...foldRows(protectionProjection, story.told).values()];

const guarded = (): Story => {
  const story = Story.opened();
  story.tell('FileProtected', { party: 'host', reason: 'people at risk', readers: ['person-1'] });
  return story;
};

describe('protected files', () => {
  it('AGI-02: a file is there from the day it is protected, with the readers of each party as it named them last', () => {
    expect(rowsOf(Story.opened())).toEqual([]);
    const story = guarded();
    expect(rowsOf(story)).toMatchObject([{ partnership: 'p-1', version: 3, by: 'host', readers: { host: ['person-1'] } }]);
    story.tell('ProtectedReadersNamed', { party: 'partner', readers: ['person-9'] });
    story.tell('ProtectedReadersNamed', { party: 'host', readers: ['person-2'] });
    expect(rowsOf(story)).toMatchObject([{ version: 5, by: 'host', readers: { host: ['person-2'], partner: ['person-9'] } }]);
  });

  it('AGI-02: the file tells its readers by whom, since when and why it is protected, and who reads it; not before, and not after', () => {
    const told = (story: Story) => foldRows(fileProjection, story.told).get('parties')?.doc;
    const story = guarded();
    const since = story.envelopes[2]?.attributes.factat;
    expect(told(Story.opened())).not.toHaveProperty('protection');
    story.tell('ProtectedReadersNamed', { party: 'partner', readers: ['person-9'] });
    const readers = { host: ['person-1'], partner: ['person-9'] };
    expect(told(story)).toMatchObject({ protection: { by: 'host', since, reason: 'people at risk', readers } });
    story.tell('ProtectionLifted', { proposal: 'q-1', acceptedBy: ['host', 'partner'] });
    expect(told(story)).not.toHaveProperty('protection');
  });

  it('AGI-02: a proposal to lift it changes nothing; once lifted, the file is there no more', () => {
    const story = guarded();
    story.tell('ProtectionLiftProposed', { proposal: 'q-1', party: 'host', reason: 'safe again' });
    expect(rowsOf(story)).toHaveLength(1);
    story.tell('ProtectionLifted', { proposal: 'q-1', acceptedBy: ['host', 'partner'] });
    expect(rowsOf(story)).toEqual([]);
  });
});
