import { agreeEnd, fileIn, policyOfCharter, policyWithGate, refusedAlone, Rehearsal, sampleBodies, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { after } from '../../calendar/span.js';
import { policyOf } from '../../state.js';

const words = 'Beaucoup reste à faire.';

const ended = (file = new Rehearsal()): Rehearsal =>
  fileIn('implementation', file).must('officer', 'EnterPhase', { phase: 'after', reason: null });

const report = (file: Rehearsal): Rehearsal =>
  file.must('secretariat', 'ProposeText', { kind: 'final-report', body: sampleBodies['final-report']! });

const readReport = (file: Rehearsal) => ({ version: file.text('final-report').version, hash: file.text('final-report').hash });

const goOn = (file: Rehearsal) => file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: words });

const warnedOfAccount = (answer: ReturnType<typeof goOn>): string =>
  answer.outcome === 'accepted'
    ? answer.warnings
        .filter(({ gates }) => gates.includes('ACCOUNT'))
        .map(({ reason }) => reason.en)
        .join()
    : '';

describe('the account that the end of the actions opens', () => {
  it('HFA-32: the final report is asked for from the end of the actions on, within the days of the charter, before anybody closes', () => {
    const file = ended();
    const dueAt = after(file.state.phaseSince, policyOf(file.state).timers.final_report_due_in);
    expect(tasksOf(file, 'submit-final-report').map(task => [task.party, task.dueAt])).toEqual([['host', dueAt]]);
    expect(file.state.deadlines.filter(({ rule }) => rule === 'final-report-due').map(one => one.dueAt)).toEqual([dueAt]);
    expect(file.count('ClosureInitiated')).toBe(0);
    report(file);
    expect(tasksOf(file, 'submit-final-report')).toEqual([]);
    expect(tasksOf(file, 'approve-reports').map(({ party }) => party)).toEqual(['host', 'partner']);
    file.must('assembly', 'ApproveReports', readReport(file)).must('direction', 'DeclareAccountRendered', {});
    expect(tasksOf(file, 'declare-account-rendered').map(({ party }) => party)).toEqual(['partner']);
  });

  it('HFA-32: the days count from the end of the actions, also once closing has begun', () => {
    const file = fileIn('implementation');
    const endedAt = '2027-03-01T00:00:00.000Z';
    file.state = {
      ...file.state,
      phase: 'closing',
      phaseSince: '2027-04-15T00:00:00.000Z',
      steps: { ...file.state.steps, accountingSince: endedAt },
    };
    file.must('officer', 'RaiseChallenge', { text: words });
    expect(tasksOf(file, 'submit-final-report').map(({ dueAt }) => dueAt)).toEqual([
      after(endedAt, policyOf(file.state).timers.final_report_due_in),
    ]);
  });

  it('HFA-32: a service that goes straight to its end opens the account with the closing', () => {
    const file = agreeEnd(fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'SP'))));
    file.must('officer', 'EnterPhase', { phase: 'closing', reason: words });
    expect(file.count('ActionsEnded')).toBe(0);
    expect(file.state.steps.accountingSince).toBe(file.state.phaseSince);
  });

  it('HFA-32: where the charter has no rule on the account, its end of actions asks for none', () => {
    const file = ended(new Rehearsal(policyWithGate('mdm', 'OP', 'ACCOUNT', 'off')));
    expect(tasksOf(file, 'submit-final-report')).toEqual([]);
    expect(file.state.deadlines.filter(({ rule }) => rule === 'final-report-due')).toEqual([]);
    expect(warnedOfAccount(goOn(file))).toBe('');
    expect(file.state.phase).toBe('implementation');
  });

  it('HFA-32: who goes back to work without having accounted is told, and the history keeps it; nobody is held back', () => {
    const file = ended();
    expect(warnedOfAccount(goOn(file))).toContain('The final report has not been submitted.');
    expect(file.last('RelationshipContinued')['gates']).toMatchObject([{ gate: 'ACCOUNT', strength: 'warn', state: 'open' }]);
    expect(tasksOf(file, 'submit-final-report')).toEqual([]);
  });

  it('HFA-32: an account rendered leaves nothing to tell, and the next end is accounted for by a report of its own', () => {
    const file = report(ended());
    const first = readReport(file);
    file
      .must('assembly', 'ApproveReports', first)
      .must('direction', 'DeclareAccountRendered', {})
      .must('presidency', 'DeclareAccountRendered', {});
    expect(warnedOfAccount(goOn(file))).not.toMatch(/report|first authority/);
    file.must('officer', 'EnterPhase', { phase: 'after', reason: null });
    expect(tasksOf(file, 'submit-final-report')).toHaveLength(1);
    expect(file.state.signOffs.accountRenderedBy).toEqual([]);
    refusedAlone(file, () => file.ask('assembly', 'ApproveReports', first), {});
    refusedAlone(file, () => file.ask('direction', 'DeclareAccountRendered', {}), { code: 'account-not-ready' });
  });

  it('HFA-32: under the charter of the Horn the same holds for a partnership between two', () => {
    expect(tasksOf(ended(new Rehearsal(policyOfCharter('hfa', 'OP'))), 'submit-final-report')).toHaveLength(1);
  });
});
