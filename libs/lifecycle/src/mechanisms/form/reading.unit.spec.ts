import type { FormAnswers, QuestionPolicy } from '@palabre/contracts';
import { answersTo, fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { checkAnswers, checkWeight, sealedAnswersLimit } from './answers.js';
import { askedInYear, questionsLeft } from './burden.js';
import { formPut, isFormOpen } from './put.js';
import { afterReveal, mayBeQuoted } from './revealed.js';
import { answersDoNotFit } from './refusals.js';
import type { RevealedAnswer } from './slice.js';

const question = (kind: QuestionPolicy['kind'], more: Partial<QuestionPolicy> = {}): QuestionPolicy => ({
  id: 'Q1',
  answerer: 'both',
  kind,
  ...more,
});

type Answer = FormAnswers[string];

/** Whether an answer is one to a question of that kind. */
const taken = (asked: QuestionPolicy, answer: Answer): boolean => checkAnswers('closing', [asked], { Q1: answer }) === null;

const words = 'Nous demandons avant d’écrire.';

/** The ordinary story, with a second partner at the table, under these questions of the yearly review. */
function ofThree(annualReview: readonly QuestionPolicy[]): Rehearsal {
  const file = fileIn('implementation');
  const { members } = file.state.parties;
  const policy = file.state.policy!;
  const third = { ...members[1]!, party: 'third', organisation: 'org-third' };
  file.state = {
    ...file.state,
    policy: { ...policy, forms: { ...policy.forms, annualReview: [...annualReview] } },
    parties: { ...file.state.parties, members: [...members, third] },
  };
  return file;
}

describe('what counts as an answer', () => {
  it('MDM-14: a score is a whole number from 1 to 5, and a pair is two of them', () => {
    const scores = [1, 5, 3, 0, 6, 2.5].map(one => taken(question('scale'), one));
    expect(scores).toEqual([true, true, true, false, false, false]);
    expect(taken(question('scale'), '3')).toBe(false);
    const pairs = [[1, 5], [5, 5], [1, 6], [0, 5], [3], [1, 2, 3]].map(one => taken(question('scale-pair'), one as Answer));
    expect(pairs).toEqual([true, true, false, false, false, false]);
    expect(taken(question('scale-pair'), 3)).toBe(false);
  });

  it('MDM-14: a text has words, or is sealed; blanks say nothing, and neither does a score', () => {
    expect([words, ' ', '', 4].map(one => taken(question('text'), one))).toEqual([true, false, false, false]);
    expect(taken(question('text'), { yes: true })).toBe(false);
  });

  it('MDM-14: a choice is one of those offered; where none is offered there is none to make', () => {
    const offered = question('choice', { choices: ['keep', 'end'] });
    expect(['keep', 'end', 'other', ''].map(one => taken(offered, one))).toEqual([true, true, false, false]);
    expect(taken(offered, 1)).toBe(false);
    expect(taken(question('choice'), 'keep')).toBe(false);
  });

  it('ALE-27: where evidence is asked a yes shows it, a no needs none; elsewhere a bare yes is an answer', () => {
    const shown = question('yes-no', { evidence: true });
    const bare: Answer = { yes: true };
    expect([bare, { yes: true, comment: words }, { yes: false }].map(one => taken(shown, one))).toEqual([false, true, true]);
    expect(taken(question('yes-no'), bare)).toBe(true);
    expect([taken(question('yes-no'), words), taken(question('yes-no'), [1, 2])]).toEqual([false, false]);
  });

  it('MDM-14: what is wrong is told in both languages, each fault under its own head, and no head without a fault', () => {
    const heads = (of: Partial<Parameters<typeof answersDoNotFit>[1]>) => {
      const { fr, en } = answersDoNotFit('closing', { missing: [], unknown: [], wrongKind: [], ...of }).reason;
      return [fr.includes('sans réponse'), fr.includes('inconnues'), en.includes('without an answer'), en.includes('not your party')];
    };
    expect(heads({ missing: ['Q1'] })).toEqual([true, false, true, false]);
    expect(heads({ unknown: ['Q9'] })).toEqual([false, true, false, true]);
    expect(heads({ wrongKind: [{ id: 'Q1', fr: 'un texte', en: 'a text' }] })).toEqual([false, false, false, false]);
    expect(heads({ missing: ['Q1'], unknown: ['Q9'] })).toEqual([true, true, true, true]);
    const faults = { missing: ['Q1', 'Q2'], unknown: [], wrongKind: [] };
    expect(answersDoNotFit('closing', faults).reason).toMatchObject({
      fr: expect.stringMatching(/ ; sans réponse : Q1, Q2\.$/) as string,
      en: expect.stringMatching(/; without an answer: Q1, Q2\.$/) as string,
    });
    expect(answersDoNotFit('closing', { ...faults, missing: [], unknown: ['Q8', 'Q9'] }).reason).toMatchObject({
      fr: expect.stringMatching(/ ; inconnues de votre partie : Q8, Q9\.$/) as string,
      en: expect.stringMatching(/; not your party's questions: Q8, Q9\.$/) as string,
    });
    const told = checkAnswers('closing', [question('scale')], { Q1: 9 });
    expect(told).toMatchObject({ code: 'answers-do-not-fit', rule: 'MDM-14' });
    expect(told?.reason.en).toContain('Q1 expects a whole score from 1 to 5');
    expect(told?.reason.fr).toContain('Q1 attend une note entière de 1 à 5');
  });

  it('MDM-14: sealed answers may weigh as much as the limit, and not a byte more', () => {
    const frame = '{"Q1":""}'.length;
    expect(checkWeight({ Q1: 'x'.repeat(sealedAnswersLimit - frame) })).toBeNull();
    expect(checkWeight({ Q1: 'x'.repeat(sealedAnswersLimit - frame + 1) })).toMatchObject({ code: 'answers-too-long', rule: 'MDM-14' });
    expect(checkWeight({ Q1: 'é'.repeat(sealedAnswersLimit / 2) })).toMatchObject({ code: 'answers-too-long' });
  });
});

describe('what a form puts to each party', () => {
  const answered = (file: Rehearsal, form: Parameters<typeof formPut>[1]) =>
    formPut(file.state, form).map(one => [one.party, one.place, one.answered]);

  it('MDM-14: nobody has answered at the beginning; then the one that did, and not the other', () => {
    const file = fileIn('due-diligence');
    expect(answered(file, 'due-diligence')).toEqual([
      ['host', 'headquarters', false],
      ['partner', 'headquarters', false],
    ]);
    const answers = answersTo(file.policy, 'dueDiligence', 'host');
    file.must('officer', 'AnswerForm', { form: 'due-diligence', answers, place: 'headquarters' });
    expect(answered(file, 'due-diligence').map(([, , done]) => done)).toEqual([true, false]);
    expect(formPut(file.state, 'due-diligence').map(({ known }) => known)).toEqual([[], []]);
  });

  it('MDM-81: the questions of a stage are put at headquarters and in the field, each place for itself', () => {
    const file = fileIn('implementation');
    const answers = answersTo(file.policy, 'stageReflection', 'host');
    file.must('officer', 'AnswerForm', { form: 'stage-reflection', answers, place: 'headquarters' });
    expect(answered(file, 'stage-reflection')).toEqual([
      ['host', 'headquarters', true],
      ['host', 'field', false],
      ['partner', 'headquarters', false],
      ['partner', 'field', false],
    ]);
    for (const { known } of formPut(file.state, 'stage-reflection')) expect(known).toEqual([]);
  });

  it('ALE-58: the assessment of oneself is open while the work is set up and at the end, and shut between', () => {
    const open = (phase: Parameters<typeof fileIn>[0]) => isFormOpen(fileIn(phase).state, 'self-assessment');
    expect((['validation', 'setting-up', 'implementation', 'closing'] as const).map(open)).toEqual([false, true, false, true]);
    const closing = fileIn('closing');
    expect(answered(closing, 'self-assessment').map(([, , done]) => done)).toEqual([false, false]);
    expect(isFormOpen(closing.state, 'closing')).toBe(true);
    expect(isFormOpen(fileIn('implementation').state, 'closing')).toBe(false);
    expect(isFormOpen({ ...closing.state, phase: 'readiness' }, 'stage-reflection')).toBe(false);
  });
});

describe('what becomes of an answer that everybody reads', () => {
  const given = (party: string, answers: FormAnswers) => ({ party, answers });

  it('ALE-14: it waits for each party of the side that confirms, and never for the one that gave it', () => {
    const file = ofThree([question('text', { confirmedBy: 'partner' }), question('text', { id: 'Q2' })]);
    const told = [given('host', { Q1: words, Q2: words }), given('partner', { Q1: words }), given('third', { Q2: words })];
    const { toConfirm, quotable } = afterReveal(file.state, 2, told);
    expect(toConfirm).toEqual([
      { round: 2, question: 'Q1', of: 'host', by: 'partner' },
      { round: 2, question: 'Q1', of: 'host', by: 'third' },
      { round: 2, question: 'Q1', of: 'partner', by: 'third' },
    ]);
    expect(quotable).toEqual([]);
  });

  it('AGI-09: what may be quoted is what was marked so and answered; of too many the oldest are no longer cleared', () => {
    const file = ofThree([question('text', { quotable: true }), question('text', { id: 'Q2' })]);
    const before = Array.from({ length: 60 }, (_, at) => ({ round: 1, question: `P${at}`, of: 'host', clearedBy: ['host'] }));
    file.state = { ...file.state, forms: { ...file.state.forms, quotable: before } };
    const { toConfirm, quotable } = afterReveal(file.state, 2, [given('host', { Q2: words }), given('partner', { Q1: words })]);
    expect(toConfirm).toEqual(file.state.forms.toConfirm);
    expect(quotable).toHaveLength(60);
    expect(quotable[0]).toMatchObject({ question: 'P1' });
    expect(quotable.at(-1)).toEqual({ round: 2, question: 'Q1', of: 'partner', clearedBy: [] });
  });

  it('AGI-09: it is quoted when every party cleared that very answer: not another round, question or author', () => {
    const file = ofThree([]);
    const named: RevealedAnswer = { round: 1, question: 'Q1', of: 'partner' };
    const cleared = (clearedBy: readonly string[]) => ({
      ...file.state,
      forms: { ...file.state.forms, quotable: [{ ...named, clearedBy }] },
    });
    const all = cleared(['host', 'partner', 'third']);
    expect(mayBeQuoted(all, named)).toBe(true);
    expect(mayBeQuoted(cleared(['host', 'partner']), named)).toBe(false);
    for (const other of [{ round: 2 }, { question: 'Q2' }, { of: 'host' }]) expect(mayBeQuoted(all, { ...named, ...other })).toBe(false);
  });

  it('AGI-09, ALE-14: one word clears or settles one answer, and leaves the one beside it', () => {
    const file = fileIn('implementation');
    const [first, second] = [
      { round: 1, question: 'Q1', of: 'host' },
      { round: 1, question: 'Q2', of: 'host' },
    ];
    const quotable = [first, second].map(one => ({ ...one, clearedBy: [] }));
    const toConfirm = [first, second].map(one => ({ ...one, by: 'partner' }));
    file.state = { ...file.state, forms: { ...file.state.forms, quotable, toConfirm } };
    file.must('officer', 'ClearQuotation', first).must('representative', 'ConfirmAnswer', { ...first, comment: null });
    expect(file.state.forms.quotable.map(one => one.clearedBy)).toEqual([['host'], []]);
    expect(file.state.forms.toConfirm.map(one => one.question)).toEqual(['Q2']);
    refusedAlone(file, () => file.ask('officer', 'ConfirmAnswer', { ...second, comment: null }), { code: 'nothing-to-confirm' });
  });
});

describe('questions that the parties add', () => {
  const added = (id: string) => ({ id, answerer: 'both', kind: 'text', text: 'Et les pluies ?' }) as const;

  it('ALE-69: an identifier is taken within its form; the same one beside another form is free, and withdrawn there alone', () => {
    const file = fileIn('implementation').must('officer', 'AddFormQuestion', { form: 'annual-review', question: added('own_rains') });
    refusedAlone(file, () => file.ask('representative', 'AddFormQuestion', { form: 'annual-review', question: added('own_rains') }), {
      code: 'question-exists',
      rule: 'ALE-69',
    });
    file.must('representative', 'AddFormQuestion', { form: 'stage-reflection', question: added('own_rains') });
    file.must('officer', 'AddFormQuestion', { form: 'annual-review', question: added('own_snow') });
    file.must('officer', 'WithdrawFormQuestion', { form: 'annual-review', question: 'own_rains' });
    expect(file.state.forms.own.map(({ form, id }) => [form, id])).toEqual([
      ['stage-reflection', 'own_rains'],
      ['annual-review', 'own_snow'],
    ]);
    refusedAlone(file, () => file.ask('officer', 'WithdrawFormQuestion', { form: 'annual-review', question: 'own_rains' }), {
      code: 'no-such-question',
      rule: 'ALE-69',
    });
  });

  it('C-28: the parties add twenty questions in all, over every form, and no more until one is withdrawn', () => {
    const file = fileIn('implementation');
    const own = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        form: at % 2 === 0 ? 'annual-review' : 'stage-reflection',
        id: `own_${at}`,
        answerer: 'both' as const,
        kind: 'text' as const,
      }));
    file.state = { ...file.state, forms: { ...file.state.forms, own: own(19) } };
    file.must('officer', 'AddFormQuestion', { form: 'annual-review', question: added('own_twentieth') });
    const more = () => file.ask('officer', 'AddFormQuestion', { form: 'annual-review', question: added('own_more') });
    refusedAlone(file, more, { code: 'enough-questions', rule: 'C-28' });
    file.must('officer', 'WithdrawFormQuestion', { form: 'annual-review', question: 'own_0' });
    expect(more().outcome).toBe('accepted');
  });

  it('C-28: what was asked is counted by party and by calendar year, and what is left is never less than nothing', () => {
    const file = fileIn('implementation');
    const { policy, forms } = file.state;
    const asked = { year: '2027', count: { partner: 7 } };
    const state = { ...file.state, policy: { ...policy!, questionQuota: 5 }, forms: { ...forms, asked } };
    expect(['2027-12-31T23:59:59.999Z', '2028-01-01T00:00:00.000Z'].map(at => askedInYear(state, 'partner', at))).toEqual([7, 0]);
    expect(askedInYear(state, 'host', '2027-06-01T00:00:00.000Z')).toBe(0);
    expect([questionsLeft(state, 'partner', '2027-06-01'), questionsLeft(state, 'host', '2027-06-01')]).toEqual([0, 5]);
  });
});

describe('what a finding leaves behind', () => {
  const finding = { evidenceOn: '2027-01-04', note: words } as const;

  it('MDM-66: a concern waits under its line; said again it takes its own place, and a clear finding takes none away', () => {
    const file = fileIn('due-diligence', new Rehearsal(policyOfCharter('mdm', 'OP')));
    const find = (line: string | null, result: 'concern' | 'breach' | 'clear') =>
      file.must('representative', 'RecordFinding', { about: 'host', ...finding, line, result });
    find('gender_equality', 'concern');
    const first = file.last('DueDiligenceFindingRecorded')['finding'];
    find('confidentiality', 'breach');
    find('gender_equality', 'concern');
    const again = file.last('DueDiligenceFindingRecorded')['finding'];
    expect(again).not.toBe(first);
    expect(file.state.forms.concerns.map(({ line }) => line)).toEqual(['confidentiality', 'gender_equality']);
    expect(file.state.forms.concerns.at(-1)).toMatchObject({ finding: again, about: 'host', by: 'partner' });
    find('gender_equality', 'clear');
    expect(file.state.forms.concerns).toHaveLength(2);
    expect(file.state.forms.findings).toEqual([{ by: 'partner', about: 'host' }]);
    expect(tasksOf(file, 'raise-line-on-finding')).toHaveLength(2);
    file.must('officer', 'RecordFinding', { about: 'partner', ...finding, line: null, result: 'clear' });
    expect(file.state.forms.findings).toEqual([
      { by: 'partner', about: 'host' },
      { by: 'host', about: 'partner' },
    ]);
  });
});
