import { fileIn, people, policyOfCharter, refusedAlone, Rehearsal, sampleBodies, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const minutes = 'c'.repeat(64);

/** A final report that waits for its assembly, under the charter that asks for the papers of the account. */
function reported(charter = 'hfa'): Rehearsal {
  const file = fileIn('closing', new Rehearsal(policyOfCharter(charter, 'OP')));
  return file.must('secretariat', 'ProposeText', { kind: 'final-report', body: sampleBodies['final-report']! });
}

const read = (file: Rehearsal) => ({ version: file.text('final-report').version, hash: file.text('final-report').hash });

const today = (file: Rehearsal): string => file.state.calendar.now.slice(0, 10);

const count = { quorum: 20, present: 31, inFavour: 28, against: 1 };

describe('the session of the assembly', () => {
  it('HFA-34: the approval tells day, quorum, voices and minutes of the session; without them nothing is approved', () => {
    const file = reported();
    const missing = { code: 'session-missing', rule: 'HFA-34' };
    refusedAlone(file, () => file.ask('assembly', 'ApproveReports', read(file)), missing);
    refusedAlone(file, () => file.ask('assembly', 'ApproveReports', { ...read(file), session: { heldOn: today(file), minutes } }), missing);
    refusedAlone(file, () => file.ask('assembly', 'ReturnReports', { ...read(file), reason: 'Il manque une ligne.' }), missing);
    expect(tasksOf(file, 'approve-reports')).toHaveLength(2);
    file.must('assembly', 'ApproveReports', { ...read(file), session: { heldOn: today(file), minutes, count } });
    expect(file.last('ReportsApprovedByAssembly')).toMatchObject({ session: { heldOn: today(file), minutes, count } });
    expect(file.last('ReportsApprovedByAssembly')['party']).toBe('partner');
    expect(tasksOf(file, 'approve-reports')).toEqual([]);
  });

  it('HFA-34: no quorum, voices that say the contrary, a session to come or one before the report approve nothing', () => {
    const file = reported();
    const held = (session: object) => () =>
      file.ask('assembly', 'ApproveReports', { ...read(file), session: { heldOn: today(file), minutes, count, ...session } });
    refusedAlone(file, held({ count: { ...count, present: 19, inFavour: 19, against: 0 } }), { code: 'quorum-not-reached' });
    refusedAlone(file, held({ count: { ...count, inFavour: 15, against: 15 } }), { code: 'count-contradicts' });
    refusedAlone(file, held({ count: { ...count, inFavour: 31, against: 1 } }), { code: 'count-contradicts' });
    refusedAlone(file, held({ heldOn: '2099-01-01' }), { code: 'held-in-the-future' });
    refusedAlone(file, held({ heldOn: '2026-01-01' }), { code: 'session-before-report' });
    const returned = { ...read(file), reason: 'Non.', session: { heldOn: today(file), minutes, count } };
    refusedAlone(file, () => file.ask('assembly', 'ReturnReports', returned), { code: 'count-contradicts' });
    expect(file.state.signOffs.assembly).toEqual([]);
    const against = { ...count, inFavour: 3, against: 25 };
    file.must('assembly', 'ReturnReports', { ...returned, session: { heldOn: today(file), minutes, count: against } });
    expect(file.last('ReportsReturnedByAssembly')).toMatchObject({ session: { count: against } });
  });

  it('HFA-34: members who vote one by one are counted here, and who settles it brings day and minutes', () => {
    const file = reported();
    const members = [1, 2, 3].map(at => ({ party: 'partner', person: `person-member-${at}` }));
    file.must('presidency', 'ConstituteBody', { body: 'general-assembly', members, quorum: 2 });
    const voter = (at: number) => ({
      actor: { person: `person-member-${at}`, organisation: people.assembly.organisation, roles: ['general-assembly' as const] },
    });
    file.must('assembly', 'ApproveReports', read(file), voter(1));
    expect(file.count('ReportsApprovedByAssembly')).toBe(0);
    const settle = (session?: object) => () =>
      file.ask('assembly', 'ApproveReports', { ...read(file), ...(session === undefined ? {} : { session }) } as never, voter(2));
    refusedAlone(file, settle(), { code: 'session-missing' });
    refusedAlone(file, settle({ heldOn: today(file), minutes, count }), { code: 'count-contradicts' });
    expect(settle({ heldOn: today(file), minutes })()).toMatchObject({ outcome: 'accepted' });
    expect(file.last('ReportsApprovedByAssembly')).toMatchObject({
      session: { heldOn: today(file), minutes, count: { quorum: 2, present: 2, inFavour: 2, against: 0 } },
    });
  });

  it('HFA-34: where the charter does not hold to it, the assembly may still tell its session, and need not', () => {
    const file = reported('mdm');
    file.must('assembly', 'ApproveReports', read(file));
    expect(file.last('ReportsApprovedByAssembly')).not.toHaveProperty('session');
    const told = reported('mdm');
    told.must('assembly', 'ApproveReports', { ...read(told), session: { heldOn: today(told), minutes, count } });
    expect(told.last('ReportsApprovedByAssembly')).toHaveProperty('session');
  });

  it('HFA-35, HFA-34: the letter that sends the reports is kept: without its hash they are not sent, and nothing closes', () => {
    const file = reported();
    file.must('assembly', 'ApproveReports', { ...read(file), session: { heldOn: today(file), minutes, count } });
    const sent = { kind: 'ReportsTransmitted', on: today(file), to: ['org-riviere'] } as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', sent), { code: 'letter-missing', rule: 'HFA-35' });
    expect(tasksOf(file, 'transmit-reports')).toHaveLength(1);
    file.must('officer', 'RecordNote', { ...sent, letter: 'd'.repeat(64) });
    expect(file.last('ReportsTransmitted')).toMatchObject({ letter: 'd'.repeat(64) });
    expect(tasksOf(file, 'transmit-reports')).toEqual([]);
  });
});
