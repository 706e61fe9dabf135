import { answersTo, fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { stillOwed } from './moments.js';

const words = 'Dit ensemble.';

const met = {
  heldOn: '2027-01-04',
  attendance: ['host', 'partner'].map(party => ({ party, people: 2 })),
  inPerson: true,
  minutes: words,
};

const policy = policyOfCharter('mdm', 'OP');

const introductionsBlock = { ...policy, gates: { ...policy.gates, INTRODUCED: 'block' as const } };

/** Two founders who took the short path as far as validation: nobody met, checked or wrote expectations. */
function hurried(): Rehearsal {
  const file = fileIn('search', new Rehearsal(introductionsBlock));
  file
    .must('officer', 'ShortlistCandidate', { party: 'partner', organisation: 'org-riviere', workingLanguage: 'wo', reason: words })
    .must('officer', 'ProposeEmergency', { reason: words });
  const proposal = String(file.last('EmergencyPathProposed')['proposal']);
  file.must('representative', 'AgreeToProposal', { proposal });
  for (const phase of ['due-diligence', 'co-construction'] as const) file.must('officer', 'EnterPhase', { phase, reason: null });
  file.must('officer', 'ConfirmCoConstruction', {}).must('representative', 'ConfirmCoConstruction', {});
  return file.must('officer', 'EnterPhase', { phase: 'validation', reason: null });
}

describe('what an emergency left open', () => {
  it('S-19: the introduction and the expectations are made up for in a later phase, each only while its gate is owed', () => {
    const file = hurried();
    expect(stillOwed(file.state)).toEqual(expect.arrayContaining(['INTRODUCED', 'EXPECTATIONS', 'DILIGENCE']));
    file.must('officer', 'HoldIntroduction', met);
    expect(stillOwed(file.state)).not.toContain('INTRODUCED');
    refusedAlone(file, () => file.ask('officer', 'HoldIntroduction', met), { code: 'not-in-this-phase' });
    for (const who of ['officer', 'representative'] as const) file.must(who, 'WriteExpectations', { expectations: words, values: [words] });
    expect(stillOwed(file.state)).not.toContain('EXPECTATIONS');
  });

  it('S-19: due diligence is answered in a later phase by its questionnaire, which opens no second time', () => {
    const file = hurried();
    expect(tasksOf(file, 'answer-due-diligence').map(task => task.party)).toEqual(['host', 'partner']);
    const answered = (who: 'officer' | 'representative', side: 'host' | 'partner') =>
      file.must(who, 'AnswerForm', {
        form: 'due-diligence',
        answers: answersTo(file.policy, 'dueDiligence', side),
        place: 'headquarters',
      });
    answered('officer', 'host');
    answered('representative', 'partner');
    expect(tasksOf(file, 'record-finding').map(task => task.about)).toEqual(['host', 'partner']);
    const finding = { line: null, result: 'clear', evidenceOn: '2027-01-04', note: words } as const;
    file.must('officer', 'RecordFinding', { about: 'partner', ...finding });
    file.must('representative', 'RecordFinding', { about: 'host', ...finding });
    expect(stillOwed(file.state)).not.toContain('DILIGENCE');
    expect(tasksOf(file, 'make-up-gate').map(task => task.about)).not.toContain('DILIGENCE');
    const again = file.ask('officer', 'AnswerForm', {
      form: 'due-diligence',
      answers: answersTo(file.policy, 'dueDiligence', 'host'),
      place: 'headquarters',
    });
    expect(again).toMatchObject({ refusal: { code: 'form-not-open' } });
    expect(file.count('DueDiligenceAnswersRevealed')).toBe(1);
  });

  it('S-19: without an emergency the same requests stay in their phases', () => {
    const file = fileIn('validation');
    refusedAlone(file, () => file.ask('officer', 'HoldIntroduction', met), { code: 'not-in-this-phase' });
    expect(tasksOf(file, 'answer-due-diligence')).toEqual([]);
  });

  it('S-19, MDM-61: the body whose word was passed over is asked for it after signature, and only while it is owed', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'ST')));
    const { version, hash } = file.text('agreement');
    const unvalidated = { ...file.state, signOffs: { ...file.state.signOffs, strategic: null } };
    file.state = unvalidated;
    file.must('officer', 'RequestStrategicValidation', { version, hash });
    expect(tasksOf(file, 'validate-strategically')).toEqual([]);
    const emergency = { ...hurried().state.frame.emergency!, open: false, owed: ['CD' as const] };
    file.state = { ...unvalidated, frame: { ...unvalidated.frame, emergency } };
    file.must('officer', 'RequestStrategicValidation', { version, hash });
    expect(tasksOf(file, 'validate-strategically').map(task => task.party)).toEqual(['host']);
    file.must('committee', 'GrantStrategicValidation', { version, hash });
    expect(tasksOf(file, 'validate-strategically')).toEqual([]);
    expect(stillOwed(file.state)).not.toContain('CD');
  });
});
