import type { Actor } from '@palabre/contracts';
import { agreeText, fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const member = (at: number, file: Rehearsal): { actor: Actor } => ({
  actor: { person: `person-bureau-${at}`, organisation: file.cast.bureau.organisation, roles: ['executive-bureau'] },
});

describe('the content known before signature', () => {
  it('HFA-16: each member of the bureau says that the present version was read; its task goes with the first, and comes back with a changed text', () => {
    const file = fileIn('validation', new Rehearsal(policyOfCharter('hfa', 'OP')));
    agreeText(file, 'agreement');
    const { version, hash } = file.text('agreement');
    const read = { kind: 'AgreementContentRead', on: '2027-01-04', version, hash } as const;
    refusedAlone(file, () => file.ask('bureau', 'RecordNote', read, member(1, file)), { code: 'content-not-shared', rule: 'HFA-16' });
    expect(tasksOf(file, 'read-content')).toEqual([]);

    file.must('representative', 'ShareAgreement', { version, hash, with: ['executive-bureau'] });
    expect(tasksOf(file, 'read-content')).toMatchObject([{ party: 'partner', subject: { kind: 'agreement', version, hash } }]);
    expect(tasksOf(file, 'read-content')[0]?.roles).toEqual(['executive-bureau', 'executive-secretariat']);
    refusedAlone(file, () => file.ask('bureau', 'RecordNote', { ...read, hash: 'f'.repeat(64) }), { code: 'content-not-shared' });
    refusedAlone(file, () => file.ask('representative', 'RecordNote', read), { code: 'content-not-shared', rule: 'HFA-16' });
    file.must('bureau', 'RecordNote', read, member(1, file)).must('bureau', 'RecordNote', read, member(2, file));
    expect(file.count('AgreementContentRead')).toBe(2);
    expect(file.last('AgreementContentRead')).toMatchObject({ party: 'partner', version, hash });
    expect(tasksOf(file, 'read-content')).toEqual([]);

    file.must('representative', 'ShareAgreement', { version, hash, with: ['executive-secretariat'] });
    expect(tasksOf(file, 'read-content')).toEqual([]);
    file.must('officer', 'ProposeText', {
      kind: 'agreement',
      body: { clauses: [{ number: '1', title: 'Objet', text: 'Autrement.', covers: ['parties', 'purpose'] }] },
    } as never);
    const changed = file.text('agreement');
    refusedAlone(file, () => file.ask('bureau', 'RecordNote', { ...read, version: changed.version, hash: changed.hash }), {
      code: 'content-not-shared',
    });
    file.must('representative', 'ShareAgreement', { version: changed.version, hash: changed.hash, with: ['executive-bureau'] });
    expect(tasksOf(file, 'read-content')).toHaveLength(1);
  });

  it('HFA-16: where the charter does not hold to it, nobody is asked to say so', () => {
    const file = fileIn(
      'validation',
      new Rehearsal({ ...policyOfCharter('hfa', 'OP'), gates: { ...policyOfCharter('hfa', 'OP').gates, CONTENT: 'off' } }),
    );
    agreeText(file, 'agreement');
    const { version, hash } = file.text('agreement');
    file.must('representative', 'ShareAgreement', { version, hash, with: ['executive-bureau'] });
    expect(tasksOf(file, 'read-content')).toEqual([]);
  });
});
