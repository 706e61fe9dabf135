import { commands } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { salted } from './salted.js';

const answer = { id: 'a-1', type: 'AnswerForm', data: { form: 'due-diligence', answers: { DD1: { yes: true } } } };

describe('the salt of sealed answers', () => {
  it('MDM-14: is drawn by who answers, afresh each time, long enough for the command', () => {
    const one = salted(answer).data as { salt: string };
    const other = salted(answer).data as { salt: string };
    expect(commands.AnswerForm.data.safeParse(one).success).toBe(true);
    expect(one.salt).toHaveLength(64);
    expect(one.salt).not.toBe(other.salt);
  });

  it('is left as it was given, and no other command gets one', () => {
    const own = { ...answer, data: { ...answer.data, salt: 'ab'.repeat(16) } };
    expect(salted(own)).toBe(own);
    const other = { id: 'a-2', type: 'ClaimTask', data: { task: 'task-1' } };
    expect(salted(other)).toBe(other);
  });
});
