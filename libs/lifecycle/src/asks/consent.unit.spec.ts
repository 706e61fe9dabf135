import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

/** Both have checked each other, and neither has said yet that it decides to cooperate. */
function deciding(): Rehearsal {
  const file = fileIn('co-construction', new Rehearsal(policyOfCharter('hfa', 'OP')));
  const members = file.state.parties.members.map(member => ({ ...member, consents: null }));
  file.state = { ...file.state, phase: 'due-diligence', parties: { ...file.state.parties, members } };
  return file.must('officer', 'RaiseChallenge', { text: 'Qui décide, chez vous ?' });
}

const asked = (file: Rehearsal): readonly string[] => tasksOf(file, 'asked-consent').map(({ party }) => party);

const onward = (file: Rehearsal) => () => file.ask('officer', 'EnterPhase', { phase: 'co-construction', reason: null });

describe('the decision to cooperate', () => {
  it('HFA-04: each party is asked for its own decision before both build together, and a no is none', () => {
    const file = deciding();
    expect(asked(file)).toEqual(['host', 'partner']);
    file.must('officer', 'RecordConsent', { consents: true, note: null });
    file.must('representative', 'RecordConsent', { consents: false, note: 'Pas encore.' });
    expect(asked(file)).toEqual(['partner']);
    const refused = onward(file)();
    expect(refused).toMatchObject({ refusal: { code: 'asked-by-the-charter', rule: 'HFA-04' } });
    expect(refused.outcome === 'refused' && refused.refusal.reason.en).toContain('"partner" has not said that it decides to cooperate.');
    file.must('representative', 'RecordConsent', { consents: true, note: null });
    expect(asked(file)).toEqual([]);
    expect(onward(file)().outcome).toBe('accepted');
    expect(file.last('PartyConsentRecorded')).toMatchObject({ party: 'partner', consents: true });
  });

  it('HFA-05, HFA-11: an idea under this charter tells its nature and the people it is for before it goes on', () => {
    const file = new Rehearsal(policyOfCharter('hfa', 'OP'));
    fileIn('idea', file);
    const { told, ...idea } = file.state.idea;
    file.state = { ...file.state, idea: { ...idea, told: told.filter(field => field !== 'natures' && field !== 'peopleConcerned') } };
    file.must('hqOps', 'CompleteIdea', { horizonYears: 4 });
    expect(['nature', 'people-concerned'].flatMap(part => tasksOf(file, `asked-${part}`))).toHaveLength(2);
    refusedAlone(file, () => file.ask('hqOps', 'EnterPhase', { phase: 'mapping', reason: null }), { code: 'asked-by-the-charter' });
    file.must('hqOps', 'CompleteIdea', { natures: ['economic'], peopleConcerned: 'Familles de la rive' });
    expect(['nature', 'people-concerned'].flatMap(part => tasksOf(file, `asked-${part}`))).toEqual([]);
  });
});
