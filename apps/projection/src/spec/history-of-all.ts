import { sampleDeadline, sampleTask, Story } from './story.js';

const hash = 'e'.repeat(64);
const step = { gates: [{ gate: 'NEED' as const, strength: 'block' as const, state: 'passed' as const }] };

function beginning(story: Story, id: string): void {
  story.tell('PartnershipNeedAssessed', { objective: 'water', partnershipIsRightMethod: true, argument: 'nobody can do it alone' });
  story.tell('StakeholderMappingStarted', { from: 'idea', to: 'mapping', ...step });
  story.tell('MandateRecorded', { party: 'host', person: 'person-1', role: 'signatory-authority', from: '2026-01-01', until: null });
  story.tell('TasksOpened', {
    tasks: [sampleTask(`${id}-t1`), sampleTask(`${id}-t2`, { roles: ['hq-ops'], party: 'host', dueAt: '2026-02-01T00:00:00.000Z' })],
  });
  story.tell('DeadlinesSet', { deadlines: [sampleDeadline(`${id}-d1`), sampleDeadline(`${id}-d2`)] });
  const lines = [{ line: 'L1', label: 'Wells', cost: { amount: 125_000, currency: 'EUR' }, spentBy: 'partner', overhead: false }];
  const body = { lines, total: { amount: 125_000, currency: 'EUR' } };
  story.tell('BudgetProposed', { kind: 'budget', version: 1, hash, proposedBy: 'host', body, staleAcceptances: [] });
  story.tell('BudgetContested', {
    kind: 'budget',
    version: 1,
    hash,
    party: 'partner',
    reasons: 'nothing for upkeep',
    about: ['L1'],
  });
}

function continuation(story: Story, id: string): void {
  story.tell('TaskClaimed', { task: `${id}-t1`, person: 'person-9' });
  story.tell('CommandRefused', {
    commandType: 'SignAgreement',
    code: 'gate-open',
    rule: 'BUDGET',
    reason: { fr: 'Le budget est contesté.', en: 'The budget is contested.' },
    next: { fr: 'Proposez-en un autre.', en: 'Propose another one.' },
    gates: ['BUDGET'],
  });
  story.tell(
    'OrangeLineRaised',
    { case: `${id}-c1`, line: 'harassment', about: 'partner', facts: 'told in confidence' },
    { actor: 'person-77', party: 'partner' },
  );
  story.tell('OrangeLineRaised', { case: `${id}-c2`, line: 'weak_account', about: 'partner', facts: 'no books for May' });
  story.tell('CommitmentMade', {
    commitment: `${id}-k1`,
    owedBy: 'partner',
    owedTo: 'host',
    what: 'books',
    dueOn: '2026-05-01',
    origin: 'clause',
  });
  story.tell('FundTransferRequested', {
    transfer: `${id}-m1`,
    line: 'L1',
    value: { amount: 50_000, currency: 'EUR' },
    from: 'host',
    to: 'partner',
  });
  story.tell('ExpenditureJustified', { transfer: `${id}-m1`, value: { amount: 20_000, currency: 'EUR' }, vouchers: ['v-1'], late: true });
  story.tell(
    'MeetingMissed',
    { slot: '2026-03-01', deadline: `${id}-d1` },
    { actor: 'palabre', party: 'none', cause: `deadline/${id}-d1` },
  );
  story.tell('DeadlinesCleared', { deadlines: [`${id}-d1`, `${id}-d2`] });
  story.tell('StepVictoryShared', { party: 'host', on: '2026-02-02', certain: true, note: 'first well' });
  story.tell('TasksCompleted', { tasks: [`${id}-t2`] });
}

/** What binds everybody, bodies, voices and questions: nothing of it moves the phase. */
function together(story: Story, id: string): void {
  const position = { level: 'MANAGED' as const, because: 'context' as const, approachBy: 'host', takeOverOn: null, awardedOn: null };
  story.tell('LeadershipPositionProposed', { proposal: `${id}-q1`, party: 'host', reason: 'it fits', position });
  story.tell('LeadershipPositionSet', { proposal: `${id}-q1`, acceptedBy: ['host', 'partner'], position });
  story.tell('WithdrawalAnnounced', {
    withdrawal: `${id}-w1`,
    party: 'partner',
    reason: 'no hands left',
    endsAt: '2026-09-01T00:00:00.000Z',
  });
  story.tell('MediationOffered', { withdrawal: `${id}-w1`, party: 'host', mediator: 'the network' });
  const body = { body: 'general-assembly' as const, party: 'partner' };
  story.tell('BodyConstituted', { ...body, members: [{ party: 'partner', person: 'person-9' }], quorum: 1 });
  story.tell('ChallengeRaised', { challenge: `${id}-x1`, party: 'partner', kind: 'resources', text: 'one vehicle for two sites' });
  story.tell('JointCommitmentMade', { challenge: `${id}-x1`, party: 'host', text: 'to lend one' });
  story.tell('QuestionsAsked', { request: `${id}-r1`, party: 'host', to: 'partner', questions: ['How many?'], insteadOf: 'the report' });
}

/** A partnership in which every mechanism has spoken: what read models are rebuilt and replayed from. */
export function historyOfAll(id: string): Story {
  const story = Story.opened(id, `Partnership ${id}`);
  beginning(story, id);
  continuation(story, id);
  together(story, id);
  return story;
}
