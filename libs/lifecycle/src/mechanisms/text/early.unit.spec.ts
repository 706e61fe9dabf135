import { agreeText, fileIn, policyOfCharter, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const toWrite = (file: Rehearsal) => tasksOf(file, 'write-text').map(({ about, dueAt }) => [about, dueAt]);

describe('the decision matrix', () => {
  it('AGI-20: from the start of co-construction a day reminds of it, where it comes before the budget; no other text has one', () => {
    const file = fileIn('co-construction', new Rehearsal(policyOfCharter('agiri', 'OP')));
    expect(toWrite(file)).toContainEqual(['roles', '2027-02-03T08:00:00.000Z']);
    expect(toWrite(file).filter(([, dueAt]) => dueAt !== null)).toHaveLength(1);
    file.advanceTo('2027-02-04');
    expect(file.count('TaskOverdue')).toBe(1);
    agreeText(file, 'roles');
    expect(toWrite(file).map(([about]) => about)).not.toContain('roles');
    const elsewhere = fileIn('co-construction', new Rehearsal(policyOfCharter('mdm', 'OP')));
    expect(toWrite(elsewhere)).toContainEqual(['roles', null]);
  });
});
