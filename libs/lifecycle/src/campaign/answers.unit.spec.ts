import { longestSurveyText, mostInvitations, sha256Hex, type Actor, type StreamCommand, type SurveyQuestion } from '@palabre/contracts';
import { respondent } from '@palabre/lifecycle';
import { asRehearsal, StreamRehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { misfits } from './answers.js';
import { closingFacts } from './closing.js';
import { emptyCampaign, type CampaignState } from './state.js';
import { heaviestResponse, heldBackLimit, mostCarried } from './weight.js';

const asks = { fr: 'Quoi ?', en: 'What?' };

const questions: readonly SurveyQuestion[] = [
  { id: 'fear', kind: 'scale', asks },
  { id: 'again', kind: 'yes-no', asks },
  { id: 'role', kind: 'choice', asks, choices: ['funder', 'partner'] },
  { id: 'teach', kind: 'text', asks },
];

const dimensions = [
  { name: 'country', values: ['SN', 'ML'] },
  { name: 'size', values: ['small', 'big'] },
];

const asked: CampaignState = { ...emptyCampaign('campaign-1'), scale: { lowest: 1, highest: 5 }, questions, dimensions };

const invited: Actor = { ...respondent, roles: ['respondent'] };

const opening: StreamCommand<'campaign', 'OpenSurveyCampaign'>['data'] = {
  title: 'Écoute 2027',
  scale: { lowest: 1, highest: 5 },
  questions: [...questions],
  dimensions,
  closesAt: '2027-02-28T23:59:59.999Z',
  ...asRehearsal,
};

const token = (place: number): string => sha256Hex(`token-${place}`);
const tokens = (from: number, count: number) => Array.from({ length: count }, (_, at) => token(from + at));

const begun = (more: Partial<typeof opening> = {}) =>
  new StreamRehearsal('campaign', 'campaign-1').must('hqOps', 'OpenSurveyCampaign', { ...opening, ...more });

describe('an answer to a survey', () => {
  it('C-27: fits its question where it has its kind, and lies on the scale with both its ends', () => {
    const fitting = [{ fear: 1 }, { fear: 5 }, { again: true }, { again: false }, { role: 'partner' }, { teach: 'Patience.' }];
    for (const answers of fitting) expect([answers, misfits(asked, answers, {})]).toEqual([answers, []]);
    const wrong = [{ fear: 0 }, { fear: 6 }, { fear: '3' }, { fear: true }, { again: 'yes' }, { again: 1 }, { role: 'donor' }];
    for (const answers of [...wrong, { role: 2 }, { teach: 3 }, { teach: true }, { weather: 'fine' }])
      expect([answers, misfits(asked, answers, {})]).toEqual([answers, Object.keys(answers)]);
    expect(misfits({ ...asked, scale: null }, { fear: 3 }, {})).toEqual(['fear']);
    const choiceless: CampaignState = { ...asked, questions: [{ id: 'role', kind: 'choice', asks }] };
    expect(misfits(choiceless, { role: 'partner' }, {})).toEqual(['role']);
    expect(misfits(choiceless, { role: 'a river' }, {})).toEqual(['role']);
  });

  it('a trait is one that the campaign asks for, with a value of its own dimension; who answers nothing has not answered', () => {
    expect(misfits(asked, { fear: 3 }, { country: 'ML', size: 'small' })).toEqual([]);
    expect(misfits(asked, { fear: 3 }, { size: 'SN' })).toEqual(['size']);
    expect(misfits(asked, { fear: 3 }, { language: 'fr' })).toEqual(['language']);
    expect(misfits(asked, {}, {})).toEqual(['answers']);
    expect(misfits(asked, { fear: 9 }, { country: 'XX' })).toEqual(['fear', 'country']);
  });
});

describe('what a campaign can carry', () => {
  it('ALE-39: the heaviest response is every question by its longest answer, every dimension by its longest value, and an invitation', () => {
    const bytes = (some: readonly SurveyQuestion[], kinds: typeof dimensions = []) =>
      heaviestResponse({ questions: some, dimensions: kinds });
    expect(bytes([])).toBe(80);
    expect(bytes([{ id: 'fear', kind: 'scale', asks }])).toBe(80 + 4 + 3 + 6);
    expect(bytes([{ id: 'again', kind: 'yes-no', asks }])).toBe(80 + 5 + 5 + 6);
    expect(bytes([{ id: 'role', kind: 'choice', asks, choices: ['a', 'partner', 'bc'] }])).toBe(80 + 4 + 7 + 6);
    expect(bytes([{ id: 'role', kind: 'choice', asks }])).toBe(80 + 4 + 6);
    expect(bytes([{ id: 'teach', kind: 'text', asks }])).toBe(80 + 5 + 3 * longestSurveyText + 6);
    expect(bytes([], dimensions)).toBe(80 + 7 + 2 + 6 + 4 + 5 + 6);
    expect(mostCarried({ questions: [], dimensions: [] })).toBe(heldBackLimit / 80);
    expect(mostCarried({ questions: [{ id: 'teach', kind: 'text', asks }], dimensions: [] })).toBe(1_161);
  });

  it('ALE-39: invitations are issued up to the most of them, in several lots, and none twice, not even in another lot', () => {
    const file = begun({ questions: [questions[0] as SurveyQuestion], dimensions: [] });
    expect(file.waiting()).toEqual(['issue-invitations']);
    file.must('hqOps', 'IssueInvitations', { hashes: tokens(0, 2) });
    expect(file.waiting()).toEqual([]);
    const twice = { refusal: { code: 'repeated-entry', rule: 'ALE-39' } };
    expect(file.ask('hqOps', 'IssueInvitations', { hashes: [token(7), token(7)] })).toMatchObject(twice);
    expect(file.ask('hqOps', 'IssueInvitations', { hashes: [token(1)] })).toMatchObject(twice);
    expect(file.state).toMatchObject({ invited: 2, sealed: { invitations: [token(0), token(1)].map(one => one.slice(0, 32)).toSorted() } });
    file.must('hqOps', 'IssueInvitations', { hashes: tokens(2, mostInvitations - 2) });
    expect(file.last('SurveyInvitationsIssued')).toEqual({ count: mostInvitations - 2, total: mostInvitations });
    expect(file.ask('hqOps', 'IssueInvitations', { hashes: [token(9_999)] })).toMatchObject({ refusal: { code: 'too-many-invitations' } });
  });
});

describe('the day on which a campaign closes', () => {
  it('ALE-39: lies ahead when it opens: neither before nor at that very moment', () => {
    for (const closesAt of ['2026-12-31T00:00:00.000Z', asRehearsal.calendarStartsAt]) {
      const file = new StreamRehearsal('campaign', 'campaign-1');
      const answer = file.ask('hqOps', 'OpenSurveyCampaign', { ...opening, closesAt });
      expect(answer).toMatchObject({ refusal: { code: 'due-in-the-past', rule: 'ALE-39' } });
      expect(file.events).toEqual([]);
    }
  });

  it('ALE-39: takes no answer from that moment on, even where its closing has not been told yet', () => {
    const file = begun().must('hqOps', 'IssueInvitations', { hashes: tokens(0, 9) });
    const sent = { invitation: token(0), answers: { fear: 3 }, traits: {} };
    const command = { id: 'late', type: 'AnswerSurvey', data: sent, actor: invited, correlation: 'late' } as const;
    const at = (now: string) =>
      file.rules.handle({ ...file.state, calendar: { kind: 'rehearsal', now } }, command, { recordedAt: now, settings: file.settings });
    expect(at(opening.closesAt).answer).toMatchObject({ outcome: 'refused', refusal: { code: 'campaign-closed', rule: 'ALE-39' } });
    expect(at(opening.closesAt).state.sealed.rows).toEqual([]);
    expect(at('2027-02-28T23:59:59.998Z').answer.outcome).toBe('accepted');
    expect(at('2027-02-28T23:59:59.998Z').state.sealed.rows).toEqual([{ answers: { fear: 3 }, traits: {} }]);
  });

  it('MDM-08: tells the words in an order of their own, once enough have answered, and of no other question', () => {
    const words = ['Rester plus longtemps.', 'Parler la langue.', 'Écouter.', 'Ne rien promettre.', 'Revenir.'];
    const texts = (said: readonly string[]) => {
      const file = begun().must('hqOps', 'IssueInvitations', { hashes: tokens(0, 9) });
      for (const [place, teach] of said.entries())
        file.must(invited, 'AnswerSurvey', { invitation: token(place), answers: { fear: 3, teach }, traits: {} });
      return closingFacts(file.state, 'deadline-1', '2027-02-28T23:59:59.999Z').map(({ data }) => data as Record<string, unknown>);
    };
    const told = texts(words);
    const byPlace = words.toSorted((one, other) => (sha256Hex(one) < sha256Hex(other) ? -1 : 1));
    expect(told.map(({ question, texts: said }) => [question, said])).toEqual([
      ['fear', []],
      ['again', []],
      ['role', []],
      ['teach', byPlace],
      [undefined, undefined],
    ]);
    expect(told.at(-1)).toMatchObject({ invited: 9, responses: 5, conversations: 0, minimumShown: 5, deadline: 'deadline-1' });
    expect(texts(words.toReversed())).toEqual(told);
    expect(texts(words.slice(1)).map(({ cells, texts: said }) => [cells, said])).toContainEqual([[], []]);
    expect(texts(words.slice(1)).flatMap(({ texts: said }) => said ?? [])).toEqual([]);
  });

  it('MDM-08: names no next campaign where the charter asks for none', () => {
    const file = begun();
    const every = (surveyEvery: { days: number } | undefined) => {
      const { surveyEvery: _asked, ...settings } = file.settings;
      const state = { ...file.state, settings: surveyEvery === undefined ? settings : { ...settings, surveyEvery } };
      return closingFacts(state, null, '2027-02-27T10:00:00.000Z').at(-1)?.data;
    };
    expect(every({ days: 2 })).toMatchObject({ nextFrom: '2027-03-01' });
    expect(every(undefined)).not.toHaveProperty('nextFrom');
  });
});

describe('the baseline of a survey', () => {
  it('C-27: its mean may lie on either end of its scale, and on neither side of it', () => {
    const recorded = (meanHundredths: number) => {
      const zero = new StreamRehearsal('campaign', 'campaign-0');
      const answer = zero.ask('hqOps', 'RecordSurveyBaseline', {
        title: 'Enquête de référence',
        month: '2018-05',
        scale: { lowest: 2, highest: 5 },
        meanHundredths,
        responses: 61,
        countries: 25,
        respondents: 'not-stated',
        ...asRehearsal,
      });
      expect(zero.count('SurveyBaselineRecorded')).toBe(answer.outcome === 'accepted' ? 1 : 0);
      return answer.outcome === 'refused' ? answer.refusal.code : 'accepted';
    };
    expect([199, 200, 500, 501].map(recorded)).toEqual(['mean-off-scale', 'accepted', 'accepted', 'mean-off-scale']);
  });

  it('a campaign and its baseline live by what the workflow brings; without it nothing begins', () => {
    const { rules, state } = new StreamRehearsal('campaign', 'campaign-1');
    const open = { id: 'o', type: 'OpenSurveyCampaign', data: opening, actor: invited, correlation: 'o' };
    const whose = { ...open, actor: { ...invited, organisation: 'org-horizon', roles: ['hq-ops' as const] } };
    expect(() => rules.handle(state, whose, { recordedAt: '2026-11-21T08:00:00.000Z' })).toThrow('OpenSurveyCampaign');
  });
});
