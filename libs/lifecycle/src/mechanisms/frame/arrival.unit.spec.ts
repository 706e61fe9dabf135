import type { Actor, CommandData, CommandType } from '@palabre/contracts';
import { answersTo, fileIn, refusedAlone, tasksOf, type Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { missingOfApplicant } from './effects.js';
import { obstacleToExclusion } from './exclusion.js';
import { stillOwed } from './moments.js';

const words = 'Dit ensemble.';

const third: Actor = { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] };

const newcomer = { party: 'third', organisation: 'org-third', workingLanguage: 'fr' };

const as = <T extends CommandType>(file: Rehearsal, type: T, data: CommandData<T>) => file.ask('officer', type, data, { actor: third });

const applied = (): Rehearsal => fileIn('implementation').must('representative', 'ProposeAccession', { ...newcomer, reason: words });

const proposalOf = (file: Rehearsal) => ({ proposal: file.state.frame.proposals.at(-1)?.proposal ?? 'none' });

const finding = (about: string) => ({ about, line: null, result: 'clear', evidenceOn: '2027-01-04', note: words }) as const;

const asked = (file: Rehearsal, kind: string) =>
  tasksOf(file, kind).map(({ party, about, askedBy, dueAt }) => ({ party, about, askedBy, dueAt }));

const plainly = (party: string, about: string | null = null) => ({ party, about, askedBy: null, dueAt: null });

const waits = (file: Rehearsal, rule: string) =>
  file.state.deadlines.filter(one => one.rule === rule).map(({ dueAt, party, about }) => ({ dueAt, party, about }));

describe('an organisation that asks to come in', () => {
  it('PMP-21: it enters the file as an applicant alone, with what its proposer told, and is in once all agreed', () => {
    const file = applied();
    const { proposal } = proposalOf(file);
    expect(file.last('PartnerAccessionProposed')).toEqual({ proposal, party: 'partner', reason: words, applicant: newcomer });
    expect(file.state.frame.applicant).toEqual({ party: 'third', answered: false, rulesAcceptedAt: null });
    expect(file.state.parties.members.at(-1)).toMatchObject({ ...newcomer, side: 'partner', standing: 'applicant' });
    expect(file.state.frame.proposals).toMatchObject([{ kind: 'accession', proposedBy: 'partner', effect: { applicant: newcomer } }]);
    as(file, 'AnswerAccession', { answers: answersTo(file.policy, 'dueDiligence', 'partner') });
    as(file, 'RecordFinding', finding('host'));
    as(file, 'AcceptRules', {});
    file.must('officer', 'RecordFinding', finding('third')).must('officer', 'AgreeToProposal', { proposal });
    expect(file.last('PartnerJoined')).toEqual({ proposal, acceptedBy: ['partner', 'host'], applicant: newcomer });
    expect(file.state.frame).toMatchObject({ applicant: null, proposals: [] });
    expect(file.state.parties.members.map(({ party, standing }) => [party, standing])).toEqual([
      ['host', 'in'],
      ['partner', 'in'],
      ['third', 'in'],
    ]);
  });

  it('PMP-21: four things are missing, each asked of who owes it, and each is done by itself', () => {
    const file = applied();
    const missing = () => missingOfApplicant(file.state, 'third').length;
    expect(missing()).toBe(4);
    expect(asked(file, 'answer-accession')).toEqual([plainly('third')]);
    expect(asked(file, 'accept-rules')).toEqual([plainly('third')]);
    expect(asked(file, 'look-at-applicant')).toEqual([plainly('host', 'third')]);
    file.must('officer', 'RecordFinding', finding('partner'));
    expect([missing(), asked(file, 'look-at-applicant').length]).toEqual([4, 1]);
    as(file, 'RecordFinding', finding('host'));
    expect([missing(), asked(file, 'look-at-applicant').length]).toEqual([3, 1]);
    file.must('representative', 'RecordFinding', finding('third'));
    expect([missing(), asked(file, 'look-at-applicant')]).toEqual([2, []]);
    as(file, 'AcceptRules', {});
    expect(file.last('RulesInForceAccepted')).toEqual({
      party: 'third',
      charterHash: file.policy.charterHash,
      agreement: file.text('agreement').hash,
    });
    expect([missing(), asked(file, 'accept-rules')]).toEqual([1, []]);
    expect(asked(file, 'answer-proposal')).toEqual([]);
    const answers = answersTo(file.policy, 'dueDiligence', 'partner');
    as(file, 'AnswerAccession', { answers });
    expect(file.last('AccessionAnswersGiven')).toEqual({ party: 'third', answers });
    expect([missing(), asked(file, 'answer-accession')]).toEqual([0, []]);
    expect(asked(file, 'answer-proposal').map(({ party, askedBy }) => [party, askedBy])).toEqual([['host', 'person-representative']]);
  });

  it('PMP-21: a form with questions left open is not answered', () => {
    const file = applied();
    expect(as(file, 'AnswerAccession', { answers: {} }).outcome).toBe('refused');
    expect(file.state.frame.applicant?.answered).toBe(false);
    expect(asked(file, 'answer-accession')).toHaveLength(1);
    refusedAlone(file, () => file.ask('representative', 'AnswerAccession', { answers: {} }), { code: 'not-the-applicant', rule: 'PMP-21' });
  });

  it('MDM-25: declined, nothing of it stays in the file', () => {
    const file = applied();
    const { proposal } = proposalOf(file);
    file.must('officer', 'DeclineProposal', { proposal, reason: words });
    expect(file.last('FrameChangeDeclined')).toEqual({ proposal, kind: 'accession', party: 'host', reason: words, closes: true });
    expect(file.state.frame).toMatchObject({ applicant: null, proposals: [] });
    expect(file.state.parties.members.map(({ party }) => party)).toEqual(['host', 'partner']);
    expect(['answer-accession', 'accept-rules', 'look-at-applicant'].flatMap(kind => asked(file, kind))).toEqual([]);
  });
});

describe('the short path of an emergency', () => {
  const urgent = (): Rehearsal => {
    const file = fileIn('search');
    file.must('officer', 'ShortlistCandidate', { ...newcomer, party: 'partner', organisation: 'org-riviere', reason: words });
    file.must('officer', 'ProposeEmergency', { reason: words });
    return file.must('representative', 'AgreeToProposal', proposalOf(file));
  };

  it('S-19: it opens with both its days, closes on the first, and waits for the second only for what was passed over', () => {
    const file = urgent();
    expect(file.last('EmergencyPathOpened')).toMatchObject({ acceptedBy: ['host', 'partner'], endsAt: '2027-01-14T08:00:00.000Z' });
    const opened = { endsAt: '2027-01-14T08:00:00.000Z', catchUpBy: '2027-03-05T08:00:00.000Z', open: true, owed: [], missed: false };
    expect(file.state.frame.emergency).toEqual(opened);
    expect(waits(file, 'emergency-path-ends')).toEqual([{ dueAt: opened.endsAt, party: null, about: null }]);
    expect([...waits(file, 'emergency-catch-up'), ...asked(file, 'make-up-gate')]).toEqual([]);
    for (const phase of ['due-diligence', 'co-construction'] as const) file.must('officer', 'EnterPhase', { phase, reason: null });
    expect(waits(file, 'emergency-catch-up')).toEqual([{ dueAt: opened.catchUpBy, party: null, about: null }]);
    const owed = stillOwed(file.state);
    expect(owed).toContain('DILIGENCE');
    expect(asked(file, 'make-up-gate')).toEqual(owed.map(gate => ({ ...plainly('host', gate), dueAt: opened.catchUpBy })));
    file.advanceTo('2027-01-15');
    expect(file.state.frame.emergency).toMatchObject({ open: false, missed: false });
    expect(waits(file, 'emergency-path-ends')).toEqual([]);
    expect(file.count('EmergencyPathEnded')).toBe(1);
    file.advanceTo('2027-03-06');
    expect(file.last('EmergencyCatchUpMissed')['gates']).toEqual(owed);
    expect(file.state.frame.emergency).toMatchObject({ missed: true, owed });
    expect(waits(file, 'emergency-catch-up')).toEqual([]);
    expect(file.count('EmergencyCatchUpMissed')).toBe(1);
  });

  it('S-19: who needed none of it has nothing to make up for', () => {
    const file = urgent().advanceTo('2027-03-10');
    expect([file.count('EmergencyPathEnded'), file.count('EmergencyCatchUpMissed')]).toEqual([1, 0]);
    expect(file.state.frame.emergency).toMatchObject({ open: false, owed: [], missed: false });
  });
});

describe('a catch-up after a bid in haste', () => {
  it('ALE-34: it is asked of every party by its day, and a catch-up held is the only thing that ends the asking', () => {
    const file = fileIn('implementation');
    const columns = { ...file.policy.columns, leadershipLevels: ['IMPLEMENTED' as const] };
    file.state = { ...file.state, policy: { ...file.policy, columns } };
    const position = {
      level: 'IMPLEMENTED',
      because: 'bid-deadline',
      approachBy: null,
      takeOverOn: null,
      awardedOn: '2027-02-01',
    } as const;
    file.must('officer', 'ProposeLeadership', { position, reason: words });
    const { proposal } = proposalOf(file);
    expect(file.last('LeadershipPositionProposed')).toEqual({ proposal, party: 'host', reason: words, position });
    file.must('representative', 'AgreeToProposal', { proposal });
    expect(file.last('LeadershipPositionSet')).toEqual({ proposal, acceptedBy: ['host', 'partner'], position });
    expect(file.state.frame.leadership).toEqual({ position, catchUpDone: false });
    const dueAt = '2027-04-02T00:00:00.000Z';
    expect(asked(file, 'catch-up-co-design')).toEqual(['host', 'partner'].map(party => ({ ...plainly(party), dueAt })));
    file.must('officer', 'OpenCatchUp', { note: words });
    expect(file.last('CoConstructionOpened')).toEqual({ occasion: 'catch-up', note: words });
    expect(file.state.frame.leadership).toEqual({ position, catchUpDone: true });
    refusedAlone(file, () => file.ask('officer', 'OpenCatchUp', { note: words }), { code: 'nothing-to-catch-up', rule: 'ALE-34' });
  });
});

describe('whether a party may be asked to leave', () => {
  it('C-15: it is one of the file, another than who asks, and not asked about already', () => {
    const file = fileIn('due-diligence');
    const member = { ...file.state.parties.members[1]!, party: 'third', organisation: 'org-third' };
    file.state = { ...file.state, parties: { ...file.state.parties, members: [...file.state.parties.members, member] } };
    const fail = (about: string) => () => file.ask('officer', 'FailDueDiligence', { reason: words, about });
    refusedAlone(file, fail('nobody'), { code: 'unknown-party' });
    refusedAlone(file, fail('host'), { code: 'own-exclusion', rule: 'C-15' });
    fail('third')();
    const { proposal } = proposalOf(file);
    const effect = { excluded: 'third', because: 'due-diligence' };
    expect(file.last('PartyExclusionProposed')).toEqual({ ...effect, reason: words, proposal, party: 'host' });
    expect(file.state.frame.proposals).toMatchObject([{ kind: 'exclusion', proposedBy: 'host', effect }]);
    refusedAlone(file, fail('third'), { code: 'already-proposed' });
    expect(fail('partner')().outcome).toBe('accepted');
    expect(file.state.frame.proposals).toHaveLength(2);
    file.must('representative', 'AgreeToProposal', { proposal });
    expect(file.last('PartyExcluded')).toEqual({ proposal, acceptedBy: ['host', 'partner'], ...effect, dutiesTo: null });
    expect(obstacleToExclusion(file.state, 'third', { party: file.state.parties.members[0] } as never)?.code).toBe('unknown-party');
  });
});
