import { fileIn, policyOfCharter, Rehearsal, sampleBodies, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit ensemble.';

/** The end of the actions, with the report approved and the account rendered by one side. */
function accounted(charter: string): Rehearsal {
  const file = fileIn('implementation', new Rehearsal(policyOfCharter(charter, 'OP')));
  file.must('officer', 'EnterPhase', { phase: 'after', reason: null });
  file.must('secretariat', 'ProposeText', { kind: 'final-report', body: sampleBodies['final-report']! });
  const { version, hash } = file.text('final-report');
  const heldOn = file.state.calendar.now.slice(0, 10);
  const count = { quorum: 20, present: 31, inFavour: 28, against: 1 };
  return file
    .must('assembly', 'ApproveReports', { version, hash, session: { heldOn, minutes: 'c'.repeat(64), count } })
    .must('direction', 'DeclareAccountRendered', {});
}

const asked = (file: Rehearsal): readonly string[] => tasksOf(file, 'propose-renewal').map(({ party }) => party);

describe('the renewal that good governance leads to', () => {
  it('HFA-38: once the account is rendered by both sides each is asked to propose the renewal, and the proposal answers it', () => {
    const file = accounted('hfa');
    expect(asked(file)).toEqual([]);
    file.must('presidency', 'DeclareAccountRendered', {});
    expect(asked(file)).toEqual(['host', 'partner']);
    file.must('direction', 'ProposeRenewal', { term: { project: null, endsOn: '2033-01-01' }, guarantorReason: null, reason: words });
    expect(file.last('RenewalProposed')).toMatchObject({ accountRendered: true, guarantorReason: null });
    expect(asked(file)).toEqual([]);
    expect(tasksOf(file, 'answer-proposal').length).toBeGreaterThan(0);
  });

  it('HFA-38: a charter that does not ask leaves it to the parties', () => {
    const file = accounted('mdm').must('presidency', 'DeclareAccountRendered', {});
    expect(asked(file)).toEqual([]);
  });
});
