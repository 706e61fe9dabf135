import type { Actor, CommandData, DecisionRule, PartnershipPolicy } from '@palabre/contracts';
import { agreeEnd, agreeText, fileIn, policyOfCharter, refusedAlone, Rehearsal, sampleBodies, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { after } from '../../calendar/span.js';
import { proposedByOneSide } from './balance.js';

const words = 'Relu ensemble.';

const plain = (): PartnershipPolicy => policyOfCharter('mdm', 'OP');

const agreement = (file: Rehearsal) => ({ version: file.text('agreement').version, hash: file.text('agreement').hash });

const report = (file: Rehearsal) => ({ version: file.text('final-report').version, hash: file.text('final-report').hash });

const waits = (file: Rehearsal, rule: string) =>
  file.state.deadlines.filter(one => one.rule === rule).map(({ dueAt, party, about }) => ({ dueAt, party, about }));

const asked = (file: Rehearsal, kind: string) =>
  tasksOf(file, kind).map(({ party, subject, about, askedBy, dueAt }) => ({ party, subject, about, askedBy, dueAt }));

const reminded = (file: Rehearsal, about: string) =>
  file.events
    .filter(({ attributes, data }) => attributes.type === 'ReminderDue' && (data as { about?: string }).about === about)
    .map(({ attributes }) => attributes.factat.slice(0, 10));

const sharedBy = (file: Rehearsal, who: 'officer' | 'representative'): Rehearsal =>
  file.must(who, 'ShareAgreement', { ...agreement(file), with: [who === 'officer' ? 'executive-secretariat' : 'executive-bureau'] });

/** An agreement that is agreed, on the day it was, under a charter that holds to reading before signing. */
function drafted(policy = plain()): Rehearsal {
  const file = fileIn('validation', new Rehearsal({ ...policy, gates: { ...policy.gates, CONTENT: 'block' } }));
  agreeText(file, 'agreement');
  return file
    .must('officer', 'RecordMandate', { person: 'person-direction', role: 'signatory-authority', from: '2026-01-01', until: null })
    .must('representative', 'RecordMandate', { person: 'person-presidency', role: 'signatory-authority', from: '2026-01-01', until: null });
}

const readyToSign = (policy = plain()): Rehearsal =>
  sharedBy(sharedBy(drafted(policy), 'officer'), 'representative').advanceTo('2027-01-20');

describe('a signature that is waited for', () => {
  it('HFA-16: the days of reading count from the side that was told last, and from none while one side has not been told', () => {
    const file = sharedBy(drafted(), 'officer');
    expect(waits(file, 'agreement-content-known')).toEqual([]);
    expect(asked(file, 'sign-agreement')).toEqual([]);
    file.advanceTo('2027-01-10');
    sharedBy(file, 'representative');
    expect(waits(file, 'agreement-content-known')).toEqual([{ dueAt: '2027-01-17T09:00:00.000Z', party: null, about: null }]);
    file.advanceTo('2027-01-16');
    expect(asked(file, 'sign-agreement')).toEqual([]);
    file.advanceTo('2027-01-17');
    expect(waits(file, 'agreement-content-known')).toEqual([]);
    expect(reminded(file, 'agreement-content-known')).toEqual(['2027-01-17']);
    const subject = { kind: 'agreement', ...agreement(file) };
    const each = { subject, about: null, askedBy: 'person-officer', dueAt: null };
    expect(asked(file, 'sign-agreement')).toEqual([
      { party: 'host', ...each },
      { party: 'partner', ...each },
    ]);
  });

  it('HFA-15: signatories are reminded from the day of the agreement on, in the rhythm of the charter, until one refuses', () => {
    const { timers, ...policy } = plain();
    const file = readyToSign({ ...policy, timers: { ...timers, signature_reminder_every: { days: 10 } } });
    expect(waits(file, 'signature-reminder')).toEqual([{ dueAt: '2027-01-24T08:00:00.000Z', party: null, about: null }]);
    file.advanceTo('2027-02-04');
    expect(reminded(file, 'sign-agreement')).toEqual(['2027-01-14', '2027-01-24', '2027-02-03']);
    file.must('presidency', 'RefuseSignature', { ...agreement(file), reason: words });
    expect(waits(file, 'signature-reminder')).toEqual([]);
    expect(asked(file, 'sign-agreement')).toEqual([]);
  });

  it('HFA-15: a refusal tells who refused which version and why, warns of nothing, and leaves the signatures there are', () => {
    const file = readyToSign();
    file.must('direction', 'SignAgreement', agreement(file));
    const answer = file.ask('presidency', 'RefuseSignature', { ...agreement(file), reason: words });
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: [] });
    expect(file.last('SignatureRefused')).toEqual({ ...agreement(file), reason: words, party: 'partner', person: 'person-presidency' });
    expect(file.state.signOffs).toMatchObject({
      refusal: { party: 'partner', ...agreement(file) },
      signatures: [{ party: 'host', person: 'person-direction', ...agreement(file) }],
    });
    const refused = { code: 'signature-refused', rule: 'HFA-15' };
    refusedAlone(file, () => file.ask('presidency', 'RefuseSignature', { ...agreement(file), reason: words }), refused);
    expect(file.count('AgreementSigned')).toBe(0);
  });

  it('HFA-15: who has signed refuses no more', () => {
    const file = readyToSign();
    file.must('direction', 'SignAgreement', agreement(file));
    refusedAlone(file, () => file.ask('direction', 'RefuseSignature', { ...agreement(file), reason: words }), { code: 'already-signed' });
    expect(file.state.signOffs.refusal).toBeNull();
  });

  it('HFA-15: a mandate counts in the hands of who acts in the role of a signatory, and in no other role of the same person', () => {
    const file = readyToSign();
    const actor: Actor = { person: 'person-direction', organisation: 'org-horizon', roles: ['partnership-officer'] };
    expect(file.ask('direction', 'SignAgreement', agreement(file), { actor })).toMatchObject({ refusal: { code: 'no-mandate' } });
    expect(file.state.signOffs.signatures).toEqual([]);
    expect(asked(file, 'sign-agreement')).toHaveLength(2);
  });

  it('MDM-63: while the partnership is suspended nobody is reminded of a signature', () => {
    const file = readyToSign();
    const line = file.policy.lines.find(one => one.colour === 'red' && one.suspendsWhenAlleged && !one.protected)!;
    expect(waits(file, 'signature-reminder')).toHaveLength(1);
    file.must('officer', 'RaiseLine', { line: line.code, about: 'partner', facts: null });
    expect(waits(file, 'signature-reminder')).toEqual([]);
  });
});

describe('a validation that is waited for', () => {
  const strategic = (): Rehearsal =>
    readyToSign({ ...plain(), authorities: { ...plain().authorities, strategicValidation: 'steering-committee' } });

  it('MDM-61: the host asks for it, the committee has its days from then on and is reminded of them; answered, nobody waits', () => {
    const file = strategic();
    const subject = { kind: 'agreement', ...agreement(file) };
    expect(asked(file, 'request-strategic-validation')).toEqual([{ party: 'host', subject, about: null, askedBy: null, dueAt: null }]);
    expect([...asked(file, 'validate-strategically'), ...asked(file, 'sign-agreement'), ...waits(file, 'signature-reminder')]).toEqual([]);
    expect(waits(file, 'strategic-validation-answer')).toEqual([]);
    file.must('officer', 'RequestStrategicValidation', agreement(file));
    expect(file.last('StrategicValidationRequested')).toEqual(agreement(file));
    expect(file.state.signOffs.strategic).toEqual({
      status: 'requested',
      requestedBy: 'person-officer',
      requestedAt: '2027-01-20T09:00:00.000Z',
      ...agreement(file),
    });
    const [waiting] = waits(file, 'strategic-validation-answer');
    expect(asked(file, 'validate-strategically')).toEqual([
      { party: 'host', subject, about: null, askedBy: 'person-officer', dueAt: waiting?.dueAt },
    ]);
    expect(asked(file, 'request-strategic-validation')).toEqual([]);
    expect(waiting?.dueAt).toBe(after('2027-01-20T09:00:00.000Z', file.policy.timers.cd_answer_in));
    file.must('committee', 'GrantStrategicValidation', agreement(file));
    expect(file.last('StrategicValidationGranted')).toEqual({ ...agreement(file), person: 'person-committee' });
    expect(waits(file, 'strategic-validation-answer')).toEqual([]);
    expect(asked(file, 'sign-agreement').map(({ party }) => party)).toEqual(['host', 'partner']);
  });

  it('MDM-61: nothing that was not asked for is granted or refused', () => {
    const file = strategic();
    refusedAlone(file, () => file.ask('committee', 'GrantStrategicValidation', agreement(file)), { rule: 'MDM-61' });
    refusedAlone(file, () => file.ask('committee', 'RefuseStrategicValidation', { ...agreement(file), reason: words }), { rule: 'MDM-61' });
    const elsewhere = { version: 9, hash: 'ab'.repeat(32) };
    refusedAlone(file, () => file.ask('officer', 'RequestStrategicValidation', elsewhere), { code: 'stale-version' });
    expect(file.state.signOffs.strategic).toBeNull();
  });
});

describe('a decision that is waited for', () => {
  const atWork = (rule: DecisionRule, ...more: readonly string[]): Rehearsal => {
    const file = fileIn('implementation', new Rehearsal({ ...plain(), decisionRule: rule }));
    const [, partner] = file.state.parties.members;
    const members = [...file.state.parties.members, ...more.map(party => ({ ...partner!, party, organisation: `org-${party}` }))];
    file.state = { ...file.state, parties: { ...file.state.parties, members } };
    return file;
  };

  const third: Actor = { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] };

  const joint: CommandData<'ProposeDecision'> = { kind: 'joint', subject: 'Horaires', text: words, override: null };

  const proposed = (file: Rehearsal, more: object = {}) =>
    file.must('officer', 'ProposeDecision', { ...joint, ...more }).state.signOffs.decisions.at(-1)!;

  it('MDM-15: it keeps who proposed it and when, that proposing accepts, and nothing that was not said', () => {
    const file = atWork('all', 'third');
    const open = proposed(file);
    expect(open).toEqual({
      decision: open.decision,
      kind: 'joint',
      proposedBy: 'host',
      proposedByPerson: 'person-officer',
      proposedAt: '2027-01-20T09:00:00.000Z',
      acceptedBy: ['host'],
      declinedBy: [],
      override: null,
    });
    expect(Object.keys(open).sort()).toEqual([
      'acceptedBy',
      'decision',
      'declinedBy',
      'kind',
      'override',
      'proposedAt',
      'proposedBy',
      'proposedByPerson',
    ]);
    const { decision } = open;
    const each = { subject: null, about: decision, askedBy: 'person-officer', dueAt: null };
    expect(asked(file, 'answer-decision')).toEqual([
      { party: 'partner', ...each },
      { party: 'third', ...each },
    ]);
    file.must('representative', 'AcceptDecision', { decision });
    expect(file.last('JointDecisionAccepted')).toEqual({ decision, kind: 'joint', party: 'partner' });
    expect(asked(file, 'answer-decision')).toEqual([{ party: 'third', ...each }]);
    file.must('officer', 'AcceptDecision', { decision }, { actor: third });
    expect(file.last('JointDecisionTaken')).toEqual({ decision, kind: 'joint', acceptedBy: ['host', 'partner', 'third'] });
  });

  it('PMP-28: by majority one no is kept beside the voices, may be taken back, and settles nothing; the proposer’s own withdraws', () => {
    const file = atWork('majority', 'third', 'fourth');
    const { decision } = proposed(file);
    file.must('officer', 'DeclineDecision', { decision, reason: words }, { actor: third });
    expect(file.last('JointDecisionDeclined')).toEqual({ decision, kind: 'joint', party: 'third', reason: words });
    expect(file.state.signOffs.decisions).toMatchObject([{ acceptedBy: ['host'], declinedBy: ['third'] }]);
    expect(asked(file, 'answer-decision').map(({ party }) => party)).toEqual(['partner', 'fourth']);
    file.must('officer', 'AcceptDecision', { decision }, { actor: third });
    expect(file.state.signOffs.decisions).toMatchObject([{ acceptedBy: ['host', 'third'], declinedBy: [] }]);
    file.must('officer', 'DeclineDecision', { decision, reason: words });
    expect(file.state.signOffs.decisions).toEqual([]);
    expect(file.count('JointDecisionTaken')).toBe(0);
  });

  it('S-10: where silence agrees each decision has its day; taken on it, it names those who spoke; a signed change waits for its hands', () => {
    const file = atWork('no-objection', 'third');
    const { decision } = proposed(file);
    expect(waits(file, 'decision-objection')).toEqual([{ dueAt: '2027-02-03T09:00:00.000Z', party: null, about: decision }]);
    const signed = proposed(file, { kind: 'change', need: words, change: { of: 'schedule', touches: ['1'] } });
    expect(signed).toMatchObject({ kind: 'change', acceptedBy: [], binding: true });
    expect(waits(file, 'decision-objection')).toHaveLength(1);
    expect(asked(file, 'sign-change').map(({ party, about }) => [party, about])).toEqual(
      ['host', 'partner', 'third'].map(party => [party, signed.decision]),
    );
    file.advanceTo('2027-02-03');
    expect(file.last('JointDecisionTaken')).toEqual({ decision, kind: 'joint', acceptedBy: ['host'] });
    expect(file.state.signOffs.decisions).toEqual([signed]);
    expect(waits(file, 'decision-objection')).toEqual([]);
    expect(waits(atWork('all'), 'decision-objection')).toEqual([]);
  });

  it('C-06, PMP-40: what was agreed is kept by its own kind alone: changes, changes of scope, releases, and an end', () => {
    const file = atWork('all');
    const settled = (more: object): string => {
      const { decision, binding } = proposed(file, more);
      if (binding === true) file.must('direction', 'AcceptDecision', { decision });
      file.must(binding === true ? 'presidency' : 'representative', 'AcceptDecision', { decision });
      return decision;
    };
    settled({});
    const { agreedChanges, scopeChanges, releases } = file.state.signOffs;
    expect([agreedChanges, scopeChanges, releases]).toEqual([[], undefined, undefined]);
    const change = settled({ kind: 'change', need: words, change: { of: 'schedule', touches: [] } });
    const scope = settled({ kind: 'scope' });
    const release = settled({ kind: 'external-release', certain: true });
    expect(file.state.signOffs).toMatchObject({ agreedChanges: [change, scope], scopeChanges: [scope], releases: [release] });
    expect(file.state.steps.endAgreed).not.toBe(true);
    expect(agreeEnd(file).state.steps.endAgreed).toBe(true);
    expect(file.state.signOffs).toMatchObject({ decisions: [], agreedChanges: [change, scope] });
  });

  it('PMP-26: limits of a party that has left bind no proposal any more', () => {
    const file = atWork('all');
    const switches = { ...file.policy.switches, ownLimits: 'required' as const };
    const limits = [{ party: 'gone', count: 1 }];
    file.state = { ...file.state, policy: { ...file.policy, switches }, lines: { ...file.state.lines, limits } };
    expect(file.ask('officer', 'ProposeDecision', joint).outcome).toBe('accepted');
    file.must('representative', 'DeclareLimit', { limit: words });
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', joint), { code: 'limits-not-weighed', rule: 'PMP-26' });
    expect(file.ask('representative', 'ProposeDecision', joint).outcome).toBe('accepted');
  });

  it('MDM-23: a charter that leaves one figure of the balance unsaid asks for no balance', () => {
    const file = atWork('all');
    for (let nth = 0; nth < 6; nth += 1) proposed(file);
    expect(proposedByOneSide(file.state)).toBe(true);
    for (const name of ['balance_topic_above_percent', 'balance_window_months', 'balance_topic_min_decisions']) {
      const { [name]: _unsaid, ...figures } = file.policy.figures as Record<string, number>;
      expect([name, proposedByOneSide({ ...file.state, policy: { ...file.policy, figures } })]).toEqual([name, false]);
    }
  });
});

describe('an account that is waited for', () => {
  it('HFA-32, HFA-34: report, assemblies and first authorities are asked one after the other, each with its day and for what it read', () => {
    const file = fileIn('closing');
    const [due] = waits(file, 'final-report-due');
    expect(asked(file, 'submit-final-report')).toEqual([{ party: 'host', subject: null, about: null, askedBy: null, dueAt: due?.dueAt }]);
    expect([...waits(file, 'assembly-due'), ...asked(file, 'approve-reports'), ...asked(file, 'declare-account-rendered')]).toEqual([]);
    file.must('secretariat', 'ProposeText', { kind: 'final-report', body: sampleBodies['final-report']! });
    expect([...waits(file, 'final-report-due'), ...asked(file, 'submit-final-report')]).toEqual([]);
    const [within] = waits(file, 'assembly-due');
    const subject = { kind: 'final-report', ...report(file) };
    const each = { subject, about: null, askedBy: 'person-secretariat', dueAt: within?.dueAt };
    expect(within).toEqual({ dueAt: within?.dueAt, party: null, about: null });
    expect(asked(file, 'approve-reports')).toEqual([
      { party: 'host', ...each },
      { party: 'partner', ...each },
    ]);
    file.must('assembly', 'ReturnReports', { ...report(file), reason: words });
    expect([...waits(file, 'assembly-due'), ...asked(file, 'approve-reports')]).toEqual([]);
    expect(waits(file, 'final-report-due')).toEqual([due]);
    file.must('secretariat', 'ProposeText', { kind: 'final-report', body: { ...sampleBodies['final-report']!, lessons: words } });
    file.must('assembly', 'ApproveReports', report(file));
    expect(file.state.signOffs.assembly).toEqual([{ party: 'partner', verdict: 'approved', ...report(file) }]);
    expect([...waits(file, 'assembly-due'), ...waits(file, 'final-report-due')]).toEqual([]);
    const nothing = { subject: null, about: null, askedBy: null, dueAt: null };
    expect(asked(file, 'declare-account-rendered')).toEqual([
      { party: 'host', ...nothing },
      { party: 'partner', ...nothing },
    ]);
    file.must('direction', 'DeclareAccountRendered', {});
    expect(file.last('AccountRendered')).toEqual({ party: 'host', person: 'person-direction' });
    expect(asked(file, 'declare-account-rendered')).toEqual([{ party: 'partner', ...nothing }]);
  });

  it('HFA-32, HFA-34: report and assembly each have their days from the beginning of the account on; while the work goes on neither has', () => {
    const atWork = fileIn('implementation');
    expect([...waits(atWork, 'final-report-due'), ...waits(atWork, 'assembly-due')]).toEqual([]);
    const file = fileIn('closing');
    const { final_report_due_in: reportIn, assembly_within: assemblyIn } = file.policy.timers;
    expect(waits(file, 'final-report-due')).toEqual([{ dueAt: after(file.state.phaseSince, reportIn), party: null, about: null }]);
    file.must('secretariat', 'ProposeText', { kind: 'final-report', body: sampleBodies['final-report']! });
    expect(waits(file, 'assembly-due')).toEqual([{ dueAt: after(file.state.phaseSince, assemblyIn), party: null, about: null }]);
  });

  it('HFA-34: where a type has no assembly, none is waited for, and the report alone is enough to account', () => {
    const policy = plain();
    const file = fileIn('closing', new Rehearsal({ ...policy, columns: { ...policy.columns, assembly: false } }));
    file.must('secretariat', 'ProposeText', { kind: 'final-report', body: sampleBodies['final-report']! });
    expect([...waits(file, 'assembly-due'), ...asked(file, 'approve-reports')]).toEqual([]);
    expect(asked(file, 'declare-account-rendered').map(({ party }) => party)).toEqual(['host', 'partner']);
  });
});
