import { contentHash } from '@palabre/contracts';
import { agreeEnd, answerAsked, fileIn, policyOfCharter, refusedAlone, Rehearsal, sampleBodies, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { askGates } from '../../gates/index.js';
import { termRenewed } from '../frame/evolve.js';
import { missingDocuments } from './said.js';

const on = '2027-01-20';
const note = 'Dit ensemble.';

describe('requirements of donors', () => {
  it('ALE-53: the list comes with its grant; only what is needed is a task, under the name of the donor, until it is met', () => {
    const file = fileIn('implementation');
    const requirement = (id: string, needed: boolean) => ({
      requirement: id,
      what: 'Rapport',
      needed,
      dueOn: needed ? '2027-03-31' : null,
    });
    const list = {
      kind: 'DonorRequirementsListed',
      on,
      grant: 'grant-1',
      donor: 'org-bailleur',
      requirements: [requirement('R1', true), requirement('R2', false), requirement('R3', true)],
    } as const;
    file.must('officer', 'RecordNote', { ...list, requirements: [...list.requirements] });
    expect(tasksOf(file, 'meet-donor-requirement').map(task => [task.about, task.dueAt?.slice(0, 10)])).toEqual([
      ['org-bailleur/R1', '2027-03-31'],
      ['org-bailleur/R3', '2027-03-31'],
    ]);
    const met = (id: string) => ({ kind: 'DonorRequirementMet', on, grant: 'grant-1', requirement: id, note }) as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', met('R2')), { code: 'no-such-requirement', rule: 'ALE-53' });
    file.must('officer', 'RecordNote', met('R1'));
    expect(tasksOf(file, 'meet-donor-requirement').map(task => task.about)).toEqual(['org-bailleur/R3']);
    file.must('officer', 'RecordNote', { ...list, requirements: [requirement('R4', true)] });
    expect(tasksOf(file, 'meet-donor-requirement').map(task => task.about)).toEqual(['org-bailleur/R4']);
  });
});

describe('papers of an agreement', () => {
  const filed = (document: 'activity-report' | 'financial-report' | 'voucher') =>
    ({ kind: 'SupportingDocumentFiled', on, document, file: contentHash(document), about: 'Premier trimestre' }) as const;

  it('HFA-27: activity report, financial report and vouchers are filed by hash and day; those that miss are listed', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('hfa', 'OP')));
    expect(missingDocuments(file.state)).toEqual(['activity-report', 'financial-report', 'voucher']);
    expect(tasksOf(file, 'asked-supporting-documents')).toHaveLength(1);
    file.must('representative', 'RecordNote', filed('voucher'));
    expect(file.last('SupportingDocumentFiled')).toMatchObject({ party: 'partner', on, document: 'voucher', file: contentHash('voucher') });
    expect(missingDocuments(file.state)).toEqual(['activity-report', 'financial-report']);
    file.must('officer', 'RecordNote', filed('activity-report')).must('officer', 'RecordNote', filed('financial-report'));
    expect(tasksOf(file, 'asked-supporting-documents')).toEqual([]);
  });

  it('HFA-27: a new term of the agreement asks for its own papers again', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('hfa', 'OP')));
    for (const document of ['activity-report', 'financial-report', 'voucher'] as const) file.must('officer', 'RecordNote', filed(document));
    expect(missingDocuments(file.state)).toEqual([]);
    expect(termRenewed(file.state, 'proposal-1').journal).toMatchObject({ counts: { SupportingDocumentFiled: 3 } });
    expect(missingDocuments(termRenewed(file.state, 'proposal-1'))).toEqual(['activity-report', 'financial-report', 'voucher']);
  });

  it('HFA-27: without money the report of activities is enough', () => {
    const file = fileIn('implementation');
    file.state = { ...file.state, steps: { ...file.state.steps, financialFlows: false } };
    expect(missingDocuments(file.state)).toEqual(['activity-report']);
  });
});

describe('expectations along the way', () => {
  const reviewed = (status: 'met' | 'dropped', reason: string | null) => ({ kind: 'ExpectationReviewed', on, status, reason }) as const;

  /** One milestone is reached under a charter that looks at expectations then. */
  function afterMilestone(): Rehearsal {
    const file = fileIn('implementation');
    const { askedIn } = policyOfCharter('pmp', 'MSP').switches;
    file.state = { ...file.state, policy: { ...file.state.policy!, switches: { ...file.state.policy!.switches, askedIn: askedIn! } } };
    expect(tasksOf(file, 'asked-expectations-review')).toEqual([]);
    file.must('officer', 'MakeCommitment', { owedBy: 'host', owedTo: 'partner', what: 'Ouvrir', dueOn: '2027-02-01', origin: 'milestone' });
    return file.must('representative', 'ConfirmCommitment', { commitment: String(file.last('CommitmentMade')['commitment']), note: null });
  }

  it('PMP-33: at each milestone every party says how its expectations stand: shared, partly met, met, or dropped with a reason', () => {
    const file = afterMilestone();
    expect(file.count('MilestoneReached')).toBe(1);
    expect(tasksOf(file, 'asked-expectations-review').map(task => task.party)).toEqual(['host', 'partner']);
    refusedAlone(file, () => file.ask('officer', 'RecordNote', reviewed('dropped', null)), { code: 'reason-missing', rule: 'PMP-33' });
    file
      .must('officer', 'RecordNote', reviewed('dropped', 'Le marché a fermé.'))
      .must('representative', 'RecordNote', reviewed('met', null));
    expect(file.state.journal.expectations).toEqual({ host: 'dropped', partner: 'met' });
    expect(tasksOf(file, 'asked-expectations-review')).toEqual([]);
  });

  it('PMP-33: a milestone that is missed asks again, and who wrote no expectations is asked for none', () => {
    const file = afterMilestone();
    answerAsked(file);
    file.must('officer', 'MakeCommitment', { owedBy: 'host', owedTo: 'partner', what: 'Fermer', dueOn: '2027-03-01', origin: 'milestone' });
    file.state = { ...file.state, texts: { ...file.state.texts, expectationsOf: ['partner'] } };
    file.advanceTo('2027-03-05');
    expect(file.count('MilestoneMissed')).toBe(1);
    expect(tasksOf(file, 'asked-expectations-review').map(task => task.party)).toEqual(['partner']);
    refusedAlone(file, () => file.ask('officer', 'RecordNote', reviewed('met', null)), { code: 'no-expectations' });
  });
});

describe('the final report and where it goes', () => {
  const report = sampleBodies['final-report']!;

  it('HFA-33: four blocks, the first two with the figures of the events, which nobody writes', () => {
    const file = fileIn('implementation');
    file.must('officer', 'RequestTransfer', { line: 'A.1', value: { amount: 500, currency: 'EUR' }, from: 'host', to: 'partner' });
    const transfer = String(file.last('FundTransferRequested')['transfer']);
    file.must('representative', 'ConfirmTransfer', { transfer, receivedOn: on });
    file.must('representative', 'JustifyExpenditure', { transfer, value: { amount: 300, currency: 'EUR' }, vouchers: ['v-1'] });
    agreeEnd(file).must('officer', 'EnterPhase', { phase: 'closing', reason: note });
    const invented = { activities: { meetings: 99, statusPoints: 9, kept: 9, late: 0, breached: 0, excused: 0 }, finances: [] };
    file.must('officer', 'ProposeText', { kind: 'final-report', body: { ...report, told: invented } });
    expect(file.last('FinalReportSubmitted')).toMatchObject({
      body: {
        ...report,
        told: {
          activities: { meetings: 2, statusPoints: 0, kept: 0, late: 0, breached: 0, excused: 0 },
          finances: [{ currency: 'EUR', transferred: 500, justified: 300 }],
        },
      },
    });
    const { lessons: _left, ...three } = report;
    const without = file.ask('officer', 'ProposeText', { kind: 'final-report', body: three as typeof report });
    expect(without).toMatchObject({ refusal: { code: 'malformed-command' } });
  });

  const sent = { kind: 'ReportsTransmitted', on, to: ['org-riviere'] } as const;

  const plain = policyOfCharter('mdm', 'OP');
  const accountFirst = { ...plain, switches: { ...plain.switches, reportsTransmitted: 'required' as const } };

  function submitted(policy = plain): Rehearsal {
    const file = fileIn('closing', new Rehearsal(policy));
    file.must('officer', 'ProposeText', { kind: 'final-report', body: report });
    return file;
  }

  const approved = (file: Rehearsal): Rehearsal => {
    const { version, hash } = file.text('final-report');
    return file.must('hostAssembly', 'ApproveReports', { version, hash });
  };

  it('HFA-35: only an approved report is sent, in the very version approved, and the other side acknowledges receipt', () => {
    const file = submitted();
    refusedAlone(file, () => file.ask('officer', 'RecordNote', sent), { code: 'reports-not-approved', rule: 'HFA-35' });
    const { version, hash } = approved(file).text('final-report');
    file.must('officer', 'RecordNote', { ...sent, version: 7, hash: 'f'.repeat(64) });
    expect(file.last('ReportsTransmitted')).toMatchObject({ party: 'host', version, hash, to: ['org-riviere'] });
    expect(tasksOf(file, 'acknowledge-reports').map(task => task.party)).toEqual(['partner']);
    const received = { kind: 'ReportsReceived', on, hash } as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', received), { code: 'nothing-to-receive', rule: 'HFA-35' });
    refusedAlone(file, () => file.ask('representative', 'RecordNote', { ...received, hash: 'f'.repeat(64) }), {
      code: 'nothing-to-receive',
    });
    file.must('representative', 'RecordNote', received);
    expect(tasksOf(file, 'acknowledge-reports')).toEqual([]);
  });

  const closes = (file: Rehearsal) =>
    askGates(file.state, { now: file.state.calendar.now, person: null, party: null }, [{ gate: 'ACCOUNT' }]);

  it.each([
    ['required', ['host'], ['The approved reports have not been sent to the other side.']],
    ['offered', [], []],
  ] as const)(
    'HFA-32, HFA-35: where the charter says that sending is %s, the account waits for it accordingly',
    (sending, asked, lacks) => {
      const policy = { ...plain, switches: { ...plain.switches, reportsTransmitted: sending } };
      const file = fileIn('closing', new Rehearsal(policy)).must('officer', 'ProposeText', { kind: 'final-report', body: report });
      expect(tasksOf(file, 'transmit-reports')).toEqual([]);
      approved(file).must('direction', 'DeclareAccountRendered', {}).must('presidency', 'DeclareAccountRendered', {});
      expect(closes(file).flatMap(gate => gate.missing.map(({ en }) => en))).toEqual(lacks);
      expect(tasksOf(file, 'transmit-reports').map(task => task.party)).toEqual(asked);
      file.must('officer', 'RecordNote', sent);
      expect(closes(file).map(gate => gate.state)).toEqual(['passed']);
      expect(tasksOf(file, 'transmit-reports')).toEqual([]);
    },
  );

  const told = (decision?: string) =>
    ({
      kind: 'MediaDisseminationRecorded',
      on,
      cleared: true,
      outlet: 'Radio du fleuve',
      extract: note,
      note,
      ...(decision === undefined ? {} : { decision }),
    }) as const;

  it('PMP-40: where the charter has no account sent first, what every side approved goes outside while the work runs', () => {
    const file = fileIn('implementation');
    refusedAlone(file, () => file.ask('officer', 'RecordNote', told()), { code: 'not-cleared-by-all', rule: 'HFA-36' });
    file.must('officer', 'ProposeDecision', { kind: 'external-release', subject: 'Radio', text: note, certain: true, override: null });
    const decision = String(file.last('JointDecisionProposed')['decision']);
    refusedAlone(file, () => file.ask('officer', 'RecordNote', told(decision)), { code: 'not-cleared-by-all' });
    file.must('representative', 'AcceptDecision', { decision }).must('representative', 'RecordNote', told(decision));
    expect([file.state.phase, file.count('MediaDisseminationRecorded')]).toEqual(['implementation', 1]);
  });

  it('HFA-36: where it does, the media come after the partners, and only with what every side has cleared', () => {
    const file = approved(submitted(accountFirst));
    refusedAlone(file, () => file.ask('officer', 'RecordNote', told()), { code: 'reports-not-transmitted', rule: 'HFA-36' });
    file.must('officer', 'RecordNote', sent);
    file.must('officer', 'ProposeDecision', { kind: 'external-release', subject: 'Radio', text: note, certain: true, override: null });
    const decision = String(file.last('JointDecisionProposed')['decision']);
    refusedAlone(file, () => file.ask('officer', 'RecordNote', told(decision)), { code: 'not-cleared-by-all', rule: 'HFA-36' });
    file.must('representative', 'AcceptDecision', { decision });
    file.must('officer', 'RecordNote', told(decision));
    expect(file.last('MediaDisseminationRecorded')).toMatchObject({ outlet: 'Radio du fleuve', extract: note, decision });
  });
});
