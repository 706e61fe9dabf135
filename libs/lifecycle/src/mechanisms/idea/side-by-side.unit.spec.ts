import type { CommandData } from '@palabre/contracts';
import { fileIn, openingIdea, policyOfCharter, refusedAlone, Rehearsal, sampleBodies, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit.';
const leader = { person: 'person-leader', organisation: 'org-riviere', roles: ['community-leader' as const] };

const project: CommandData<'LinkProject'> = {
  project: 'project-21',
  title: 'Plaidoyer sur la rive',
  population: 'Familles de pêcheuses',
  startsOn: '2027-03-01',
  endsOn: '2027-12-31',
};

const sections = { sections: [{ heading: 'Ensemble', text: words }] };

/** A file whose partner has named a community leader, with two strategy documents on the table. */
const withLeader = (): Rehearsal =>
  fileIn('co-construction', new Rehearsal(policyOfCharter('agiri', 'OP')))
    .must('representative', 'RecordMandate', { person: 'person-leader', role: 'community-leader', from: '2027-01-01', until: '2027-12-31' })
    .must('officer', 'ProposeText', { kind: 'objectives', body: sampleBodies.objectives! })
    .must('officer', 'ProposeText', { kind: 'vision', body: sections });

const opinionOf = (file: Rehearsal, kind: 'objectives' | 'vision', vote?: { inFavour: number; against: number; abstained: number }) =>
  file.ask(
    'representative',
    'GiveCommunityOpinion',
    { ...file.text(kind), opinion: words, ...(vote === undefined ? {} : { vote: { group: 'Femmes du quartier', ...vote } }) },
    { actor: leader },
  );

const asked = (file: Rehearsal) =>
  tasksOf(file, 'give-community-opinion').map(({ party, subject }) => [party, subject?.kind, subject?.version]);

describe('projects side by side', () => {
  it('HFA-11: a project may last a day or have no end; the one that ends is counted and takes no other along', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'AL')))
      .must('officer', 'LinkProject', { ...project, endsOn: project.startsOn })
      .must('officer', 'LinkProject', { ...project, project: 'project-22', endsOn: null })
      .must('representative', 'LinkProject', { ...project, project: 'project-23' });
    refusedAlone(file, () => file.ask('officer', 'LinkProject', { ...project, project: 'project-23' }), {
      code: 'project-linked',
      rule: 'HFA-11',
    });
    refusedAlone(file, () => file.ask('officer', 'LinkProject', { ...project, project: 'project-24', endsOn: '2027-02-28' }), {
      code: 'project-backwards',
      rule: 'HFA-11',
    });
    file.must('officer', 'EndLinkedProject', { project: 'project-22', reason: words });
    expect(file.last('LinkedProjectEnded')).toEqual({ project: 'project-22', reason: words, party: 'host' });
    expect(file.state.idea).toMatchObject({
      projects: [
        { project: 'project-21', endsOn: '2027-03-01' },
        { project: 'project-23', endsOn: '2027-12-31' },
      ],
      projectsEnded: 1,
    });
    refusedAlone(file, () => file.ask('officer', 'EndLinkedProject', { project: 'project-22', reason: words }), {
      code: 'no-such-project',
      rule: 'MDM-52',
    });
  });
});

describe('steps that are left out', () => {
  it('ALE-03: two are left out; the one that is taken back leaves the other out', () => {
    const file = fileIn('co-construction', new Rehearsal(policyOfCharter('mdm', 'AL')))
      .must('officer', 'SwitchStep', { step: 'advocacy', on: false, reason: words })
      .must('officer', 'SwitchStep', { step: 'strategy', on: false, reason: words });
    expect(file.state.idea.switchedOff).toEqual(['advocacy', 'strategy']);
    file.must('representative', 'SwitchStep', { step: 'advocacy', on: true, reason: words });
    expect(file.state.idea.switchedOff).toEqual(['strategy']);
    refusedAlone(file, () => file.ask('officer', 'SwitchStep', { step: 'advocacy', on: true, reason: words }), {
      code: 'already-so',
      rule: 'ALE-03',
    });
  });

  it.each(['agreement', 'final-report', 'transfer-plan', 'handover-deed'] as const)(
    'ALE-03: without %s something later cannot be done at all: it is left out under no charter',
    step => {
      const file = fileIn('co-construction', new Rehearsal(policyOfCharter('mdm', 'OP')));
      refusedAlone(file, () => file.ask('officer', 'SwitchStep', { step, on: false, reason: words }), {
        code: 'step-required',
        rule: 'ALE-03',
      });
    },
  );

  it('ALE-03: a gate that blocks requires its text, one that warns does not, and an ask of the charter requires it by either name', () => {
    const off = (strength: 'block' | 'warn', askedIn: Partial<Record<'co-construction', readonly string[]>> = {}) => {
      const file = fileIn('co-construction');
      const policy = {
        ...file.policy,
        gates: { ...file.policy.gates, OBJECTIVES: strength },
        switches: { ...file.policy.switches, askedIn },
      };
      const { objectives: _objectives, plan: _plan, ...heads } = file.state.texts.heads;
      file.state = { ...file.state, policy: policy as typeof file.policy, texts: { ...file.state.texts, heads } };
      return (step: 'objectives' | 'plan') => {
        const answer = file.ask('officer', 'SwitchStep', { step, on: false, reason: words });
        return answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
      };
    };
    expect([off('block')('objectives'), off('warn')('objectives')]).toEqual(['step-required', 'accepted']);
    expect([off('warn')('plan'), off('warn', { 'co-construction': ['partnership-plan'] })('plan')]).toEqual(['accepted', 'step-required']);
    expect(off('warn', { 'co-construction': ['shared-vision', 'objectives'] })('objectives')).toBe('step-required');
  });
});

describe('what communities say', () => {
  it('AGI-32: an opinion is asked on each strategy document by itself, of the party that has named leaders, while they are in office', () => {
    const file = withLeader();
    expect(asked(file)).toEqual([
      ['partner', 'objectives', 1],
      ['partner', 'vision', 1],
    ]);
    expect(opinionOf(file, 'vision').outcome).toBe('accepted');
    expect(asked(file)).toEqual([['partner', 'objectives', 1]]);
    file.must('representative', 'AcceptText', file.text('objectives'));
    expect(asked(file)).toEqual([]);
  });

  it('AGI-32: no opinion is asked on what is no strategy document, nor where the charter hears none', () => {
    const file = withLeader().must('officer', 'ProposeText', { kind: 'values', body: sections });
    expect(asked(file).map(([, kind]) => kind)).not.toContain('values');
    const plain = fileIn('co-construction', new Rehearsal(policyOfCharter('mdm', 'OP')));
    plain.must('representative', 'RecordMandate', { person: 'person-leader', role: 'community-leader', from: '2027-01-01', until: null });
    plain.must('officer', 'ProposeText', { kind: 'vision', body: sections });
    expect(asked(plain)).toEqual([]);
  });

  it('S-18: a group consents with more voices for than against; as many against as for, it does not; where nobody voted, no vote is told', () => {
    const file = withLeader();
    const kept = () => file.state.idea.opinions.map(({ kind, withoutConsent }) => [kind, withoutConsent]);
    expect(opinionOf(file, 'objectives', { inFavour: 4, against: 4, abstained: 1 }).outcome).toBe('accepted');
    expect(kept()).toEqual([['objectives', true]]);
    expect(opinionOf(file, 'vision', { inFavour: 5, against: 4, abstained: 0 }).outcome).toBe('accepted');
    expect(kept()).toEqual([
      ['objectives', true],
      ['vision', undefined],
    ]);
    refusedAlone(file, () => opinionOf(file, 'vision', { inFavour: 0, against: 0, abstained: 0 }), { code: 'nobody-voted', rule: 'S-18' });
    expect(opinionOf(file, 'objectives', { inFavour: 0, against: 0, abstained: 1 }).outcome).toBe('accepted');
    expect(opinionOf(file, 'objectives').outcome).toBe('accepted');
    expect(kept()).toEqual([
      ['vision', undefined],
      ['objectives', undefined],
    ]);
  });

  it('AGI-32: an opinion is given on a text that is there, in the version and words that were read', () => {
    const file = withLeader();
    const given = (more: object) =>
      file.ask('representative', 'GiveCommunityOpinion', { ...file.text('vision'), opinion: words, ...more }, { actor: leader });
    refusedAlone(file, () => given({ kind: 'strategy' }), { code: 'no-such-text' });
    refusedAlone(file, () => given({ version: 2 }), { code: 'stale-version' });
    refusedAlone(file, () => given({ hash: 'f'.repeat(64) }), { code: 'stale-version' });
    expect(file.count('CommunityOpinionGiven')).toBe(0);
    expect(given({}).outcome).toBe('accepted');
    expect(file.last('CommunityOpinionGiven')).toEqual({ ...file.text('vision'), opinion: words, person: 'person-leader' });
  });
});

describe('a shared brand', () => {
  it('MDM-59: two incidents are read one by one; who has read one still owes the other, and reads none twice', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'MM')))
      .must('representative', 'ReportBrandIncident', { what: 'Logo repris', facts: words })
      .must('representative', 'ReportBrandIncident', { what: 'Nom repris', facts: words });
    const [first, second] = file.state.idea.incidents.map(({ incident }) => incident);
    expect(file.state.idea.incidents).toEqual([
      { incident: first, reportedBy: 'partner', readBy: [] },
      { incident: second, reportedBy: 'partner', readBy: [] },
    ]);
    const waiting = () => tasksOf(file, 'read-brand-incident').map(({ party, about }) => [party, about]);
    expect(waiting()).toEqual([
      ['host', first],
      ['host', second],
    ]);
    file.must('officer', 'AcknowledgeBrandIncident', { incident: String(second), answer: words });
    expect(waiting()).toEqual([['host', first]]);
    refusedAlone(file, () => file.ask('officer', 'AcknowledgeBrandIncident', { incident: String(second), answer: words }), {
      code: 'incident-not-yours',
      rule: 'MDM-59',
    });
    expect(file.last('BrandIncidentAcknowledged')).toEqual({ incident: second, answer: words, party: 'host' });
  });
});

describe('the card of an idea', () => {
  it('PMP-01: what is told twice is remembered once, and a word that changes nothing asked is accepted all the same', () => {
    const file = new Rehearsal().must('hqOps', 'OpenPartnership', openingIdea);
    const told = [...file.state.idea.told];
    file.must('hqOps', 'CompleteIdea', { problem: 'Mieux dit.' });
    expect(file.last('PartnershipIdeaCompleted')).toEqual({ problem: 'Mieux dit.', party: 'host' });
    expect(file.state.idea.told).toEqual(told);
    refusedAlone(file, () => file.ask('hqOps', 'CompleteIdea', {}), { code: 'nothing-told', rule: 'PMP-01' });
  });

  it('MDM-49: a strategic horizon may be just as long as the charter’s figure, and no shorter; who tells none is not refused', () => {
    const file = fileIn('idea', new Rehearsal(policyOfCharter('mdm', 'ST')));
    const months = file.state.policy?.figures?.['strategic_horizon_min_months'] ?? 0;
    expect(months).toBeGreaterThan(12);
    refusedAlone(file, () => file.ask('hqOps', 'CompleteIdea', { horizonYears: Math.ceil(months / 12) - 1 }), {
      code: 'horizon-too-short',
      rule: 'MDM-49',
    });
    expect(file.ask('hqOps', 'CompleteIdea', { horizonYears: Math.ceil(months / 12) }).outcome).toBe('accepted');
    expect(file.ask('hqOps', 'CompleteIdea', { problem: words }).outcome).toBe('accepted');
  });
});
