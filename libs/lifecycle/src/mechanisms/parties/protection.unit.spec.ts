import type { Actor } from '@palabre/contracts';
import { argued, fileIn, tasksOf, policyOfCharter, Rehearsal, withThird } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { obstacles } from '../../guards/index.js';

const reason = 'Des personnes exposées y sont nommées.';

const protectedFile = () => fileIn('implementation').must('officer', 'ProtectFile', { reason, readers: ['person-officer'] });

const message = { object: 'agreement', message: 'Un mot.' };

const namingTasks = (file: ReturnType<typeof protectedFile>) =>
  file.state.tasks.filter(({ kind }) => kind === 'name-readers').map(({ party }) => party);

describe('a protected file', () => {
  it('AGI-02: either party protects it at once, with a reason and the people it names; the other is asked to name its own', () => {
    for (const who of ['officer', 'representative', 'presidency'] as const) {
      const file = fileIn('implementation').must(who, 'ProtectFile', { reason, readers: [`person-${who}`] });
      const party = who === 'officer' ? 'host' : 'partner';
      expect(file.last('FileProtected')).toEqual({ party, reason, readers: [`person-${who}`] });
      expect(file.state.parties.protection).toMatchObject({ by: party, readers: { [party]: [`person-${who}`] } });
      expect(namingTasks(file)).toEqual([party === 'host' ? 'partner' : 'host']);
    }
    expect(fileIn('implementation').state.parties).not.toHaveProperty('protection');
  });

  it('AGI-02: who is in no group of readers asks nothing of it, on either side, and the attempt stays in the history', () => {
    const file = protectedFile();
    expect(file.ask('hqOps', 'PostPalaverMessage', message)).toMatchObject({ refusal: { code: 'protected-file', rule: 'AGI-02' } });
    expect(file.last('CommandRefused')).toMatchObject({ commandType: 'PostPalaverMessage', rule: 'AGI-02' });
    expect(file.count('PalaverMessagePosted')).toBe(0);
    file.must('officer', 'PostPalaverMessage', message).must('representative', 'PostPalaverMessage', message);
    file.must('presidency', 'NameReaders', { readers: ['person-second-representative'] });
    expect(file.ask('representative', 'PostPalaverMessage', message)).toMatchObject({ refusal: { code: 'protected-file' } });
    file.must('secondRepresentative', 'PostPalaverMessage', message);
    expect(namingTasks(file)).toEqual([]);
  });

  it('AGI-02: a party that has named nobody yet is read for by who runs the file and by its hierarchy, and by no other function', () => {
    const file = protectedFile();
    file.must('representative', 'PostPalaverMessage', message).must('presidency', 'PostPalaverMessage', message);
    expect(file.ask('bureau', 'PostPalaverMessage', message)).toMatchObject({ refusal: { rule: 'AGI-02' } });
    expect(file.ask('assembly', 'PostPalaverMessage', message)).toMatchObject({ refusal: { rule: 'AGI-02' } });
  });

  it('AGI-02: each party names its own people alone, all of them each time; its hierarchy does so even when it is not named', () => {
    const file = protectedFile().must('representative', 'NameReaders', { readers: ['person-representative'] });
    file.must('direction', 'NameReaders', { readers: ['person-hq-ops'] });
    expect(file.state.parties.protection?.readers).toEqual({ host: ['person-hq-ops'], partner: ['person-representative'] });
    expect(file.ask('officer', 'NameReaders', { readers: ['person-officer'] })).toMatchObject({ refusal: { code: 'protected-file' } });
    expect(file.state.parties.protection?.readers['host']).toEqual(['person-hq-ops']);
  });

  it('HFA-24, AGI-02: a first authority that does not sign and that nobody named lets itself in, for its own party alone', () => {
    const file = protectedFile().must('representative', 'NameReaders', { readers: ['person-representative'] });
    const guarantor: Actor = { ...file.cast.presidency, person: 'person-guarantor', roles: ['first-authority'] };
    const asGuarantor = { actor: guarantor };
    expect(file.ask('presidency', 'PostPalaverMessage', message, asGuarantor)).toMatchObject({ refusal: { code: 'protected-file' } });
    const readers = ['person-representative', 'person-guarantor'];
    file.must('presidency', 'NameReaders', { readers }, asGuarantor).must('presidency', 'PostPalaverMessage', message, asGuarantor);
    expect(file.state.parties.protection?.readers).toEqual({ host: ['person-officer'], partner: readers });
  });

  it('AGI-02: it is lifted when every party agrees and never by one alone; until then it stays', () => {
    const file = protectedFile().must('officer', 'ProposeLiftingProtection', { reason: 'Le danger est passé.' });
    const proposal = String(file.last('ProtectionLiftProposed')['proposal']);
    expect(file.ask('officer', 'AgreeToProposal', { proposal }).outcome).toBe('refused');
    expect(file.ask('hqOps', 'AgreeToProposal', { proposal })).toMatchObject({ refusal: { code: 'protected-file' } });
    expect(file.count('ProtectionLifted')).toBe(0);
    expect(file.state.parties.protection).toBeDefined();
    file.must('representative', 'AgreeToProposal', { proposal });
    expect(file.last('ProtectionLifted')).toEqual({ proposal, acceptedBy: ['host', 'partner'] });
    expect(file.state.parties).not.toHaveProperty('protection');
    file.must('hqOps', 'PostPalaverMessage', message);
  });

  it('AGI-02: where the parties decide by majority otherwise, it still takes every one of them to lift it', () => {
    const file = fileIn('implementation', new Rehearsal({ ...policyOfCharter('mdm', 'OP'), decisionRule: 'majority' }));
    withThird(file);
    file.must('officer', 'ProtectFile', { reason, readers: ['person-officer'] }).must('officer', 'ProposeLiftingProtection', { reason });
    const proposal = String(file.last('ProtectionLiftProposed')['proposal']);
    file.must('representative', 'AgreeToProposal', { proposal });
    expect(file.count('ProtectionLifted')).toBe(0);
    const actor: Actor = { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] };
    file.must('officer', 'AgreeToProposal', { proposal }, { actor });
    expect(file.last('ProtectionLifted')).toMatchObject({ acceptedBy: ['host', 'partner', 'third'] });
  });

  it('AGI-02: a party that says no keeps it protected', () => {
    const file = protectedFile().must('officer', 'ProposeLiftingProtection', { reason });
    const proposal = String(file.last('ProtectionLiftProposed')['proposal']);
    file.must('representative', 'DeclineProposal', { proposal, reason: 'Le danger demeure.' });
    expect(file.last('FrameChangeDeclined')).toMatchObject({ kind: 'protection', closes: true });
    expect(file.state.parties.protection).toBeDefined();
    expect(file.count('ProtectionLifted')).toBe(0);
  });

  it('AGI-02: is protected once, and nothing is named for or lifted from one that is not', () => {
    const again = protectedFile();
    const twice = again.ask('representative', 'ProtectFile', { reason, readers: ['person-representative'] });
    expect(twice).toMatchObject({ refusal: { code: 'already-protected', rule: 'AGI-02' } });
    expect(again.state.parties.protection?.by).toBe('host');
    const open = fileIn('implementation');
    expect(open.ask('officer', 'NameReaders', { readers: ['person-officer'] })).toMatchObject({ refusal: { code: 'not-protected' } });
    expect(open.ask('officer', 'ProposeLiftingProtection', { reason })).toMatchObject({ refusal: { code: 'not-protected' } });
    expect(open.count('ProtectedReadersNamed') + open.count('ProtectionLiftProposed')).toBe(0);
  });

  it('AGI-02: protection does not wait for a suspension to end', () => {
    const file = fileIn('implementation');
    const suspended = { ...file.state, standing: 'suspended' as const };
    for (const type of ['ProtectFile', 'NameReaders'] as const)
      expect(obstacles(suspended, { type, actor: file.cast.officer })).toEqual([]);
  });
});

describe('a file that one party protects before there is another', () => {
  const alone = () => fileIn('mapping').must('officer', 'ProtectFile', { reason, readers: ['person-officer', 'person-hq-ops'] });

  it('AGI-02: it is lifted by two of its people, the one who proposes it and another one who is asked; nobody lifts it alone', () => {
    const file = alone().must('officer', 'ProposeLiftingProtection', { reason });
    const proposal = String(file.last('ProtectionLiftProposed')['proposal']);
    expect(tasksOf(file, 'answer-proposal')).toMatchObject([{ party: 'host', about: proposal, askedBy: 'person-officer' }]);
    expect(file.ask('officer', 'AgreeToProposal', { proposal })).toMatchObject({ refusal: { rule: 'FOUR-EYES' } });
    expect(file.state.parties.protection).toBeDefined();
    file.must('hqOps', 'AgreeToProposal', { proposal });
    expect(file.last('ProtectionLifted')).toEqual({ proposal, acceptedBy: ['host'] });
    expect(file.state.parties).not.toHaveProperty('protection');
    expect(tasksOf(file, 'answer-proposal')).toEqual([]);
  });

  it('MDM-15: whatever else binds everybody still needs somebody to agree with', () => {
    const file = fileIn('mapping');
    const unilateral = file.ask('officer', 'ProposeSecretariat', {
      reason,
      secretariat: { party: null, organisation: 'org-third', person: 'person-third', voteThrough: null },
    });
    expect(unilateral.outcome).toBe('refused');
    expect(file.state.frame.proposals).toEqual([]);
  });
});

describe('where the charter protects its files', () => {
  const opened = (charter: string) => {
    const file = fileIn('idea', new Rehearsal(policyOfCharter(charter, 'OP')));
    return tasksOf(file, 'asked-protection').map(task => task.party);
  };

  it('AGI-02: AGIRI asks whether the file has to be protected as soon as it is opened; other charters do not', () => {
    expect(opened('agiri')).toEqual(['host']);
    for (const charter of ['mdm', 'hfa', 'alert', 'palabre']) expect(opened(charter), charter).toEqual([]);
  });

  it('AGI-02: the map is not begun before that is answered, by protecting the file or by saying why nobody is in danger', () => {
    const idea = () => argued(fileIn('idea', new Rehearsal(policyOfCharter('agiri', 'OP'))));
    const goes = (file: Rehearsal) => file.ask('hqOps', 'EnterPhase', { phase: 'mapping', reason: null });
    const silent = idea();
    expect(goes(silent)).toMatchObject({ refusal: { rule: 'AGI-02' } });
    expect(silent.state.phase).toBe('idea');
    const weighed = idea().must('officer', 'RecordNote', { kind: 'NobodyEndangered', on: '2027-01-04', note: reason });
    const guarded = idea().must('hqOps', 'ProtectFile', { reason, readers: ['person-hq-ops'] });
    for (const file of [weighed, guarded]) {
      expect(tasksOf(file, 'asked-protection')).toEqual([]);
      expect(JSON.stringify(goes(file))).not.toContain('AGI-02');
    }
  });
});
