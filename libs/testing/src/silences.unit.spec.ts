import { typeMatrix } from '@palabre/charters';
import { clauseTopics, decisionRules } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { agreeText, fileIn, policyOfCharter, refusedAlone, Rehearsal, sampleBodies, tasksOf, translated } from './index.js';

const words = 'Dit ensemble.';

const under = (charter: string, type = 'OP'): Rehearsal => new Rehearsal(policyOfCharter(charter, type));

const clause = (number: string, ...covers: (typeof clauseTopics)[number][]) => ({ number, title: 'Clause', text: words, covers });

describe('the least that an agreement says', () => {
  const template = (type: string) => policyOfCharter('palabre', type).switches.agreementClauses ?? [];

  it('S-13, HFA-14: each type has its template of clauses as data; parties, methods and procedures are in those that build together', () => {
    const types = Object.keys(typeMatrix().types);
    for (const type of types) expect(template(type), type).toContain('parties');
    for (const type of ['OP', 'TR', 'ST', 'AL', 'MSP'])
      expect(template(type), type).toEqual(expect.arrayContaining(['modalities', 'procedures']));
    expect(new Set(types.map(type => template(type).join())).size).toBe(types.length);
    expect(template('SP')).toContain('deliverables');
    expect(template('TR')).toContain('transfer');
  });

  it('S-13, HFA-14: where the charter asks for it an agreement without a clause of its template is not agreed, and names each', () => {
    const file = fileIn('validation', under('hfa'));
    const missing = template('OP').filter(topic => topic !== 'procedures' && topic !== 'money');
    file.must('officer', 'ProposeText', { kind: 'agreement', body: { clauses: [clause('1', ...missing)] } });
    const answer = file.ask('representative', 'AcceptText', file.text('agreement'));
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'text-incomplete', rule: 'HFA-14' } });
    const told = answer.outcome === 'refused' ? answer.refusal.reason.en : '';
    expect(told).toBe('No clause settles the procedures. No clause settles money and how it is justified.');
    expect(file.state.texts.heads.agreement?.status).toBe('proposed');
    agreeText(file, 'agreement', { clauses: [clause('1', ...missing), clause('2', 'procedures', 'money')] });
    expect(file.state.texts.heads.agreement?.status).toBe('agreed');
  });

  it('S-13: under a charter that does not ask for it the template is shown to who drafts, and holds nobody back', () => {
    const file = fileIn('validation', under('mdm'));
    const answer = file.ask('officer', 'ProposeText', { kind: 'agreement', body: { clauses: [clause('1', 'parties')] } });
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: [{ code: 'clauses-missing', rule: 'S-13' }] });
    translated(file, 'agreement').must('representative', 'AcceptText', file.text('agreement'));
    expect(file.state.texts.heads.agreement?.status).toBe('agreed');
    const whole = file.ask('officer', 'ProposeText', { kind: 'agreement', body: sampleBodies.agreement! });
    expect(whole).toMatchObject({ outcome: 'accepted', warnings: [] });
  });
});

describe('evaluation by a third', () => {
  const four = sampleBodies.evaluation!;

  it('S-17: the parties may name a third that evaluates, and nothing asks for one', () => {
    const [without, named] = [fileIn('co-construction'), fileIn('co-construction')];
    agreeText(without, 'evaluation', four);
    agreeText(named, 'evaluation', { ...four, byThird: { organisation: 'org-elsewhere', looksAt: 'both' } });
    for (const file of [without, named]) expect(file.count('EvaluationModalitiesAgreed')).toBe(1);
    expect(without.state.tasks.map(task => task.kind)).toEqual(named.state.tasks.map(task => task.kind));
    expect(named.last('TextProposed')).toMatchObject({ body: { byThird: { organisation: 'org-elsewhere', looksAt: 'both' } } });
  });

  it('S-17: who takes part is no third', () => {
    const file = fileIn('co-construction');
    for (const organisation of ['org-horizon', 'org-riviere']) {
      const body = { ...four, byThird: { organisation, looksAt: 'project' as const } };
      refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'evaluation', body }), {
        code: 'evaluates-itself',
        rule: 'S-17',
      });
    }
    expect(file.state.texts.heads.evaluation).toBeUndefined();
  });
});

describe('the consent of a community without an organisation', () => {
  const leader = { person: 'person-leader', organisation: 'org-riviere', roles: ['community-leader' as const] };
  const vote = (inFavour: number, against: number) => ({ group: 'Les pêcheuses de la rive', inFavour, against, abstained: 1 });

  const heard = (given: ReturnType<typeof vote>): Rehearsal => {
    const file = fileIn('validation', under('agiri'));
    file.state = { ...file.state, phase: 'co-construction' };
    return file.must(
      'representative',
      'GiveCommunityOpinion',
      { ...file.text('objectives'), opinion: words, vote: given },
      { actor: leader },
    );
  };

  const leaving = (file: Rehearsal): string[] => {
    const answer = file.ask('officer', 'EnterPhase', { phase: 'validation', reason: null });
    return answer.outcome === 'accepted' ? answer.warnings.map(({ rule }) => rule) : [];
  };

  it('S-18: a community leader brings the vote of the group, counted and naming nobody; without consent whoever goes on is told', () => {
    const against = heard(vote(3, 12));
    expect(against.last('CommunityOpinionGiven')).toMatchObject({ kind: 'objectives', vote: vote(3, 12) });
    expect(leaving(against)).toContain('S-18');
    const inFavour = heard(vote(12, 3));
    expect(leaving(inFavour)).not.toContain('S-18');
    expect(against.state.phase).toBe('validation');
  });

  it('S-18: a vote without a voice is nobody’s consent, and nobody but a community leader brings one', () => {
    const file = fileIn('validation', under('agiri'));
    const on = { ...file.text('objectives'), opinion: words };
    const empty = { group: 'Les pêcheuses de la rive', inFavour: 0, against: 0, abstained: 0 };
    const ask = () => file.ask('representative', 'GiveCommunityOpinion', { ...on, vote: empty }, { actor: leader });
    refusedAlone(file, ask, { code: 'nobody-voted', rule: 'S-18' });
    refusedAlone(file, () => file.ask('officer', 'GiveCommunityOpinion', { ...on, vote: vote(5, 1) }), { code: 'not-permitted' });
    expect(file.count('CommunityOpinionGiven')).toBe(0);
  });
});

describe('who holds the file before signature', () => {
  const holder = { person: 'person-officer' };

  it('S-24: where the charter names an officer only for a signed agreement, headquarters names who holds the file until then', () => {
    const file = fileIn('mapping', under('hfa'));
    expect(tasksOf(file, 'asked-file-holder')).toMatchObject([{ party: 'host', roles: ['hq-ops', 'signatory-authority'] }]);
    expect(file.ask('officer', 'EnterPhase', { phase: 'search', reason: null })).toMatchObject({ refusal: { rule: 'S-24' } });
    refusedAlone(file, () => file.ask('officer', 'NameFileHolder', holder), { code: 'not-permitted' });
    file.must('hqOps', 'NameFileHolder', holder);
    expect(file.state.parties).toMatchObject({ holder: { party: 'host', ...holder }, officer: null });
    expect(tasksOf(file, 'asked-file-holder')).toEqual([]);
    expect(tasksOf(fileIn('mapping', under('mdm')), 'asked-file-holder')).toEqual([]);
  });

  it.each([
    ['confirmed', 'person-officer'],
    ['replaced', 'person-third'],
  ])(
    'S-24: at signature the holder is %s by the designation of the officer, and nobody holds it provisionally any more',
    (becomes, person) => {
      const file = fileIn('setting-up', under('hfa'));
      expect(file.state.parties.holder).toMatchObject(holder);
      refusedAlone(file, () => file.ask('hqOps', 'NameFileHolder', holder), { code: 'not-in-this-phase' });
      file.must('direction', 'DesignateOfficer', { person, isPresident: false });
      expect(file.last('PartnershipOfficerDesignated')).toMatchObject({ person, holder: becomes });
      expect(file.state.parties.holder).toBeUndefined();
      expect(file.state.parties.officer).toMatchObject({ party: 'host', person, isPresident: false });
    },
  );
});

describe('concentrated or shared responsibility', () => {
  it('C-13: one person answers for a task: a second does not take it before it is handed back, and everybody sees whose it is', () => {
    const file = fileIn('co-construction').must('officer', 'ProposeText', { kind: 'values', body: sampleBodies.values! });
    const [task] = tasksOf(file, 'answer-text');
    const on = { task: task?.task ?? '' };
    file.must('representative', 'ClaimTask', on);
    refusedAlone(file, () => file.ask('secondRepresentative', 'ClaimTask', on), { code: 'task-taken' });
    const until = '2027-02-01T09:00:00.000Z';
    refusedAlone(file, () => file.ask('secondRepresentative', 'DelegateTask', { ...on, to: 'person-x', until }), { code: 'task-taken' });
    expect(tasksOf(file, 'answer-text')).toMatchObject([{ party: 'partner', claimedBy: 'person-representative' }]);
    file.must('representative', 'HandBackTask', on).must('secondRepresentative', 'ClaimTask', on);
    expect(tasksOf(file, 'answer-text')).toMatchObject([{ claimedBy: 'person-second-representative' }]);
  });

  it('C-13: nothing is adopted by silence in a partnership, under any charter: the horizontal way is the quality group’s alone', () => {
    const offered = { mdm: ['SP', 'OP', 'TR', 'ST', 'AL', 'NW', 'MM'], pmp: ['MSP'], alert: ['OP'], hfa: ['OP'], agiri: ['OP'] };
    const all = { ...offered, palabre: Object.keys(typeMatrix().types) };
    for (const [charter, types] of Object.entries(all))
      for (const type of types) expect(policyOfCharter(charter, type).decisionRule, `${charter} ${type}`).toBe('all');
    expect(decisionRules).toContain('no-objection');
    const file = fileIn('co-construction').must('officer', 'ProposeText', { kind: 'values', body: sampleBodies.values! });
    file.advanceTo('2029-01-04');
    expect(file.state.texts.heads.values?.status).toBe('proposed');
    expect(file.count('SharedValuesAgreed')).toBe(0);
  });
});
