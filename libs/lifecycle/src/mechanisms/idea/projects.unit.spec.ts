import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit.';

const project = {
  project: 'project-21',
  title: 'Plaidoyer sur la rive',
  population: 'Familles de pêcheuses',
  startsOn: '2027-03-01',
  endsOn: '2027-12-31',
};

const alliance = (): Rehearsal => fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'AL')));

describe('projects of a partnership', () => {
  it('MDM-52, HFA-11: an alliance links projects, each with the people it is for, and ends them without changing where it stands', () => {
    const file = alliance();
    const { phase, phaseSince, standing } = file.state;
    file.must('officer', 'LinkProject', project).must('representative', 'LinkProject', { ...project, project: 'project-22', endsOn: null });
    expect(file.last('ProjectLinked')).toMatchObject({ party: 'partner', population: 'Familles de pêcheuses' });
    file.must('representative', 'EndLinkedProject', { project: 'project-21', reason: words });
    expect(file.state.idea.projects).toEqual([{ project: 'project-22', endsOn: null }]);
    expect({ phase: file.state.phase, phaseSince: file.state.phaseSince, standing: file.state.standing }).toEqual({
      phase,
      phaseSince,
      standing,
    });
    file.advanceTo('2028-01-10');
    expect(file.count('ActionsEnded')).toBe(0);
    expect(file.replayed().idea).toEqual(file.state.idea);
  });

  it('HFA-11: a project is linked once, ends after it begins, and names its population', () => {
    const file = alliance().must('officer', 'LinkProject', project);
    refusedAlone(file, () => file.ask('officer', 'LinkProject', project), { code: 'project-linked' });
    const backwards = { ...project, project: 'project-23', endsOn: '2027-02-01' };
    refusedAlone(file, () => file.ask('officer', 'LinkProject', backwards), { code: 'project-backwards' });
    refusedAlone(file, () => file.ask('officer', 'EndLinkedProject', { project: 'project-23', reason: words }), {
      code: 'no-such-project',
    });
    const { population: _population, ...nobody } = { ...project, project: 'project-24' };
    expect(file.ask('officer', 'LinkProject', nobody as never)).toMatchObject({ refusal: { code: 'malformed-command' } });
  });

  it('ALE-56: where the charter asks for a table of roles, no project is linked before both agreed it', () => {
    const file = fileIn('implementation');
    const { texts } = file.state;
    const { roles: _roles, ...heads } = texts.heads;
    const policy = { ...file.policy, switches: { ...file.policy.switches, roleTable: 'required' as const } };
    file.state = { ...file.state, policy, texts: { ...texts, heads } };
    refusedAlone(file, () => file.ask('officer', 'LinkProject', project), { code: 'roles-before-project', rule: 'ALE-56' });
    file.state = { ...file.state, texts };
    expect(file.ask('officer', 'LinkProject', project).outcome).toBe('accepted');
  });
});

describe('what a type brings and the parties may leave out', () => {
  it('MDM-55: the advocacy block opens by itself for an alliance, for no other type, and can be switched off with a reason', () => {
    const asked = (file: Rehearsal): readonly string[] => tasksOf(file, 'write-text').map(task => task.task);
    const file = fileIn('co-construction', new Rehearsal(policyOfCharter('mdm', 'AL')));
    const before = asked(file);
    expect(file.policy.switches.ownTexts).toEqual(['advocacy']);
    file.must('representative', 'SwitchStep', { step: 'advocacy', on: false, reason: words });
    expect(before.length - asked(file).length).toBe(1);
    expect(file.last('OptionalStepSwitched')).toEqual({ party: 'partner', step: 'advocacy', on: false, reason: words });
    file.must('officer', 'SwitchStep', { step: 'advocacy', on: true, reason: words });
    expect(asked(file)).toHaveLength(before.length);
    const body = { messages: [words], targets: ['Conseil de la ville'], statements: 'joint-validation' as const };
    file.must('officer', 'ProposeText', { kind: 'advocacy', body }).must('representative', 'AcceptText', file.text('advocacy'));
    expect(file.state.texts.heads.advocacy?.status).toBe('agreed');
    expect(policyOfCharter('mdm', 'OP').switches.ownTexts).toEqual([]);
  });

  it('ALE-03: what is unused and not required is left out with a reason; what the charter requires, or what has begun, is not', () => {
    const file = fileIn('co-construction', new Rehearsal(policyOfCharter('alert', 'OP')));
    file.must('officer', 'SwitchStep', { step: 'evaluation', on: false, reason: words });
    refusedAlone(file, () => file.ask('officer', 'SwitchStep', { step: 'evaluation', on: false, reason: words }), { code: 'already-so' });
    refusedAlone(file, () => file.ask('officer', 'SwitchStep', { step: 'roles', on: false, reason: words }), { code: 'step-required' });
    refusedAlone(file, () => file.ask('officer', 'SwitchStep', { step: 'agreement', on: false, reason: words }), { code: 'step-required' });
    file.must('officer', 'ProposeText', { kind: 'values', body: { sections: [{ heading: 'Équilibre', text: words }] } });
    refusedAlone(file, () => file.ask('officer', 'SwitchStep', { step: 'values', on: false, reason: words }), { code: 'step-in-use' });
    expect(file.ask('officer', 'SwitchStep', { step: 'vision', on: false } as never)).toMatchObject({
      refusal: { code: 'malformed-command' },
    });
  });

  it('MDM-59: members of a network have rules for the brand they share; an incident on it is told to all, and each answers', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'MM')));
    expect(file.policy.switches.ownTexts).toEqual(['brand-rules']);
    file.must('representative', 'ReportBrandIncident', { what: 'Logo repris par un parti', facts: words });
    const incident = String(file.last('BrandIncidentReported')['incident']);
    expect(tasksOf(file, 'read-brand-incident')).toMatchObject([{ party: 'host', about: incident }]);
    refusedAlone(file, () => file.ask('representative', 'AcknowledgeBrandIncident', { incident, answer: words }), {
      code: 'incident-not-yours',
    });
    file.must('officer', 'AcknowledgeBrandIncident', { incident, answer: words });
    expect(tasksOf(file, 'read-brand-incident')).toEqual([]);
    expect(file.state.idea.incidents).toEqual([]);
    const other = fileIn('implementation');
    refusedAlone(other, () => other.ask('officer', 'ReportBrandIncident', { what: 'Logo', facts: words }), { code: 'no-shared-brand' });
  });
});
