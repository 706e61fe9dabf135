import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { journalNotes, type CommandData } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { evolverOf } from '../../evolve.js';
import { journalKinds } from './kinds.js';
import { learnedFrom, notesOf } from './questions.js';

const today = { on: '2027-01-04', note: 'Noté.' };

const actor = {
  kind: 'StakeholderIdentified',
  stakeholder: 's-1',
  category: 'actor',
  sector: 'public',
  interest: 3,
  influence: 3,
  ...today,
} as const;

/** A file under a charter that blocks on the map, as the documents of Alert and PMP do. */
const mappingUnderABlock = (): Rehearsal => {
  const policy = policyOfCharter('mdm', 'OP');
  return fileIn('mapping', new Rehearsal({ ...policy, gates: { ...policy.gates, MAPPING: 'block' } }));
};

const enterSearch = (file: Rehearsal) => file.ask('officer', 'EnterPhase', { phase: 'search', reason: null });

describe('the journal', () => {
  it('MDM-84: a note is told under the name of its kind, for the speaker’s own party, and counted', () => {
    const file = fileIn('implementation');
    file
      .must('representative', 'RecordNote', { kind: 'LearningShared', learnedFrom: 'host', ...today })
      .must('officer', 'RecordNote', { kind: 'LearningShared', learnedFrom: 'partner', ...today })
      .must('officer', 'RecordNote', { kind: 'LearningShared', learnedFrom: 'partner', ...today });
    expect(file.events.filter(event => event.attributes.type === 'LearningShared').map(event => event.data)).toMatchObject([
      { party: 'partner', learnedFrom: 'host' },
      { party: 'host', learnedFrom: 'partner' },
      { party: 'host', learnedFrom: 'partner' },
    ]);
    expect(file.last('LearningShared')).not.toHaveProperty('kind');
    expect([learnedFrom(file.state, 'host'), learnedFrom(file.state, 'partner'), notesOf(file.state, 'LearningShared')]).toEqual([1, 2, 3]);
    refusedAlone(file, () => file.ask('officer', 'RecordNote', { kind: 'LearningShared', learnedFrom: 'nobody', ...today }), {
      code: 'unknown-party',
    });
  });

  it('PMP-29: nothing is noted before it happened', () => {
    const file = fileIn('implementation');
    refusedAlone(file, () => file.ask('officer', 'RecordNote', { kind: 'DecisionRecorded', on: '2027-01-21', note: 'x' }), {
      code: 'noted-in-the-future',
    });
  });

  it('PMP-11: no more answers than contacts', () => {
    const file = fileIn('mapping');
    refusedAlone(file, () => file.ask('officer', 'RecordNote', { kind: 'NetworkMobilised', contacted: 3, answered: 4, ...today }), {
      code: 'more-answers-than-contacts',
    });
    file.must('officer', 'RecordNote', { kind: 'NetworkMobilised', contacted: 3, answered: 3, ...today });
    expect(file.last('NetworkMobilised')).toMatchObject({ contacted: 3, answered: 3 });
  });

  it('PMP-36: a small win whose result is uncertain stays inside, marked as such', () => {
    const file = fileIn('implementation');
    file
      .must('officer', 'RecordNote', { kind: 'StepVictoryShared', certain: true, ...today })
      .must('representative', 'RecordNote', { kind: 'StepVictoryShared', certain: false, ...today });
    expect(file.state.journal).toMatchObject({ counts: { StepVictoryShared: 2 }, uncertainVictories: 1 });
    expect(file.count('MediaDisseminationRecorded')).toBe(0);
  });

  it('every declared kind of note has a mechanism that counts it', () => {
    expect(journalKinds).toEqual(Object.keys(journalNotes));
    expect(journalKinds.filter(kind => evolverOf(kind) === undefined)).toEqual([]);
  });
});

describe('the map', () => {
  it('PMP-12, ALE-24: search opens once actors and partnerships are listed and missing voices acknowledged; each lack is named', () => {
    const file = mappingUnderABlock();
    expect(file.state.tasks.map(task => task.kind)).toEqual(
      expect.arrayContaining(['list-actors', 'list-existing-partnerships', 'acknowledge-missing-voices']),
    );
    const answer = enterSearch(file);
    expect(answer).toMatchObject({ refusal: { gates: ['MAPPING'] } });
    const reason = answer.outcome === 'refused' ? answer.refusal.reason.en : '';
    for (const lack of ['No actor', 'No existing partnership', 'Missing voices']) expect(reason).toContain(lack);

    file.must('officer', 'RecordNote', actor);
    expect(tasksOf(file, 'list-actors')).toEqual([]);
    expect(tasksOf(file, 'list-existing-partnerships')).toHaveLength(1);
    file.must('officer', 'RecordNote', { ...actor, stakeholder: 's-2', category: 'existing-partnership' });
    expect(enterSearch(file)).toMatchObject({ refusal: { gates: ['MAPPING'] } });
    expect(file.state.phase).toBe('mapping');

    file.must('officer', 'RecordNote', { kind: 'MissingVoiceAcknowledged', ...today });
    expect(enterSearch(file)).toMatchObject({ outcome: 'accepted' });
    expect(file.state.phase).toBe('search');
  });

  it('PMP-12: where the charter only warns, search opens with the warning that names what lacks', () => {
    const file = fileIn('mapping');
    expect(enterSearch(file)).toMatchObject({ outcome: 'accepted', warnings: [{ gates: ['MAPPING'] }] });
  });

  it('PMP-12: a list may be declared empty, but not one that has entries', () => {
    const file = mappingUnderABlock().must('officer', 'RecordNote', actor);
    const empty = (category: 'actor' | 'existing-partnership') => ({ kind: 'StakeholderListDeclaredEmpty', category, ...today }) as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', empty('actor')), { code: 'list-has-entries' });
    file
      .must('officer', 'RecordNote', empty('existing-partnership'))
      .must('officer', 'RecordNote', { kind: 'MissingVoiceAcknowledged', ...today });
    expect(enterSearch(file)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('notes that ask for something', () => {
  it('MDM-19: no capacity activity goes to a donor before the partner has written why and the plan is agreed', () => {
    const file = fileIn('co-construction');
    const proposal = (capacityLines: string[]): CommandData<'RecordNote'> => ({
      kind: 'ProposalSubmitted',
      on: '2027-01-04',
      donor: 'donor-1',
      capacityLines,
    });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', proposal(['C1'])), { code: 'gate-open', gates: ['CAPACITY'] });
    expect(file.count('ProposalSubmitted')).toBe(0);
    file.must('officer', 'RecordNote', proposal([]));

    const ready = fileIn('validation').must('officer', 'RecordNote', proposal(['C1']));
    expect(ready.last('ProposalSubmitted')).toMatchObject({ donor: 'donor-1', capacityLines: ['C1'], party: 'host' });
  });

  it('AGI-29: a change of context asks the other side for an answer within ten days; its noted decision is one', () => {
    const file = fileIn('implementation').must('representative', 'RecordNote', { kind: 'ContextChangeReported', ...today });
    expect(tasksOf(file, 'answer-context-change')).toMatchObject([{ party: 'host', dueAt: '2027-01-30T09:00:00.000Z' }]);
    file.must('representative', 'RecordNote', { kind: 'DecisionRecorded', ...today });
    expect(tasksOf(file, 'answer-context-change')).toHaveLength(1);
    file.must('officer', 'RecordNote', { kind: 'DecisionRecorded', ...today });
    expect(tasksOf(file, 'answer-context-change')).toEqual([]);
  });
});
