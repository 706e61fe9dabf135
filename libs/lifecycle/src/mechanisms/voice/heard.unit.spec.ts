import { fileIn, refusedAlone, type Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { acceptedMediators } from './decide.js';
import { challengeOf, isChallenge } from './questions.js';

const text = 'Les camions partent sans nous.';

const mediator = 'person-elder';

/** One more difficulty of a party, by its reference. */
function raise(file: Rehearsal, who: 'officer' | 'representative', kind?: 'trust' | 'organisation'): string {
  file.must(who, 'RaiseChallenge', { text, ...(kind === undefined ? {} : { kind }) });
  return String(file.last('ChallengeRaised')['challenge']);
}

const open = (file: Rehearsal) => file.state.voices.challenges.map(one => one.challenge);

/** The partner is not in any more. */
function withoutPartner(file: Rehearsal): Rehearsal {
  const members = file.state.parties.members.map(one => (one.party === 'partner' ? { ...one, standing: 'left' as const } : one));
  file.state = { ...file.state, parties: { ...file.state.parties, members } };
  return file;
}

describe('several difficulties at one time', () => {
  it('ALE-08: what is called resolved is one difficulty; every other stays open, and is counted for nobody', () => {
    const file = fileIn('implementation');
    const [first, second, third] = [raise(file, 'representative'), raise(file, 'representative'), raise(file, 'officer')];
    file.must('representative', 'ResolveChallenge', { challenge: second, solution: 'Un départ le jeudi.' });
    expect(open(file)).toEqual([first, third]);
    expect(file.state.voices.resolved).toEqual({ partner: 1 });
    file.must('representative', 'ResolveChallenge', { challenge: first, solution: 'Un second camion.' });
    expect(open(file)).toEqual([third]);
    expect(file.state.voices.resolved).toEqual({ partner: 2 });
    file.must('officer', 'ResolveChallenge', { challenge: third, solution: 'Entendu.' });
    expect(file.state.voices).toMatchObject({ challenges: [], resolved: { partner: 2, host: 1 } });
  });

  it('PMP-32: one that is acknowledged says nothing about the next; each waits for its own answer', () => {
    const file = fileIn('implementation');
    const [first, second] = [raise(file, 'representative'), raise(file, 'representative')];
    file.must('officer', 'AcknowledgeChallenge', { challenge: second });
    expect(challengeOf(file.state, first)).toMatchObject({ challenge: first, acknowledgedBy: null });
    expect(challengeOf(file.state, second)).toMatchObject({ challenge: second, acknowledgedBy: 'host' });
    expect(challengeOf(file.state, 'challenge-none')).toBeUndefined();
    expect(tasksOf(file, 'acknowledge-challenge').map(({ party, about }) => [party, about])).toEqual([['host', first]]);
    expect(tasksOf(file, 'commit-together').map(({ party, about }) => [party, about])).toEqual([
      ['host', second],
      ['partner', second],
    ]);
    expect(tasksOf(file, 'resolve-challenge').map(({ party, about }) => [party, about])).toEqual([['partner', second]]);
    refusedAlone(file, () => file.ask('officer', 'CommitTogether', { challenge: first, text }), { code: 'not-acknowledged' });
    refusedAlone(file, () => file.ask('officer', 'AcknowledgeChallenge', { challenge: second }), {
      code: 'already-acknowledged',
      rule: 'PMP-32',
    });
  });

  it('AGI-14: what a party will do about one difficulty is not yet said about the other', () => {
    const file = fileIn('implementation');
    const [first, second] = [raise(file, 'representative'), raise(file, 'representative')];
    file.must('officer', 'AcknowledgeChallenge', { challenge: first }).must('officer', 'AcknowledgeChallenge', { challenge: second });
    file.must('officer', 'CommitTogether', { challenge: first, text }).must('representative', 'CommitTogether', { challenge: first, text });
    expect(file.state.voices.challenges.map(one => one.committed)).toEqual([['host', 'partner'], []]);
    expect(tasksOf(file, 'commit-together').map(({ about }) => about)).toEqual([second, second]);
  });
});

describe('who is looked for to mediate', () => {
  it('PMP-54: only where trust is the matter, or somebody was proposed; then the party that has not accepted is asked', () => {
    const file = fileIn('implementation');
    const plain = raise(file, 'representative');
    expect(tasksOf(file, 'find-mediator')).toEqual([]);
    const trust = raise(file, 'representative', 'trust');
    expect(tasksOf(file, 'find-mediator').map(({ party, about }) => [party, about])).toEqual([
      ['host', trust],
      ['partner', trust],
    ]);
    file.must('representative', 'ProposeMediator', { challenge: plain, mediator });
    expect(challengeOf(file.state, plain)?.mediator).toEqual({ person: mediator, acceptedBy: ['partner'] });
    expect(challengeOf(file.state, trust)?.mediator).toBeNull();
    const asked = tasksOf(file, 'find-mediator').filter(({ about }) => about === plain);
    expect(asked).toMatchObject([{ party: 'host', verdicts: { grant: 'AcceptMediator', refuse: null, contest: 'ProposeMediator' } }]);
    file.must('officer', 'AcceptMediator', { challenge: plain, mediator });
    expect(challengeOf(file.state, plain)).toMatchObject({
      mediated: true,
      mediator: { person: mediator, acceptedBy: ['partner', 'host'] },
    });
    expect(challengeOf(file.state, trust)?.mediated).toBe(false);
    expect(tasksOf(file, 'find-mediator').map(({ about }) => about)).toEqual([trust, trust]);
  });

  it('PMP-54: nobody is mediated with itself: a party that is left alone with its own proposal opens nothing', () => {
    const file = fileIn('implementation');
    const challenge = raise(file, 'officer', 'trust');
    file.must('officer', 'ProposeMediator', { challenge, mediator });
    expect(acceptedMediators(file.state)).toEqual([]);
    const alone = withoutPartner(file);
    expect(acceptedMediators(alone.state)).toEqual([]);
    alone.must('officer', 'PostPalaverMessage', { object: 'text/budget', message: text });
    expect(alone.count('MediationOpened')).toBe(0);
  });

  it('C-15: of three, a mediator whom both that stay have accepted begins when the third is gone, and no other does', () => {
    const file = fileIn('implementation');
    const third = { ...file.state.parties.members[1]!, party: 'third', organisation: 'org-third' };
    const members = file.state.parties.members;
    file.state = { ...file.state, parties: { ...file.state.parties, members: [...members, third] } };
    const [silent, half, whole] = [raise(file, 'officer', 'trust'), raise(file, 'officer', 'trust'), raise(file, 'officer', 'trust')];
    file
      .must('officer', 'ProposeMediator', { challenge: half, mediator })
      .must('officer', 'ProposeMediator', { challenge: whole, mediator });
    file.must('representative', 'AcceptMediator', { challenge: whole, mediator });
    expect(acceptedMediators(file.state)).toEqual([]);
    const gone = { ...file.state, parties: { ...file.state.parties, members: [...members, { ...third, standing: 'left' as const }] } };
    expect(acceptedMediators(gone)).toEqual([
      { type: 'MediationOpened', data: { challenge: whole, mediator, acceptedBy: ['host', 'partner'] } },
    ]);
    expect(challengeOf(gone, silent)?.mediator).toBeNull();
  });
});

describe('what is said under the tree', () => {
  const speak = (object: string) => ({ object, message: 'Et pour la piste ?' });

  it('MDM-01: messages are counted for who speaks; a word on one matter leaves what waits on another', () => {
    const file = fileIn('implementation').must('representative', 'PostPalaverMessage', speak('text/budget'));
    const { now } = file.state.calendar;
    file.must('representative', 'PostPalaverMessage', speak('text/roles')).must('officer', 'PostPalaverMessage', speak('text/roles'));
    expect(file.state.voices.messages).toEqual({ partner: 2, host: 1 });
    expect(file.state.voices.waiting).toEqual([
      { object: 'text/budget', party: 'partner', since: now },
      { object: 'text/roles', party: 'host', since: now },
    ]);
  });

  it('AGI-28: who repeats itself waits from its first word on, and of too many matters the oldest is let go', () => {
    const file = fileIn('implementation');
    const since = file.state.calendar.now;
    const waiting = Array.from({ length: 50 }, (_, at) => ({ object: `text/matter-${at}`, party: 'partner', since }));
    file.state = { ...file.state, voices: { ...file.state.voices, waiting } };
    file.advanceTo('2027-01-22').must('representative', 'PostPalaverMessage', speak('text/matter-7'));
    expect(file.state.voices.waiting).toHaveLength(50);
    expect(file.state.voices.waiting.at(-1)).toEqual({ object: 'text/matter-7', party: 'partner', since });
    file.must('representative', 'PostPalaverMessage', speak('text/late'));
    expect(file.state.voices.waiting).toHaveLength(50);
    expect(file.state.voices.waiting[0]?.object).toBe('text/matter-1');
    expect(file.state.voices.waiting.at(-1)).toMatchObject({ object: 'text/late', since: '2027-01-22T09:00:00.000Z' });
  });

  it('ALE-42: a difficulty is known by its reference, with or without its kind before it; other things are none', () => {
    expect(['challenge-3', 'challenge/challenge-3'].map(isChallenge)).toEqual([true, true]);
    expect(['text/challenge-3', 'text/values', 'my-challenge-3', 'challenge/3'].map(isChallenge)).toEqual([false, false, false, false]);
  });
});
