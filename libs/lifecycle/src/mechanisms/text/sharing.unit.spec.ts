import { fileIn, policyOfCharter, policyWithGate, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const shareWith = (file: Rehearsal, ...roles: ('executive-bureau' | 'member')[]) => {
  const { version, hash } = file.text('agreement');
  return { version, hash, with: roles };
};

describe('the content of a signed agreement', () => {
  it('HFA-29, HFA-16: the members are named where the charter asks for it; elsewhere the bureau may be told alone', () => {
    const asked = fileIn('setting-up', new Rehearsal(policyOfCharter('hfa', 'OP')));
    const summary = 'Qui fait quoi.';
    refusedAlone(asked, () => asked.ask('officer', 'ShareAgreement', { ...shareWith(asked, 'executive-bureau'), summary }), {
      code: 'members-left-out',
    });
    const free = fileIn('setting-up', new Rehearsal(policyOfCharter('mdm', 'OP')));
    free.must('officer', 'ShareAgreement', shareWith(free, 'executive-bureau'));
    expect(free.state.texts.membersInformed).toBeUndefined();
    free.must('officer', 'ShareAgreement', shareWith(free, 'executive-bureau', 'member'));
    expect(free.state.texts.membersInformed).toEqual(['host']);
  });

  it('HFA-16: a bureau that was not told before a signature that only warned is told afterwards, and no longer asked for', () => {
    const file = fileIn('setting-up', new Rehearsal(policyWithGate('mdm', 'OP', 'CONTENT', 'warn')));
    const { phaseSince: since, steps, texts } = file.state;
    const agreementShared = texts.agreementShared.filter(({ party }) => party !== 'host');
    const warned = [{ gate: 'CONTENT', phase: 'validation', since }] as const;
    file.state = { ...file.state, steps: { ...steps, warned }, texts: { ...texts, agreementShared } };
    file.must('direction', 'DesignateOfficer', { person: 'person-officer', isPresident: false });
    expect(tasksOf(file, 'share-agreement').map(({ party }) => party)).toEqual(['host']);
    file.must('officer', 'ShareAgreement', shareWith(file, 'executive-bureau'));
    expect(tasksOf(file, 'share-agreement')).toEqual([]);
  });
});
