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

/** What is owed: an agreed budget, a promise broken and acknowledged, clauses drafted. Nothing of it moves the phase. */
function accounts(story: Story, id: string): void {
  const lines = [{ line: 'L2', label: 'Upkeep', cost: { amount: 40_000, currency: 'EUR' }, spentBy: 'partner', overhead: true }];
  const overheads = [{ party: 'partner', needed: { amount: 60_000, currency: 'EUR' }, explanation: null }];
  const body = { lines, total: { amount: 40_000, currency: 'EUR' }, overheads };
  story.tell('BudgetProposed', { kind: 'budget', version: 2, hash, proposedBy: 'partner', body, staleAcceptances: [] });
  story.tell('BudgetCoValidated', { kind: 'budget', version: 2, hash, acceptedBy: ['partner', 'host'] });
  story.tell('CommitmentBreachRecorded', { commitment: `${id}-k1`, recordedBy: 'host', reason: 'no books' });
  story.tell('GuarantorAcknowledged', { commitment: `${id}-k1`, party: 'partner' });
  const clauses = [{ number: '1', title: 'Purpose', text: 'water' }];
  story.tell('AgreementDrafted', { kind: 'agreement', version: 1, hash, proposedBy: 'host', body: { clauses }, staleAcceptances: [] });
}

/** How it is lived: a review of both sides, a status point that was read, an answer cleared for outside. Nothing of it moves the phase. */
function lookingBack(story: Story): void {
  const salted = { unchanged: [], salt: 'a'.repeat(32) };
  const answers = ['host', 'partner'].map(party => ({ party, answers: { Q1: 4, Q2: 'heard' }, ...salted }));
  story.tell('JointReflectionHeld', { round: 1, answers });
  story.tell('QuotationCleared', { round: 1, question: 'Q2', of: 'partner', party: 'host', clearedByAll: true });
  story.tell('StatusPointRecorded', { heldOn: '2026-04-01', clauses: [{ number: '1', state: 'kept' }], note: 'on time' });
  story.tell('StatusDigestRead', { party: 'partner', on: '2026-04-02', heldOn: '2026-04-01' });
  story.tell('ScaleUpAssessed', {
    party: 'host',
    on: '2026-04-02',
    project: 'project-1',
    readiness: 'ready',
    condition: 'a second donor',
    potential: 'three districts',
  });
}

/** What goes between parties and stays for others: an exchange, knowledge, a connection, a strength, a shared resource. */
function exchanges(story: Story, id: string): void {
  const noted = { party: 'partner', on: '2026-03-01', note: 'noted together' };
  const practice = { what: 'filters of sand', context: 'villages without power' };
  story.tell('ExchangeNoted', { ...noted, nature: 'learning', axis: 'south-south', practice });
  story.tell('KnowledgeItemShared', { ...noted, title: 'Digging', source: 'external', reach: 'everybody', reference: null });
  story.tell('PartnerConnectionMade', { ...noted, connection: `${id}-l1`, context: 'other-region', country: 'SN', region: 'North' });
  story.tell('StrengthNamed', { ...noted, strength: `${id}-g1`, of: 'host', what: 'open doors' });
  story.tell('ResourcePooled', { ...noted, resource: 'people', share: { quantity: 4, unit: 'days a week' } });
}

/** A partnership in which every mechanism has spoken: what read models are rebuilt and replayed from. */
export function historyOfAll(id: string): Story {
  const story = Story.opened(id, `Partnership ${id}`);
  beginning(story, id);
  continuation(story, id);
  together(story, id);
  accounts(story, id);
  lookingBack(story);
  exchanges(story, id);
  return story;
}
