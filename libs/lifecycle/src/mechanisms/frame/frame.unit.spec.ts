import { gateIds, type CommandData, type Phase } from '@palabre/contracts';
import { agreeEnd, fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { askGates } from '../../gates/index.js';
import { lifecycle } from '../../lifecycle.js';
import { gatesOf } from '../phase/step.js';
import { isPassedOver } from './questions.js';
import { missingUnder } from './type-change.js';

const words = 'Dit ensemble.';

const running = (type = 'OP'): Rehearsal => fileIn('implementation', new Rehearsal(policyOfCharter('mdm', type)));

const propose = (file: Rehearsal, type: string, who: 'officer' | 'representative' = 'officer') =>
  file.ask(who, 'ProposeTypeChange', { type, reason: words }, { policy: policyOfCharter('mdm', type) });

const lastProposal = (file: Rehearsal): { proposal: string } => ({ proposal: file.state.frame.proposals.at(-1)?.proposal ?? 'none' });

describe('a change of type in the middle of life', () => {
  it('MDM-32: either side proposes it, the gates that the new type misses are told, and the rules stay until all agree', () => {
    const file = running('OP');
    expect(propose(file, 'OP')).toMatchObject({ refusal: { code: 'same-type' } });
    expect(file.ask('officer', 'ProposeTypeChange', { type: 'TR', reason: words })).toMatchObject({
      refusal: { code: 'type-not-offered' },
    });
    expect(propose(file, 'TR', 'representative').outcome).toBe('accepted');
    expect(file.last('PartnershipTypeChangeProposed')).toMatchObject({ from: 'OP', to: 'TR', party: 'partner', missing: [] });
    expect(file.state.policy?.type).toBe('OP');
    file.must('officer', 'AgreeToProposal', lastProposal(file));
    expect(file.last('PartnershipTypeChanged')).toMatchObject({ from: 'OP', to: 'TR', acceptedBy: ['partner', 'host'] });
    expect(file.state.policy?.type).toBe('TR');
    expect(file.ask('officer', 'OpenTransfer', { object: 'operational', recipient: 'partner' }).outcome).toBe('accepted');
  });

  it('MDM-32: as long as a gate of the new type is shut nobody can agree; once it is met the type changes, and past facts keep their rules', () => {
    const file = running('OP');
    propose(file, 'ST');
    const signed = file.last('AgreementSigned');
    expect(file.last('PartnershipTypeChangeProposed')['missing']).toEqual(['CD']);
    const refused = file.ask('representative', 'AgreeToProposal', lastProposal(file));
    expect(refused).toMatchObject({ refusal: { code: 'gates-of-new-type', rule: 'MDM-32', gates: ['CD'] } });
    expect(file.state.policy?.type).toBe('OP');
    const { version, hash } = file.text('agreement');
    file.must('officer', 'RequestStrategicValidation', { version, hash }).must('committee', 'GrantStrategicValidation', { version, hash });
    expect(missingUnder(file.state, policyOfCharter('mdm', 'ST'), file.state.calendar.now)).toEqual([]);
    file.must('representative', 'AgreeToProposal', lastProposal(file));
    expect(file.last('PartnershipTypeChanged')['gates']).toContainEqual({ gate: 'CD', strength: 'block', state: 'passed' });
    expect(file.last('AgreementSigned')).toBe(signed);
    expect(signed['gates']).not.toContainEqual(expect.objectContaining({ gate: 'CD', state: 'open' }));
  });

  it('MDM-32, PMP-59: what the parties had adapted for themselves outlives the change of type', () => {
    const file = running('OP').must('officer', 'ProposeDecision', {
      kind: 'override',
      subject: 'Rencontres',
      text: words,
      override: { key: 'questionQuota', value: 7 },
    });
    file.must('representative', 'AcceptDecision', { decision: String(file.last('JointDecisionProposed')['decision']) });
    propose(file, 'TR');
    file.must('representative', 'AgreeToProposal', lastProposal(file));
    expect(file.state.policy).toMatchObject({ type: 'TR', questionQuota: 7 });
    expect(file.last('PartnershipTypeChanged')['policy']).toMatchObject({ questionQuota: 7 });
  });

  it('MDM-32: the person who proposed never agrees for another party, and one no closes the proposal', () => {
    const file = running('OP');
    propose(file, 'TR');
    const actor = { person: 'person-officer', organisation: 'org-riviere', roles: ['partner-representative' as const] };
    expect(file.ask('officer', 'AgreeToProposal', lastProposal(file), { actor })).toMatchObject({ refusal: { code: 'four-eyes' } });
    expect(propose(file, 'ST')).toMatchObject({ refusal: { code: 'already-proposed' } });
    file.must('representative', 'DeclineProposal', { ...lastProposal(file), reason: words });
    expect(file.state.frame.proposals).toEqual([]);
    expect(file.count('PartnershipTypeChanged')).toBe(0);
  });
});

describe('what is not there to be answered', () => {
  it('MDM-15: nobody agrees to or declines what is not proposed, or is settled', () => {
    const file = running('OP');
    const told = { code: 'no-such-proposal', rule: 'MDM-15' };
    const answers = (on: { proposal: string }) => {
      refusedAlone(file, () => file.ask('representative', 'AgreeToProposal', on), told);
      refusedAlone(file, () => file.ask('representative', 'DeclineProposal', { ...on, reason: words }), told);
    };
    answers({ proposal: 'proposal-none' });
    propose(file, 'TR');
    const settled = lastProposal(file);
    file.must('representative', 'DeclineProposal', { ...settled, reason: words });
    answers(settled);
    expect(file.state.policy?.type).toBe('OP');
  });

  it('ALE-34, MDM-57: nothing is caught up on, and no membership renewed, where none is owed', () => {
    const file = running('OP');
    refusedAlone(file, () => file.ask('representative', 'OpenCatchUp', { note: words }), { code: 'nothing-to-catch-up', rule: 'ALE-34' });
    refusedAlone(file, () => file.ask('direction', 'RenewMembership', { stakeStillServed: true, fee: null }), {
      code: 'no-membership',
      rule: 'MDM-57',
    });
  });

  it('MDM-53: an intensity that stands already is not told again', () => {
    const file = running('OP').must('officer', 'ChangeIntensity', { to: 'high', reason: words });
    refusedAlone(file, () => file.ask('representative', 'ChangeIntensity', { to: 'high', reason: words }), {
      code: 'same-intensity',
      rule: 'MDM-53',
    });
    expect(file.count('IntensityChanged')).toBe(1);
  });
});

describe('who leads', () => {
  const policy = policyOfCharter('mdm', 'OP');

  const led = (leadershipLevels: typeof policy.columns.leadershipLevels = ['LED', 'MANAGED', 'IMPLEMENTED']): Rehearsal =>
    fileIn('implementation', new Rehearsal({ ...policy, columns: { ...policy.columns, leadershipLevels } }));

  type Position = CommandData<'ProposeLeadership'>['position'];

  const position = (level: Position['level'], more: Partial<Position> = {}): Position => ({
    level,
    because: 'context',
    approachBy: 'partner',
    takeOverOn: null,
    awardedOn: null,
    ...more,
  });

  const offered = (file: Rehearsal, asked: Position) => file.ask('officer', 'ProposeLeadership', { position: asked, reason: words });

  const agreed = (file: Rehearsal, asked: Position): Rehearsal => {
    expect(offered(file, asked).outcome).toBe('accepted');
    return file.must('representative', 'AgreeToProposal', lastProposal(file));
  };

  it('ALE-30: locally led means that a partner, or people of the place, wrote the approach', () => {
    const file = led();
    expect(offered(file, position('LED', { approachBy: 'host' }))).toMatchObject({ refusal: { rule: 'ALE-30' } });
    agreed(file, position('LED', { approachBy: null }));
    expect(file.last('LeadershipPositionSet')).toMatchObject({ position: { level: 'LED', approachBy: null } });
  });

  it('ALE-31: locally managed names the day on which the partner takes over', () => {
    const file = led();
    expect(offered(file, position('MANAGED'))).toMatchObject({ refusal: { rule: 'ALE-31' } });
    agreed(file, position('MANAGED', { takeOverOn: '2027-09-01' }));
    expect(file.count('LeadershipPositionSet')).toBe(1);
  });

  it('ALE-33: a later move carries its direction', () => {
    const file = agreed(led(), position('IMPLEMENTED'));
    agreed(file, position('LED'));
    expect(file.last('LeadershipPositionChanged')).toMatchObject({ from: 'IMPLEMENTED', direction: 'towards-the-partner' });
    agreed(file, position('IMPLEMENTED'));
    expect(file.last('LeadershipPositionChanged')).toMatchObject({ from: 'LED', direction: 'away-from-the-partner' });
    expect(file.count('LeadershipPositionSet')).toBe(1);
  });

  it('ALE-34: a level driven by a bid deadline asks for a catch-up, due 60 days after the award; another reason does not', () => {
    const file = led();
    expect(offered(file, position('IMPLEMENTED', { because: 'bid-deadline' }))).toMatchObject({ refusal: { code: 'award-missing' } });
    expect(tasksOf(agreed(led(), position('IMPLEMENTED')), 'catch-up-co-design')).toEqual([]);
    agreed(file, position('IMPLEMENTED', { because: 'bid-deadline', awardedOn: '2027-02-01' }));
    expect(tasksOf(file, 'catch-up-co-design').map(task => task.dueAt)).toEqual(Array(2).fill('2027-04-02T00:00:00.000Z'));
    file.must('representative', 'OpenCatchUp', { note: words });
    expect(file.last('CoConstructionOpened')).toMatchObject({ occasion: 'catch-up' });
    expect(tasksOf(file, 'catch-up-co-design')).toEqual([]);
  });

  it('ALE-34: a type without levels refuses one, and another level than its own is refused by name', () => {
    expect(offered(led([]), position('LED'))).toMatchObject({ refusal: { code: 'level-not-used' } });
    const answer = offered(led(['LED', 'MANAGED']), position('IMPLEMENTED'));
    expect(answer.outcome === 'refused' && answer.refusal.reason.en).toContain('LED, MANAGED');
  });

  it('ALE-35: the partner alone states its preference, and a reason of security is never written in clear', () => {
    const file = led();
    const wish = { level: null, because: 'security', note: null } as const;
    expect(file.ask('officer', 'StateLeadershipPreference', wish)).toMatchObject({ refusal: { code: 'not-permitted' } });
    expect(file.ask('representative', 'StateLeadershipPreference', { ...wish, note: 'À cause de la milice.' })).toMatchObject({
      refusal: { rule: 'ALE-35' },
    });
    file.must('representative', 'StateLeadershipPreference', wish);
    expect(file.last('LeadershipPreferenceStated')).toMatchObject({ party: 'partner', because: 'security', note: null });
    expect(file.count('LeadershipPreferenceStated')).toBe(1);
  });
});

describe('the emergency path', () => {
  const urgent = (): Rehearsal => {
    const file = fileIn('search');
    file.must('officer', 'ShortlistCandidate', { party: 'partner', organisation: 'org-riviere', workingLanguage: 'fr', reason: words });
    file.must('officer', 'ProposeEmergency', { reason: words });
    return file.must('representative', 'AgreeToProposal', lastProposal(file));
  };

  it('S-19: for ten days gates are passed over and owed within sixty; each step says which were waived', () => {
    const file = urgent();
    expect(file.last('EmergencyPathOpened')).toMatchObject({ endsAt: '2027-01-14T08:00:00.000Z', catchUpBy: '2027-03-05T08:00:00.000Z' });
    file.must('officer', 'EnterPhase', { phase: 'due-diligence', reason: null });
    const passed = file.ask('officer', 'EnterPhase', { phase: 'co-construction', reason: null });
    expect(passed).toMatchObject({ outcome: 'accepted', warnings: [{ rule: 'gate DILIGENCE' }] });
    expect(file.last('DueDiligencePassed')['gates']).toContainEqual({
      gate: 'DILIGENCE',
      strength: 'block',
      state: 'waived',
      reason: passed.outcome === 'accepted' && passed.warnings[0]?.reason,
    });
    expect(tasksOf(file, 'make-up-gate').map(task => [task.about, task.dueAt])).toContainEqual(['DILIGENCE', '2027-03-05T08:00:00.000Z']);
  });

  it('S-19: never around a red line, a signature, the readiness of who takes over, the account and the farewell', () => {
    const file = urgent();
    const knock = { now: file.state.calendar.now, person: null, party: null };
    const state = (gate: 'SIGNATORY' | 'BUDGET') => askGates(file.state, knock, [{ gate }])[0]?.state;
    expect(state('SIGNATORY')).toBe('open');
    expect(state('BUDGET')).toBe('waived');
    const held = gateIds.filter(gate => !isPassedOver(file.state, gate));
    expect(held.sort()).toEqual(['ACCOUNT', 'CLOSING', 'READINESS', 'RED', 'SIGNATORY']);
  });

  it('S-19: after its days the path is shut again, and it opens once in a life', () => {
    const file = urgent();
    file.must('officer', 'EnterPhase', { phase: 'due-diligence', reason: null }).advanceTo('2027-01-16');
    expect(file.count('EmergencyPathEnded')).toBe(1);
    expect(file.ask('officer', 'EnterPhase', { phase: 'co-construction', reason: null })).toMatchObject({
      refusal: { gates: ['DILIGENCE'] },
    });
    expect(file.ask('officer', 'ProposeEmergency', { reason: words })).toMatchObject({ refusal: { code: 'emergency-used' } });
  });

  it('S-19: what was not made up for in time holds every later step, until it is', () => {
    const file = urgent();
    for (const phase of ['due-diligence', 'co-construction'] as const) file.must('officer', 'EnterPhase', { phase, reason: null });
    file.must('officer', 'ConfirmCoConstruction', {}).must('representative', 'ConfirmCoConstruction', {});
    file.must('officer', 'EnterPhase', { phase: 'validation', reason: null }).advanceTo('2027-03-06');
    expect(file.last('EmergencyCatchUpMissed')['gates']).toContain('DILIGENCE');
    expect(file.state.frame.emergency).toMatchObject({ open: false, missed: true });
    const asked = (to: Phase) =>
      lifecycle.filter(step => step.to === to).flatMap(step => gatesOf(file.state, step).map(({ gate }) => gate));
    expect(asked('annual-review')).toContain('DILIGENCE');
    expect(asked('closing')).not.toContain('DILIGENCE');
  });

  it('S-19: one side alone opens no emergency', () => {
    const alone = fileIn('mapping');
    expect(alone.ask('officer', 'ProposeEmergency', { reason: words })).toMatchObject({ refusal: { code: 'nobody-to-agree-with' } });
    expect(alone.count('EmergencyPathOpened')).toBe(0);
  });
});

describe('renewal', () => {
  const term = { project: { reference: 'project-8', objectives: ['Suite'], endsOn: '2031-06-30' }, endsOn: null };
  const asked = { term, guarantorReason: null, reason: words };

  const after = (): Rehearsal => running().must('officer', 'EnterPhase', { phase: 'after', reason: null });

  it('HFA-38: without an account rendered the guarantor alone proposes a renewal, with a written reason', () => {
    const file = after();
    expect(file.ask('officer', 'ProposeRenewal', asked)).toMatchObject({ refusal: { rule: 'HFA-38' } });
    expect(file.ask('officer', 'ProposeRenewal', { ...asked, guarantorReason: words })).toMatchObject({ refusal: { rule: 'HFA-38' } });
    expect(file.ask('presidency', 'ProposeRenewal', { ...asked, guarantorReason: words }).outcome).toBe('accepted');
    expect(file.last('RenewalProposed')).toMatchObject({ accountRendered: false, party: 'partner' });
  });

  it('HFA-38: agreed by all, the partnership goes on with its new term, which ends in a decision like the first', () => {
    const file = after().must('presidency', 'ProposeRenewal', { ...asked, guarantorReason: words });
    expect(file.state.phase).toBe('after');
    refusedAlone(file, () => file.ask('officer', 'AgreeToProposal', lastProposal(file)), { code: 'no-mandate' });
    file.must('direction', 'AgreeToProposal', lastProposal(file));
    expect(file.last('AgreementRenewed')).toMatchObject({ from: 'after', to: 'implementation' });
    expect(file.last('AgreementRenewed')['gates']).toContainEqual({ gate: 'SIGNATORY', strength: 'block', state: 'passed' });
    expect(file.state.steps.project).toEqual({ reference: 'project-8', endsOn: '2031-06-30' });
    expect(file.state.deadlines.some(one => one.rule === 'project-ends' && one.dueAt.startsWith('2031-06-30'))).toBe(true);
    expect(tasksOf(file, 'decide-continuation')).toEqual([]);
  });

  it('HFA-15, HFA-38: who may not sign proposes a renewal, but its party’s yes is still owed by its hierarchy', () => {
    const file = after();
    for (const party of ['host', 'partner']) {
      const rendered = [...file.state.signOffs.accountRenderedBy, party];
      file.state = { ...file.state, signOffs: { ...file.state.signOffs, accountRenderedBy: rendered } };
    }
    file.must('officer', 'ProposeRenewal', asked);
    expect(tasksOf(file, 'answer-proposal').map(task => task.party)).toEqual(['host', 'partner']);
    file.must('presidency', 'AgreeToProposal', lastProposal(file));
    expect(file.count('AgreementRenewed')).toBe(0);
    file.must('direction', 'AgreeToProposal', lastProposal(file));
    expect(file.last('AgreementRenewed')).toMatchObject({ acceptedBy: ['partner', 'host'] });
  });

  it('MDM-62, MDM-66: a renewal is stopped by an open line as a signature is, and passes once a plan is agreed', () => {
    const file = after().must('presidency', 'ProposeRenewal', { ...asked, guarantorReason: words });
    const line = file.policy.lines.find(one => one.colour === 'orange' && !one.protected && one.whenConfirmed === 'mitigation-plan')!;
    file.must('officer', 'RaiseLine', { line: line.code, about: 'partner', facts: null });
    refusedAlone(file, () => file.ask('direction', 'AgreeToProposal', lastProposal(file)), { gates: ['ORANGE'] });
    const on = { case: String(file.last('OrangeLineRaised')['case']) };
    const steps = [{ owner: 'partner', dueOn: '2027-06-30', text: words }];
    file.must('representative', 'ProposeMitigation', { ...on, steps }).must('officer', 'AcceptMitigation', on);
    file.must('direction', 'AgreeToProposal', lastProposal(file));
    expect(file.count('AgreementRenewed')).toBe(1);
  });

  it('HFA-38: agreed while the work goes on, it moves the partnership nowhere', () => {
    const file = fileIn('annual-review').must('presidency', 'ProposeRenewal', { ...asked, guarantorReason: words });
    file.must('direction', 'AgreeToProposal', lastProposal(file));
    expect(file.last('AgreementRenewed')).toMatchObject({ from: 'annual-review', to: 'annual-review' });
    expect(file.state.phase).toBe('annual-review');
  });

  it('HFA-38: a renewal that is agreed to after closing began comes too late', () => {
    const file = after().must('presidency', 'ProposeRenewal', { ...asked, guarantorReason: words });
    agreeEnd(file).must('officer', 'EnterPhase', { phase: 'closing', reason: words });
    expect(tasksOf(file, 'answer-proposal')).toEqual([]);
    refusedAlone(file, () => file.ask('direction', 'AgreeToProposal', lastProposal(file)), { code: 'not-in-this-phase' });
    expect(file.count('AgreementRenewed')).toBe(0);
  });

  it('HFA-38: a term that has passed is refused', () => {
    const file = after();
    const late = { ...asked, term: { project: null, endsOn: '2026-12-31' }, guarantorReason: words };
    expect(file.ask('direction', 'ProposeRenewal', late)).toMatchObject({ refusal: { code: 'term-in-the-past' } });
  });
});
