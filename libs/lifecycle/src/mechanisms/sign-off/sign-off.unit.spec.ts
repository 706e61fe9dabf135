import { agreeText, fileIn, policyOfCharter, Rehearsal, sampleBodies, translated } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { cd } from '../../gates/cd.gate.js';
import { askGates } from '../../gates/index.js';

type File = ReturnType<typeof fileIn>;

const words = 'Relu ensemble.';

const openTasks = (file: File, kind: string) => file.state.tasks.filter(task => task.kind === kind).map(task => task.party);

const agreement = (file: File) => ({ version: file.text('agreement').version, hash: file.text('agreement').hash });

/** A charter that holds to reading before signing, where MdM's only warns. */
const strictOnContent = (): Rehearsal => {
  const policy = policyOfCharter('mdm', 'OP');
  return new Rehearsal({ ...policy, gates: { ...policy.gates, CONTENT: 'block' } });
};

const mandated = (file: File): File =>
  file
    .must('officer', 'RecordMandate', { person: 'person-direction', role: 'signatory-authority', from: '2026-01-01', until: null })
    .must('representative', 'RecordMandate', { person: 'person-presidency', role: 'signatory-authority', from: '2026-01-01', until: null });

const shared = (file: File): File =>
  file
    .must('officer', 'ShareAgreement', { ...agreement(file), with: ['executive-secretariat'] })
    .must('representative', 'ShareAgreement', { ...agreement(file), with: ['executive-bureau'] });

/** An agreement that is agreed, translated and shared, with mandates recorded, on the day it was shared. */
const drafted = (file = fileIn('validation')): File => {
  agreeText(file, 'agreement');
  return mandated(shared(file));
};

const readyToSign = (): File => drafted().advanceTo('2027-01-20');

describe('signing the agreement', () => {
  it('HFA-15: the last signature signs the agreement and starts setting up; until then nothing is signed', () => {
    const file = readyToSign();
    file.must('direction', 'SignAgreement', agreement(file));
    expect(file.last('SignatureGiven')).toMatchObject({
      party: 'host',
      person: 'person-direction',
      mandate: { from: '2026-01-01', until: null },
    });
    expect(file.count('AgreementSigned')).toBe(0);
    expect(file.state.phase).toBe('validation');
    expect(openTasks(file, 'sign-agreement')).toEqual(['partner']);

    file.must('presidency', 'SignAgreement', agreement(file));
    expect(file.last('AgreementSigned')).toMatchObject({ ...agreement(file), from: 'validation', to: 'setting-up' });
    expect(file.last('AgreementSigned')['gates']).toContainEqual({ gate: 'SIGNATORY', strength: 'block', state: 'passed' });
    expect(openTasks(file, 'sign-agreement')).toEqual([]);
  });

  it('HFA-15: an attempt without mandate is refused and recorded, whoever tries', () => {
    const file = readyToSign();
    for (const who of ['representative', 'officer', 'committee'] as const) {
      expect(file.ask(who, 'SignAgreement', agreement(file))).toMatchObject({ refusal: { code: 'no-mandate', gates: ['SIGNATORY'] } });
    }
    expect(file.count('SignatureAttemptRefused')).toBe(3);
    expect(file.count('SignatureGiven')).toBe(0);
    expect(file.state.signOffs.signatures).toEqual([]);
  });

  it('S-16: a mandate counts on its days only: neither before it begins nor after it ends', () => {
    const file = drafted(fileIn('validation'));
    const dated = fileIn('validation');
    agreeText(dated, 'agreement');
    shared(dated)
      .must('officer', 'RecordMandate', {
        person: 'person-direction',
        role: 'signatory-authority',
        from: '2027-02-01',
        until: '2027-02-10',
      })
      .advanceTo('2027-01-20');
    expect(dated.ask('direction', 'SignAgreement', agreement(dated))).toMatchObject({ refusal: { code: 'no-mandate' } });
    dated.advanceTo('2027-02-11');
    expect(dated.ask('direction', 'SignAgreement', agreement(dated))).toMatchObject({ refusal: { code: 'no-mandate' } });
    expect(dated.count('SignatureGiven')).toBe(0);
    expect(file.advanceTo('2027-02-11').ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ outcome: 'accepted' });
  });

  it('HFA-16, C-24: bureau or secretariat knows the content for seven days on both sides before anybody signs, and only then is a signature asked', () => {
    const file = drafted(fileIn('validation', strictOnContent()));
    expect(openTasks(file, 'sign-agreement')).toEqual([]);
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ refusal: { gates: ['CONTENT'] } });
    file.advanceTo('2027-01-10');
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ refusal: { gates: ['CONTENT'] } });
    expect(file.count('SignatureGiven')).toBe(0);
    file.advanceTo('2027-01-12');
    expect(openTasks(file, 'sign-agreement').sort()).toEqual(['host', 'partner']);
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ outcome: 'accepted' });
  });

  it('HFA-16: where the charter only warns, the signature goes through and the lack is told with it', () => {
    const file = drafted();
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({
      outcome: 'accepted',
      warnings: [{ gates: ['CONTENT'] }],
    });
    expect(file.count('SignatureGiven')).toBe(1);
  });

  it('HFA-16: content shared on one side only keeps the signature shut', () => {
    const file = fileIn('validation', strictOnContent());
    agreeText(file, 'agreement');
    mandated(file)
      .must('officer', 'ShareAgreement', { ...agreement(file), with: ['executive-secretariat'] })
      .advanceTo('2027-03-01');
    const answer = file.ask('direction', 'SignAgreement', agreement(file));
    expect(answer).toMatchObject({ refusal: { gates: ['CONTENT'] } });
    expect(answer.outcome === 'refused' && answer.refusal.reason.en).toContain('"partner"');
    expect(file.count('SignatureGiven')).toBe(0);
  });

  it('MDM-15: a signature made stale by a later version no longer counts, says so, and is asked again', () => {
    const file = readyToSign();
    const read = agreement(file);
    file.must('direction', 'SignAgreement', read);
    file.must('officer', 'ProposeText', { kind: 'agreement', body: { clauses: [{ number: '1', title: 'Objet', text: 'Autre.' }] } });

    expect(file.events.filter(event => event.attributes.type === 'SignOffBecameStale').map(event => event.data)).toContainEqual({
      signOff: 'signature',
      party: 'host',
      kind: 'agreement',
      ...read,
    });
    expect(file.state.signOffs.signatures).toEqual([]);
    expect(file.ask('presidency', 'SignAgreement', read)).toMatchObject({ refusal: { code: 'stale-version', rule: 'MDM-15' } });
    expect(file.count('AgreementSigned')).toBe(0);
  });

  it('C-04: joint validation comes before signature: a version that a party has not accepted is not signed', () => {
    const file = fileIn('validation').must('officer', 'ProposeText', { kind: 'agreement', body: sampleBodies.agreement! });
    mandated(file);
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ refusal: { code: 'not-agreed' } });
    expect(file.count('SignatureGiven')).toBe(0);
  });

  it('HFA-15: a refused version is signed by nobody; a new version opens the way again', () => {
    const file = readyToSign();
    file.must('presidency', 'RefuseSignature', { ...agreement(file), reason: words });
    expect(file.last('SignatureRefused')).toMatchObject({ party: 'partner', reason: words });
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ refusal: { code: 'signature-refused' } });
    expect(openTasks(file, 'sign-agreement')).toEqual([]);

    agreeText(file, 'agreement', { clauses: [{ number: '1', title: 'Objet', text: 'Revu.' }] });
    shared(file).advanceTo('2027-02-10');
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ outcome: 'accepted' });
  });

  it('FOUR-EYES: who wrote the agreement does not sign it, mandate and role or not', () => {
    const actor = { person: 'person-both', organisation: 'org-horizon', roles: ['partnership-officer', 'signatory-authority'] } as const;
    const both = { actor: { ...actor, roles: [...actor.roles] } };
    const file = fileIn('validation').must('officer', 'ProposeText', { kind: 'agreement', body: sampleBodies.agreement! }, both);
    shared(translated(file, 'agreement').must('representative', 'AcceptText', file.text('agreement')))
      .must('officer', 'RecordMandate', { person: 'person-both', role: 'signatory-authority', from: '2026-01-01', until: null })
      .advanceTo('2027-01-20');
    expect(file.ask('direction', 'SignAgreement', agreement(file), both)).toMatchObject({ refusal: { code: 'four-eyes' } });
    expect(file.count('SignatureGiven')).toBe(0);
    expect(mandated(file).ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ outcome: 'accepted' });
  });

  it('HFA-15: a party signs a version once', () => {
    const file = readyToSign();
    file.must('direction', 'SignAgreement', agreement(file));
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ refusal: { code: 'already-signed' } });
    expect(file.count('SignatureGiven')).toBe(1);
  });

  it('MDM-63: nothing is signed while the partnership is suspended', () => {
    const file = readyToSign().must('officer', 'RaiseLine', { line: 'patient_discrimination', about: 'partner', facts: null });
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ refusal: { code: 'suspended' } });
    expect(file.count('SignatureGiven')).toBe(0);
  });
});

describe('strategic validation', () => {
  const strategic = (): File => {
    const policy = policyOfCharter('mdm', 'OP');
    const authorities = { ...policy.authorities, strategicValidation: 'steering-committee' } as const;
    return drafted(fileIn('validation', new Rehearsal({ ...policy, gates: { ...policy.gates, CD: 'block' }, authorities })));
  };

  it('MDM-61: where the charter asks for it, nobody signs before the steering committee has validated this version', () => {
    const file = strategic().advanceTo('2027-01-20');
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ refusal: { gates: ['CD'] } });
    expect(openTasks(file, 'request-strategic-validation')).toEqual(['host']);
    file.must('officer', 'RequestStrategicValidation', agreement(file));
    expect(file.state.tasks.find(task => task.kind === 'validate-strategically')).toMatchObject({
      askedBy: 'person-officer',
      subject: agreement(file),
    });
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ refusal: { gates: ['CD'] } });
    file.must('committee', 'GrantStrategicValidation', agreement(file));
    expect(file.ask('direction', 'SignAgreement', agreement(file))).toMatchObject({ outcome: 'accepted' });
  });

  it('FOUR-EYES: who asked for the validation does not grant it', () => {
    const file = strategic();
    const actor = { person: 'person-officer', organisation: 'org-horizon', roles: ['steering-committee' as const] };
    file.must('officer', 'RequestStrategicValidation', agreement(file));
    expect(file.ask('committee', 'GrantStrategicValidation', agreement(file), { actor })).toMatchObject({ refusal: { code: 'four-eyes' } });
    expect(file.count('StrategicValidationGranted')).toBe(0);
  });

  it('MDM-61: a refusal stands for its version, with its reason', () => {
    const file = strategic().advanceTo('2027-01-20');
    file
      .must('officer', 'RequestStrategicValidation', agreement(file))
      .must('committee', 'RefuseStrategicValidation', { ...agreement(file), reason: words });
    expect(file.last('StrategicValidationRefused')).toMatchObject({ reason: words });
    expect(file.ask('officer', 'RequestStrategicValidation', agreement(file))).toMatchObject({ refusal: { code: 'validation-stands' } });
    expect(file.ask('committee', 'GrantStrategicValidation', agreement(file))).toMatchObject({ refusal: { code: 'validation-stands' } });
    expect(file.count('StrategicValidationGranted')).toBe(0);
  });

  it('MDM-15: a validation made stale by a new version has to be asked again', () => {
    const file = strategic();
    file.must('officer', 'RequestStrategicValidation', agreement(file)).must('committee', 'GrantStrategicValidation', agreement(file));
    agreeText(file, 'agreement', { clauses: [{ number: '1', title: 'Objet', text: 'Revu.' }] });
    expect(file.state.signOffs.strategic).toBeNull();
    expect(openTasks(file, 'request-strategic-validation')).toEqual(['host']);
  });

  it('C-05: where the charter’s switch does not name the type, no validation is asked and the gate is open', () => {
    const file = drafted();
    expect(file.ask('officer', 'RequestStrategicValidation', agreement(file))).toMatchObject({
      refusal: { code: 'validation-not-needed' },
    });
    expect(cd.missing(file.state, { now: file.state.calendar.now, person: null, party: null })).toEqual([]);
    expect(file.count('StrategicValidationRequested')).toBe(0);
  });
});

describe('joint decisions', () => {
  /** Under a charter that lets a change of no clause through without a new signature. */
  const proposed = (kind: 'joint' | 'change' | 'scope' = 'change'): File => {
    const policy = policyOfCharter('mdm', 'OP');
    const flexible = { ...policy, switches: { ...policy.switches, changeWithoutResignature: true } };
    const change = kind === 'change' ? { change: { of: 'schedule' as const, touches: [] } } : {};
    const asked = { kind, subject: 'Calendrier', text: words, need: words, override: null, ...change };
    return fileIn('implementation', new Rehearsal(flexible)).must('officer', 'ProposeDecision', asked);
  };

  const decision = (file: File) => ({
    decision: file.state.signOffs.decisions.at(-1)?.decision ?? String(file.last('ChangeProposed')['decision']),
  });

  it('MDM-15: a decision is taken when the other party accepts; its proposer accepted by proposing and never for the other', () => {
    const file = proposed('joint');
    expect(openTasks(file, 'answer-decision')).toEqual(['partner']);
    expect(file.ask('officer', 'AcceptDecision', decision(file))).toMatchObject({ refusal: { code: 'already-accepted' } });
    expect(file.ask('hqOps', 'AcceptDecision', decision(file))).toMatchObject({ refusal: { code: 'already-accepted' } });
    expect(file.count('JointDecisionTaken')).toBe(0);
    file.must('representative', 'AcceptDecision', decision(file));
    expect(file.last('JointDecisionTaken')).toMatchObject({ acceptedBy: ['host', 'partner'] });
    expect(file.state.signOffs.decisions).toEqual([]);
    expect(openTasks(file, 'answer-decision')).toEqual([]);
  });

  it('FOUR-EYES: the person who proposed a decision does not accept it for another party either', () => {
    const file = proposed('joint');
    const actor = { person: 'person-officer', organisation: 'org-riviere', roles: ['partner-representative' as const] };
    expect(file.ask('officer', 'AcceptDecision', decision(file), { actor })).toMatchObject({ refusal: { code: 'four-eyes' } });
    expect(file.count('JointDecisionTaken')).toBe(0);
  });

  it('MDM-25: a party may decline, and that is no breach', () => {
    const file = proposed();
    file.must('representative', 'DeclineDecision', { ...decision(file), reason: words });
    expect(file.last('JointDecisionDeclined')).toMatchObject({ party: 'partner', reason: words });
    expect(file.count('ChangeAgreed') + file.count('CommitmentBreachRecorded')).toBe(0);
    expect(file.ask('representative', 'AcceptDecision', decision(file))).toMatchObject({ refusal: { code: 'no-such-decision' } });
  });

  it('C-06: an agreed change is remembered as what may excuse a commitment', () => {
    const file = proposed();
    file.must('representative', 'AcceptDecision', decision(file));
    expect(file.state.signOffs.agreedChanges).toEqual([decision(file).decision]);
    expect(proposed('joint').state.signOffs.agreedChanges).toEqual([]);
  });

  it('PMP-59: both sides may adapt an optional gate for their partnership, with the reason told; an obligation they may not', () => {
    const file = fileIn('implementation');
    const propose = (gate: 'MAPPING' | 'SIGNATORY') =>
      file.ask('officer', 'ProposeDecision', {
        kind: 'override',
        subject: 'Règle',
        text: words,
        override: { key: `gates.${gate}`, value: 'off' },
      });
    expect(propose('SIGNATORY')).toMatchObject({ refusal: { code: 'fixed-gate', rule: 'PMP-59' } });
    expect(file.count('JointDecisionProposed')).toBe(0);
    propose('MAPPING');
    expect(file.state.signOffs.overrides).toEqual([]);
    file.must('representative', 'AcceptDecision', decision(file));
    expect(file.last('PolicyOverrideAgreed')).toMatchObject({ override: { key: 'gates.MAPPING', value: 'off' }, reason: words });
    const knock = { now: file.state.calendar.now, person: null, party: null };
    expect(askGates(file.state, knock, [{ gate: 'MAPPING' }])).toEqual([]);
  });
});

describe('rendering the account', () => {
  const reported = (): File =>
    fileIn('closing').must('secretariat', 'ProposeText', { kind: 'final-report', body: sampleBodies['final-report']! });

  const report = (file: File) => ({ version: file.text('final-report').version, hash: file.text('final-report').hash });

  const blocked = (file: File) =>
    askGates(file.state, { now: file.state.calendar.now, person: null, party: null }, [{ gate: 'ACCOUNT' }]).flatMap(one =>
      one.missing.map(lack => lack.en),
    );

  it('HFA-34: the assembly approves exactly the report it read, once, and its task is done', () => {
    const file = reported();
    expect(openTasks(file, 'approve-reports').sort()).toEqual(['host', 'partner']);
    expect(file.ask('assembly', 'ApproveReports', { ...report(file), hash: '0'.repeat(64) })).toMatchObject({
      refusal: { code: 'stale-version' },
    });
    expect(file.count('ReportsApprovedByAssembly')).toBe(0);
    file.must('assembly', 'ApproveReports', report(file));
    expect(openTasks(file, 'approve-reports')).toEqual([]);
    expect(file.ask('assembly', 'ApproveReports', report(file))).toMatchObject({ refusal: { code: 'report-answered' } });
  });

  it('FOUR-EYES: who wrote the report does not approve it in the assembly', () => {
    const file = reported();
    const actor = { person: 'person-secretariat', organisation: 'org-horizon', roles: ['general-assembly' as const] };
    expect(file.ask('hostAssembly', 'ApproveReports', report(file), { actor })).toMatchObject({ refusal: { code: 'four-eyes' } });
    expect(file.count('ReportsApprovedByAssembly')).toBe(0);
  });

  it('HFA-34: returned reports go back to who wrote them, and nothing is declared on them', () => {
    const file = reported();
    file.must('assembly', 'ReturnReports', { ...report(file), reason: words });
    expect(file.ask('hostAssembly', 'ApproveReports', report(file))).toMatchObject({ refusal: { code: 'report-answered' } });
    expect(file.ask('direction', 'DeclareAccountRendered', {})).toMatchObject({ refusal: { code: 'account-not-ready' } });
    expect(openTasks(file, 'submit-final-report')).toEqual(['host']);
    expect(file.count('AccountRendered')).toBe(0);
  });

  it('HFA-32: the account waits for report, approval and the first authority of each side; each lack is named', () => {
    const file = reported();
    expect(blocked(file)).toHaveLength(3);
    file.must('assembly', 'ApproveReports', report(file));
    expect(blocked(file)).toHaveLength(2);
    file.must('direction', 'DeclareAccountRendered', {});
    expect(blocked(file).join()).toContain('"partner"');
    expect(file.ask('direction', 'DeclareAccountRendered', {})).toMatchObject({ refusal: { code: 'already-declared' } });
    file.must('presidency', 'DeclareAccountRendered', {});
    expect(blocked(file)).toEqual([]);
    expect(openTasks(file, 'declare-account-rendered')).toEqual([]);
  });

  it('HFA-34: an approval made stale by a new report takes the declarations with it', () => {
    const file = reported();
    file.must('assembly', 'ApproveReports', report(file)).must('direction', 'DeclareAccountRendered', {});
    const read = report(file);
    file.must('secretariat', 'ProposeText', {
      kind: 'final-report',
      body: { ...sampleBodies['final-report']!, lessons: 'Autres leçons.' },
    });
    expect(file.last('SignOffBecameStale')).toEqual({ signOff: 'assembly', party: 'partner', kind: 'final-report', ...read });
    expect(file.state.signOffs).toMatchObject({ assembly: [], accountRenderedBy: [] });
    expect(openTasks(file, 'approve-reports').sort()).toEqual(['host', 'partner']);
  });
});
