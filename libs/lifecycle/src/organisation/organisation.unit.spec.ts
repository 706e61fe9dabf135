import { followsInChain, genesisHash, type Actor, type StreamCommand } from '@palabre/contracts';
import { registeringAssociation, silentSettings, StreamRehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

type Registering = StreamCommand<'organisation', 'RegisterOrganisation'>['data'];

const association: Registering = registeringAssociation;

const listHash = 'a'.repeat(64);

/** Registered by another organisation; `org-riviere` is the organisation's own id. */
const registered = (more: Partial<Registering> = {}, settings = silentSettings) =>
  new StreamRehearsal('organisation', 'org-riviere', settings).must('hqOps', 'RegisterOrganisation', { ...association, ...more });

describe('the register of organisations', () => {
  it('C-18, ALE-05: holds kind, sector and direction of money apart, and nothing is registered without them', () => {
    const file = registered();
    expect(file.state.profile).toMatchObject({ kind: 'association', sector: 'civil-society', funding: 'we-fund' });
    const without = new StreamRehearsal('organisation', 'org-2');
    const { funding: _funding, ...rest } = association;
    expect(without.ask('hqOps', 'RegisterOrganisation', rest as Registering)).toMatchObject({ refusal: { code: 'malformed-command' } });
    expect(without.events).toEqual([]);
  });

  it('ALE-04: an informal group needs no registration number; an association does, and its missing papers are waited for', () => {
    const group = registered({ kind: 'informal-group', registration: null, documents: {} });
    expect(group.waiting()).not.toContain('complete-documents');
    const fresh = new StreamRehearsal('organisation', 'org-3');
    expect(fresh.ask('hqOps', 'RegisterOrganisation', { ...association, registration: null })).toMatchObject({
      refusal: { code: 'registration-missing', rule: 'ALE-04' },
    });
    const answer = fresh.ask('hqOps', 'RegisterOrganisation', { ...association, documents: { statutes: 'doc-1' } });
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: [{ code: 'documents-missing' }] });
    expect(fresh.waiting()).toContain('complete-documents');
    const { organisation: _id, calendar: _calendar, calendarStartsAt: _start, ...profile } = association;
    fresh.must('hqOps', 'ChangeProfile', profile);
    expect(fresh.waiting()).not.toContain('complete-documents');
  });

  it('ALE-06, C-01, C-02: whether it is a donor is a judgement with a reason, beside the direction of money', () => {
    const file = registered({ funding: 'they-fund-us' });
    expect(file.state.donor).toBe(false);
    expect(file.ask('hqOps', 'JudgeDonorStanding', { donor: true } as never)).toMatchObject({ refusal: { code: 'malformed-command' } });
    file.must('hqOps', 'JudgeDonorStanding', { donor: true, reason: 'Elle finance surtout.' });
    expect(file.state).toMatchObject({ donor: true, profile: { funding: 'they-fund-us' } });
  });

  it('S-09, S-16: names a representative and a deputy by dated mandates; nobody else names them', () => {
    const file = registered();
    expect(file.waiting()).toContain('name-representatives');
    const mandate = { person: 'person-a', role: 'partner-representative', from: '2027-01-01', until: '2028-12-31', deputy: false } as const;
    expect(file.ask('hqOps', 'RecordOrganisationMandate', mandate)).toMatchObject({ refusal: { code: 'not-permitted' } });
    expect(file.ask('representative', 'RecordOrganisationMandate', { ...mandate, until: '2026-12-31' })).toMatchObject({
      refusal: { code: 'mandate-backwards' },
    });
    expect(file.count('OrganisationMandateRecorded')).toBe(0);
    file.must('representative', 'RecordOrganisationMandate', mandate);
    file.must('representative', 'RecordOrganisationMandate', { ...mandate, person: 'person-b', deputy: true });
    expect(file.waiting()).not.toContain('name-representatives');
    file.must('representative', 'EndOrganisationMandate', {
      mandate: String(file.last('OrganisationMandateRecorded')['mandate']),
      reason: 'Départ.',
    });
    expect(file.ask('representative', 'EndOrganisationMandate', { mandate: 'mandate-none', reason: 'Départ.' })).toMatchObject({
      refusal: { code: 'no-such-mandate', rule: 'S-16' },
    });
    expect(file.state.mandates).toHaveLength(1);
    expect(file.waiting()).toContain('name-representatives');
  });

  it.each(['org/riviere', 'o'.repeat(101)])('is known by an id that routes and envelopes can carry: not by %s', organisation => {
    const fresh = new StreamRehearsal('organisation', 'org-riviere');
    expect(fresh.ask('hqOps', 'RegisterOrganisation', { ...association, organisation })).toMatchObject({
      refusal: { code: 'malformed-command', reason: { en: expect.stringContaining('data.organisation') } },
    });
    expect(fresh.events).toEqual([]);
  });

  it('ALE-04: a representative changes the profile of its own organisation and of no other; who runs the register, of any', () => {
    const file = registered();
    const { organisation: _id, calendar: _calendar, calendarStartsAt: _start, ...profile } = association;
    const stranger: Actor = { person: 'person-z', organisation: 'org-elsewhere', roles: ['partner-representative'] };
    expect(file.ask(stranger, 'ChangeProfile', { ...profile, country: 'FR' })).toMatchObject({ refusal: { code: 'not-permitted' } });
    const actions = file.rules.openActions(file.state, stranger);
    expect(actions.find(({ command }) => command === 'ChangeProfile')).toMatchObject({ possible: false });
    expect(file.count('OrganisationProfileChanged')).toBe(0);
    file.must({ ...stranger, organisation: 'org-riviere' }, 'ChangeProfile', { ...profile, country: 'ML' });
    file.must({ ...stranger, roles: ['partner-representative', 'hq-ops'] }, 'ChangeProfile', { ...profile, country: 'FR' });
    expect(file.state.profile?.country).toBe('FR');
    expect(file.events.at(-1)?.attributes).toMatchObject({ type: 'OrganisationProfileChanged', actorrole: 'hq-ops' });
  });

  it('is told once: a second registration under the same id is refused and recorded', () => {
    const file = registered();
    expect(file.ask('hqOps', 'RegisterOrganisation', association)).toMatchObject({ refusal: { code: 'already-begun' } });
    expect(file.told().at(-1)).toBe('CommandRefused');
    expect(file.state.profile?.kind).toBe('association');
  });
});

describe('screening of its names', () => {
  it('S-02: a resemblance is judged once, and only one that was found', () => {
    const file = registered().must('hqOps', 'RecordScreening', screened);
    const hit = String((file.last('NamesScreened')['hits'] as { hit: string }[])[0]?.hit);
    const unknown = { code: 'no-such-hit', rule: 'S-02' };
    expect(file.ask('officer', 'ConfirmScreeningMatch', { hit: 'hit-none', reason: 'Vu.' })).toMatchObject({ refusal: unknown });
    expect(file.state.openHits).toHaveLength(1);
    file.must('officer', 'ConfirmScreeningMatch', { hit, reason: 'Même date de naissance.' });
    expect(file.last('ScreeningMatchConfirmed')).toMatchObject({ subject: 'board-1', entry: 'entry-9' });
    expect(file.state).toMatchObject({ openHits: [], confirmedMatches: ['entry-9'] });
    expect(file.ask('officer', 'RememberFalseMatch', { hit, reason: 'Autre.', until: null })).toMatchObject({ refusal: unknown });
    expect(file.count('FalseMatchRemembered')).toBe(0);
  });

  it('S-02: who is screened again about the same entry has one resemblance to look at, by who screened last', () => {
    const file = registered().must('hqOps', 'RecordScreening', screened).must('officer', 'RecordScreening', screened);
    expect(file.state.openHits).toMatchObject([{ subject: 'board-1', entry: 'entry-9', screenedBy: 'person-officer' }]);
    const other = { ...screened, subjects: [{ subject: 'board-2', resembles: [{ entry: 'entry-9', score: 88 }] }] };
    file.must('officer', 'RecordScreening', other);
    expect(file.state.openHits.map(({ subject }) => subject)).toEqual(['board-1', 'board-2']);
  });

  const screened = { list: 'sample-list', listHash, subjects: [{ subject: 'board-1', resembles: [{ entry: 'entry-9', score: 91 }] }] };

  it('S-02: a resemblance waits for another person of another organisation, and no name is in any event', () => {
    const file = registered().must('hqOps', 'RecordScreening', screened);
    const hit = String((file.last('NamesScreened')['hits'] as { hit: string }[])[0]?.hit);
    expect(file.waiting()).toContain('examine-resemblance');
    const verdict = { hit, reason: 'Autre date de naissance.', until: null };
    expect(file.ask('hqOps', 'RememberFalseMatch', verdict)).toMatchObject({ refusal: { code: 'four-eyes' } });
    const ownOfficer = { person: 'person-own', organisation: 'org-riviere', roles: ['hq-ops' as const] };
    expect(file.ask(ownOfficer, 'RememberFalseMatch', verdict)).toMatchObject({ refusal: { code: 'four-eyes' } });
    expect(file.count('FalseMatchRemembered')).toBe(0);
    file.must('officer', 'RememberFalseMatch', verdict);
    expect(file.waiting()).not.toContain('examine-resemblance');
  });

  it('ALE-54: a false match that is remembered is not asked again, until its day', () => {
    const file = registered().must('hqOps', 'RecordScreening', screened);
    const hit = String((file.last('NamesScreened')['hits'] as { hit: string }[])[0]?.hit);
    file.must('officer', 'RememberFalseMatch', { hit, reason: 'Homonyme.', until: '2027-06-30' });
    file.advanceTo('2027-06-01').must('hqOps', 'RecordScreening', screened);
    expect(file.last('NamesScreened')).toMatchObject({ hits: [], remembered: [{ entry: 'entry-9' }] });
    file.advanceTo('2027-07-01').must('hqOps', 'RecordScreening', screened);
    expect(file.last('NamesScreened')).toMatchObject({ hits: [{ entry: 'entry-9' }], remembered: [] });
  });
});

describe('what is kept and shown', () => {
  it('ALE-51: where to reach a partner is shown at that level only, and nothing is withdrawn that was never agreed to', () => {
    const file = registered();
    expect(file.ask('representative', 'WithdrawPartnerProfile', { reason: null })).toMatchObject({
      refusal: { code: 'nothing-public', rule: 'ALE-51' },
    });
    file.must('representative', 'ConsentToPublicProfile', { level: 'contact' });
    expect(file.ask('hqOps', 'PublishPartnerProfile', { level: 'work', work: 'Santé.', contact: 'Au siège.' })).toMatchObject({
      refusal: { code: 'contact-not-at-this-level', rule: 'ALE-51' },
    });
    expect(file.count('PartnerProfilePublished') + file.count('PartnerProfileWithdrawn')).toBe(0);
    file.must('hqOps', 'PublishPartnerProfile', { level: 'contact', work: 'Santé.', contact: 'Au siège.' });
  });

  it('ALE-54, PMP-20: answers are kept for reuse until they expire, and then asked again', () => {
    const file = registered().must('representative', 'KeepDueDiligenceAnswers', { partnership: 'p-1', answers: { MD1: 4, MD2: 'Oui.' } });
    expect(file.state.kept.map(({ question }) => question)).toEqual(['MD1', 'MD2']);
    file.advanceTo('2027-12-01');
    expect(file.count('KeptAnswersExpired')).toBe(0);
    file.advanceTo('2028-01-06');
    expect(file.last('KeptAnswersExpired')).toMatchObject({ questions: ['MD1', 'MD2'] });
    expect(file.state.kept).toEqual([]);
  });

  it('ALE-51: nothing of a partner is published without its consent, nor beyond the level it chose', () => {
    const file = registered();
    const profile = { level: 'work', work: 'Santé au bord du fleuve.', contact: null } as const;
    expect(file.ask('hqOps', 'PublishPartnerProfile', profile)).toMatchObject({ refusal: { code: 'no-consent' } });
    expect(file.ask('hqOps', 'ConsentToPublicProfile', { level: 'work' })).toMatchObject({ refusal: { code: 'not-permitted' } });
    file.must('representative', 'ConsentToPublicProfile', { level: 'work' });
    expect(file.ask('hqOps', 'PublishPartnerProfile', { ...profile, level: 'contact', contact: 'Au siège.' })).toMatchObject({
      refusal: { code: 'no-consent' },
    });
    file.must('hqOps', 'PublishPartnerProfile', profile);
    expect(file.count('PartnerProfilePublished')).toBe(1);
    file.must('representative', 'WithdrawPartnerProfile', { reason: null });
    expect(file.ask('hqOps', 'PublishPartnerProfile', profile)).toMatchObject({ refusal: { code: 'no-consent' } });
  });
});

describe('the public account of the year', () => {
  const own = { person: 'person-own-ops', organisation: 'org-riviere', roles: ['hq-ops' as const] };
  const team = { person: 'person-team', organisation: 'org-riviere', roles: ['country-team' as const] };
  const report = { year: 2028, ledgerPosition: 4_211, reportHash: 'b'.repeat(64) };

  it('ALE-21: falls due every year by itself, names no figure, and is published once', () => {
    const file = registered().must(own, 'PromisePublicAccount', { firstDueOn: '2028-01-31' });
    file.advanceTo('2028-02-01');
    expect(file.last('PublicProgressReportDue')).toMatchObject({ year: 2028 });
    expect(file.waiting()).toContain('publish-progress-report');
    expect(file.ask(own, 'PublishProgressReport', { ...report, meanScore: 42 } as never)).toMatchObject({
      refusal: { code: 'malformed-command' },
    });
    expect(file.count('PublicProgressReportPublished')).toBe(0);
    file.must(own, 'PublishProgressReport', report);
    expect(file.waiting()).not.toContain('publish-progress-report');
    expect(file.ask(own, 'PublishProgressReport', report)).toMatchObject({ refusal: { code: 'year-published' } });
    expect(file.ask(own, 'PublishProgressReport', { ...report, year: 2029 })).toMatchObject({ refusal: { rule: 'ALE-21' } });
    file.advanceTo('2029-02-01');
    expect(file.count('PublicProgressReportDue')).toBe(2);
  });

  it('ALE-21, ALE-67: the public account and the reviews of teams each keep the rhythm that the charter sets', () => {
    const settings = { ...silentSettings, publicAccountEvery: { months: 24 }, teamReviewEvery: { months: 6 } };
    const file = registered({}, settings).must(own, 'PromisePublicAccount', { firstDueOn: '2028-01-31' });
    file.must(own, 'NameCountryTeam', { team: 'team-sn' });
    file.advanceTo('2027-07-03');
    expect(file.count('TeamProgressReviewDue')).toBe(0);
    file.advanceTo('2027-07-05');
    expect(file.count('TeamProgressReviewDue')).toBe(1);
    file.advanceTo('2028-02-01');
    file.must(own, 'PublishProgressReport', report);
    file.advanceTo('2029-03-01');
    expect(file.count('PublicProgressReportDue')).toBe(1);
    file.advanceTo('2030-03-01');
    expect(file.count('PublicProgressReportDue')).toBe(2);
  });

  it('ALE-21: is promised for today or a day to come, never for one that has passed', () => {
    const file = registered();
    expect(file.ask(own, 'PromisePublicAccount', { firstDueOn: '2027-01-03' })).toMatchObject({
      refusal: { code: 'due-in-the-past', rule: 'ALE-21' },
    });
    expect(file.state.account).toBeNull();
    expect(file.count('PublicAccountPromised') + file.count('PublicProgressReportDue')).toBe(0);
    file.must(own, 'PromisePublicAccount', { firstDueOn: '2027-01-04' });
    expect(file.count('PublicAccountPromised')).toBe(1);
  });

  it('ALE-21, ALE-67: an account is promised once until it is given, and a team is named once', () => {
    const file = registered()
      .must(own, 'PromisePublicAccount', { firstDueOn: '2027-06-30' })
      .must(own, 'NameCountryTeam', { team: 'team-sn' });
    expect(file.ask(own, 'PromisePublicAccount', { firstDueOn: '2027-07-31' })).toMatchObject({
      refusal: { code: 'account-promised', rule: 'ALE-21' },
    });
    expect(file.ask(own, 'NameCountryTeam', { team: 'team-sn' })).toMatchObject({ refusal: { code: 'team-known', rule: 'ALE-67' } });
    expect([file.count('PublicAccountPromised'), file.state.teams.length]).toEqual([1, 1]);
  });

  it('ALE-67: every country team owes a review each year, and the report tells how many were done', () => {
    const file = registered().must(own, 'NameCountryTeam', { team: 'team-sn' }).must(own, 'NameCountryTeam', { team: 'team-ml' });
    file.advanceTo('2028-01-05');
    expect(file.waiting().filter(kind => kind === 'review-of-team')).toHaveLength(2);
    const review = {
      team: 'team-sn',
      qualities: { equitable: 4, effective: 3, deep: 4, efficient: 2, diverse: 5 },
      reflections: [],
      note: 'Vu.',
    };
    expect(file.ask(team, 'CompleteTeamReview', { ...review, qualities: { equitable: 4 } as never })).toMatchObject({ outcome: 'refused' });
    file.must(team, 'CompleteTeamReview', review);
    expect(file.count('TeamProgressReviewCompleted')).toBe(1);
    const answer = file.ask(own, 'PublishProgressReport', report);
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: [{ code: 'reviews-outstanding' }] });
    expect(file.last('PublicProgressReportPublished')).toMatchObject({ teamReviews: 1 });
  });

  it('ALE-21: who published a report before promising any may still promise, and owes nothing until then', () => {
    const file = registered();
    file.advanceTo('2028-01-05');
    file.must(own, 'PublishProgressReport', report);
    file.advanceTo('2029-06-01');
    expect(file.count('PublicProgressReportDue')).toBe(0);
    file.must(own, 'PromisePublicAccount', { firstDueOn: '2029-07-01' }).advanceTo('2029-07-02');
    expect(file.last('PublicProgressReportDue')).toMatchObject({ year: 2029 });
    expect(file.state.account?.published).toEqual([2028]);
  });

  it('ALE-69: each team scores the same common questions in the same year, adds its own beside them, and leaves out none', () => {
    const file = registered().must(own, 'NameCountryTeam', { team: 'team-sn' }).must(own, 'NameCountryTeam', { team: 'team-ml' });
    file.advanceTo('2028-01-05');
    const qualities = { equitable: 4, effective: 3, deep: 4, efficient: 2, diverse: 5 };
    const review = (name: string) => ({ team: name, qualities, reflections: [], note: 'Vu.' });
    const { diverse: _left, ...without } = qualities;
    const asked = [{ question: 'Les pluies ?', answer: 'Trois semaines perdues.' }];
    expect(file.ask(team, 'CompleteTeamReview', { ...review('team-sn'), qualities: without as never, own: asked })).toMatchObject({
      outcome: 'refused',
    });
    file.must(team, 'CompleteTeamReview', { ...review('team-sn'), own: asked });
    const first = file.last('TeamProgressReviewCompleted');
    file.must(team, 'CompleteTeamReview', review('team-ml'));
    expect(first).toMatchObject({ own: asked });
    expect(file.last('TeamProgressReviewCompleted')['template']).toBe(first['template']);
  });
});

describe('its history', () => {
  it('is a chain of its own, under the name of the organisation, and folds to the same state', () => {
    const file = registered().must('hqOps', 'JudgeDonorStanding', { donor: true, reason: 'x' }).advanceTo('2027-02-01');
    expect(file.events.map(({ attributes }) => attributes.streamversion)).toEqual(file.events.map((_event, place) => place + 1));
    expect(new Set(file.events.map(({ attributes }) => attributes.stream))).toEqual(new Set(['organisation/org-riviere']));
    file.events.forEach((event, place) => expect(followsInChain(event, file.events[place - 1]?.attributes.hash ?? genesisHash)).toBe(true));
    expect(file.replayed()).toEqual(file.state);
  });
});
