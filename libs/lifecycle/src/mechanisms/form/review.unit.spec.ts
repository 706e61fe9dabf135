import { agreeText, answersTo, fileIn, policyOfCharter, refusedAlone, Rehearsal, sampleBodies, tasksOf } from '@palabre/testing';
import { commandTypes } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { templateOf } from './asked.js';

const words = 'Nous avons appris à demander avant d’écrire.';

/** A file in its annual review: it lives by the plain rules of one charter, and is asked the forms and habits of another. */
const inReview = (charter: string): Rehearsal => {
  const [plain, asking] = [policyOfCharter('mdm', 'OP'), policyOfCharter(charter, 'OP')];
  const { practices } = asking.switches;
  return fileIn('annual-review', new Rehearsal({ ...plain, forms: asking.forms, switches: { ...plain.switches, practices } }));
};

const review = (file: Rehearsal, side: 'host' | 'partner', occasions?: readonly string[]) => ({
  form: 'annual-review' as const,
  answers: answersTo(file.policy, 'annualReview', side, occasions),
  place: 'headquarters' as const,
});

const bothAnswer = (file: Rehearsal): Rehearsal =>
  file.must('officer', 'AnswerForm', review(file, 'host')).must('representative', 'AnswerForm', review(file, 'partner'));

const refusalOf = (answer: ReturnType<Rehearsal['ask']>): string => (answer.outcome === 'refused' ? answer.refusal.reason.en : '');

describe('the yearly reflection', () => {
  it('ALE-14: our side says what it learned and changed; the partner alone confirms or contests it', () => {
    const file = inReview('alert');
    const { AQ21: _left, ...without } = review(file, 'host').answers;
    expect(refusalOf(file.ask('officer', 'AnswerForm', { ...review(file, 'host'), answers: without }))).toContain('AQ21');
    expect(tasksOf(file, 'confirm-answer')).toEqual([]);
    bothAnswer(file);
    const named = { round: 1, question: 'AQ21', of: 'host' };
    expect(tasksOf(file, 'confirm-answer')).toMatchObject([{ party: 'partner', about: 'AQ21/host/1' }]);
    refusedAlone(file, () => file.ask('officer', 'ConfirmAnswer', { ...named, comment: null }), { code: 'nothing-to-confirm' });
    file.must('representative', 'ContestAnswer', { ...named, reason: 'Rien n’a changé dans le calendrier des virements.' });
    expect(file.last('AnswerContested')).toMatchObject({ ...named, party: 'partner' });
    expect(tasksOf(file, 'confirm-answer')).toEqual([]);
    refusedAlone(file, () => file.ask('representative', 'ConfirmAnswer', { ...named, comment: null }), {
      code: 'nothing-to-confirm',
      rule: 'ALE-14',
    });
    expect(file.count('AnswerConfirmed')).toBe(0);
  });

  it('ALE-27: gender, diversity, equity and inclusion are four answers, and a yes shows its evidence', () => {
    const file = inReview('alert');
    const four = ['AQ28_gender', 'AQ28_diversity', 'AQ28_equity', 'AQ28_inclusion'];
    const full = review(file, 'partner');
    expect(Object.keys(full.answers)).toEqual(expect.arrayContaining(four));
    const bare = { ...full.answers, AQ28_equity: { yes: true } };
    const refused = refusalOf(file.ask('representative', 'AnswerForm', { ...full, answers: bare }));
    expect(refused).toContain('AQ28_equity');
    expect(refused).not.toContain('AQ28_gender');
    file.must('representative', 'AnswerForm', { ...full, answers: { ...full.answers, AQ28_equity: { yes: false } } });
  });

  it('ALE-32: where the partner only implements, the reflection asks what a step towards managing would need; at another level it does not', () => {
    const ask = (level: 'IMPLEMENTED' | 'LED'): string => {
      const file = inReview('alert');
      file.state = {
        ...file.state,
        frame: {
          ...file.state.frame,
          leadership: {
            position: { level, because: 'wish-of-the-partner', approachBy: 'host', takeOverOn: null, awardedOn: null },
            catchUpDone: true,
          },
        },
      };
      return refusalOf(file.ask('officer', 'AnswerForm', { ...review(file, 'host'), answers: {} }));
    };
    expect(policyOfCharter('alert', 'OP').columns.leadershipLevels).toContain('IMPLEMENTED');
    expect(ask('IMPLEMENTED')).toContain('AQ25_managed');
    expect(ask('LED')).not.toContain('AQ25_managed');
  });

  it('ALE-38: contributions of the partner are of six kinds; with none in the year the reflection asks whether we failed to see them', () => {
    const unseen = inReview('alert');
    expect(refusalOf(unseen.ask('officer', 'AnswerForm', { ...review(unseen, 'host', ['full-review']) }))).toContain('AQ31');
    bothAnswer(unseen);

    const seen = inReview('alert');
    const brought = (by: string) => ({ kind: 'PartnerContributionRecorded', on: '2027-01-20', by, brings: 'reach', note: words }) as const;
    refusedAlone(seen, () => seen.ask('officer', 'RecordNote', brought('host')), { code: 'not-a-partner', rule: 'ALE-38' });
    seen.must('officer', 'RecordNote', brought('partner'));
    expect(seen.state.journal.relation.brought).toEqual({ reach: 1 });
    expect(refusalOf(seen.ask('officer', 'AnswerForm', review(seen, 'host')))).toContain('AQ31');
    seen.must('officer', 'AnswerForm', review(seen, 'host', ['full-review']));
  });

  it('AGI-33: an absence of the community in planning, implementation or evaluation is explained in the review', () => {
    const file = inReview('agiri');
    expect(tasksOf(file, 'record-community-participation')).toMatchObject([{ about: 'evaluation' }, { about: 'evaluation' }]);
    expect(refusalOf(file.ask('officer', 'AnswerForm', review(file, 'host', ['full-review'])))).toContain('GQ32');
    for (const stage of ['planning', 'implementation', 'evaluation'] as const) {
      expect(refusalOf(file.ask('officer', 'AnswerForm', review(file, 'host', ['full-review'])))).toContain('GQ32');
      file.must('fieldTeam', 'RecordNote', { kind: 'CommunityParticipationRecorded', on: '2027-01-20', stage, people: 12, note: words });
    }
    expect(tasksOf(file, 'record-community-participation')).toEqual([]);
    file.must('officer', 'AnswerForm', review(file, 'host', ['full-review']));
  });

  it('AGI-38: a budget that says why it holds nothing for South-South makes it a topic of the review, for both sides', () => {
    const topicAfter = (more: object): boolean[] => {
      const file = inReview('agiri');
      agreeText(file, 'budget', { ...sampleBodies.budget!, ...more });
      return (['host', 'partner'] as const).map(side =>
        refusalOf(file.ask(side === 'host' ? 'officer' : 'representative', 'AnswerForm', { ...review(file, side), answers: {} })).includes(
          'GQ33',
        ),
      );
    };
    const explained = { withoutLine: [{ purpose: 'southSouth', reason: words }] };
    const lines = sampleBodies.budget!.lines.map(line => ({ ...line, purpose: 'southSouth' }));
    expect(topicAfter(explained)).toEqual([true, true]);
    expect(topicAfter({})).toEqual([false, false]);
    expect(topicAfter({ ...explained, lines })).toEqual([false, false]);
    expect(topicAfter({ withoutLine: [{ ...explained.withoutLine[0], party: 'partner' }] })).toEqual([false, false]);
    expect(topicAfter({ withoutLine: [{ purpose: 'timeTogether', reason: words }] })).toEqual([false, false]);
  });

  it.each([
    ['mdm', 'OP', ['MQ1', 'MQ20'], ['MQ31', 'MQ32']],
    ['mdm', 'NW', ['MQ31'], ['MQ1', 'MQ20', 'MQ32']],
    ['mdm', 'MM', ['MQ32'], ['MQ1', 'MQ20', 'MQ31']],
    ['palabre', 'SP', ['MQ4'], ['MQ1', 'MQ31', 'MQ32']],
  ])('ALE-46: under %s the yearly review of the type %s is as long as its column says', (charter, type, asked, notAsked) => {
    const policy = policyOfCharter(charter, type);
    const file = inReview('mdm');
    file.state = { ...file.state, policy };
    const refused = refusalOf(file.ask('officer', 'AnswerForm', { ...review(file, 'host'), answers: {} }));
    for (const id of asked) expect(refused).toMatch(new RegExp(`\\b${id}\\b`));
    for (const id of notAsked) expect(refused).not.toMatch(new RegExp(`\\b${id}\\b`));
  });

  it('MDM-53: while the relation rests its yearly review is the short one; awake, it is the full one again', () => {
    const file = inReview('mdm');
    const missing = (level: 'dormant' | 'low'): string => {
      file.state = { ...file.state, frame: { ...file.state.frame, intensity: { level, since: file.state.calendar.now } } };
      return refusalOf(file.ask('officer', 'AnswerForm', { ...review(file, 'host'), answers: {} }));
    };
    expect(missing('dormant')).toContain('MQ4');
    expect(missing('dormant')).not.toContain('MQ20');
    expect(missing('low')).toContain('MQ20');
  });

  it('AGI-15: the review asks what goes well, then challenges, then solutions, and a blank is no answer', () => {
    const file = inReview('agiri');
    const ids = file.policy.forms.annualReview.map(question => question.id);
    expect(ids.filter(id => ['GQ12', 'GQ13', 'GQ31'].includes(id))).toEqual(['GQ12', 'GQ13', 'GQ31']);
    const full = review(file, 'host');
    expect(refusalOf(file.ask('officer', 'AnswerForm', { ...full, answers: { ...full.answers, GQ31: '   ' } }))).toContain('GQ31');
    file.must('officer', 'AnswerForm', full);
  });

  it('AGI-09: what each is proud of is quoted only once both sides have cleared it', () => {
    const file = bothAnswer(inReview('agiri'));
    const named = { round: 1, question: 'GQ6', of: 'partner' };
    const quote = { kind: 'AnswerQuoted', on: '2027-01-20', ...named, where: 'Bilan public de l’année' } as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', quote), { code: 'quotation-not-cleared', rule: 'AGI-09' });
    file.must('officer', 'ClearQuotation', named);
    expect(file.last('QuotationCleared')).toMatchObject({ clearedByAll: false });
    refusedAlone(file, () => file.ask('officer', 'ClearQuotation', named), { code: 'already-cleared' });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', quote), { code: 'quotation-not-cleared' });
    file.must('representative', 'ClearQuotation', named);
    expect(file.last('QuotationCleared')).toMatchObject({ clearedByAll: true });
    file.must('officer', 'RecordNote', quote);
    refusedAlone(file, () => file.ask('officer', 'ClearQuotation', { ...named, question: 'GQ5' }), { code: 'not-quotable' });
    expect(file.count('AnswerQuoted')).toBe(1);
  });
});

describe('one form for all teams', () => {
  const own = { id: 'own_rains', answerer: 'both', kind: 'text', text: 'Les pluies ont-elles changé le calendrier ?' } as const;

  it('ALE-69: two teams are asked the same common questions, whatever they add beside them', () => {
    const [one, other] = [inReview('alert'), inReview('alert')];
    const untouched = templateOf(one.state, 'annual-review');
    one.must('officer', 'AddFormQuestion', { form: 'annual-review', question: own });
    expect(refusalOf(one.ask('officer', 'AnswerForm', review(one, 'host')))).toContain('own_rains');
    one.must('officer', 'AnswerForm', { ...review(one, 'host'), answers: { ...review(one, 'host').answers, own_rains: words } });
    other.must('officer', 'AnswerForm', review(other, 'host'));
    expect(one.last('FormAnswered')['template']).toBe(untouched);
    expect(other.last('FormAnswered')['template']).toBe(untouched);
    expect(templateOf(inReview('agiri').state, 'annual-review')).not.toBe(untouched);
  });

  it('ALE-69: a common question is never taken away; an added one may be, until somebody has answered', () => {
    const file = inReview('alert').must('officer', 'AddFormQuestion', { form: 'annual-review', question: own });
    const withdraw = (question: string) => file.ask('representative', 'WithdrawFormQuestion', { form: 'annual-review', question });
    refusedAlone(file, () => withdraw('AQ1'), { code: 'common-question', rule: 'ALE-69' });
    refusedAlone(file, () => withdraw('own_snow'), { code: 'no-such-question' });
    refusedAlone(file, () => file.ask('officer', 'AddFormQuestion', { form: 'annual-review', question: own }), { code: 'question-exists' });
    expect(withdraw('own_rains')).toMatchObject({ outcome: 'accepted' });
    file.must('officer', 'AnswerForm', review(file, 'host'));
    refusedAlone(file, () => file.ask('officer', 'AddFormQuestion', { form: 'annual-review', question: own }), { code: 'round-under-way' });
    expect(file.policy.forms.annualReview.map(question => question.id)).toContain('AQ1');
    expect(commandTypes.filter(type => type.includes('FormQuestion'))).toEqual(['AddFormQuestion', 'WithdrawFormQuestion']);
  });
});
