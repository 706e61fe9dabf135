import type { Actor } from '@palabre/contracts';
import { fileIn, refusedAlone, tasksOf, type Rehearsal, withThird } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const raised = (kind?: 'trust' | 'resources'): { file: Rehearsal; challenge: string } => {
  const file = fileIn('implementation').must('representative', 'RaiseChallenge', {
    text: 'On ne se croit plus.',
    ...(kind === 'resources' ? { resources: { money: 'Le versement tarde.', time: null, staff: null } } : {}),
    ...(kind ? { kind } : {}),
  });
  return { file, challenge: String(file.last('ChallengeRaised')['challenge']) };
};

const mediator = 'person-elder';

describe('facing a challenge together', () => {
  it('AGI-14: once acknowledged, each party says what it will do; raising it rates nobody', () => {
    const { file, challenge } = raised('resources');
    expect(file.last('ChallengeRaised')).toMatchObject({ kind: 'resources' });
    refusedAlone(file, () => file.ask('officer', 'CommitTogether', { challenge, text: 'Nous avançons le versement.' }), {
      code: 'not-acknowledged',
    });
    file.must('officer', 'AcknowledgeChallenge', { challenge });
    expect(tasksOf(file, 'commit-together').map(task => task.party)).toEqual(['host', 'partner']);
    file.must('officer', 'CommitTogether', { challenge, text: 'Nous avançons le versement.' });
    refusedAlone(file, () => file.ask('officer', 'CommitTogether', { challenge, text: 'Encore.' }), { code: 'already-committed' });
    file.must('representative', 'CommitTogether', { challenge, text: 'Nous tenons les pièces prêtes.' });
    expect(file.count('JointCommitmentMade')).toBe(2);
    expect(tasksOf(file, 'commit-together')).toEqual([]);
    expect(file.count('OrangeLineRaised') + file.count('CommitmentBreachRecorded')).toBe(0);
    expect(tasksOf(file, 'resolve-challenge').map(task => task.party)).toEqual(['partner']);
  });

  it('PMP-54: a challenge about trust asks for a mediator whom both sides accept, and who is none of them', () => {
    const { file, challenge } = raised('trust');
    expect(tasksOf(file, 'find-mediator').map(task => task.party)).toEqual(['host', 'partner']);
    refusedAlone(file, () => file.ask('officer', 'ProposeMediator', { challenge, mediator: 'person-officer' }), {
      code: 'mediator-takes-part',
    });
    file.must('officer', 'ProposeMediator', { challenge, mediator });
    expect(tasksOf(file, 'find-mediator').map(task => task.party)).toEqual(['partner']);
    refusedAlone(file, () => file.ask('officer', 'AcceptMediator', { challenge, mediator }), { code: 'already-accepted' });
    refusedAlone(file, () => file.ask('representative', 'AcceptMediator', { challenge, mediator: 'person-other' }), {
      code: 'mediator-not-proposed',
    });
    file.must('representative', 'AcceptMediator', { challenge, mediator });
    expect(file.last('MediationOpened')).toEqual({ challenge, mediator, acceptedBy: ['host', 'partner'] });
    expect(tasksOf(file, 'find-mediator')).toEqual([]);
    expect(file.count('ChallengeResolved')).toBe(0);
  });

  it('PMP-54: among three, mediation opens when the last of them has accepted the mediator, and not before', () => {
    const { file, challenge } = raised('trust');
    withThird(file);
    file.must('officer', 'ProposeMediator', { challenge, mediator }).must('representative', 'AcceptMediator', { challenge, mediator });
    expect(file.last('MediatorAccepted')).toEqual({ challenge, mediator, party: 'partner' });
    expect(file.count('MediationOpened')).toBe(0);
    const actor: Actor = { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] };
    file.must('officer', 'AcceptMediator', { challenge, mediator }, { actor });
    expect(file.last('MediationOpened')).toEqual({ challenge, mediator, acceptedBy: ['host', 'partner', 'third'] });
  });

  it('PMP-54: another proposal takes the place of the first, and both sides answer it afresh', () => {
    const { file, challenge } = raised('trust');
    file
      .must('officer', 'ProposeMediator', { challenge, mediator })
      .must('representative', 'ProposeMediator', { challenge, mediator: 'person-sage' });
    refusedAlone(file, () => file.ask('officer', 'AcceptMediator', { challenge, mediator }), { code: 'mediator-not-proposed' });
    file.must('officer', 'AcceptMediator', { challenge, mediator: 'person-sage' });
    expect(file.last('MediationOpened')).toMatchObject({ mediator: 'person-sage' });
  });

  it('PMP-54: once mediation has begun nobody proposes or accepts another mediator', () => {
    const { file, challenge } = raised('trust');
    file.must('officer', 'ProposeMediator', { challenge, mediator }).must('representative', 'AcceptMediator', { challenge, mediator });
    const told = { code: 'already-mediated', rule: 'PMP-54' };
    refusedAlone(file, () => file.ask('officer', 'ProposeMediator', { challenge, mediator: 'person-sage' }), told);
    refusedAlone(file, () => file.ask('officer', 'AcceptMediator', { challenge, mediator }), told);
    expect(file.count('MediationOpened')).toBe(1);
  });

  it('ALE-08, PMP-54: nobody mediates, commits to or resolves a challenge that was never raised', () => {
    const file = fileIn('implementation');
    const on = { challenge: 'challenge-none' };
    const told = { code: 'no-open-challenge' };
    refusedAlone(file, () => file.ask('officer', 'ProposeMediator', { ...on, mediator }), told);
    refusedAlone(file, () => file.ask('officer', 'AcceptMediator', { ...on, mediator }), told);
    refusedAlone(file, () => file.ask('officer', 'CommitTogether', { ...on, text: 'Oui.' }), told);
    refusedAlone(file, () => file.ask('officer', 'AcknowledgeChallenge', on), told);
    refusedAlone(file, () => file.ask('officer', 'ResolveChallenge', { ...on, solution: 'Fait.' }), told);
  });

  it('ALE-08: mediated or not, only the party that raised it calls it resolved', () => {
    const { file, challenge } = raised('trust');
    file.must('officer', 'ProposeMediator', { challenge, mediator }).must('representative', 'AcceptMediator', { challenge, mediator });
    refusedAlone(file, () => file.ask('officer', 'ResolveChallenge', { challenge, solution: 'Fait.' }), { code: 'resolved-by-who-raised' });
    file.must('representative', 'ResolveChallenge', { challenge, solution: 'On se parle chaque semaine.' });
    expect(file.state.voices.challenges).toEqual([]);
  });
});
