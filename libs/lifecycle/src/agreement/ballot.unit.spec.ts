import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tally, type Body, type Vote } from './ballot.js';

const bodyOf = (size: number, quorum: number): Body => ({
  members: Array.from({ length: size }, (_, at) => ({ party: 'host', person: `person-${at}` })),
  quorum,
});

const votes = (...verdicts: Vote['verdict'][]): Vote[] => verdicts.map((verdict, at) => ({ person: `person-${at}`, verdict }));

describe('the vote of a body', () => {
  it('MDM-60: nothing is decided below the quorum, nor while the missing voices could still turn it', () => {
    expect(tally(bodyOf(5, 3), votes('grant', 'grant'))).toBe('waiting');
    expect(tally(bodyOf(5, 3), votes('grant', 'grant', 'refuse'))).toBe('waiting');
    expect(tally(bodyOf(5, 3), votes('grant', 'grant', 'grant'))).toBe('grant');
    expect(tally(bodyOf(5, 5), votes('grant', 'grant', 'grant'))).toBe('waiting');
  });

  it('MDM-60: a tie of all voices refuses', () => {
    expect(tally(bodyOf(2, 2), votes('grant', 'refuse'))).toBe('refuse');
    expect(tally(bodyOf(4, 2), votes('refuse', 'refuse'))).toBe('refuse');
  });

  it('MDM-60: voices of people outside the body, and second voices of a member, never count', () => {
    const vote = fc.record({
      person: fc.integer({ min: 0, max: 9 }).map(at => `person-${at}`),
      verdict: fc.constantFrom<Vote['verdict']>('grant', 'refuse'),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(vote, { maxLength: 20 }), (size, cast) => {
        const body = bodyOf(size, Math.max(1, size - 1));
        const counted = body.members.flatMap(member => cast.find(one => one.person === member.person) ?? []);
        expect(tally(body, cast)).toBe(tally(body, counted));
      }),
    );
  });

  it('MDM-60: once decided, no later voice changes the outcome; when everybody has voted it is decided', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    const verdicts = fc.array(fc.constantFrom<Vote['verdict']>('grant', 'refuse'), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(order, verdicts, fc.integer({ min: 1, max: 6 }), (people, says, quorum) => {
        const body = bodyOf(6, quorum);
        const cast = people.map((at, turn) => ({ person: `person-${at}`, verdict: says[turn]! }));
        const outcomes = cast.map((_, upTo) => tally(body, cast.slice(0, upTo + 1)));
        const first = outcomes.find(outcome => outcome !== 'waiting');
        expect(outcomes.at(-1)).not.toBe('waiting');
        expect(outcomes.filter(outcome => outcome !== 'waiting').every(outcome => outcome === first)).toBe(true);
      }),
    );
  });
});
