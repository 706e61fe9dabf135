import { calendarReach, opaqueId, partyId } from '@palabre/contracts';
import { fileIn, openingIdea, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { record, UnsoundFact } from './stream.js';
import { soundly } from './streams/carrying-out.js';

const origin = {
  actor: 'person-1',
  role: 'hq-ops',
  party: 'host',
  cause: 'command-1',
  correlation: 'click-1',
  factAt: '2027-01-04T08:00:00.000Z',
  recordedAt: '2027-01-04T08:00:00.000Z',
};

describe('what may be sealed into a history', () => {
  const file = fileIn('implementation');

  const nonsense = () => record({ state: file.state, envelopes: [] }, [{ type: 'EndApproved', data: { body: 'nobody' } as never }], origin);

  it('an event that its own schema does not take is never recorded', () => {
    expect(nonsense).toThrow(UnsoundFact);
  });

  it('a rule that makes nonsense is told as a mistake of Palabre: the file stays as it was, and nothing is announced', () => {
    const handled = soundly(file.state, () => {
      nonsense();
      throw new Error('unreached');
    });
    expect(handled).toMatchObject({ envelopes: [], answer: { outcome: 'refused', refusal: { code: 'internal-mistake' } } });
    expect(handled.state).toBe(file.state);
    expect(() =>
      soundly(file.state, () => {
        throw new Error('a bug of another kind');
      }),
    ).toThrow('a bug of another kind');
  });
});

describe('names and days that would mislead', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])('%s names nobody: every object answers to it already', name => {
    expect(opaqueId.safeParse(name).success).toBe(false);
    expect(partyId.safeParse(name).success).toBe(false);
  });

  it('a party named constructor does not come in', () => {
    const founders = [{ party: 'constructor', organisation: 'org-third', workingLanguage: 'fr' }];
    const file = new Rehearsal();
    expect(file.ask('hqOps', 'OpenPartnership', { ...openingIdea, founders })).toMatchObject({ refusal: { code: 'malformed-command' } });
    expect(file.events).toEqual([]);
  });

  it.each(['9999-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z'])('a rehearsal does not begin at %s', calendarStartsAt => {
    const file = new Rehearsal();
    const answer = file.ask('hqOps', 'OpenPartnership', { ...openingIdea, calendarStartsAt });
    expect(answer).toMatchObject({ refusal: { code: 'malformed-command' } });
    expect(answer.outcome === 'refused' && answer.refusal.reason.en).toContain(calendarReach.last);
    expect(file.events).toEqual([]);
  });
});
