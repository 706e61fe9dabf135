import { describe, expect, it } from 'vitest';
import { events, eventTypes, journalNotes, ownedStreamKinds, type EventType } from '@palabre/contracts';
import { historyOfAll } from '../../spec/history-of-all.js';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { deadlinesHandles } from '../deadlines/deadlines.projection.js';
import { inboxHandles } from '../inbox/inbox.projection.js';
import { fileHandles, fileProjection } from './file.projection.js';

const fileOf = (story: Story): Record<string, unknown> =>
  Object.fromEntries([...foldRows(fileProjection, story.told)].map(([part, row]) => [part, row.doc]));

const hash = (letter: string): string => letter.repeat(64);

const budget = (amount: number) => ({
  lines: [{ line: 'L1', label: 'Wells', cost: { amount, currency: 'EUR' }, spentBy: 'partner', overhead: false }],
  total: { amount, currency: 'EUR' },
});

const isOfPartnership = (type: EventType): boolean => !ownedStreamKinds.some(kind => kind === events[type].mechanism);

/** Events without content of their own: each is shown by the read model that its list names. */
const tasksOfTheInbox: readonly EventType[] = [
  'TaskClaimed',
  'TaskDelegated',
  'TaskEscalated',
  'TaskHandedBack',
  'TaskOverdue',
  'TasksCompleted',
  'TasksOpened',
  'TasksWithdrawn',
];
const deadlinesAndTheirOutcomes: readonly EventType[] = ['AnnualReviewOverdue', 'DeadlinesCleared', 'DeadlinesSet', 'ReminderDue'];
const refusalsOfTheTimeline: readonly EventType[] = ['CommandRefused', 'SignatureAttemptRefused'];
const stepsOfTheRehearsal: readonly EventType[] = ['CalendarAdvanced'];

describe('the file of a partnership', () => {
  it('MDM-11: a contested budget is open again; the next version starts without the partner’s acceptance; co-validated, it is agreed', () => {
    const story = Story.opened();
    story.tell('BudgetProposed', {
      kind: 'budget',
      version: 1,
      hash: hash('a'),
      proposedBy: 'host',
      body: budget(100),
      staleAcceptances: [],
    });
    story.tell('BudgetContested', { kind: 'budget', version: 1, hash: hash('a'), party: 'partner', reasons: 'no upkeep', about: ['L1'] });
    expect(fileOf(story)['text/budget']).toMatchObject({ state: 'contested', acceptedBy: ['host'], agreed: null });
    story.tell('BudgetProposed', {
      kind: 'budget',
      version: 2,
      hash: hash('b'),
      proposedBy: 'host',
      body: budget(120),
      staleAcceptances: ['host'],
    });
    expect(fileOf(story)['text/budget']).toMatchObject({
      state: 'proposed',
      head: { version: 2, hash: hash('b') },
      body: budget(120),
      acceptedBy: ['host'],
    });
    story.tell('TextAccepted', { kind: 'budget', version: 2, hash: hash('b'), party: 'partner' });
    story.tell('BudgetCoValidated', { kind: 'budget', version: 2, hash: hash('b'), acceptedBy: ['host', 'partner'] });
    const text = fileOf(story)['text/budget'] as { versions: unknown[]; contests: unknown[] };
    expect(text).toMatchObject({ state: 'agreed', agreed: { version: 2, acceptedBy: ['host', 'partner'] } });
    expect(text.versions).toHaveLength(2);
    expect(text.contests).toHaveLength(1);
  });

  it('MDM-14: answers of a two-sided form stay sealed until both are revealed together', () => {
    const story = Story.opened();
    story.tell('FormAnswered', { form: 'annual-review', round: 1, party: 'host', answersHash: hash('c') });
    expect(fileOf(story)['forms']).toMatchObject({
      rounds: [{ form: 'annual-review', round: 1, revealed: null, answeredBy: [{ party: 'host', answersHash: hash('c') }] }],
    });
    const answers = [
      { party: 'host', answers: { q1: 4 }, unchanged: [], salt: hash('1') },
      { party: 'partner', answers: { q1: 2 }, unchanged: [], salt: hash('2') },
    ];
    story.tell('JointReflectionHeld', { round: 1, answers });
    expect(fileOf(story)['forms']).toMatchObject({ rounds: [{ revealed: answers }] });
  });

  it('MDM-15: an approval whose text changed afterwards is stale and says so; others stay', () => {
    const story = Story.opened();
    const signed = { mandate: { from: '2026-01-01', until: null }, version: 1, hash: hash('d') };
    story.tell('SignatureGiven', { party: 'host', person: 'person-1', ...signed });
    story.tell('SignatureGiven', { party: 'partner', person: 'person-2', ...signed });
    story.tell('SignOffBecameStale', { signOff: 'signature', party: 'host', kind: 'agreement', version: 1, hash: hash('d') });
    expect(fileOf(story)['sign-offs']).toMatchObject({
      signOffs: [
        { party: 'host', verdict: 'stale' },
        { party: 'partner', verdict: 'given' },
      ],
    });
  });

  it('HFA-20: money shows what was asked, received, justified late, and whether it is frozen', () => {
    const story = Story.opened();
    const value = { amount: 50_000, currency: 'EUR' };
    story.tell('FundTransferRequested', { transfer: 'm-1', line: 'L1', value, from: 'host', to: 'partner' });
    story.tell('FundTransferSent', { transfer: 'm-1', sentOn: '2026-01-20' });
    story.tell('FundTransferCompleted', { transfer: 'm-1', receivedOn: '2026-02-01' });
    story.tell('JustificationOverdue', { transfer: 'm-1', deadline: 'd-1', owedBy: 'partner' });
    expect(fileOf(story)['money']).toMatchObject({ transfers: [{ state: 'received', justified: 0, justificationOverdue: true }] });
    story.tell('ExpenditureJustified', { transfer: 'm-1', value: { amount: 20_000, currency: 'EUR' }, vouchers: ['v-1'], late: true });
    story.tell('FundTransfersFrozen', { case: 'c-1' });
    expect(fileOf(story)['money']).toMatchObject({
      transfers: [
        {
          state: 'received',
          sentOn: '2026-01-20',
          receivedOn: '2026-02-01',
          justified: 20_000,
          justifiedLate: true,
          justificationOverdue: true,
          vouchers: ['v-1'],
        },
      ],
      frozenBy: ['c-1'],
    });
    story.tell('ExpenditureJustified', { transfer: 'm-1', value: { amount: 30_000, currency: 'EUR' }, vouchers: ['v-2'], late: true });
    expect(fileOf(story)['money']).toMatchObject({ transfers: [{ justified: 50_000, justificationOverdue: false }] });
    story.tell('FundTransfersReleased', { case: 'c-1', reason: 'dismissed' });
    expect(fileOf(story)['money']).toMatchObject({ frozenBy: [] });
  });

  it('MDM-10: a handover shows both confirmations and is done only when the focal point has passed', () => {
    const story = Story.opened();
    story.tell('HandoverOpened', {
      handover: 'h-1',
      party: 'host',
      outgoing: 'person-1',
      incoming: 'person-2',
      historyNote: 'read the contested budget',
      pending: [],
    });
    story.tell('HandoverConfirmed', { handover: 'h-1', by: 'newcomer', party: 'host' });
    expect(fileOf(story)['parties']).toMatchObject({ handovers: [{ confirmedBy: ['newcomer'], done: false }] });
    story.tell('HandoverConfirmed', { handover: 'h-1', by: 'other-party', party: 'partner' });
    const recently = { changes: 3, months: 12 };
    story.tell('FocalPointHandedOver', { handover: 'h-1', party: 'host', outgoing: 'person-1', incoming: 'person-2', recently });
    expect(fileOf(story)['parties']).toMatchObject({ handovers: [{ confirmedBy: ['newcomer', 'other-party'], done: true, recently }] });
  });

  it('PMP-54, AGI-14: a difficulty shows who acknowledged it, what each party commits to, and its mediation', () => {
    const story = Story.opened();
    const one = { challenge: 'x-1', party: 'partner' };
    story.tell('ChallengeRaised', { ...one, kind: 'trust', text: 'we learn of decisions late' });
    story.tell('ChallengeRaised', { challenge: 'x-2', party: 'host', kind: 'resources', text: 'one vehicle for two sites' });
    expect(fileOf(story)['voice']).toMatchObject({
      challenges: [{ kind: 'trust', commitments: [], mediation: null }, { kind: 'resources' }],
    });
    story.tell('ChallengeAcknowledged', { challenge: 'x-1', party: 'host' });
    story.tell('JointCommitmentMade', { challenge: 'x-1', party: 'host', text: 'to share the agenda' });
    story.tell('MediatorProposed', { ...one, mediator: 'person-9' });
    expect(fileOf(story)['voice']).toMatchObject({
      challenges: [
        {
          state: 'acknowledged',
          acknowledgedBy: 'host',
          commitments: [{ party: 'host', text: 'to share the agenda' }],
          mediation: { mediator: 'person-9', acceptedBy: ['partner'], openedAt: null },
        },
        { state: 'raised', acknowledgedBy: null, commitments: [], mediation: null },
      ],
    });
    story.tell('MediatorAccepted', { challenge: 'x-1', party: 'host', mediator: 'person-9' });
    expect(fileOf(story)['voice']).toMatchObject({ challenges: [{ mediation: { acceptedBy: ['partner', 'host'], openedAt: null } }, {}] });
    story.tell('MediationOpened', { challenge: 'x-1', mediator: 'person-9', acceptedBy: ['partner', 'host'] });
    story.tell('ChallengeResolved', { ...one, solution: 'a shared agenda' });
    expect(fileOf(story)['voice']).toMatchObject({
      challenges: [
        { state: 'resolved', solution: 'a shared agenda', mediation: { openedAt: story.envelopes[8]?.attributes.factat } },
        { state: 'raised', solution: null },
      ],
    });
  });

  it('C-28, MDM-25: questions show what they are asked instead of, and whether they were answered or declined', () => {
    const story = Story.opened();
    const question = { party: 'host', to: 'partner', questions: ['How many wells?'], insteadOf: 'the yearly report' };
    story.tell('QuestionsAsked', { request: 'r-1', ...question });
    story.tell('QuestionsAsked', { request: 'r-2', ...question });
    expect(fileOf(story)['forms']).toMatchObject({ requests: [{ ...question, state: 'open', answers: [] }, { state: 'open' }] });
    story.tell('QuestionsAnswered', { request: 'r-1', party: 'partner', answers: ['three'] });
    expect(fileOf(story)['forms']).toMatchObject({
      requests: [
        { state: 'answered', answers: ['three'] },
        { state: 'open', settledAt: null },
      ],
    });
    story.tell('QuestionsDeclined', { request: 'r-2', party: 'partner', reason: 'asked in May already' });
    expect(fileOf(story)['forms']).toMatchObject({
      requests: [{ state: 'answered' }, { state: 'declined', declinedBecause: 'asked in May already', answers: [] }],
    });
  });

  it('MDM-83: what the partner says of an answer to the questions of a stage stays with that answer, and changes nothing of it', () => {
    const story = Story.opened();
    const answers = { will_and_autonomy: 'Un forage, et nous l’avons fait.', position: 'leading' };
    const told = { phase: 'implementation', party: 'host', place: 'headquarters' } as const;
    story.tell('StageReflectionRecorded', { ...told, answers });
    story.tell('StageReflectionRecorded', { ...told, place: 'field', answers });
    story.tell('StageReflectionRecorded', { ...told, answers: { position: 'beside' } });
    const named = { phase: 'implementation', place: 'headquarters', of: 'host', question: 'will_and_autonomy' } as const;
    story.tell('StageAnswerCommented', { ...named, party: 'partner', comment: 'Nous voulions d’abord l’école.' });
    const given = (fileOf(story)['forms'] as { answers: readonly object[] }).answers;
    const comment = { question: 'will_and_autonomy', party: 'partner', comment: 'Nous voulions d’abord l’école.' };
    expect(given[0]).toMatchObject({ answers, comments: [comment] });
    for (const other of given.slice(1)) expect(other).not.toHaveProperty('comments');
  });

  it('MDM-60: a body stands as last constituted, and each voice by itself', () => {
    const story = Story.opened();
    const body = { body: 'steering-committee' as const, party: 'host' };
    const member = (person: string) => ({ party: 'host', person });
    story.tell('BodyConstituted', { ...body, members: [member('person-1')], quorum: 1 });
    story.tell('BodyConstituted', { ...body, members: [member('person-1'), member('person-2')], quorum: 2 });
    story.tell('BodyConstituted', { ...body, party: 'partner', members: [{ party: 'partner', person: 'person-3' }], quorum: 1 });
    const voice = { body: body.body, of: 'host', subject: `strategic/${hash('a')}`, party: 'host', person: 'person-1' };
    story.tell('VoteCast', { ...voice, verdict: 'refuse', reason: 'too soon' });
    const told = fileOf(story)['bodies'] as { bodies: unknown[]; votes: unknown[] };
    expect(told.bodies).toMatchObject([
      { party: 'host', quorum: 2, members: [member('person-1'), member('person-2')] },
      { party: 'partner' },
    ]);
    expect(told.bodies).toHaveLength(2);
    expect(told.votes).toMatchObject([{ ...voice, verdict: 'refuse', reason: 'too soon' }]);
    expect(fileOf(story)).not.toHaveProperty('sign-offs');
  });

  it('C-15: by majority a decision outlives a no; who said it and why stands beside those who agreed', () => {
    const story = Story.opened();
    const decision = { decision: 'j-1', kind: 'external-release' as const };
    story.tell('JointDecisionProposed', { ...decision, party: 'host', subject: 'the report', text: 'publish it', override: null });
    story.tell('JointDecisionDeclined', { ...decision, party: 'partner', reason: 'names are in it' });
    expect(fileOf(story)['sign-offs']).toMatchObject({ decisions: [{ state: 'declined', acceptedBy: ['host'] }] });
    story.tell('JointDecisionAccepted', { ...decision, party: 'partner-2' });
    expect(fileOf(story)['sign-offs']).toMatchObject({
      decisions: [{ state: 'proposed', acceptedBy: ['host', 'partner-2'], declinedBy: [{ party: 'partner', reason: 'names are in it' }] }],
    });
    story.tell('ExternalReleaseApproved', { ...decision, acceptedBy: ['host', 'partner-2', 'partner-3'] });
    expect(fileOf(story)['sign-offs']).toMatchObject({
      decisions: [{ state: 'taken', acceptedBy: ['host', 'partner-2', 'partner-3'], declinedBy: [{ party: 'partner' }] }],
    });
  });

  it('MDM-73: what is arranged while a plan runs stays with the plan once it is agreed', () => {
    const story = Story.opened();
    const on = { case: 'c-1', line: 'weak_account', about: 'partner' };
    const steps = [{ step: 's-1', owner: 'partner', dueOn: '2026-06-01', text: 'books for May' }];
    story.tell('OrangeLineRaised', { ...on, facts: 'no books' });
    story.tell('MitigationPlanProposed', { ...on, proposedBy: 'partner', steps, arrangement: 'a third pays meanwhile' });
    story.tell('MitigationPlanAgreed', { ...on, acceptedBy: ['partner', 'host'], steps });
    expect(fileOf(story)['lines']).toMatchObject({
      cases: [{ state: 'mitigated', plan: { agreed: true, steps, arrangement: 'a third pays meanwhile' } }],
    });
  });

  it('MDM-45: the plan of a transfer is agreed like every other text', () => {
    const story = Story.opened();
    story.tell('TransferPlanAgreed', { kind: 'transfer-plan', version: 1, hash: hash('a'), acceptedBy: ['host', 'partner'] });
    expect(fileOf(story)['text/transfer-plan']).toMatchObject({ state: 'agreed', agreed: { version: 1, acceptedBy: ['host', 'partner'] } });
  });

  it('gates stand as the last step told them, and a refusal changes nothing', () => {
    const story = historyOfAll('p-1');
    const before = fileOf(story);
    expect(before['head']).toMatchObject({ phase: 'mapping', gates: [{ gate: 'NEED', state: 'passed', version: 4 }] });
    expect(before['journal']).toMatchObject({ counts: { StepVictoryShared: 1 } });
    story.tell('CommandRefused', {
      commandType: 'EnterPhase',
      code: 'gate-open',
      rule: 'MAPPING',
      reason: { fr: 'x', en: 'x' },
      next: { fr: 'y', en: 'y' },
      gates: [],
    });
    expect(fileOf(story)).toEqual(before);
  });

  it('every kind of journal note counts, and every event of a partnership that has content has a part', () => {
    for (const kind of Object.keys(journalNotes)) expect(fileHandles).toContain(kind);
    const elsewhere = eventTypes.filter(type => isOfPartnership(type) && !fileHandles.includes(type));
    expect(elsewhere.toSorted()).toEqual(
      [...tasksOfTheInbox, ...deadlinesAndTheirOutcomes, ...refusalsOfTheTimeline, ...stepsOfTheRehearsal].toSorted(),
    );
    expect([...inboxHandles].toSorted()).toEqual([...tasksOfTheInbox].toSorted());
    for (const type of deadlinesHandles) expect(deadlinesAndTheirOutcomes).toContain(type);
  });

  it('what organisations, charters and campaigns live through is in no file of a partnership', () => {
    const others = eventTypes.filter(type => !isOfPartnership(type));
    expect(others).toEqual(expect.arrayContaining(['OrganisationRegistered', 'CharterDrafted', 'SurveyCampaignOpened']));
    for (const type of others) expect(fileHandles).not.toContain(type);
  });
});
