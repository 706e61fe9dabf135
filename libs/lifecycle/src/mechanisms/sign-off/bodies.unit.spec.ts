import { fileIn, people, policyOfCharter, refusedAlone, Rehearsal, sampleBodies, tasksOf } from '@palabre/testing';
import { agreeText } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

/** A partnership whose type asks for strategic validation, with its agreement agreed and the validation requested. */
function validationRequested(members: { party: string; person: string }[], quorum: number): Rehearsal {
  const file = fileIn('validation');
  const policy = file.state.policy!;
  file.state = { ...file.state, policy: { ...policy, authorities: { ...policy.authorities, strategicValidation: 'steering-committee' } } };
  agreeText(file, 'agreement');
  file.must('direction', 'ConstituteBody', { body: 'steering-committee', members, quorum });
  file.must('officer', 'RequestStrategicValidation', bound(file));
  return file;
}

const bound = (file: Rehearsal) => ({ version: file.text('agreement').version, hash: file.text('agreement').hash });

const member = (at: number, party = 'host') => ({ party, person: `person-member-${at}` });

const voter = (at: number, organisation: string = people.committee.organisation) => ({
  actor: { person: `person-member-${at}`, organisation, roles: ['steering-committee' as const] },
});

describe('a body that votes', () => {
  it('MDM-60, MDM-61: each voice is told by itself, and validation is granted with the voice that settles it', () => {
    const file = validationRequested([member(1), member(2), member(3)], 2);
    file.must('committee', 'GrantStrategicValidation', bound(file), voter(1));
    expect(file.last('VoteCast')).toMatchObject({ person: 'person-member-1', verdict: 'grant', party: 'host' });
    expect(file.count('StrategicValidationGranted')).toBe(0);
    expect(tasksOf(file, 'validate-strategically')).toHaveLength(1);
    file.must('committee', 'GrantStrategicValidation', bound(file), voter(3));
    expect(file.count('VoteCast')).toBe(2);
    expect(file.count('StrategicValidationGranted')).toBe(1);
    expect(tasksOf(file, 'validate-strategically')).toEqual([]);
  });

  it('MDM-60: a vote by somebody who is no member is refused, and so is a second one', () => {
    const file = validationRequested([member(1), member(2)], 2);
    refusedAlone(file, () => file.ask('committee', 'GrantStrategicValidation', bound(file)), { code: 'not-a-member', rule: 'MDM-60' });
    file.must('committee', 'GrantStrategicValidation', bound(file), voter(1));
    refusedAlone(file, () => file.ask('committee', 'GrantStrategicValidation', bound(file), voter(1)), { code: 'already-voted' });
    expect(file.count('StrategicValidationGranted')).toBe(0);
  });

  it('MDM-60: more voices against refuse it; a voice for that settles the refusal does not give its reason', () => {
    const file = validationRequested([member(1), member(2), member(3)], 3);
    for (const at of [1, 2]) {
      file.must('committee', 'RefuseStrategicValidation', { ...bound(file), reason: 'Enjeu non prouvé.' }, voter(at));
    }
    expect(file.count('StrategicValidationRefused')).toBe(0);
    file.must('committee', 'GrantStrategicValidation', bound(file), voter(3));
    expect(file.count('StrategicValidationRefused')).toBe(1);
    expect(file.last('StrategicValidationRefused')['reason']).not.toBe('Enjeu non prouvé.');
    expect(file.count('StrategicValidationGranted')).toBe(0);
  });

  it('MDM-60: members of several parties govern together; without such members the partner’s committee is not asked', () => {
    const shared = validationRequested([member(1), member(2, 'partner')], 2);
    expect(tasksOf(shared, 'validate-strategically').map(task => task.party)).toEqual(['host', 'partner']);
    shared.must('committee', 'GrantStrategicValidation', bound(shared), voter(1));
    shared.must('representative', 'GrantStrategicValidation', bound(shared), voter(2, people.representative.organisation));
    expect(shared.count('StrategicValidationGranted')).toBe(1);

    const own = validationRequested([member(1)], 1);
    refusedAlone(
      own,
      () => own.ask('representative', 'GrantStrategicValidation', bound(own), voter(9, people.representative.organisation)),
      {
        code: 'not-the-deciding-body',
      },
    );
  });

  it('MDM-60: a body has members of the parties, each once, and a quorum it can reach', () => {
    const file = fileIn('validation');
    const ask = (members: { party: string; person: string }[], quorum: number) => () =>
      file.ask('direction', 'ConstituteBody', { body: 'steering-committee', members, quorum });
    refusedAlone(file, ask([member(1, 'nobody')], 1), { code: 'unknown-party' });
    refusedAlone(file, ask([member(1), member(1)], 1), { code: 'member-twice' });
    refusedAlone(file, ask([member(1)], 2), { code: 'quorum-too-high' });
    expect(file.state.signOffs.bodies).toEqual([]);
  });

  it('HFA-34: an assembly that named its members approves the final report by their votes', () => {
    const file = fileIn('closing');
    const words = 'Écrit ensemble.';
    file
      .must('officer', 'ProposeText', {
        kind: 'final-report',
        body: { activities: words, finances: words, difficulties: words, lessons: words },
      })
      .must('presidency', 'ConstituteBody', { body: 'general-assembly', members: [member(1, 'partner'), member(2, 'partner')], quorum: 2 });
    const { version, hash } = file.text('final-report');
    const assemblyVoter = (at: number) => ({
      actor: { person: `person-member-${at}`, organisation: people.assembly.organisation, roles: ['general-assembly' as const] },
    });
    refusedAlone(file, () => file.ask('assembly', 'ApproveReports', { version, hash }), { code: 'not-a-member' });
    file.must('assembly', 'ApproveReports', { version, hash }, assemblyVoter(1));
    expect(file.count('ReportsApprovedByAssembly')).toBe(0);
    file.must('assembly', 'ApproveReports', { version, hash }, assemblyVoter(2));
    expect(file.count('ReportsApprovedByAssembly')).toBe(1);
  });

  it('S-01, MDM-63: the body that decides on a red line votes on it too', () => {
    const file = fileIn('implementation')
      .must('direction', 'ConstituteBody', { body: 'steering-committee', members: [member(1), member(2)], quorum: 2 })
      .must('officer', 'RaiseLine', { line: 'patient_discrimination', about: 'partner', facts: null });
    const id = String(file.last('RedLineAlleged')['case']);
    const reason = { sealed: 'c2VhbGVk', key: 'key-1' };
    file.must('representative', 'HearParty', { case: id, statement: reason });
    file.must('committee', 'DismissLine', { case: id, reason }, voter(1));
    expect(file.state.standing).toBe('suspended');
    file.must('committee', 'DismissLine', { case: id, reason }, voter(2));
    expect(file.state.standing).toBe('open');
    expect(file.count('LineDismissed')).toBe(1);
  });
});

describe('a vote under way', () => {
  it('MDM-60: nobody changes the majority: size, quorum and who has voted stay; a member who has not voted may be replaced', () => {
    const file = validationRequested([member(1), member(2), member(3)], 2);
    file.must('committee', 'RefuseStrategicValidation', { ...bound(file), reason: 'Enjeu non prouvé.' }, voter(1));
    const change = (members: { party: string; person: string }[], quorum: number) => () =>
      file.ask('direction', 'ConstituteBody', { body: 'steering-committee', members, quorum });
    refusedAlone(file, change([member(4), member(2), member(3)], 2), { code: 'ballot-open', rule: 'MDM-60' });
    refusedAlone(file, change([member(1), member(2)], 2), { code: 'ballot-open' });
    refusedAlone(file, change([member(1), member(2), member(3)], 1), { code: 'ballot-open' });
    expect(change([member(1), member(2), member(4)], 2)().outcome).toBe('accepted');
    file.must('committee', 'RefuseStrategicValidation', { ...bound(file), reason: 'Enjeu non prouvé.' }, voter(4));
    expect(file.count('StrategicValidationRefused')).toBe(1);
  });

  it('MDM-60: a decided vote is closed: its voices are kept in the history alone, and the body may be named anew', () => {
    const file = validationRequested([member(1), member(2), member(3)], 2);
    for (const at of [1, 2]) file.must('committee', 'GrantStrategicValidation', bound(file), voter(at));
    expect(file.state.signOffs.votes).toEqual([]);
    expect(file.count('VoteCast')).toBe(2);
    file.must('direction', 'ConstituteBody', { body: 'steering-committee', members: [member(7)], quorum: 1 });
  });

  it('MDM-60: a vote on a version that changes is over, and no number of other votes pushes a voice out', () => {
    const file = validationRequested([member(1), member(2)], 2);
    file.must('committee', 'GrantStrategicValidation', bound(file), voter(1));
    const others = Array.from({ length: 200 }, (_, at) => ({
      body: 'general-assembly' as const,
      of: 'partner',
      subject: `assembly/${at}`,
      person: `p-${at}`,
      verdict: 'grant' as const,
    }));
    file.state = { ...file.state, signOffs: { ...file.state.signOffs, votes: [...file.state.signOffs.votes, ...others] } };
    expect(file.ask('committee', 'GrantStrategicValidation', bound(file), voter(1))).toMatchObject({ refusal: { code: 'already-voted' } });
    file.must('officer', 'ProposeText', { kind: 'agreement', body: sampleBodies.agreement! });
    expect(file.state.signOffs.votes.filter(vote => vote.body === 'steering-committee')).toEqual([]);
  });

  it('MDM-63, MDM-65: what a confirmed line brought is ended by the votes of the body, not by one of its members', () => {
    const file = fileIn('implementation')
      .must('direction', 'ConstituteBody', { body: 'steering-committee', members: [member(1), member(2)], quorum: 2 })
      .must('officer', 'RaiseLine', { line: 'patient_discrimination', about: 'partner', facts: null });
    const on = { case: String(file.last('RedLineAlleged')['case']) };
    const reason = { sealed: 'c2VhbGVk', key: 'key-1' };
    file.must('representative', 'HearParty', { ...on, statement: reason });
    for (const at of [1, 2]) file.must('committee', 'ConfirmLine', { ...on, reason }, voter(at));
    expect(file.state.standing).toBe('suspended');
    refusedAlone(file, () => file.ask('committee', 'ResumePartnership', { ...on, reason }), { code: 'not-a-member' });
    file.must('committee', 'ResumePartnership', { ...on, reason }, voter(1));
    expect(file.state.standing).toBe('suspended');
    file.must('committee', 'ResumePartnership', { ...on, reason }, voter(2));
    expect(file.state.standing).toBe('open');
    expect(file.count('VoteCast')).toBe(4);
  });
});

describe('a body that says no to what a case brought being over', () => {
  const reason = { sealed: 'c2VhbGVk', key: 'key-1' };

  const confirmed = (line: string, members: { party: string; person: string }[] = []): { file: Rehearsal; on: { case: string } } => {
    const file = fileIn('implementation').must('officer', 'RaiseLine', { line, about: 'partner', facts: null });
    const on = { case: String(file.last('RedLineAlleged')['case']) };
    file.must('representative', 'HearParty', { ...on, statement: reason }).must('committee', 'ConfirmLine', { ...on, reason });
    if (members.length > 0) file.must('direction', 'ConstituteBody', { body: 'steering-committee', members, quorum: members.length });
    return { file, on };
  };

  it.each([
    ['patient_discrimination', 'RefuseResumption', 'ResumptionRefused', 'ResumePartnership', 'suspended'],
    ['corruption', 'RefuseRelease', 'ReleaseRefused', 'ReleaseTransfers', 'open'],
  ] as const)(
    'MDM-60, MDM-63, MDM-65: of %s, %s is told as %s and changes nothing; it may be asked again',
    (line, no, told, yes, standing) => {
      const { file, on } = confirmed(line);
      const held = () => [file.state.standing, file.state.lines.cases.length, file.state.lines.suspending, file.state.money.frozenBy];
      const before = held();
      refusedAlone(file, () => file.ask('officer', no, { ...on, reason }), {});
      file.must('committee', no, { ...on, reason });
      expect(file.last(told)).toMatchObject({ ...on, line, reason });
      expect(held()).toEqual(before);
      expect(file.state.standing).toBe(standing);
      expect([file.count('PartnershipResumed'), file.count('FundTransfersReleased')]).toEqual([line === 'corruption' ? 1 : 0, 0]);
      file.must('committee', yes, { ...on, reason });
      expect(file.state).toMatchObject({ standing: 'open', lines: { suspending: [] }, money: { frozenBy: [] } });
    },
  );

  it.each([
    ['patient_discrimination', 'ResumePartnership', 'RefuseResumption', 'ResumptionRefused'],
    ['corruption', 'ReleaseTransfers', 'RefuseRelease', 'ReleaseRefused'],
  ] as const)('MDM-60: of %s, voices for and against are counted together, and a member votes once', (line, yes, no, told) => {
    const { file, on } = confirmed(line, [member(1), member(2), member(3)]);
    file.must('committee', no, { ...on, reason }, voter(1)).must('committee', yes, { ...on, reason }, voter(2));
    refusedAlone(file, () => file.ask('committee', yes, { ...on, reason }, voter(1)), { code: 'already-voted' });
    expect(file.count(told)).toBe(0);
    file.must('committee', no, { ...on, reason }, voter(3));
    expect(file.count(told)).toBe(1);
    const votes = file.events.filter(event => event.attributes.type === 'VoteCast').map(event => event.data);
    expect(votes).toMatchObject([{ verdict: 'refuse' }, { verdict: 'grant' }, { verdict: 'refuse' }]);
    expect(file.state.signOffs.votes).toEqual([]);
    expect(file.state.lines.cases).toHaveLength(1);
  });

  it.each([
    ['patient_discrimination', 'RefuseRelease', 'nothing-frozen'],
    ['corruption', 'RefuseResumption', 'nothing-to-resume'],
  ] as const)('MDM-63, MDM-65: of %s, %s is refused: nothing of the kind is held', (line, no, code) => {
    const { file, on } = confirmed(line);
    refusedAlone(file, () => file.ask('committee', no, { ...on, reason }), { code });
  });
});

describe('the end of what a body validated', () => {
  /** Validated by the committee, signed, and at the end of its actions. */
  const ended = (members: { party: string; person: string }[] = []): Rehearsal => {
    const policy = policyOfCharter('mdm', 'OP');
    const file = new Rehearsal({ ...policy, authorities: { ...policy.authorities, strategicValidation: 'steering-committee' } });
    const signOffs = (over: object) => (file.state = { ...file.state, signOffs: { ...file.state.signOffs, ...over } });
    fileIn('implementation', file);
    signOffs({ validatedBy: 'steering-committee' });
    if (members.length > 0) file.must('direction', 'ConstituteBody', { body: 'steering-committee', members, quorum: members.length });
    return file.must('officer', 'EnterPhase', { phase: 'after', reason: null });
  };

  const words = 'Dit ensemble.';

  it('S-12: its members approve the end one by one, and closing waits for the voice that settles it', () => {
    const file = ended([member(1), member(2)]);
    file.must('committee', 'ApproveEnd', { reason: words }, voter(1));
    expect(file.count('EndApproved')).toBe(0);
    expect(file.ask('officer', 'EnterPhase', { phase: 'closing', reason: words })).toMatchObject({ refusal: { rule: 'S-12' } });
    file.must('committee', 'ApproveEnd', { reason: words }, voter(2)).must('officer', 'EnterPhase', { phase: 'closing', reason: words });
    expect(file.count('EndApproved')).toBe(1);
    expect(file.state.signOffs.votes).toEqual([]);
  });
});

describe('the end that a body refuses', () => {
  const words = 'Il reste à faire.';

  const over = (members: { party: string; person: string }[] = []): Rehearsal => {
    const policy = policyOfCharter('mdm', 'OP');
    const authorities = { ...policy.authorities, strategicValidation: 'steering-committee' as const };
    const file = fileIn('implementation', new Rehearsal({ ...policy, authorities }));
    if (members.length > 0) file.must('direction', 'ConstituteBody', { body: 'steering-committee', members, quorum: 2 });
    return file.must('officer', 'EnterPhase', { phase: 'after', reason: null });
  };

  const closing = { phase: 'closing', reason: words } as const;

  it('S-12: its no is told with its reason, asks nothing more of it, and leaves the partnership where it stands until it approves', () => {
    const file = over();
    refusedAlone(file, () => file.ask('direction', 'RefuseEnd', { reason: words }), { code: 'not-the-deciding-body', rule: 'S-12' });
    file.must('committee', 'RefuseEnd', { reason: words });
    expect(file.last('EndRefused')).toEqual({ body: 'steering-committee', person: 'person-committee', reason: words });
    expect(file.state).toMatchObject({ phase: 'after', standing: 'open' });
    expect(file.state.tasks.filter(task => task.kind === 'approve-end')).toEqual([]);
    expect(file.ask('officer', 'EnterPhase', closing)).toMatchObject({ refusal: { rule: 'S-12' } });
    file.must('committee', 'ApproveEnd', { reason: words }).must('officer', 'EnterPhase', closing);
    expect(file.state.phase).toBe('closing');
  });

  it('S-12, MDM-60: a voice against is a vote; the end is refused once most voices are against it', () => {
    const file = over([member(1), member(2), member(3)]);
    file.must('committee', 'RefuseEnd', { reason: words }, voter(1)).must('committee', 'ApproveEnd', { reason: words }, voter(2));
    expect([file.count('EndRefused'), file.count('EndApproved')]).toEqual([0, 0]);
    file.must('committee', 'RefuseEnd', { reason: words }, voter(3));
    expect([file.count('EndRefused'), file.count('EndApproved')]).toEqual([1, 0]);
    expect(file.state.signOffs.votes).toEqual([]);
  });
});

describe('what a body validated', () => {
  it('S-12: asking it for another validation does not take its word at the end away', () => {
    const policy = policyOfCharter('mdm', 'OP');
    const authorities = { ...policy.authorities, strategicValidation: 'steering-committee' as const };
    const file = fileIn('implementation', new Rehearsal({ ...policy, authorities }));
    expect(file.count('StrategicValidationGranted')).toBe(1);
    file.must('officer', 'ProposeText', { kind: 'agreement', body: sampleBodies.agreement! });
    file.must('officer', 'RequestStrategicValidation', bound(file)).must('officer', 'EnterPhase', { phase: 'after', reason: null });
    expect(file.state.signOffs.strategic?.status).toBe('requested');
    expect(file.ask('officer', 'EnterPhase', { phase: 'closing', reason: 'Fin.' })).toMatchObject({ refusal: { rule: 'S-12' } });
    file.must('committee', 'ApproveEnd', { reason: 'Fin.' }).must('officer', 'EnterPhase', { phase: 'closing', reason: 'Fin.' });
    expect(file.state.phase).toBe('closing');
  });
});

describe('letting something out', () => {
  const release = { kind: 'external-release', subject: 'Résultats de la saison', text: 'Communiqué commun.', override: null } as const;

  it('PMP-40, C-07: what goes outside is approved by every party; PMP-36: an uncertain result stays inside', () => {
    const file = fileIn('implementation');
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', release), { code: 'uncertain-result', rule: 'PMP-36' });
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', { ...release, certain: false }), { code: 'uncertain-result' });
    file.must('officer', 'ProposeDecision', { ...release, certain: true });
    expect(file.count('ExternalReleaseApproved')).toBe(0);
    file.must('representative', 'AcceptDecision', { decision: String(file.last('JointDecisionProposed')['decision']) });
    expect(file.last('ExternalReleaseApproved')).toMatchObject({ acceptedBy: ['host', 'partner'] });
  });
});
