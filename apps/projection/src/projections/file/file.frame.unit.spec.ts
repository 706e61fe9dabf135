import { describe, expect, it } from 'vitest';
import type { LeadershipPosition } from '@palabre/contracts';
import { samplePolicy } from '../../spec/sample-policy.js';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { fileProjection } from './file.projection.js';

const fileOf = (story: Story): Record<string, unknown> =>
  Object.fromEntries([...foldRows(fileProjection, story.told)].map(([part, row]) => [part, row.doc]));

const atVersion = (story: Story, version: number): string => story.envelopes[version - 1]?.attributes.factat ?? 'no such version';

const hash = (letter: string): string => letter.repeat(64);

const everybody = { acceptedBy: ['host', 'partner'] };

const led: LeadershipPosition = { level: 'LED', because: 'bid-deadline', approachBy: 'host', takeOverOn: null, awardedOn: '2026-03-01' };

const asked = (proposal: string) => ({ proposal, party: 'host', reason: 'so that it fits' });

describe('how a file ended', () => {
  it('MDM-64: of a verification that failed it keeps who said so and about whom, so that the other side is not taken for the one that failed', () => {
    const inferred = Story.opened();
    inferred.tell('DueDiligenceFailed', { reason: 'a red line' });
    expect(fileOf(inferred)['head']).toMatchObject({ standing: 'failed', ended: { by: 'host', about: null } });
    const named = Story.opened();
    named.tell('DueDiligenceFailed', { reason: 'our own accounts', about: 'host' });
    expect(fileOf(named)['head']).toMatchObject({ ended: { by: 'host', about: 'host' } });
    const given = Story.opened();
    given.tell('NegotiationStopped', { party: 'partner', reason: 'no' });
    expect(fileOf(given)['head']).toMatchObject({ standing: 'discarded', ended: { reason: 'no' } });
  });
});

describe('how a file closed', () => {
  it('AGI-10: the network and the project keep the two scores that the closure gave them; without any, none is made up', () => {
    const closedWith = (more: object): unknown => {
      const story = Story.opened();
      story.tell('PartnershipClosed', { from: 'closing', to: 'after', gates: [], ...more });
      return fileOf(story)['head'];
    };
    const scores = { network: 450, results: 100 };
    expect(closedWith({ scores })).toMatchObject({ standing: 'closed', ended: { reason: null, scores } });
    expect((closedWith({}) as { ended: object }).ended).not.toHaveProperty('scores');
  });
});

describe('who built, and who met', () => {
  it('MDM-27: each party keeps the people whom it named as having taken part in building, and none where it named nobody', () => {
    const story = Story.opened();
    const builders = (): unknown[] => (fileOf(story)['parties'] as { parties: { builders?: unknown }[] }).parties.map(one => one.builders);
    const confirmed = { party: 'host', person: 'person-1' };
    story.tell('CoConstructionConfirmed', confirmed);
    expect(builders()[0]).toBeUndefined();
    story.tell('CoConstructionConfirmed', { ...confirmed, participants: ['person-1', 'person-3'] });
    expect(builders()[0]).toEqual(['person-1', 'person-3']);
  });

  it('MDM-18: a meeting that is told late takes its day back from those that were missed, and no other', () => {
    const story = Story.opened();
    for (const slot of ['2026-02-15', '2026-03-15']) story.tell('MeetingMissed', { slot, deadline: `d-${slot}` });
    const held = {
      heldOn: '2026-02-20',
      attendance: [],
      inPerson: true,
      minutes: 'told late',
      kind: 'formal',
      purpose: 'exchange',
    } as const;
    story.tell('MeetingHeld', { ...held, takesBack: '2026-02-15' });
    const { missed, held: kept } = fileOf(story)['meetings'] as { missed: string[]; held: object[] };
    expect([missed, kept.length]).toEqual([['2026-03-15'], 1]);
    expect(kept[0]).not.toHaveProperty('takesBack');
  });
});

describe('what binds everybody', () => {
  it('MDM-32: a change of type is a proposal until it is agreed; then the type and its gates are the new ones', () => {
    const story = Story.opened();
    const policy = { ...samplePolicy, type: 'TR', typeName: { fr: 'Transfert', en: 'Transfer' } };
    story.tell('PartnershipTypeChangeProposed', { ...asked('q-1'), from: 'OP', to: 'TR', missing: ['NEED'], policy });
    const before = fileOf(story);
    expect(before['head']).toMatchObject({ type: 'OP' });
    expect(before['frame']).toMatchObject({
      proposals: [
        { kind: 'type', state: 'open', acceptedBy: ['host'], effect: { from: 'OP', to: 'TR', missing: ['NEED'] }, settledAt: null },
      ],
    });
    expect(JSON.stringify(before['frame'])).not.toContain('timers');
    const gates = [{ gate: 'NEED' as const, strength: 'warn' as const, state: 'open' as const }];
    story.tell('PartnershipTypeChanged', { proposal: 'q-1', ...everybody, from: 'OP', to: 'TR', gates, policy });
    expect(fileOf(story)).toMatchObject({
      head: { type: 'TR', typeName: policy.typeName, phase: 'idea', gates: [{ gate: 'NEED', strength: 'warn', version: 4 }] },
      frame: { proposals: [{ state: 'agreed', ...everybody, settledAt: atVersion(story, 4) }] },
    });
  });

  it('MDM-25: a no that closes a proposal brings nothing about; one that does not leaves it open, and may be taken back', () => {
    const story = Story.opened();
    story.tell('EmergencyPathProposed', asked('q-1'));
    const no = { proposal: 'q-1', kind: 'emergency' as const, party: 'partner', reason: 'no haste' };
    story.tell('FrameChangeDeclined', { ...no, closes: false });
    expect(fileOf(story)['frame']).toMatchObject({
      proposals: [{ state: 'open', declinedBy: [{ party: 'partner', reason: 'no haste' }] }],
    });
    story.tell('FrameChangeAccepted', { proposal: 'q-1', kind: 'emergency', party: 'partner' });
    expect(fileOf(story)['frame']).toMatchObject({ proposals: [{ acceptedBy: ['host', 'partner'], declinedBy: [] }] });
    story.tell('FrameChangeDeclined', { ...no, closes: true });
    expect(fileOf(story)['frame']).toMatchObject({ proposals: [{ state: 'declined', acceptedBy: ['host'] }], emergency: null });
  });

  it('S-19: an emergency path is open until its end; gates not made up in time are named', () => {
    const story = Story.opened();
    story.tell('EmergencyPathProposed', asked('q-1'));
    const delays = { endsAt: '2026-02-01T00:00:00.000Z', catchUpBy: '2026-03-01T00:00:00.000Z' };
    story.tell('EmergencyPathOpened', { proposal: 'q-1', ...everybody, ...delays });
    expect(fileOf(story)['frame']).toMatchObject({ emergency: { ...delays, open: true, missed: [] } });
    story.tell('EmergencyPathEnded', { deadline: 'd-1' });
    story.tell('EmergencyCatchUpMissed', { deadline: 'd-2', gates: ['CAPACITY'] });
    expect(fileOf(story)['frame']).toMatchObject({ emergency: { open: false, missed: ['CAPACITY'] } });
  });

  it('ALE-34: the level that leads stands with its reason, and the co-construction owed after a hasty bid is told when it is opened', () => {
    const story = Story.opened();
    story.tell('CoConstructionOpened', { occasion: 'phase', note: null });
    story.tell('LeadershipPositionProposed', { ...asked('q-1'), position: led });
    expect(fileOf(story)['frame']).toMatchObject({ leadership: null });
    story.tell('LeadershipPositionSet', { proposal: 'q-1', ...everybody, position: led });
    expect(fileOf(story)['frame']).toMatchObject({ leadership: { ...led, direction: null, catchUpAt: null } });
    story.tell('CoConstructionOpened', { occasion: 'catch-up', note: 'both at one table' });
    expect(fileOf(story)['frame']).toMatchObject({
      leadership: { catchUpAt: atVersion(story, 6) },
      coConstruction: [{ occasion: 'phase' }, { occasion: 'catch-up', note: 'both at one table' }],
    });
    const position = { ...led, level: 'MANAGED' as const, because: 'context' as const, awardedOn: null };
    const moved = { from: 'LED' as const, direction: 'away-from-the-partner' as const, position };
    story.tell('LeadershipPositionChanged', { proposal: 'q-2', ...everybody, ...moved });
    expect(fileOf(story)['frame']).toMatchObject({ leadership: { level: 'MANAGED', direction: 'away-from-the-partner', catchUpAt: null } });
  });

  it('ALE-35: the last word of each party on how far it wants to lead stands', () => {
    const story = Story.opened();
    story.tell('LeadershipPreferenceStated', { party: 'partner', level: 'LED', because: 'other', note: null });
    story.tell('LeadershipPreferenceStated', { party: 'partner', level: null, because: 'administrative-load', note: 'two people only' });
    const { preferences } = fileOf(story)['frame'] as { preferences: unknown[] };
    expect(preferences).toEqual([
      { party: 'partner', level: null, because: 'administrative-load', note: 'two people only', at: atVersion(story, 4) },
    ]);
  });

  it('HFA-38: a bridge and a rest last until the agreement is renewed, which takes back an approved end', () => {
    const story = Story.opened();
    story.tell('IntensityChanged', { party: 'host', from: 'medium', to: 'dormant', reason: 'between two grants' });
    story.tell('BridgeOpened', { party: 'host', reason: 'the next grant is late', expectedUntil: '2026-09-01' });
    story.tell('EndApproved', { body: 'steering-committee', person: 'person-1', reason: 'the project is over' });
    expect(fileOf(story)).toMatchObject({
      head: { endApproved: { body: 'steering-committee', reason: 'the project is over' } },
      frame: { intensity: { level: 'dormant', saidBy: 'host' }, bridge: { expectedUntil: '2026-09-01' }, term: null },
    });
    const term = { project: null, endsOn: '2028-12-31' };
    story.tell('RenewalProposed', { ...asked('q-1'), term, accountRendered: true, guarantorReason: null });
    story.tell('AgreementRenewed', { proposal: 'q-1', ...everybody, from: 'after', to: 'implementation', gates: [], term });
    expect(fileOf(story)).toMatchObject({
      head: { phase: 'implementation', endApproved: null },
      frame: { intensity: null, bridge: null, term: { endsOn: '2028-12-31' }, proposals: [{ kind: 'renewal', state: 'agreed' }] },
    });
  });

  it('ALE-18: a relation that is continued ends the bridge and takes back an approved end', () => {
    const story = Story.opened();
    story.tell('BridgeOpened', { party: 'host', reason: 'the next grant is late', expectedUntil: null });
    story.tell('EndApproved', { body: 'steering-committee', person: 'person-1', reason: 'the project is over' });
    story.tell('RelationshipContinued', { from: 'after', to: 'implementation', gates: [], reason: 'much is left to do' });
    expect(fileOf(story)).toMatchObject({ head: { endApproved: null }, frame: { bridge: null } });
  });

  it('PMP-24, PMP-60: secretariat and outcome of the first phase stand once agreed, not before', () => {
    const story = Story.opened();
    const secretariat = { party: null, organisation: 'org-3', person: 'person-5', voteThrough: null };
    story.tell('NeutralSecretariatProposed', { ...asked('q-1'), secretariat });
    story.tell('EstablishmentDecisionProposed', { ...asked('q-2'), outcome: 'prolong', prolongedUntil: '2027-06-30' });
    expect(fileOf(story)['frame']).toMatchObject({ secretariat: null, establishment: null });
    story.tell('NeutralSecretariatAppointed', { proposal: 'q-1', ...everybody, secretariat });
    story.tell('EstablishmentDecided', { proposal: 'q-2', ...everybody, outcome: 'prolong', prolongedUntil: '2027-06-30' });
    expect(fileOf(story)['frame']).toMatchObject({
      secretariat: { organisation: 'org-3', since: atVersion(story, 5) },
      establishment: { outcome: 'prolong', prolongedUntil: '2027-06-30' },
    });
  });

  it('MDM-57, MDM-58: a membership of a network shows its stake and each year in which it was renewed', () => {
    const story = Story.opened();
    const membership = { stake: 'a common voice', delegate: 'person-1', mandate: 'to speak', reviewOn: '2027-01-01', fee: null };
    story.tell('NetworkMembershipJoined', { from: 'mapping', to: 'implementation', gates: [], ...membership });
    const fee = { amount: 20_000, currency: 'EUR' };
    story.tell('MembershipFeeRenewed', { party: 'host', person: 'person-1', year: 1, stakeStillServed: true, fee });
    expect(fileOf(story)).toMatchObject({
      head: { phase: 'implementation' },
      frame: { membership: { ...membership, renewals: [{ year: 1, stakeStillServed: true, fee }] } },
    });
  });
});

describe('a transfer', () => {
  const opened = (): Story => {
    const story = Story.opened();
    story.tell('TransferProjectOpened', { from: 'implementation', to: 'transfer', gates: [], object: 'operational', recipient: 'partner' });
    return story;
  };
  const ready = { party: 'partner', capacity: true, structure: true, note: 'both stand' };

  it('MDM-47, MDM-48: shows both tracks, the readiness of each party, the deed, and the two looks back', () => {
    const story = opened();
    const milestone = { track: 'capacity' as const, milestone: 'T1', party: 'partner', reachedOn: '2026-05-01', evidence: 'team trained' };
    story.tell('TransferMilestoneReached', milestone);
    story.tell('TransferReadinessAssessed', ready);
    story.tell('TransferReadinessAccepted', { party: 'partner', person: 'person-2' });
    story.tell('HandoverDeedSigned', { party: 'host', person: 'person-1', version: 1, hash: hash('d') });
    expect(fileOf(story)['transfer']).toMatchObject({
      project: {
        object: 'operational',
        recipient: 'partner',
        state: 'open',
        milestones: [milestone],
        readiness: [ready],
        accepted: { person: 'person-2' },
        deedSignedBy: [{ party: 'host', version: 1, hash: hash('d') }],
        checks: [],
      },
    });
    story.tell('ProjectTransferred', { from: 'transfer', to: 'after', gates: [] });
    story.tell('PostTransferCheckRecorded', { check: 'first', party: 'partner', running: true, on: '2026-12-01', note: 'it runs' });
    expect(fileOf(story)['transfer']).toMatchObject({
      project: { state: 'transferred', endedAt: atVersion(story, 8), checks: [{ check: 'first', running: true }] },
    });
  });

  it('MDM-48: a readiness that is taken back takes the acceptance back, and only the last word of a party stands', () => {
    const story = opened();
    story.tell('TransferReadinessAssessed', ready);
    story.tell('TransferReadinessAccepted', { party: 'partner', person: 'person-2' });
    story.tell('TransferReadinessAssessed', { ...ready, structure: false, note: 'the statutes are not registered' });
    const { project } = fileOf(story)['transfer'] as { project: { readiness: unknown[] } };
    expect(project).toMatchObject({ accepted: null, readiness: [{ structure: false }] });
    expect(project.readiness).toHaveLength(1);
  });

  it('MDM-45: an abandoned transfer says why, and a new one begins empty', () => {
    const story = opened();
    story.tell('TransferReadinessAssessed', ready);
    story.tell('TransferAbandoned', { from: 'transfer', to: 'implementation', gates: [], reason: 'no licence yet' });
    expect(fileOf(story)['transfer']).toMatchObject({ project: { state: 'abandoned', abandonedBecause: 'no licence yet' } });
    story.tell('TransferProjectOpened', { from: 'implementation', to: 'transfer', gates: [], object: 'advocacy', recipient: 'partner' });
    const { project } = fileOf(story)['transfer'] as { project: Record<string, unknown> };
    expect(project).toMatchObject({ object: 'advocacy', state: 'open', abandonedBecause: null, endedAt: null, readiness: [] });
    expect(project['earlierEndedAt']).toBe(atVersion(story, story.told.length - 1));
    expect((fileOf(opened())['transfer'] as { project: object }).project).not.toHaveProperty('earlierEndedAt');
  });
});

describe('parties that come and go', () => {
  const applicant = { party: 'partner-2', organisation: 'org-late', workingLanguage: 'fr' };

  it('PMP-21: who asks to come in is no party before it has joined', () => {
    const story = Story.opened();
    story.tell('PartnerAccessionProposed', { ...asked('q-1'), applicant });
    const names = (): string[] => (fileOf(story)['parties'] as { parties: { party: string }[] }).parties.map(one => one.party);
    expect(fileOf(story)['parties']).toMatchObject({ applicant: { ...applicant, answered: false, rulesAccepted: null } });
    story.tell('AccessionAnswersGiven', { party: 'partner-2', answers: { q1: 4 } });
    story.tell('RulesInForceAccepted', { party: 'partner-2', charterHash: hash('c'), agreement: null });
    expect(fileOf(story)).toMatchObject({
      parties: { applicant: { answered: true, rulesAccepted: { charterHash: hash('c') } } },
      forms: { answers: [{ form: 'accession', party: 'partner-2', answers: { q1: 4 } }] },
    });
    expect(names()).toEqual(['host', 'partner']);
    story.tell('PartnerJoined', { proposal: 'q-1', ...everybody, applicant });
    expect(names()).toEqual(['host', 'partner', 'partner-2']);
    expect(fileOf(story)['parties']).toMatchObject({ applicant: null });
  });

  it('PMP-21: a declined accession closes the application and no other one does', () => {
    const story = Story.opened();
    story.tell('PartnerAccessionProposed', { ...asked('q-1'), applicant });
    const no = { party: 'partner', reason: 'too early', closes: true };
    story.tell('FrameChangeDeclined', { proposal: 'q-0', kind: 'type', ...no });
    expect(fileOf(story)['parties']).toMatchObject({ applicant });
    story.tell('FrameChangeDeclined', { proposal: 'q-1', kind: 'accession', ...no });
    expect(fileOf(story)['parties']).toMatchObject({ applicant: null, parties: [{ party: 'host' }, { party: 'partner' }] });
  });

  it('S-06, C-15: a withdrawal shows its notice and its mediation; at its end the others go on, and the host’s side passes', () => {
    const story = Story.opened();
    const endsAt = '2026-04-01T00:00:00.000Z';
    story.tell('WithdrawalAnnounced', { withdrawal: 'w-1', party: 'host', reason: 'a new strategy', endsAt });
    story.tell('MediationOffered', { withdrawal: 'w-1', party: 'partner', mediator: 'the network' });
    expect(fileOf(story)['parties']).toMatchObject({
      withdrawals: [{ state: 'announced', endsAt, mediation: { mediator: 'the network', offeredBy: 'partner', state: 'offered' } }],
    });
    story.tell('MediationAnswered', { withdrawal: 'w-1', party: 'host', accepts: false, note: 'it is decided' });
    expect(fileOf(story)['parties']).toMatchObject({
      withdrawals: [{ mediation: { state: 'declined', note: 'it is decided' } }],
      left: [],
    });
    story.tell('PartnerWithdrew', { withdrawal: 'w-1', party: 'host', dutiesTo: 'partner', deadline: 'd-1' });
    const { parties } = fileOf(story)['parties'] as { parties: unknown[] };
    expect(parties).toMatchObject([{ party: 'partner', side: 'host' }]);
    expect(parties).toHaveLength(1);
    expect(fileOf(story)['parties']).toMatchObject({
      left: [{ party: 'host', leftAt: atVersion(story, 6) }],
      withdrawals: [{ state: 'left' }],
    });
  });

  it('S-06: a withdrawal that is taken back says why, and nobody has left', () => {
    const story = Story.opened();
    story.tell('WithdrawalAnnounced', { withdrawal: 'w-1', party: 'partner', reason: 'tired', endsAt: '2026-04-01T00:00:00.000Z' });
    story.tell('WithdrawalRevoked', { withdrawal: 'w-1', party: 'partner', reason: 'heard at last' });
    expect(fileOf(story)['parties']).toMatchObject({
      parties: [{ party: 'host' }, { party: 'partner' }],
      left: [],
      withdrawals: [{ state: 'revoked', revokedBecause: 'heard at last', mediation: null }],
    });
  });

  it('PMP-30: the days that a party needs to decide in its own house stand with it, and with it alone', () => {
    const story = Story.opened();
    story.tell('DecisionDelayDeclared', { party: 'partner', days: 21 });
    expect(fileOf(story)['parties']).toMatchObject({
      parties: [
        { party: 'host', decisionDays: null },
        { party: 'partner', decisionDays: 21 },
      ],
    });
  });
});
