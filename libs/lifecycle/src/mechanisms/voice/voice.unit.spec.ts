import { fileIn, refusedAlone, type Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

/** The partner raises a difficulty; its reference beside the file. */
function raised(): [file: Rehearsal, challenge: string] {
  const file = fileIn('implementation').must('representative', 'RaiseChallenge', { text: 'Les virements arrivent tard.' });
  return [file, String(file.last('ChallengeRaised')['challenge'])];
}

describe('under the tree', () => {
  it('MDM-01: everybody of either side speaks, and each message is in the history in order', () => {
    const file = fileIn('co-construction');
    file
      .must('representative', 'PostPalaverMessage', { object: 'text/budget', message: 'Et les frais de route ?' })
      .must('fieldTeam', 'PostPalaverMessage', { object: 'text/budget', message: 'Oui, parlons-en.' });
    const posted = file.events
      .filter(event => event.attributes.type === 'PalaverMessagePosted')
      .map(event => (event.data as { party: string }).party);
    expect(posted).toEqual(['partner', 'host']);
    expect(file.state.voices.messages).toEqual({ partner: 1, host: 1 });
    expect(JSON.stringify(file.state)).not.toContain('frais de route');
  });
});

describe('a challenge', () => {
  it('PMP-32: the other party acknowledges it within five working days, never the one that raised it', () => {
    const [file, challenge] = raised();
    expect(tasksOf(file, 'acknowledge-challenge')).toMatchObject([{ party: 'host', about: challenge, dueAt: '2027-01-27T09:00:00.000Z' }]);
    refusedAlone(file, () => file.ask('secondRepresentative', 'AcknowledgeChallenge', { challenge }), {
      code: 'own-challenge',
      rule: 'PMP-32',
    });
    file.must('officer', 'AcknowledgeChallenge', { challenge });
    expect(tasksOf(file, 'acknowledge-challenge')).toEqual([]);
    refusedAlone(file, () => file.ask('hqOps', 'AcknowledgeChallenge', { challenge }), { code: 'already-acknowledged' });
  });

  it('ALE-08: only the party that raised it calls it resolved', () => {
    const [file, challenge] = raised();
    file.must('officer', 'AcknowledgeChallenge', { challenge });
    expect(tasksOf(file, 'resolve-challenge')).toMatchObject([{ party: 'partner', about: challenge }]);
    refusedAlone(file, () => file.ask('officer', 'ResolveChallenge', { challenge, solution: 'Réglé.' }), {
      code: 'resolved-by-who-raised',
      rule: 'ALE-08',
    });
    expect(file.state.voices.challenges).toHaveLength(1);

    file.must('representative', 'ResolveChallenge', { challenge, solution: 'Un calendrier de virements.' });
    expect(file.state.voices).toMatchObject({ challenges: [], resolved: { partner: 1 } });
    expect(tasksOf(file, 'resolve-challenge')).toEqual([]);
    refusedAlone(file, () => file.ask('representative', 'ResolveChallenge', { challenge, solution: 'x' }), { code: 'no-open-challenge' });
  });

  it('PMP-32: unanswered, the task is overdue, and nothing is counted against the party that spoke', () => {
    const [file] = raised();
    const before = file.state.commitments;
    file.advanceTo('2027-01-28');
    expect(tasksOf(file, 'acknowledge-challenge')).toMatchObject([{ party: 'host', overdue: true }]);
    expect(file.state.commitments).toEqual(before);
    expect(file.state.lines.cases).toEqual([]);
  });
});
