import type { CommandAnswer, Refusal } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { command, message, outsider } from '../testbed/commands.js';
import { AnsweredCommands, carriedCharacters, noAnswers } from './answered-commands.js';

const refusal = (code: string): Refusal => ({
  code,
  rule: 'PMP-29',
  reason: { fr: 'Pas maintenant.', en: 'Not now.' },
  next: { fr: 'Plus tard.', en: 'Later.' },
  gates: ['NEED'],
});

const accepted = (version: number, ...types: string[]): CommandAnswer => ({
  outcome: 'accepted',
  version,
  events: types.map((type, place) => ({ type, version: version - types.length + 1 + place })),
  warnings: [],
});

const refused = (version: number, code: string): CommandAnswer => ({ outcome: 'refused', version, refusal: refusal(code) });

/** What arrives after continue-as-new: everything went through JSON. */
const carriedOn = (answers: AnsweredCommands): AnsweredCommands => new AnsweredCommands(JSON.parse(JSON.stringify(answers.carry())));

describe('the answers that a partnership remembers', () => {
  it('gives every kind of answer back unchanged after it travelled', () => {
    const answers = new AnsweredCommands(noAnswers);
    const plain = message('one');
    const rich = message('two');
    const warned = message('three');
    const turnedDown = message('four');
    const warnings: CommandAnswer = {
      outcome: 'accepted',
      version: 1_300,
      events: [{ type: 'MeetingHeld', version: 1_250 }],
      warnings: [refusal('late')],
    };
    answers.remember(plain, accepted(3, 'PalaverMessagePosted'));
    answers.remember(rich, accepted(40, 'MeetingHeld', 'TasksCompleted', 'TasksOpened'));
    answers.remember(warned, warnings);
    answers.remember(turnedDown, refused(1_301, 'gate-open'));
    const later = carriedOn(carriedOn(answers));
    expect(later.find(plain)).toEqual(accepted(3, 'PalaverMessagePosted'));
    expect(later.find(rich)).toEqual(accepted(40, 'MeetingHeld', 'TasksCompleted', 'TasksOpened'));
    expect(later.find(warned)).toEqual(warnings);
    expect(later.find(turnedDown)).toEqual(refused(1_301, 'gate-open'));
  });

  it('knows an id that comes back with another body, another person or another expectation', () => {
    const answers = new AnsweredCommands(noAnswers);
    const first = message('as first said', { id: 'command-1' });
    answers.remember(first, accepted(2, 'PalaverMessagePosted'));
    expect(answers.find({ ...first, correlation: 'another-click' })).toEqual(accepted(2, 'PalaverMessagePosted'));
    expect(answers.find(message('something else', { id: 'command-1' }))).toBe('reused');
    expect(answers.find({ ...first, actor: outsider })).toBe('reused');
    expect(answers.find({ ...first, expectedVersion: 1 })).toBe('reused');
    expect(carriedOn(answers).find(command('HandBackTask', { task: 'task-1' }, { id: 'command-1' }))).toBe('reused');
    expect(answers.find(message('as first said', { id: 'command-2' }))).toBeNull();
  });

  it('carries the newest within its budget and lets the oldest go', () => {
    const answers = new AnsweredCommands(noAnswers);
    const sent = Array.from({ length: 3_000 }, (_, place) => message(`message ${place}`));
    for (const [place, one] of sent.entries()) {
      answers.remember(
        one,
        place % 10 === 0 ? refused(place + 1, `code-${place % 7}`) : accepted(place + 1, 'PalaverMessagePosted', 'TasksOpened'),
      );
    }
    const carried = answers.carry();
    expect(JSON.stringify(carried).length).toBeLessThanOrEqual(carriedCharacters + 100);
    expect(carried.entries.length).toBeGreaterThan(500);
    const later = carriedOn(answers);
    expect(later.find(sent.at(-1) ?? message(''))).toEqual(accepted(3_000, 'PalaverMessagePosted', 'TasksOpened'));
    expect(later.find(sent[0] ?? message(''))).toBeNull();
  });
});
