import { gateIds, type AskId, type Phase } from '@palabre/contracts';
import {
  agreeText,
  answerAsked,
  fileIn,
  policyOfCharter,
  refusedAlone,
  Rehearsal,
  sampleBodies,
  samplePlan,
  tasksOf,
} from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { partnershipRules } from '../streams/index.js';

const note = 'Dit ensemble.';

/** Everything else that could hold the way is out of it: what stops a step here is what the charter asks. */
function asksAlone(file: Rehearsal): Rehearsal {
  const { policy, meetings } = file.state;
  const gates = Object.fromEntries(gateIds.map(gate => [gate, 'off' as const])) as NonNullable<typeof policy>['gates'];
  file.state = {
    ...file.state,
    policy: { ...policy!, gates, columns: { ...policy!.columns, coConstruction: 'optional' } },
    meetings: { ...meetings, calendar: { every: { months: 1 }, firstOn: '2027-02-15', next: 0 } },
  };
  return file;
}

/** A file under a real charter, which asks for these things in the phase that it has just entered. */
function asking(charter: string, type: string, phase: Phase, ...asks: AskId[]): Rehearsal {
  const policy = policyOfCharter(charter, type);
  const told = policy.switches.askedIn?.[phase] ?? [];
  expect(told).toEqual(expect.arrayContaining(asks));
  return asksAlone(fileIn(phase, new Rehearsal(policy)));
}

const onward = (file: Rehearsal, phase: Phase) => file.ask('officer', 'EnterPhase', { phase, reason: null });

const heldBy = (file: Rehearsal, phase: Phase, rule: string): string => {
  const answer = onward(file, phase);
  expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'asked-by-the-charter' } });
  if (answer.outcome !== 'refused') return '';
  expect(answer.refusal.rule).toContain(rule);
  expect(file.state.phase).not.toBe(phase);
  return answer.refusal.reason.en;
};

const partiesAsked = (file: Rehearsal, id: AskId) => tasksOf(file, `asked-${id}`).map(task => task.party);

describe('before the work starts', () => {
  it('PMP-25: each party tells all others its role and its needs; until both have, the work phase stays shut', () => {
    const file = asking('palabre', 'OP', 'setting-up', 'roles-and-needs');
    expect(partiesAsked(file, 'roles-and-needs')).toEqual(['host', 'partner']);
    const say = { kind: 'RoleAndNeedsStated', on: '2027-01-20', role: 'Nous soignons.', needs: 'Du temps.' } as const;
    file.must('officer', 'RecordNote', say);
    expect(partiesAsked(file, 'roles-and-needs')).toEqual(['partner']);
    expect(heldBy(file, 'implementation', 'PMP-25')).toContain('Role and needs are not stated by "partner"');
    file.must('representative', 'RecordNote', say);
    expect(file.last('RoleAndNeedsStated')).toMatchObject({ party: 'partner', role: 'Nous soignons.', needs: 'Du temps.' });
    answerAsked(file);
    expect(onward(file, 'implementation').outcome).toBe('accepted');
  });

  it('ALE-59: the needs of both sides are assessed before implementation, and the joint plan is the gate beside them', () => {
    const file = asking('alert', 'OP', 'setting-up', 'capacity-needs');
    const assess = { kind: 'CapacityNeedsAssessed', on: '2027-01-20', forProject: 'Compter.', wider: 'Diriger.', note } as const;
    file.must('representative', 'RecordNote', assess);
    expect(heldBy(file, 'implementation', 'ALE-59')).toContain('not assessed by "host"');
    file.must('officer', 'RecordNote', assess);
    expect(file.last('CapacityNeedsAssessed')).toMatchObject({ party: 'host', wider: 'Diriger.' });
    expect(partiesAsked(file, 'capacity-needs')).toEqual([]);
    const contested = fileIn('setting-up', new Rehearsal(policyOfCharter('alert', 'OP')));
    contested.must('representative', 'ContestText', { ...contested.text('capacity-plan'), reasons: note, about: [] });
    const shut = onward(contested, 'implementation');
    expect(shut.outcome === 'refused' && shut.refusal.gates).toContain('CAPACITY');
  });

  it('ALE-56: under a charter that requires it, no project goes to work, and none is renewed, without a table of roles agreed by both', () => {
    const file = asksAlone(fileIn('setting-up', new Rehearsal(policyOfCharter('alert', 'OP'))));
    file.must('representative', 'ContestText', { ...file.text('roles'), reasons: note, about: [] });
    expect(heldBy(file, 'implementation', 'ALE-56')).toContain('the table of roles is not agreed');
    expect(partiesAsked(file, 'role-table')).toEqual(['host']);

    const offered = fileIn('setting-up');
    expect(offered.state.policy?.switches.roleTable).toBe('offered');
    offered.must('representative', 'ContestText', { ...offered.text('roles'), reasons: note, about: [] });
    expect(onward(offered, 'implementation').outcome).toBe('refused');
    expect(partiesAsked(offered, 'role-table')).toEqual([]);
  });

  it('HFA-29: after signature the full text and a plain summary go to all members of each side; without the summary nothing is shared', () => {
    const file = asking('hfa', 'OP', 'setting-up', 'members-informed');
    const { version, hash } = file.text('agreement');
    const share = (summary?: string) =>
      ({
        version,
        hash,
        with: ['follow-up-committee' as const, 'member' as const],
        ...(summary === undefined ? {} : { summary }),
      }) as const;
    refusedAlone(file, () => file.ask('officer', 'ShareAgreement', share()), { code: 'summary-missing', rule: 'HFA-29' });
    refusedAlone(file, () => file.ask('officer', 'ShareAgreement', { ...share('En bref.'), with: ['follow-up-committee'] }), {
      code: 'members-left-out',
      rule: 'HFA-29',
    });
    file.must('officer', 'ShareAgreement', share('Qui fait quoi, avec quel argent.'));
    expect(file.last('AgreementContentShared')).toMatchObject({
      party: 'host',
      version,
      hash,
      summary: 'Qui fait quoi, avec quel argent.',
    });
    expect(heldBy(file, 'implementation', 'HFA-29')).toContain('members of "partner"');
    file.must('representative', 'ShareAgreement', share('En peu de mots.'));
    expect(partiesAsked(file, 'members-informed')).toEqual([]);
  });

  it('MDM-25: what is asked holds the way forward alone: stopping stays open', () => {
    const file = fileIn('co-construction', new Rehearsal(policyOfCharter('agiri', 'AL')));
    expect(tasksOf(file, 'asked-power-map')).toHaveLength(1);
    expect(file.ask('officer', 'StopNegotiation', { reason: note }).outcome).toBe('accepted');
  });
});

describe('while building together', () => {
  const building = () => asksAlone(fileIn('co-construction', new Rehearsal(policyOfCharter('agiri', 'OP'))));

  it('AGI-11: the power map says for each area and each budget line who decides today and who should; both approve it', () => {
    const file = building();
    agreeText(file, 'roles');
    const lines = [{ line: 'A.1', label: 'Soins', cost: { amount: 5, currency: 'EUR' }, spentBy: 'partner', overhead: false }];
    const purposes = (['timeTogether', 'communityParticipation', 'southSouth'] as const).map((purpose, at) => ({
      ...lines[0]!,
      line: `P.${at}`,
      purpose,
    }));
    const withoutLine = [{ purpose: 'timeTogether' as const, party: 'host', reason: note }];
    const budget = { lines: [...lines, ...purposes], total: { amount: 20, currency: 'EUR' }, withoutLine };
    file.must('officer', 'ProposeText', { kind: 'budget', body: budget });
    const entry = (subject: string) => ({
      subject,
      about: 'budget-line' as const,
      decidesToday: ['host'],
      shouldDecide: ['host', 'partner'],
    });
    const propose = (...subjects: string[]) =>
      file.must('officer', 'ProposeText', { kind: 'power-map', body: { entries: subjects.map(entry) } });

    propose('A.1', 'P.0', 'P.1');
    expect(heldBy(file, 'validation', 'AGI-11')).toContain('The power map is not agreed.');
    file.must('representative', 'AcceptText', file.text('power-map'));
    expect(heldBy(file, 'validation', 'AGI-11')).toContain('Budget line P.2 is not on the power map.');
    propose('A.1', 'P.0', 'P.1', 'P.2').must('representative', 'AcceptText', file.text('power-map'));
    expect(partiesAsked(file, 'power-map')).toEqual([]);
    refusedAlone(
      file,
      () => file.ask('officer', 'ProposeText', { kind: 'power-map', body: { entries: [{ ...entry('A.1'), shouldDecide: ['nobody'] }] } }),
      {
        code: 'unknown-party',
      },
    );
  });

  it('AGI-11: where the switch is off, no map is asked', () => {
    expect(tasksOf(fileIn('co-construction'), 'asked-power-map')).toEqual([]);
  });

  it('AGI-08: a local strategy that the organisation of the South neither proposed nor approved stops co-construction', () => {
    const file = building();
    const strategy = (proposedBy: string) => ({ choices: [{ choice: 'L1', text: note, local: true, proposedBy }] });
    expect(heldBy(file, 'validation', 'AGI-08')).toContain('No local strategy is written.');
    file.must('officer', 'ProposeText', { kind: 'strategy', body: strategy('host') });
    expect(heldBy(file, 'validation', 'AGI-08')).toContain('Neither proposed nor approved by the organisation of the South: L1.');
    file.must('representative', 'AcceptText', file.text('strategy'));
    expect(partiesAsked(file, 'local-strategy')).toEqual([]);

    const proposedThere = building();
    proposedThere.must('representative', 'ProposeText', { kind: 'strategy', body: strategy('partner') });
    expect(partiesAsked(proposedThere, 'local-strategy')).toEqual([]);
    const inItsName = { choices: [{ choice: 'L2', text: note, local: true, proposedBy: 'partner' }] };
    refusedAlone(proposedThere, () => proposedThere.ask('officer', 'ProposeText', { kind: 'strategy', body: inItsName }), {
      code: 'others-proposal',
      rule: 'AGI-08',
    });
    expect(proposedThere.ask('officer', 'ProposeText', { kind: 'strategy', body: strategy('partner') }).outcome).toBe('accepted');
  });

  it('AGI-12: each party states its access to financial, technical and human means; both are asked until both have', () => {
    const file = building();
    expect(partiesAsked(file, 'resource-access')).toEqual(['host', 'partner']);
    file.must('officer', 'RecordNote', { kind: 'ResourceAccessStated', on: '2027-01-04', financial: 5, technical: 4, human: 3, note });
    expect(heldBy(file, 'validation', 'AGI-12')).toContain('Access to resources is not stated by "partner"');
  });
});

describe('before the steering committee', () => {
  it('MDM-51: a strategic file goes to it with an agreed shared vision, and not before', () => {
    const file = fileIn('validation', new Rehearsal(policyOfCharter('mdm', 'ST')));
    agreeText(file, 'agreement');
    const { version, hash } = file.text('agreement');
    const request = () => file.ask('officer', 'RequestStrategicValidation', { version, hash });
    refusedAlone(file, request, { code: 'asked-by-the-charter', rule: 'MDM-51' });
    file.must('officer', 'ProposeText', { kind: 'vision', body: sampleBodies.values! });
    expect(request().outcome).toBe('refused');
    file.must('representative', 'AcceptText', file.text('vision'));
    expect(file.count('SharedVisionAgreed')).toBe(1);
    expect(request().outcome).toBe('accepted');
  });
});

describe('in the yearly review', () => {
  const reviewing = (charter: string, type: string) => fileIn('annual-review', new Rehearsal(policyOfCharter(charter, type)));

  it('MDM-51: what each side gave and received is noted in each review', () => {
    const file = reviewing('mdm', 'ST');
    expect(partiesAsked(file, 'reciprocity')).toEqual(['host', 'partner']);
    const given = { kind: 'ReciprocityNoted', on: '2027-01-20', given: 'Des nuits de garde.', received: 'Un savoir du fleuve.' } as const;
    file.must('officer', 'RecordNote', given);
    expect(partiesAsked(file, 'reciprocity')).toEqual(['partner']);
    file.must('representative', 'RecordNote', given);
    expect(partiesAsked(file, 'reciprocity')).toEqual([]);
    expect(file.count('ReciprocityNoted')).toBe(2);
  });

  it('ALE-60: the reflection asks both sides for the state of every line of the capacity plan; a line left out is refused by its number', () => {
    const file = reviewing('alert', 'OP');
    expect(partiesAsked(file, 'capacity-progress')).toEqual(['host', 'partner']);
    const progress = (...lines: string[]) =>
      ({
        kind: 'CapacityPlanProgressAssessed',
        on: '2027-01-20',
        lines: lines.map(line => ({ line, state: 'done' as const })),
        note,
      }) as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', progress()), { code: 'lines-without-state', rule: 'ALE-60' });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', progress('C1', 'C9')), { code: 'no-such-line', rule: 'ALE-60' });
    file.must('officer', 'RecordNote', progress('C1'));
    expect(partiesAsked(file, 'capacity-progress')).toEqual(['partner']);
    file.must('representative', 'RecordNote', progress('C1'));
    expect(file.last('CapacityPlanProgressAssessed')).toMatchObject({ party: 'partner', lines: [{ line: 'C1', state: 'done' }] });
    expect(partiesAsked(file, 'capacity-progress')).toEqual([]);
  });

  it('ALE-44: the effect of each rebalancing measure is scored every year by the party it is for, and by nobody else', () => {
    const file = reviewing('alert', 'OP');
    expect(partiesAsked(file, 'rebalancing-effect')).toEqual(['partner']);
    const score = (measure: string) => ({ kind: 'RebalancingEffectScored', on: '2027-01-20', measure, score: 3, note }) as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', score('R1')), { code: 'scored-by-who-gains', rule: 'ALE-44' });
    refusedAlone(file, () => file.ask('representative', 'RecordNote', score('R9')), { code: 'no-such-line', rule: 'ALE-44' });
    for (const { measure } of samplePlan.rebalancing) file.must('representative', 'RecordNote', score(measure));
    expect(partiesAsked(file, 'rebalancing-effect')).toEqual([]);
    answerAsked(file);
    expect(file.count('RebalancingEffectScored')).toBe(2);
  });
});

describe('a contract is not enough', () => {
  it('AGI-04: a signed agreement without introduction and expectations stays a relation to build, and says what is missing', () => {
    const file = fileIn('setting-up', new Rehearsal(policyOfCharter('agiri', 'OP')));
    expect(partnershipRules.standing(file.state, 0).relationToBuild).toBeUndefined();
    file.state = {
      ...file.state,
      meetings: { ...file.state.meetings, introduced: false },
      texts: { ...file.state.texts, expectationsOf: ['host'] },
    };
    expect(partnershipRules.standing(file.state, 0).relationToBuild?.map(missing => missing.en)).toEqual([
      'The people who work together have not been introduced.',
      'The expectations of "partner" are not told.',
    ]);
    file.must('representative', 'WriteExpectations', { expectations: note, values: [note] });
    expect(tasksOf(file, 'build-relation').map(task => task.party)).toEqual(['host']);
    file.must('officer', 'HoldIntroduction', {
      heldOn: '2027-01-20',
      attendance: [
        { party: 'host', people: 2 },
        { party: 'partner', people: 2 },
      ],
      inPerson: true,
      minutes: null,
    });
    expect(partnershipRules.standing(file.state, 0).relationToBuild).toBeUndefined();
    expect(tasksOf(file, 'build-relation')).toEqual([]);
  });

  it('AGI-04: where a charter holds the contract for enough, nothing is said', () => {
    const file = fileIn('setting-up');
    file.state = { ...file.state, meetings: { ...file.state.meetings, introduced: false } };
    expect(partnershipRules.standing(file.state, 0).relationToBuild).toBeUndefined();
  });
});
