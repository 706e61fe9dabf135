import type { Actor, StreamCommand } from '@palabre/contracts';
import { registeringAssociation, silentSettings, StreamRehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { organisation } from './index.js';
import { missingDocuments } from './papers.js';
import { emptyOrganisation, type OrganisationState } from './state.js';

type Registering = StreamCommand<'organisation', 'RegisterOrganisation'>['data'];

const association: Registering = { ...registeringAssociation, workingLanguages: ['fr'] };

const registered = (more: Partial<Registering> = {}, settings = silentSettings) =>
  new StreamRehearsal('organisation', 'org-riviere', settings).must('hqOps', 'RegisterOrganisation', { ...association, ...more });

const own = (role: Actor['roles'][number]): Actor => ({ person: `person-${role}`, organisation: 'org-riviere', roles: [role] });
const ops = own('hq-ops');
const officer = own('partnership-officer');
const team = own('country-team');

const withTeams = () => registered().must(ops, 'NameCountryTeam', { team: 'team-sn' }).must(ops, 'NameCountryTeam', { team: 'team-ml' });

const tasksIn = (state: OrganisationState, kind: string) =>
  state.tasks.filter(task => task.kind === kind).map(({ about, dueAt, askedBy, party }) => ({ about, dueAt, askedBy, party }));

const waitingFor = (about: string, more: object = {}) => ({ about, dueAt: null, askedBy: null, party: 'owner', ...more });

describe('several resemblances', () => {
  const listHash = 'a'.repeat(64);
  const both = [
    { subject: 'board-1', entry: 'entry-9' },
    { subject: 'board-2', entry: 'entry-9' },
    { subject: 'board-1', entry: 'entry-7' },
  ];
  const screened = {
    list: 'sample-list',
    listHash,
    subjects: [
      {
        subject: 'board-1',
        resembles: [
          { entry: 'entry-9', score: 91 },
          { entry: 'entry-7', score: 80 },
        ],
      },
      { subject: 'board-2', resembles: [{ entry: 'entry-9', score: 88 }] },
    ],
  };
  const hitOf = (state: OrganisationState, subject: string, entry: string) =>
    state.openHits.find(hit => hit.subject === subject && hit.entry === entry)?.hit ?? 'none';

  it('S-02: each is looked at by itself: the others go on waiting, each with its own task, asked by who screened', () => {
    const file = registered().must('hqOps', 'RecordScreening', screened);
    expect(new Set(file.state.openHits.map(({ hit }) => hit)).size).toBe(3);
    const names = file.state.openHits.map(({ hit }) => hit.replace(/-[0-9a-f]{12}$/, ''));
    expect(names.toSorted()).toEqual(['hit-1', 'hit-2', 'hit-3']);
    expect(tasksIn(file.state, 'examine-resemblance')).toEqual(
      file.state.openHits.map(({ hit }) => waitingFor(hit, { askedBy: 'person-hq-ops' })),
    );
    file.must('officer', 'ConfirmScreeningMatch', { hit: hitOf(file.state, 'board-1', 'entry-9'), reason: 'Même date.' });
    expect(file.state.openHits.map(({ subject, entry }) => ({ subject, entry }))).toEqual([both[2], both[1]]);
    expect(file.state.confirmedMatches).toEqual(['entry-9']);
    file.must('officer', 'ConfirmScreeningMatch', { hit: hitOf(file.state, 'board-1', 'entry-7'), reason: 'Même date.' });
    file.must('officer', 'ConfirmScreeningMatch', { hit: hitOf(file.state, 'board-2', 'entry-9'), reason: 'Même date.' });
    expect(file.state).toMatchObject({ openHits: [], confirmedMatches: ['entry-7', 'entry-9'] });
  });

  it('ALE-54: what was found false of one person and entry is remembered for these two alone, up to and with its last day', () => {
    const file = registered().must('hqOps', 'RecordScreening', screened);
    const forget = (subject: string, entry: string, until: string | null) =>
      file.must('officer', 'RememberFalseMatch', { hit: hitOf(file.state, subject, entry), reason: 'Homonyme.', until });
    forget('board-1', 'entry-9', '2027-06-30');
    expect(file.state.openHits).toHaveLength(2);
    file.advanceTo('2027-06-30').must('hqOps', 'RecordScreening', screened);
    expect(file.last('NamesScreened')).toMatchObject({ checked: 2, remembered: [both[0]] });
    expect(file.last('NamesScreened')['hits']).toMatchObject([both[2], both[1]]);
    file.advanceTo('2027-07-01').must('hqOps', 'RecordScreening', screened);
    expect(file.last('NamesScreened')).toMatchObject({ remembered: [] });
    forget('board-1', 'entry-9', null);
    forget('board-2', 'entry-9', '2027-07-31');
    forget('board-1', 'entry-7', '2027-07-31');
    expect(file.state.falseMatches).toEqual([
      { ...both[0], until: null },
      { ...both[1], until: '2027-07-31' },
      { ...both[2], until: '2027-07-31' },
    ]);
    file.advanceTo('2028-01-03').must('hqOps', 'RecordScreening', screened);
    expect(file.last('NamesScreened')).toMatchObject({ remembered: [both[0]] });
    expect(file.state.openHits.map(({ subject, entry }) => ({ subject, entry }))).toEqual([both[2], both[1]]);
  });
});

describe('several mandates', () => {
  const mandate = { person: 'person-a', role: 'partner-representative', from: '2027-01-01', until: '2028-12-31', deputy: false } as const;
  const waits = (...mandates: readonly object[]) => {
    const file = registered();
    for (const one of mandates) file.must('representative', 'RecordOrganisationMandate', { ...mandate, ...one });
    return file.waiting().includes('name-representatives');
  };

  it('S-09: a representative and a deputy of that role are named: one alone, two of a kind or one of another role are not enough', () => {
    expect(waits({}, { deputy: true })).toBe(false);
    expect(waits({})).toBe(true);
    expect(waits({ deputy: true })).toBe(true);
    expect(waits({}, { person: 'person-b' })).toBe(true);
    expect(waits({ deputy: true }, { role: 'signatory-authority' })).toBe(true);
    expect(waits({}, { role: 'signatory-authority', deputy: true })).toBe(true);
  });

  it('S-16: a mandate may last a single day or have no end; the one that ends takes no other along', () => {
    const file = registered()
      .must('representative', 'RecordOrganisationMandate', { ...mandate, until: '2027-01-01' })
      .must('representative', 'RecordOrganisationMandate', { ...mandate, person: 'person-b', deputy: true, until: null });
    const [first, second] = file.state.mandates;
    file.must('representative', 'EndOrganisationMandate', { mandate: first?.mandate ?? '', reason: 'Départ.' });
    expect(file.state.mandates).toEqual([second]);
    expect(file.last('OrganisationMandateEnded')).toMatchObject({ mandate: first?.mandate, on: '2027-01-04' });
  });
});

describe('several papers and answers', () => {
  it('ALE-04: nobody is warned of papers that are there, and before a profile none is missing', () => {
    const fresh = new StreamRehearsal('organisation', 'org-riviere');
    expect(missingDocuments(emptyOrganisation('org-riviere'))).toEqual([]);
    expect(fresh.ask('hqOps', 'RegisterOrganisation', association)).toMatchObject({ outcome: 'accepted', warnings: [] });
    expect(fresh.waiting()).not.toContain('complete-documents');
  });

  it('HFA-07: only a sector that has kinds of its own waits for one, and a refusal names them', () => {
    expect(registered({ sector: 'science', level: 'local' }).state.profile?.toComplete).toEqual([]);
    expect(registered({ sector: 'private', level: 'local' }).state.profile?.toComplete).toEqual(['subKind']);
    const profile = { ...association, level: 'local', sector: 'private', subKind: 'company' } as const;
    const fresh = new StreamRehearsal('organisation', 'org-riviere');
    fresh.must('hqOps', 'RegisterOrganisation', { ...profile, workingLanguages: ['fr'] });
    expect(fresh.state.profile?.toComplete).toEqual([]);
  });

  it('an organisation is registered under what the workflow brings; without it nothing begins', () => {
    const { rules, state } = new StreamRehearsal('organisation', 'org-riviere');
    const command = { id: 'r', type: 'RegisterOrganisation', data: association, actor: { ...ops, organisation: 'org-horizon' } };
    expect(() => rules.handle(state, { ...command, correlation: 'r' }, { recordedAt: '2026-11-21T08:00:00.000Z' })).toThrow(
      'RegisterOrganisation',
    );
  });

  it('ALE-54: an answer given again is kept once, until its new day; what expires leaves the later ones', () => {
    const file = registered().must('representative', 'KeepDueDiligenceAnswers', { partnership: 'p-1', answers: { MD1: 4, MD2: 'Oui.' } });
    file.advanceTo('2027-06-01').must('representative', 'KeepDueDiligenceAnswers', { partnership: 'p-2', answers: { MD1: 3 } });
    expect(file.state.kept).toEqual([
      { question: 'MD2', until: '2028-01-04' },
      { question: 'MD1', until: '2028-06-01' },
    ]);
    file.advanceTo('2028-01-06');
    expect(file.last('KeptAnswersExpired')).toMatchObject({ questions: ['MD2'] });
    expect(file.state.kept).toEqual([{ question: 'MD1', until: '2028-06-01' }]);
    const expire = organisation.deadlines.find(({ rule }) => rule === 'kept-answers-expire');
    const fired = { deadline: 'd', key: 'k', dueAt: '2029-01-01T00:00:00.000Z', party: null, about: '2028-12-31' };
    expect(expire?.fire(file.state, fired as never)).toEqual([]);
  });

  it('ALE-51: publishing does not forget to what was agreed, withdrawing forgets both', () => {
    const file = registered()
      .must('representative', 'ConsentToPublicProfile', { level: 'work' })
      .must('hqOps', 'PublishPartnerProfile', { level: 'work', work: 'Santé.', contact: null });
    expect(file.state.publicProfile).toEqual({ consented: 'work', published: 'work' });
    file.must('representative', 'WithdrawPartnerProfile', { reason: null });
    expect(file.state.publicProfile).toEqual({ consented: null, published: null });
  });
});

describe('several teams', () => {
  const qualities = { equitable: 4, effective: 3, deep: 4, efficient: 2, diverse: 5 };
  const review = (name: string) => ({ team: name, qualities, reflections: [], note: 'Vu.' });
  const report = { year: 2028, ledgerPosition: 4_211, reportHash: 'b'.repeat(64) };

  it('ALE-67, ALE-61: each owes its own review and says its own means; what one does leaves the other waiting', () => {
    const file = withTeams().advanceTo('2028-01-05');
    expect(tasksIn(file.state, 'review-of-team').toSorted((one, other) => String(one.about).localeCompare(String(other.about)))).toEqual(
      ['team-ml', 'team-sn'].map(one => waitingFor(one)),
    );
    file.must(team, 'CompleteTeamReview', review('team-ml'));
    expect(file.last('TeamProgressReviewCompleted')).toMatchObject({ team: 'team-ml', round: 1 });
    expect(tasksIn(file.state, 'review-of-team')).toEqual([waitingFor('team-sn')]);
    expect(tasksIn(file.state, 'answer-staff-means').map(({ about: whose }) => whose)).toContain('team-ml');
    file.must(officer, 'AnswerStaffMeans', { team: 'team-sn', hadMeans: true, lacking: null });
    expect(tasksIn(file.state, 'answer-staff-means').map(({ about: whose }) => whose)).toEqual(['team-ml']);
    expect(file.ask(team, 'CompleteTeamReview', review('team-fr'))).toMatchObject({ refusal: { code: 'no-such-team' } });
    expect(file.count('TeamProgressReviewDue')).toBe(2);
  });

  it('ALE-67, ALE-21: a report counts the teams that were reviewed, warns of those that were not, and of none where all were', () => {
    const fresh = withTeams();
    fresh.advanceTo('2027-06-01');
    expect(fresh.ask(ops, 'PublishProgressReport', { ...report, year: 2027 })).toMatchObject({ outcome: 'accepted', warnings: [] });
    expect(fresh.last('PublicProgressReportPublished')).toMatchObject({ teamReviews: 0 });
    const file = withTeams().advanceTo('2028-01-05').must(team, 'CompleteTeamReview', review('team-sn'));
    const half = file.ask(ops, 'PublishProgressReport', report);
    expect(half.outcome === 'accepted' && half.warnings.map(({ code, reason }) => [code, reason.en])).toEqual([
      ['reviews-outstanding', expect.stringContaining('team-ml')],
    ]);
    expect(half.outcome === 'accepted' && half.warnings[0]?.reason.en).not.toContain('team-sn');
    file.must(team, 'CompleteTeamReview', review('team-ml'));
    expect(file.ask(ops, 'PublishProgressReport', { ...report, year: 2027 })).toMatchObject({ outcome: 'accepted', warnings: [] });
    expect(file.last('PublicProgressReportPublished')).toMatchObject({ teamReviews: 2 });
    expect(file.state.account?.published).toEqual([2028, 2027]);
  });

  it('ALE-21: two years owed are published one by one; one that was published before its day is owed no more', () => {
    const file = registered().must(ops, 'PromisePublicAccount', { firstDueOn: '2028-01-31' }).advanceTo('2029-02-01');
    expect(file.state.account).toMatchObject({ owed: [2028, 2029], published: [] });
    expect(tasksIn(file.state, 'publish-progress-report')).toEqual([waitingFor('2028'), waitingFor('2029')]);
    file.must(ops, 'PublishProgressReport', { ...report, year: 2029 });
    expect(file.state.account).toMatchObject({ owed: [2028], published: [2029] });
    file
      .advanceTo('2030-01-05')
      .must(ops, 'PublishProgressReport', { ...report, year: 2030 })
      .advanceTo('2030-02-01');
    expect(file.count('PublicProgressReportDue')).toBe(3);
    expect(file.state.account).toMatchObject({ owed: [2028], published: [2029, 2030] });
  });

  it('ALE-55: a review of procedures is owed by its year, not where that year was reviewed before, and none without a rhythm', () => {
    const reviewed = { simplifications: [], note: 'Avec les équipes.' };
    const file = withTeams()
      .advanceTo('2028-01-03')
      .must(ops, 'ReviewProcedures', { ...reviewed, year: 2028 });
    expect(file.state.procedures).toMatchObject({ owed: [], reviewed: [2028] });
    file.advanceTo('2028-01-05');
    expect(file.count('ProcessReviewDue')).toBe(1);
    expect(file.state.procedures?.owed).toEqual([]);
    file.advanceTo('2029-01-05');
    expect(tasksIn(file.state, 'review-procedures')).toEqual([waitingFor('2029')]);
    file.must(ops, 'ReviewProcedures', { ...reviewed, year: 2027 });
    expect(file.state.procedures).toMatchObject({ owed: [2029], reviewed: [2028, 2027] });
    const due = organisation.deadlines.find(({ rule }) => rule === 'procedure-review-due');
    expect(due?.asks(file.state)).toMatchObject([{ party: null, about: null }]);
    const { procedureReviewEvery: _every, ...settings } = silentSettings;
    expect(due?.asks({ ...file.state, settings })).toEqual([]);
    expect(due?.asks({ ...file.state, procedures: null })).toEqual([]);
  });

  it('ALE-40: an improvement may be due today; the one that is done leaves the other to its team, until the end of its day', () => {
    const cites = { from: 'reflection', partnership: 'p-1', round: 1, question: 'AQ12' } as const;
    const file = withTeams()
      .must(team, 'PlanImprovement', { team: 'team-sn', what: 'Réunir.', dueOn: '2027-01-04', cites })
      .must(team, 'PlanImprovement', { team: 'team-ml', what: 'Écouter.', dueOn: '2027-06-30', cites });
    const [first, second] = file.state.improvements;
    expect(tasksIn(file.state, 'carry-out-improvement').map(({ about, dueAt }) => [about, dueAt])).toEqual([
      [first?.action, '2027-01-04T23:59:59.999Z'],
      [second?.action, '2027-06-30T23:59:59.999Z'],
    ]);
    file.must(team, 'CompleteImprovement', { action: second?.action ?? '', result: 'Fait.' });
    expect(file.last('ImprovementActionCompleted')).toMatchObject({ team: 'team-ml' });
    expect(file.state.improvements).toEqual([first]);
    expect(file.ask(officer, 'AnswerStaffMeans', { team: 'team-fr', hadMeans: true, lacking: null })).toMatchObject({
      refusal: { code: 'no-such-team' },
    });
  });
});
