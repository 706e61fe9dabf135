import { openActions, streamRules } from '../../index.js';
import { closed, fileIn, policyOfCharter, Rehearsal, sampleBodies, tasksOf } from '@palabre/testing';
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

  it('a charter that does not ask leaves it to the parties', () => {
    const file = accounted('mdm').must('presidency', 'DeclareAccountRendered', {});
    expect(asked(file)).toEqual([]);
  });

  const renewal = { term: { project: null, endsOn: '2033-01-01' }, guarantorReason: null, reason: words };

  /** Straight from the work to the closing, with the account rendered, and no end of actions before it. */
  function closedUnder(charter: string): Rehearsal {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter(charter, 'OP')));
    closed(file);
    expect(file.state.standing).toBe('closed');
    return file;
  }

  it('HFA-38: once it has closed with the account rendered, each side is asked and says its own word, and the closed file stays closed', () => {
    const file = closedUnder('hfa');
    expect(asked(file)).toEqual(['host', 'partner']);
    expect(file.state.tasks).toHaveLength(2);
    expect(file.state.deadlines.map(({ rule }) => rule)).toEqual(['renewal-no-longer-asked']);
    file.must('direction', 'ProposeRenewal', renewal);
    expect(asked(file)).toEqual(['partner']);
    expect(streamRules.partnership.hasEnded(file.state)).toBe(false);
    expect(file.ask('direction', 'ProposeRenewal', renewal)).toMatchObject({ refusal: { code: 'already-proposed' } });
    file.must('presidency', 'ProposeRenewal', renewal);
    expect(file.count('RenewalProposed')).toBe(2);
    expect(file.last('RenewalProposed')).toMatchObject({ party: 'partner', accountRendered: true });
    expect(file.state).toMatchObject({ standing: 'closed', phase: 'after', tasks: [], deadlines: [] });
    expect(streamRules.partnership.hasEnded(file.state)).toBe(true);
    expect(file.ask('presidency', 'ProposeRenewal', renewal)).toMatchObject({ refusal: { code: 'partnership-ended' } });
    expect(file.count('AgreementRenewed')).toBe(0);
    expect(file.replayed()).toEqual(file.state);
  });

  it('nothing else becomes possible in a closed file, and its other doors say why', () => {
    const file = closedUnder('hfa');
    const open = openActions(file.state, file.cast.direction).filter(({ possible }) => possible);
    expect(open.map(({ command }) => command)).toEqual(['ProposeRenewal', 'AdvanceCalendar']);
    const told = file.must('direction', 'ProposeRenewal', renewal).events.length;
    const { proposal } = file.state.frame.proposals[0]!;
    for (const [type, data] of [
      ['AgreeToProposal', { proposal }],
      ['DeclineProposal', { proposal, reason: words }],
      ['EnterPhase', { phase: 'implementation', reason: words }],
      ['PostPalaverMessage', { object: 'general', message: words }],
      ['ClaimTask', { task: file.state.tasks[0]!.task }],
    ] as const) {
      expect(file.ask('presidency', type as never, data as never)).toMatchObject({ refusal: { code: 'partnership-ended' } });
    }
    expect(file.events.length).toBe(told);
  });

  it('HFA-38: who announced that it leaves is not asked to go on; the others are', () => {
    const file = accounted('hfa').must('representative', 'AnnounceWithdrawal', { reason: words });
    file.must('presidency', 'DeclareAccountRendered', {});
    expect(asked(file)).toEqual(['host']);
    file.must('representative', 'RevokeWithdrawal', { withdrawal: String(file.last('WithdrawalAnnounced')['withdrawal']), reason: words });
    expect(asked(file)).toEqual(['host', 'partner']);
  });

  it('HFA-38: a year after its closing nobody is asked any more, and the file is at rest', () => {
    const file = closedUnder('hfa');
    const heardUntil = file.state.deadlines[0]!.dueAt;
    file.must('hqOps', 'AdvanceCalendar', { to: heardUntil });
    expect(file.state).toMatchObject({ standing: 'closed', tasks: [], deadlines: [] });
    expect(file.last('TasksWithdrawn')['tasks']).toHaveLength(2);
    expect(file.ask('direction', 'ProposeRenewal', renewal)).toMatchObject({ refusal: { code: 'partnership-ended' } });
    expect(file.count('RenewalProposed')).toBe(0);
  });

  it('under a charter that does not ask, or gives no time for it, the closed file is at rest at once', () => {
    const plain = policyOfCharter('hfa', 'OP');
    const silent = new Rehearsal({ ...plain, figures: { ...plain.figures, renewal_heard_after_closing_days: 0 } });
    const file = fileIn('implementation', silent);
    closed(file);
    for (const one of [file, closedUnder('mdm')]) {
      expect(one.state).toMatchObject({ standing: 'closed', tasks: [], deadlines: [] });
      expect(one.ask('direction', 'ProposeRenewal', renewal)).toMatchObject({ refusal: { code: 'partnership-ended' } });
    }
  });
});
