import { contentHash } from '@palabre/contracts';
import { answersTo, fileIn, policyOfCharter, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { askGates } from '../../gates/index.js';
import { withoutSealedAnswers } from './questions.js';

const words = 'Vu ensemble.';

const finding = { line: null, result: 'clear', evidenceOn: '2027-01-04', note: words } as const;

const openTasks = (file: ReturnType<typeof fileIn>, kind: string) =>
  file.state.tasks.filter(task => task.kind === kind).map(task => task.party);

const bothAnswerDiligence = (file = fileIn('due-diligence')) =>
  file
    .must('officer', 'AnswerForm', {
      form: 'due-diligence',
      answers: answersTo(file.policy, 'dueDiligence', 'host'),
      place: 'headquarters',
    })
    .must('representative', 'AnswerForm', {
      form: 'due-diligence',
      answers: answersTo(file.policy, 'dueDiligence', 'partner'),
      place: 'field',
    });

const salt = 'a1b2c3d4e5f60718a1b2c3d4e5f60718';

describe('a form that both sides answer', () => {
  it('MDM-14: nobody guesses sealed answers: their hash is salted by who answers, and the salt is revealed with them', () => {
    const file = fileIn('due-diligence');
    const answers = answersTo(file.policy, 'dueDiligence', 'host');
    expect(
      file.ask('officer', 'AnswerForm', { form: 'due-diligence', answers, place: 'headquarters', salt: undefined } as never),
    ).toMatchObject({
      refusal: { code: 'salt-missing', rule: 'MDM-14' },
    });
    expect(file.ask('officer', 'AnswerForm', { form: 'due-diligence', answers, place: 'headquarters', salt: 'abc' })).toMatchObject({
      refusal: { code: 'malformed-command' },
    });
    file.must('officer', 'AnswerForm', { form: 'due-diligence', answers, place: 'headquarters', salt });
    expect(file.last('FormAnswered')['answersHash']).toBe(contentHash({ salt, answers, unchanged: [] }));
    expect(file.last('FormAnswered')['answersHash']).not.toBe(contentHash(answers));
    expect(JSON.stringify(file.events)).not.toContain(salt);
    expect(JSON.stringify(withoutSealedAnswers(file.state))).not.toContain(salt);
    const partner = answersTo(file.policy, 'dueDiligence', 'partner');
    file.must('representative', 'AnswerForm', { form: 'due-diligence', answers: partner, place: 'field' });
    expect(file.last('DueDiligenceAnswersRevealed')).toMatchObject({ answers: [{ party: 'host', answers, salt }, { party: 'partner' }] });
  });

  it('MDM-14: the first side’s answers stay sealed behind their hash, and are revealed with the other’s', () => {
    const file = fileIn('due-diligence');
    const host = answersTo(file.policy, 'dueDiligence', 'host');
    const partner = answersTo(file.policy, 'dueDiligence', 'partner');
    file.must('officer', 'AnswerForm', { form: 'due-diligence', answers: host, place: 'headquarters', salt });

    expect(file.last('FormAnswered')).toEqual({
      form: 'due-diligence',
      round: 1,
      party: 'host',
      answersHash: contentHash({ salt, answers: host, unchanged: [] }),
    });
    expect(file.count('DueDiligenceAnswersRevealed')).toBe(0);
    expect(JSON.stringify(file.events)).not.toContain(JSON.stringify(host));
    expect(JSON.stringify(withoutSealedAnswers(file.state).forms)).not.toContain('yes');
    expect(openTasks(file, 'answer-due-diligence')).toEqual(['partner']);

    file.must('representative', 'AnswerForm', { form: 'due-diligence', answers: partner, place: 'field', salt });
    expect(file.last('DueDiligenceAnswersRevealed')).toEqual({
      round: 1,
      answers: [
        { party: 'host', answers: host, unchanged: [], salt },
        { party: 'partner', answers: partner, unchanged: [], salt },
      ],
    });
    expect(openTasks(file, 'answer-due-diligence')).toEqual([]);
    expect(file.state.forms.dueDiligence.sealed).toEqual([]);
  });

  it('MDM-14: while a seal holds, the events alone give the same state as the workflow, the sealed content apart', () => {
    const file = fileIn('due-diligence');
    const answers = answersTo(file.policy, 'dueDiligence', 'host');
    file.must('officer', 'AnswerForm', { form: 'due-diligence', answers, place: 'headquarters' });

    expect(file.state.forms.dueDiligence.sealed[0]?.answers).toEqual(answers);
    expect(file.replayed()).toEqual(withoutSealedAnswers(file.state));
  });

  it('MDM-14: a party does not answer twice in a round', () => {
    const file = fileIn('due-diligence');
    const answers = answersTo(file.policy, 'dueDiligence', 'host');
    file.must('officer', 'AnswerForm', { form: 'due-diligence', answers, place: 'headquarters' });

    expect(file.ask('hqOps', 'AnswerForm', { form: 'due-diligence', answers, place: 'headquarters' })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'already-answered', rule: 'MDM-14' },
    });
    expect(file.count('FormAnswered')).toBe(1);
    expect(file.count('DueDiligenceAnswersRevealed')).toBe(0);
  });

  it('MDM-14: missing, unknown and ill-formed answers are each named, and nothing is sealed', () => {
    const file = fileIn('due-diligence');
    const questions = file.policy.forms.dueDiligence.filter(question => question.answerer !== 'partner');
    const [first, second] = questions;
    const { [first!.id]: _left, ...rest } = answersTo(file.policy, 'dueDiligence', 'host');
    const answer = file.ask('officer', 'AnswerForm', {
      form: 'due-diligence',
      answers: { ...rest, [second!.id]: [1, 5], 'NOT-A-QUESTION': 3 },
      place: 'headquarters',
    });

    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'answers-do-not-fit' } });
    const reason = answer.outcome === 'refused' ? answer.refusal.reason : { fr: '', en: '' };
    for (const named of [first!.id, second!.id, 'NOT-A-QUESTION']) {
      expect(reason.en).toContain(named);
      expect(reason.fr).toContain(named);
    }
    expect(file.count('FormAnswered')).toBe(0);
    expect(openTasks(file, 'answer-due-diligence')).toEqual(['host', 'partner']);
  });

  it('MDM-14: sealed answers that are too long to wait are refused', () => {
    const file = fileIn('due-diligence');
    const text = file.policy.forms.dueDiligence.find(question => question.kind === 'yes-no')!;
    const answers = { ...answersTo(file.policy, 'dueDiligence', 'host'), [text.id]: { yes: true, comment: 'x'.repeat(30_000) } };
    expect(file.ask('officer', 'AnswerForm', { form: 'due-diligence', answers, place: 'headquarters' })).toMatchObject({
      refusal: { code: 'answers-too-long' },
    });
    expect(file.count('FormAnswered')).toBe(0);
  });

  it('ALE-46: the annual reflection is held when both sides have answered, and only then can the review end', () => {
    const file = fileIn('annual-review');
    const answers = (side: 'host' | 'partner') => answersTo(file.policy, 'annualReview', side);
    file.must('officer', 'AnswerForm', { form: 'annual-review', answers: answers('host'), place: 'headquarters' });
    expect(file.ask('officer', 'EnterPhase', { phase: 'implementation', reason: null })).toMatchObject({
      refusal: { rule: 'MDM-14', code: 'one-direction-only' },
    });
    expect(file.count('JointReflectionHeld')).toBe(0);
    expect(file.state.phase).toBe('annual-review');

    file.must('representative', 'AnswerForm', { form: 'annual-review', answers: answers('partner'), place: 'field' });
    expect(file.last('JointReflectionHeld')).toMatchObject({ round: 1 });
    expect(file.must('officer', 'EnterPhase', { phase: 'implementation', reason: null }).state.phase).toBe('implementation');
  });

  it('PMP-20: a year after the first round due diligence is asked again of both sides, as a second round', () => {
    const file = fileIn('implementation');
    expect(openTasks(file, 'answer-due-diligence')).toEqual([]);
    const answers = answersTo(file.policy, 'dueDiligence', 'host');
    expect(file.ask('officer', 'AnswerForm', { form: 'due-diligence', answers, place: 'headquarters' })).toMatchObject({
      refusal: { code: 'form-not-open' },
    });
    file.advanceTo('2028-01-06');

    expect(file.told()).toContain('ReminderDue');
    expect(openTasks(file, 'answer-due-diligence').sort()).toEqual(['host', 'partner']);
    bothAnswerDiligence(file);
    expect(file.last('DueDiligenceAnswersRevealed')).toMatchObject({ round: 2 });
    expect(openTasks(file, 'answer-due-diligence')).toEqual([]);
  });
});

describe('due diligence at the end', () => {
  it('PMP-20: a partnership that closes is not verified afresh, however old its last round is', () => {
    const file = fileIn('implementation');
    const refreshes = () => file.state.deadlines.filter(({ rule }) => rule.includes('due-diligence')).map(({ rule }) => rule);
    expect(refreshes()).not.toEqual([]);
    file.must('officer', 'EnterPhase', { phase: 'after', reason: null });
    expect(refreshes()).toEqual([]);
    expect(file.state.tasks.filter(({ about }) => about === 'due-diligence')).toEqual([]);
  });
});

describe('findings', () => {
  it('S-03: a party records no finding about itself', () => {
    const file = bothAnswerDiligence();
    expect(file.ask('officer', 'RecordFinding', { about: 'host', ...finding })).toMatchObject({
      refusal: { code: 'finding-about-oneself', rule: 'S-03' },
    });
    expect(file.count('DueDiligenceFindingRecorded')).toBe(0);
  });

  it('PMP-19: due diligence does not pass in one direction; the gate names the party nobody has looked at', () => {
    const file = bothAnswerDiligence().must('officer', 'RecordFinding', { about: 'partner', ...finding });
    const answer = file.ask('officer', 'EnterPhase', { phase: 'co-construction', reason: null });
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { gates: ['DILIGENCE'] } });
    expect(answer.outcome === 'refused' && answer.refusal.reason.en).toContain('"host"');
    expect(file.state.phase).toBe('due-diligence');

    file
      .must('representative', 'RecordFinding', { about: 'host', ...finding })
      .must('officer', 'EnterPhase', { phase: 'co-construction', reason: null });
    expect(file.count('DueDiligencePassed')).toBe(1);
  });

  it('MDM-71: low accounting capacity raises an orange line at once and is no refusal; signing a plan is what remains', () => {
    const file = bothAnswerDiligence().must('officer', 'RecordFinding', { about: 'partner', ...finding, result: 'low-capacity' });

    expect(file.last('OrangeLineRaised')).toMatchObject({ line: 'financial_accountability', about: 'partner' });
    expect(file.state.standing).toBe('open');
    expect(file.count('PartnershipSuspended')).toBe(0);
    expect(openTasks(file, 'propose-mitigation')).toEqual(['partner']);
    file.must('officer', 'RecordFinding', { about: 'partner', ...finding, result: 'low-capacity' });
    expect(file.count('OrangeLineRaised')).toBe(1);
  });

  it('MDM-66: a concern asks its finder to raise the line, until the line is raised', () => {
    const file = bothAnswerDiligence().must('representative', 'RecordFinding', {
      about: 'host',
      ...finding,
      line: 'gender_equality',
      result: 'concern',
    });
    expect(openTasks(file, 'raise-line-on-finding')).toEqual(['partner']);
    file.must('representative', 'RaiseLine', { line: 'confidentiality', about: 'host', facts: null });
    expect(openTasks(file, 'raise-line-on-finding')).toEqual(['partner']);
    file.must('representative', 'RaiseLine', { line: 'gender_equality', about: 'host', facts: null });
    expect(openTasks(file, 'raise-line-on-finding')).toEqual([]);
  });

  it('MDM-66: where the charter knows no line, a concern stays a finding and asks nobody for a line', () => {
    const file = fileIn('due-diligence', new Rehearsal({ ...policyOfCharter('mdm', 'OP'), lines: [] })).must(
      'representative',
      'RecordFinding',
      {
        about: 'host',
        ...finding,
        result: 'concern',
      },
    );
    expect(file.count('DueDiligenceFindingRecorded')).toBeGreaterThan(0);
    expect(openTasks(file, 'raise-line-on-finding')).toEqual([]);
  });

  it('PMP-19: a finding names a line of the charter and a day that has come', () => {
    const file = bothAnswerDiligence();
    expect(file.ask('officer', 'RecordFinding', { about: 'partner', ...finding, line: 'unknown_line' })).toMatchObject({
      refusal: { code: 'unknown-line' },
    });
    expect(file.ask('officer', 'RecordFinding', { about: 'partner', ...finding, evidenceOn: '2030-01-01' })).toMatchObject({
      refusal: { code: 'evidence-to-come' },
    });
    expect(file.ask('officer', 'RecordFinding', { about: 'nobody', ...finding })).toMatchObject({ refusal: { code: 'unknown-party' } });
    expect(file.count('DueDiligenceFindingRecorded')).toBe(0);
  });
});

describe('forms of one side', () => {
  it('MDM-81: the questions of the stage are asked of headquarters and field on both sides, once each, and hold nothing', () => {
    const file = fileIn('implementation');
    const stage = (place: 'headquarters' | 'field') => ({
      form: 'stage-reflection' as const,
      answers: answersTo(file.policy, 'stageReflection', 'host'),
      place,
    });
    expect(openTasks(file, 'reflect-in-the-field').sort()).toEqual(['host', 'partner']);
    file.must('officer', 'AnswerForm', stage('headquarters')).must('fieldTeam', 'AnswerForm', stage('field'));

    expect(openTasks(file, 'reflect-in-the-field')).toEqual(['partner']);
    expect(file.ask('officer', 'AnswerForm', stage('field'))).toMatchObject({ refusal: { code: 'already-answered' } });
    expect(file.count('StageReflectionRecorded')).toBe(2);
    file.must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
    expect(openTasks(file, 'reflect-in-the-field').sort()).toEqual(['host', 'partner']);
  });

  it('ALE-58: the baseline of entry is repeated at closing by each side', () => {
    const file = fileIn('closing');
    expect(file.count('StrengthBaselineRecorded')).toBe(2);
    expect(openTasks(file, 'repeat-self-assessment').sort()).toEqual(['host', 'partner']);
    file.must('officer', 'AnswerForm', {
      form: 'self-assessment',
      answers: answersTo(file.policy, 'selfAssessment', 'host'),
      place: 'headquarters',
    });
    expect(file.last('SelfAssessmentRepeated')).toMatchObject({ party: 'host' });
    expect(file.count('StrengthBaselineRecorded')).toBe(2);
    expect(openTasks(file, 'repeat-self-assessment')).toEqual(['partner']);
  });

  it('MDM-09: what is put to the partner alone at closing the host does not answer; its own share it does', () => {
    const file = fileIn('closing');
    const answers = answersTo(file.policy, 'closing', 'partner');
    expect(file.ask('officer', 'AnswerForm', { form: 'closing', answers, place: 'headquarters' })).toMatchObject({
      refusal: { code: 'partner-only', rule: 'MDM-09' },
    });
    expect(file.count('ClosingQuestionAnswered')).toBe(0);
    const ours = answersTo(file.policy, 'closing', 'host');
    expect(Object.keys(ours).length, 'questions of this charter to both').toBeGreaterThan(0);
    file.must('officer', 'AnswerForm', { form: 'closing', answers: ours, place: 'headquarters' });
    expect(file.last('ClosingQuestionAnswered')).toMatchObject({ party: 'host' });
    expect(openTasks(file, 'answer-closing-question')).toEqual(['partner']);
    file.must('representative', 'AnswerForm', { form: 'closing', answers, place: 'field' });
    expect(file.last('ClosingQuestionAnswered')).toMatchObject({ party: 'partner' });
    expect(openTasks(file, 'answer-closing-question')).toEqual([]);
  });

  it('MDM-14, AGI-10: each side is asked at closing what the charter asks of it, and one direction alone does not close', () => {
    const file = fileIn('closing');
    const reasons = (): string =>
      askGates(file.state, { now: file.state.calendar.now, person: null, party: null }, [{ gate: 'CLOSING' }])
        .flatMap(({ missing }) => missing.map(({ en }) => en))
        .join(' ');
    expect(openTasks(file, 'answer-closing-question').sort()).toEqual(['host', 'partner']);
    file.must('representative', 'AnswerForm', { form: 'closing', answers: answersTo(file.policy, 'closing', 'partner'), place: 'field' });
    expect(openTasks(file, 'answer-closing-question')).toEqual(['host']);
    expect(reasons()).toContain('"host" has not answered the questions of the end.');
    expect(reasons()).not.toContain('"partner"');
    file.must('officer', 'AnswerForm', { form: 'closing', answers: answersTo(file.policy, 'closing', 'host'), place: 'headquarters' });
    expect(reasons()).not.toContain('"host"');
  });

  it('MDM-14: a side to which the charter puts no question at the end is asked for nothing', () => {
    const { forms, ...policy } = policyOfCharter('mdm', 'OP');
    const closing = forms.closing.filter(({ answerer }) => answerer === 'partner');
    expect(closing.length).toBeGreaterThan(0);
    const file = fileIn('closing', new Rehearsal({ ...policy, forms: { ...forms, closing } }));
    expect(openTasks(file, 'answer-closing-question')).toEqual(['partner']);
  });
});
