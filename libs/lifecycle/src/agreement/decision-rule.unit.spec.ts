import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreed, objectionEndsAt, type Poll, type Verdict } from './decision-rule.js';

const askedAt = '2027-03-01T09:00:00.000Z';
const soon = '2027-03-02T09:00:00.000Z';
const late = '2027-04-01T09:00:00.000Z';

const poll = (rule: Poll['rule'], parties: readonly string[], verdicts: readonly Verdict[]): Poll => ({
  rule,
  parties,
  verdicts,
  askedAt,
  objectionWithin: { days: 14 },
});

const yes = (...parties: string[]): Verdict[] => parties.map(party => ({ party, says: 'yes' }));
const no = (...parties: string[]): Verdict[] => parties.map(party => ({ party, says: 'no' }));

const five = ['a', 'b', 'c', 'd', 'e'];

const polls = fc.record({
  parties: fc.uniqueArray(fc.constantFrom(...five), { minLength: 1 }),
  verdicts: fc.array(fc.record({ party: fc.constantFrom(...five, 'stranger'), says: fc.constantFrom('yes' as const, 'no' as const) })),
  now: fc.constantFrom(soon, late),
});

describe('how n parties decide', () => {
  it('S-10: under consensus every party says yes; one no refuses, and silence waits for ever', () => {
    expect(agreed(poll('all', ['a', 'b', 'c'], yes('a', 'b')), late)).toBe('waiting');
    expect(agreed(poll('all', ['a', 'b', 'c'], yes('a', 'b', 'c')), soon)).toBe('agreed');
    expect(agreed(poll('all', ['a', 'b', 'c'], [...yes('a', 'b'), ...no('c')]), soon)).toBe('refused');
  });

  it('PMP-28: by majority more than half decides, half refuses, and a later word replaces an earlier one', () => {
    expect(agreed(poll('majority', five, yes('a', 'b')), late)).toBe('waiting');
    expect(agreed(poll('majority', five, yes('a', 'b', 'c')), soon)).toBe('agreed');
    expect(agreed(poll('majority', ['a', 'b', 'c', 'd'], no('a', 'b')), soon)).toBe('refused');
    expect(agreed(poll('majority', five, [...no('a'), ...yes('b', 'c', 'a')]), soon)).toBe('agreed');
  });

  it('PMP-28: without objection silence agrees once its delay is over, and not a moment before', () => {
    const silent = poll('no-objection', ['a', 'b', 'c'], yes('a'));
    const end = objectionEndsAt(silent);
    expect(end).toBe('2027-03-15T09:00:00.000Z');
    expect(agreed(silent, '2027-03-15T08:59:59.999Z')).toBe('waiting');
    expect(agreed(silent, end)).toBe('agreed');
    expect(agreed(poll('no-objection', ['a', 'b', 'c'], [...yes('a'), ...no('c')]), late)).toBe('refused');
  });

  it('C-15: two parties are a special case: for two, consensus and majority ask for the same voices', () => {
    fc.assert(
      fc.property(polls, ({ verdicts, now }) => {
        const all = agreed(poll('all', ['a', 'b'], verdicts), now);
        expect(agreed(poll('majority', ['a', 'b'], verdicts), now)).toBe(all);
      }),
    );
  });

  it('what consensus agrees, every rule agrees; nobody outside has a voice; the order of the parties changes nothing', () => {
    fc.assert(
      fc.property(
        polls,
        fc.constantFrom('all' as const, 'majority' as const, 'no-objection' as const),
        ({ parties, verdicts, now }, rule) => {
          const outcome = agreed(poll(rule, parties, verdicts), now);
          if (agreed(poll('all', parties, verdicts), now) === 'agreed') expect(outcome).toBe('agreed');
          const inside = verdicts.filter(({ party }) => parties.includes(party));
          expect(agreed(poll(rule, parties, inside), now)).toBe(outcome);
          expect(agreed(poll(rule, [...parties].reverse(), verdicts), now)).toBe(outcome);
        },
      ),
    );
  });

  it('nobody asked means nothing agreed', () => {
    expect(agreed(poll('no-objection', [], yes('a')), late)).toBe('waiting');
  });
});
