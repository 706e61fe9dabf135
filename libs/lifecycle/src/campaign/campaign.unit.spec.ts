import { mostInvitations, sha256Hex, type Actor, type StreamCommand, type SurveyTraits } from '@palabre/contracts';
import { respondent } from '@palabre/lifecycle';
import { asRehearsal, StreamRehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const invited: Actor = { ...respondent, roles: ['respondent'] };

const opening: StreamCommand<'campaign', 'OpenSurveyCampaign'>['data'] = {
  title: 'Écoute 2027',
  scale: { lowest: 1, highest: 5 },
  questions: [
    { id: 'fear', kind: 'scale', asks: { fr: 'Parler sans crainte ?', en: 'Speak without fear?' } },
    { id: 'role', kind: 'choice', asks: { fr: 'Financeur ou partenaire ?', en: 'Funder or partner?' }, choices: ['funder', 'partner'] },
    { id: 'teach', kind: 'text', asks: { fr: 'Nous apprendre ?', en: 'Teach us?' } },
  ],
  dimensions: [{ name: 'country', values: ['SN', 'ML', 'FR'] }],
  closesAt: '2027-02-28T23:59:59.999Z',
  ...asRehearsal,
};

type Question = (typeof opening.questions)[number];

const token = (place: number): string => sha256Hex(`token-${place}`);

const open = (invitations = 20) =>
  new StreamRehearsal('campaign', 'campaign-1').must('hqOps', 'OpenSurveyCampaign', opening).must('hqOps', 'IssueInvitations', {
    hashes: Array.from({ length: invitations }, (_, place) => token(place)),
  });

type File = ReturnType<typeof open>;

const answer = (place: number, fear: number, traits: SurveyTraits = {}) => ({
  invitation: token(place),
  answers: { fear, role: fear > 2 ? 'partner' : 'funder' },
  traits,
});

const answered = (file: File, count: number, traits: SurveyTraits = {}, from = 0): File => {
  for (let place = from; place < from + count; place += 1) file.must(invited, 'AnswerSurvey', answer(place, 1 + (place % 5), traits));
  return file;
};

describe('a survey campaign', () => {
  it('ALE-39: no event holds an invitation, a person, an organisation or an answer while it is open', () => {
    const file = open();
    const before = file.events.length;
    answered(file, 7, { country: 'SN' });
    const text = JSON.stringify(file.events);
    for (let place = 0; place < 20; place += 1) expect(text).not.toContain(token(place).slice(0, 16));
    const since = file.events.slice(before);
    expect(since.map(({ attributes }) => attributes.type)).toEqual(['SurveyResponseReceived']);
    expect(since[0]).toMatchObject({
      data: { responses: 5, total: 5 },
      attributes: { actor: 'palabre', party: 'none', cause: 'campaign/lot', correlation: 'survey' },
    });
    expect(JSON.stringify(since)).not.toContain('SN');
  });

  it('ALE-39: a question stands once, a choice has something to choose, and nothing else does: what does not fit is named', () => {
    const [fear, role, teach] = opening.questions as [Question, Question, Question];
    const { choices: _choices, ...choiceless } = role;
    const [country] = opening.dimensions as [(typeof opening.dimensions)[number]];
    const begun = (asked: Partial<typeof opening>) => {
      const file = new StreamRehearsal('campaign', 'campaign-1');
      const heard = file.ask('hqOps', 'OpenSurveyCampaign', { ...opening, ...asked });
      expect(file.count('SurveyCampaignOpened')).toBe(heard.outcome === 'accepted' ? 1 : 0);
      return heard;
    };
    const misfits: readonly (readonly [Partial<typeof opening>, string])[] = [
      [{ questions: [fear, role, fear] }, 'fear'],
      [{ questions: [choiceless] }, 'role'],
      [{ questions: [{ ...teach, choices: ['a', 'b'] }] }, 'teach'],
      [{ dimensions: [country, country] }, 'country'],
    ];
    for (const [asked, named] of misfits) {
      expect(begun(asked)).toMatchObject({
        refusal: { code: 'questions-do-not-fit', rule: 'ALE-39', reason: { en: expect.stringContaining(named) } },
      });
    }
    expect(begun({ questions: [role] }).outcome).toBe('accepted');
  });

  it('ALE-39: no campaign invites more people than one may', () => {
    const few = new StreamRehearsal('campaign', 'campaign-1').must('hqOps', 'OpenSurveyCampaign', {
      ...opening,
      questions: opening.questions.slice(0, 1),
    });
    const issue = (from: number, count: number) =>
      few.ask('hqOps', 'IssueInvitations', { hashes: Array.from({ length: count }, (_, at) => token(from + at)) });
    expect(issue(0, mostInvitations).outcome).toBe('accepted');
    expect(issue(mostInvitations, 1)).toMatchObject({ refusal: { code: 'too-many-invitations', rule: 'ALE-39' } });
    expect(few.state.invited).toBe(mostInvitations);
  });

  it('ALE-39: a campaign of many questions in words issues only as many invitations as it can carry, and says how many', () => {
    const wordy = Array.from({ length: 40 }, (_, at) => ({ id: `q${at}`, kind: 'text' as const, asks: { fr: 'Quoi ?', en: 'What?' } }));
    const file = new StreamRehearsal('campaign', 'campaign-1').must('hqOps', 'OpenSurveyCampaign', { ...opening, questions: wordy });
    const issue = (count: number) => file.ask('hqOps', 'IssueInvitations', { hashes: Array.from({ length: count }, (_, at) => token(at)) });
    const refused = issue(600);
    expect(refused).toMatchObject({ refusal: { code: 'campaign-too-heavy', rule: 'ALE-39' } });
    const carried = Number(/carries (\d+) invitations/.exec(refused.outcome === 'refused' ? refused.refusal.reason.en : '')?.[1]);
    expect(file.state.invited).toBe(0);
    expect(issue(carried).outcome).toBe('accepted');
    const said = { questions: Object.fromEntries(wordy.map(({ id }) => [id, '語'.repeat(400)])) };
    for (let at = 0; at < carried; at += 1) {
      file.must(invited, 'AnswerSurvey', { invitation: token(at), answers: said.questions, traits: { country: 'SN' } });
    }
    expect(new TextEncoder().encode(JSON.stringify(file.state)).length).toBeLessThan(2_000_000);
  });

  it('ALE-39: an invitation is good for one answer; a used or invented one changes nothing and leaves no trace', () => {
    const file = answered(open(), 1);
    const { events } = file;
    const told = events.length;
    for (const place of [0, 999])
      expect(file.ask(invited, 'AnswerSurvey', answer(place, 3))).toMatchObject({ refusal: { code: 'invitation-spent' } });
    expect(file.ask('hqOps', 'AnswerSurvey', answer(2, 3))).toMatchObject({ refusal: { code: 'not-permitted' } });
    expect(file.events).toHaveLength(told);
    expect(file.state.sealed.rows).toHaveLength(1);
  });

  it('ALE-39: answers that do not fit tell nothing of an invitation: a good, a used and an invented one are refused alike', () => {
    const file = answered(open(), 1);
    const sent = [1, 0, 999].map(place => file.ask(invited, 'AnswerSurvey', { ...answer(place, 3), answers: { fear: 9 } }));
    expect(sent[0]).toMatchObject({ refusal: { code: 'answers-do-not-fit' } });
    expect(sent.slice(1)).toEqual([sent[0], sent[0]]);
    expect(file.state.sealed.rows).toHaveLength(1);
    file.must(invited, 'AnswerSurvey', answer(1, 3));
  });

  it('MDM-12: below five answers nothing is shown, neither mean nor words; from five on it is', () => {
    const four = answered(open(), 4).must('hqOps', 'CloseSurveyCampaign', {});
    expect(four.count('SurveyResultReleased')).toBe(3);
    expect(
      four.events
        .filter(({ attributes }) => attributes.type === 'SurveyResultReleased')
        .every(({ data }) => (data as { cells: [] }).cells.length === 0),
    ).toBe(true);
    const five = answered(open(), 5).must('hqOps', 'CloseSurveyCampaign', {});
    const results = five.events.filter(({ attributes }) => attributes.type === 'SurveyResultReleased').map(({ data }) => data);
    expect(results[0]).toMatchObject({
      question: 'fear',
      cells: [{ group: {}, responses: 5, spread: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 }, meanHundredths: 300 }],
    });
    expect(results[1]).toMatchObject({ question: 'role', cells: [{ spread: { funder: 2, partner: 3 }, meanHundredths: null }] });
  });

  it('MDM-12: a group that would give a small one away by subtraction is withheld, and counted as withheld', () => {
    const file = answered(answered(open(), 8, { country: 'SN' }), 2, { country: 'ML' }, 8).must('hqOps', 'CloseSurveyCampaign', {});
    const fear = file.events.find(({ data }) => (data as { question?: string }).question === 'fear')?.data;
    expect(fear).toMatchObject({ cells: [{ group: {}, responses: 10 }], withheld: 2 });
    const fair = answered(answered(open(), 8, { country: 'SN' }), 6, { country: 'ML' }, 8).must('hqOps', 'CloseSurveyCampaign', {});
    expect(fair.events.find(({ data }) => (data as { question?: string }).question === 'fear')?.data).toMatchObject({
      cells: [{ responses: 14 }, { group: { country: 'ML' }, responses: 6 }, { group: { country: 'SN' }, responses: 8 }],
      withheld: 0,
    });
  });

  it('MDM-08: closes by itself on its day with the counts, forgets the answers, and takes none afterwards', () => {
    const file = answered(open(), 6).advanceTo('2027-03-01');
    expect(file.last('SurveyCampaignClosed')).toMatchObject({ invited: 20, responses: 6, minimumShown: 5 });
    expect(String(file.last('SurveyCampaignClosed')['nextFrom']).slice(0, 7)).toBe('2028-02');
    expect(file.state).toMatchObject({ standing: 'closed', sealed: { invitations: [], rows: [] } });
    expect(file.ask(invited, 'AnswerSurvey', answer(10, 3))).toMatchObject({ refusal: { code: 'stream-ended' } });
    expect(file.told().at(-1)).not.toBe('SurveyResponseReceived');
  });

  it('ALE-39: conversations are recorded apart from the answers', () => {
    const file = answered(open(), 5).must('fieldTeam', 'RecordConversation', {
      on: '2027-01-20',
      organisation: 'org-riviere',
      themes: ['apprentissage'],
      note: 'Dit de vive voix.',
    });
    file.must('hqOps', 'CloseSurveyCampaign', {});
    expect(file.last('SurveyCampaignClosed')).toMatchObject({ responses: 5, conversations: 1 });
  });

  it('C-27: keeps its own scale: what lies outside it is no answer, and the baseline tells its own without conversion', () => {
    const file = open();
    expect(file.ask(invited, 'AnswerSurvey', { invitation: token(0), answers: { fear: 9 }, traits: { country: 'XX' } })).toMatchObject({
      refusal: { code: 'answers-do-not-fit', reason: { en: expect.stringContaining('fear, country') } },
    });
    const baseline = {
      title: 'Enquête de référence',
      month: '2018-05',
      scale: { lowest: 1, highest: 5 },
      meanHundredths: 300,
      responses: 61,
      countries: 25,
      respondents: 'not-stated',
      ...asRehearsal,
    } as const;
    const zero = new StreamRehearsal('campaign', 'campaign-0');
    expect(zero.ask('hqOps', 'RecordSurveyBaseline', { ...baseline, meanHundredths: 700 })).toMatchObject({
      refusal: { code: 'mean-off-scale' },
    });
    expect(zero.events).toEqual([]);
  });

  it('MDM-08: campaign zero holds scale, mean, answers, countries and month, and says that its respondents are not stated', () => {
    const zero = new StreamRehearsal('campaign', 'campaign-0').must('hqOps', 'RecordSurveyBaseline', {
      title: 'Enquête de référence',
      month: '2018-05',
      scale: { lowest: 1, highest: 5 },
      meanHundredths: 300,
      responses: 61,
      countries: 25,
      respondents: 'not-stated',
      ...asRehearsal,
    });
    expect(zero.last('SurveyBaselineRecorded')).toMatchObject({
      month: '2018-05',
      meanHundredths: 300,
      responses: 61,
      countries: 25,
      respondents: 'not-stated',
    });
    expect(zero.state.standing).toBe('closed');
  });

  it('rows lie in an order that says nothing of when they came', () => {
    const forth = answered(open(), 6).state.sealed.rows;
    const back = open();
    for (const place of [5, 4, 3, 2, 1, 0]) back.must(invited, 'AnswerSurvey', answer(place, 1 + (place % 5)));
    expect(back.state.sealed.rows).toEqual(forth);
  });

  it('shows of its state what its events tell, and folds to it', () => {
    const file = answered(open(), 8);
    expect(file.rules.shown(file.state)).toEqual(file.replayed());
  });
});
