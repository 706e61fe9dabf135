import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { fileProjection } from './file.projection.js';

const docOf = (story: Story, part: string): unknown => foldRows(fileProjection, story.told).get(part)?.doc;

const culture = (about: 'party' | 'target-group', language: string) => ({
  party: 'partner',
  about,
  language,
  restDays: [5],
  avoid: [],
  decisionHabits: 'Le conseil des anciens d’abord.',
});

describe('what is told before anything is signed', () => {
  it('PMP-04: the origin of the initiative stands side by side, one for each founder, and a later word replaces only its own', () => {
    const story = Story.opened();
    story.tell('MotivationStated', { party: 'host', origin: 'crisis', sector: 'civil-society', motivation: 'Une usine effondrée.' });
    story.tell('MotivationStated', { party: 'partner', origin: 'study', sector: 'science', motivation: 'Nos relevés.' });
    story.tell('MotivationStated', { party: 'host', origin: 'economic-interest', sector: 'civil-society', motivation: 'Le cacao.' });
    const { parties } = docOf(story, 'declarations') as { parties: { party: string; motivation: { origin: string } }[] };
    expect(Object.fromEntries(parties.map(one => [one.party, one.motivation.origin]))).toEqual({
      host: 'economic-interest',
      partner: 'study',
    });
  });

  it('PMP-17: notes about the party and about the people it is for are two, each the latest', () => {
    const story = Story.opened();
    story.tell('CulturalNotesRecorded', culture('party', 'fr'));
    story.tell('CulturalNotesRecorded', culture('target-group', 'wo'));
    story.tell('CulturalNotesRecorded', culture('party', 'ar'));
    expect(docOf(story, 'declarations')).toMatchObject({
      parties: [
        {
          culture: [
            { about: 'target-group', language: 'wo' },
            { about: 'party', language: 'ar' },
          ],
        },
      ],
    });
  });

  it('PMP-22: every pulse of trust is kept, and a fall stands on the agenda', () => {
    const story = Story.opened();
    const pulse = (commit: number) => ({ party: 'partner', compromise: 4, decide: 4, commit, note: null });
    story.tell('TrustPulseAnswered', pulse(5));
    expect(docOf(story, 'declarations')).toMatchObject({ trustOnAgenda: null });
    story.tell('TrustPulseAnswered', pulse(3));
    story.tell('TrustPutOnAgenda', { party: 'partner', fell: ['commit'], points: 2 });
    expect(docOf(story, 'declarations')).toMatchObject({
      parties: [{ trust: [{ commit: 5 }, { commit: 3 }] }],
      trustOnAgenda: { fell: ['commit'], points: 2 },
    });
  });

  it('MDM-52, HFA-11: projects come with the people they are for, and end while the file goes on', () => {
    const story = Story.opened();
    const project = { title: 'Vaccins', population: 'Enfants de la vallée', startsOn: '2027-01-04', endsOn: null };
    story.tell('ProjectLinked', { party: 'host', project: 'project-1', ...project });
    story.tell('LinkedProjectEnded', { party: 'host', project: 'project-1', reason: 'Achevé.' });
    expect(docOf(story, 'beginnings')).toMatchObject({
      projects: [{ project: 'project-1', population: 'Enfants de la vallée', ended: { reason: 'Achevé.' } }],
    });
    expect(docOf(story, 'head')).toMatchObject({ standing: 'open' });
  });

  it('MDM-59: an incident on the shared brand keeps who has read it, each with its answer', () => {
    const story = Story.opened();
    story.tell('BrandIncidentReported', { incident: 'incident-1', party: 'host', what: 'Logo détourné', facts: 'Sur un marché.' });
    story.tell('BrandIncidentAcknowledged', { incident: 'incident-1', party: 'partner', answer: 'Vu, nous écrivons.' });
    expect(docOf(story, 'beginnings')).toMatchObject({
      brandIncidents: [{ incident: 'incident-1', answers: [{ party: 'partner', answer: 'Vu, nous écrivons.' }] }],
    });
  });
});
