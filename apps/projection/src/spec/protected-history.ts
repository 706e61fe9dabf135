import { sampleTask, Story } from './story.js';

/** What of the protected file below must reach nobody but its readers: its name, its parties, its places, its words. */
export const ofTheShutFile = ['Refuge of the coast', 'org-partner', 'Tall Harbour', 'pump-fund', 'quiet night', 'safe houses'] as const;

const by = (party: string) => ({ party, on: '2026-01-02' });

/** A file with something for every list to tell, that its host protected: names of people, places, knowledge shared with everybody. */
export function protectedStory(id: string): Story {
  const story = Story.opened(id, 'Refuge of the coast');
  const knowledge = { title: 'safe houses', source: 'external', reference: null, note: 'quiet night', reach: 'everybody' } as const;
  story.tell('KnowledgeItemShared', { ...by('partner'), ...knowledge });
  story.tell('DirectoryListingSet', { ...by('partner'), listed: true, country: 'SN', region: 'Tall Harbour', seeks: 'safe houses' });
  const link = { connection: `${id}-l1`, between: ['org-partner', 'org-third'], context: 'other-region', country: 'SN' } as const;
  story.tell('PartnerConnectionMade', { ...by('host'), ...link, region: 'Tall Harbour', note: 'quiet night' });
  story.tell('InitiativeBorn', { ...by('partner'), connection: `${id}-l1`, initiative: 'pump-fund', note: 'quiet night' });
  story.tell('StepVictoryShared', { ...by('host'), certain: true, note: 'safe houses opened' });
  story.tell('ScaleUpAssessed', {
    ...by('host'),
    project: 'project-1',
    readiness: 'ready',
    condition: 'quiet night',
    potential: 'Tall Harbour',
  });
  const commitment = { commitment: `${id}-k1`, owedBy: 'partner', owedTo: 'host', what: 'safe houses', dueOn: '2026-05-01' };
  story.tell('CommitmentMade', { ...commitment, origin: 'clause' });
  story.tell('CommitmentBreachRecorded', { commitment: `${id}-k1`, recordedBy: 'host', reason: 'quiet night' });
  story.tell('TasksOpened', { tasks: [sampleTask(`${id}-t1`, { party: 'host', roles: ['signatory-authority', 'hq-ops'] })] });
  story.tell('FileProtected', { party: 'host', reason: 'people at risk', readers: ['person-1'] });
  return story;
}
