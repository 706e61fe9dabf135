import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf, sampleBodies } from '@palabre/testing';
import type { CommandAnswer } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';

const words = 'Dit.';

const day = { on: '2027-01-04', note: words } as const;

const entry = { ...day, sector: 'none', interest: 5, influence: 2 } as const;

const mapping = (charter: string, type = 'OP'): Rehearsal => {
  const file = fileIn('mapping', new Rehearsal(policyOfCharter(charter, type)));
  return file
    .must('officer', 'RecordNote', { kind: 'StakeholderIdentified', stakeholder: 's-1', category: 'actor', ...entry })
    .must('officer', 'RecordNote', { kind: 'StakeholderIdentified', stakeholder: 's-2', category: 'existing-partnership', ...entry })
    .must('officer', 'RecordNote', { kind: 'MissingVoiceAcknowledged', ...day });
};

const onToSearch = (file: Rehearsal): CommandAnswer => file.ask('officer', 'EnterPhase', { phase: 'search', reason: null });

const people = { kind: 'StakeholderIdentified', stakeholder: 's-3', category: 'people-affected', ...entry } as const;

const link = {
  kind: 'SoughtChangeLinked',
  on: '2027-01-04',
  change: 'Des soins sans une journée de marche',
  actors: [
    { stakeholder: 's-1', level: 'local', nature: 'peer-network' },
    { stakeholder: 's-2', level: 'international', nature: 'other-interest' },
  ],
} as const;

describe('a map of those concerned', () => {
  it('ALE-01: names the people directly affected and how they are represented; without them it is not completed', () => {
    const file = mapping('alert').must('officer', 'RecordNote', { ...link, actors: [...link.actors] });
    expect(tasksOf(file, 'asked-people-affected')).toMatchObject([{ party: 'host' }]);
    expect(onToSearch(file)).toMatchObject({ refusal: { rule: 'ALE-01' } });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', people), { code: 'representation-missing' });
    file.must('officer', 'RecordNote', { ...people, represented: 'Par le comité des déplacées' });
    expect(tasksOf(file, 'asked-people-affected')).toEqual([]);
    expect(onToSearch(file).outcome).toBe('accepted');
  });

  it('ALE-01: with none of them it is completed with a reason alone; a charter that does not ask goes on', () => {
    const file = mapping('alert').must('officer', 'RecordNote', { ...link, actors: [...link.actors] });
    file.must('officer', 'RecordNote', { kind: 'StakeholderListDeclaredEmpty', category: 'people-affected', ...day });
    expect(file.last('StakeholderListDeclaredEmpty')).toMatchObject({ category: 'people-affected', note: words });
    expect(onToSearch(file).outcome).toBe('accepted');
    expect(onToSearch(mapping('mdm')).outcome).toBe('accepted');
  });

  it('ALE-25: links each sought change to the actors it needs, with their level and nature, before the search begins', () => {
    const file = mapping('alert').must('officer', 'RecordNote', { ...people, represented: words });
    expect(onToSearch(file)).toMatchObject({ refusal: { rule: 'ALE-25' } });
    expect(file.ask('officer', 'RecordNote', { ...link, actors: [] })).toMatchObject({ refusal: { code: 'malformed-command' } });
    file.must('officer', 'RecordNote', { ...link, actors: [...link.actors] });
    expect(file.last('SoughtChangeLinked')['actors']).toEqual(link.actors);
    expect(onToSearch(file).outcome).toBe('accepted');
  });

  it('AGI-32: community leaders are a role of the map, and are asked for their opinion, version by version, where a party has named some', () => {
    const file = fileIn('co-construction', new Rehearsal(policyOfCharter('agiri', 'OP')));
    const leader = { person: 'person-leader', organisation: 'org-riviere', roles: ['community-leader' as const] };
    file.must('officer', 'RecordNote', { kind: 'StakeholderIdentified', stakeholder: 's-9', category: 'community-leader', ...entry });
    expect(file.state.journal.categories['community-leader']).toBe(1);
    const propose = () => file.must('officer', 'ProposeText', { kind: 'objectives', body: sampleBodies.objectives! });
    propose();
    expect(tasksOf(file, 'give-community-opinion')).toEqual([]);
    file.must('representative', 'RecordMandate', { person: 'person-leader', role: 'community-leader', from: '2027-01-01', until: null });
    const on = file.text('objectives');
    expect(tasksOf(file, 'give-community-opinion')).toMatchObject([{ party: 'partner', roles: ['community-leader'] }]);
    refusedAlone(file, () => file.ask('officer', 'GiveCommunityOpinion', { ...on, opinion: words }), { code: 'not-permitted' });
    file.must('representative', 'GiveCommunityOpinion', { ...on, opinion: words }, { actor: leader });
    expect(file.last('CommunityOpinionGiven')).toMatchObject({ kind: 'objectives', version: 1, opinion: words });
    expect(tasksOf(file, 'give-community-opinion')).toEqual([]);
    propose();
    expect(tasksOf(file, 'give-community-opinion')).toHaveLength(1);
    const stale = file.ask('representative', 'GiveCommunityOpinion', { ...on, opinion: words }, { actor: leader });
    expect(stale).toMatchObject({ refusal: { code: 'stale-version' } });
    const renewed = { ...file.text('objectives'), opinion: words };
    file.must('representative', 'GiveCommunityOpinion', renewed, { actor: leader });
    expect(file.state.idea.opinions.map(({ kind, hash }) => [kind, hash])).toEqual([['objectives', renewed.hash]]);
    file.must('representative', 'AcceptText', file.text('objectives'));
    expect(tasksOf(file, 'give-community-opinion')).toEqual([]);
  });
});
