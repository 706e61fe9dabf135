import type { Actor, Command, CommandData, CommandType, PartnershipPolicy } from '@palabre/contracts';
import {
  answersTo,
  fileIn,
  openingIdea,
  policyOfCharter,
  refusedAlone,
  Rehearsal,
  sampleBodies,
  tasksOf,
  translated,
} from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { partyNames } from '../parties/questions.js';

const words = 'Dit ensemble.';

const third: Actor = { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] };
const thirdHierarchy: Actor = { person: 'person-third-head', organisation: 'org-third', roles: ['signatory-authority'] };
const fourth: Actor = { person: 'person-fourth', organisation: 'org-fourth', roles: ['partner-representative'] };

const as = <T extends CommandType>(file: Rehearsal, actor: Actor, type: T, data: CommandData<T>, more: Partial<Command> = {}) =>
  file.ask('officer', type, data, { ...more, actor });

const founder = (name: string) => ({ party: name, organisation: `org-${name}`, workingLanguage: 'fr' });

const under = (change: Partial<PartnershipPolicy>): PartnershipPolicy => ({ ...policyOfCharter('mdm', 'OP'), ...change });

/** A running partnership of two, and a third organisation that asks to come in. */
const applied = (policy = policyOfCharter('mdm', 'OP')): Rehearsal =>
  fileIn('implementation', new Rehearsal(policy)).must('representative', 'ProposeAccession', { ...founder('third'), reason: words });

const proposalOf = (file: Rehearsal): { proposal: string } => ({ proposal: String(file.last('PartnerAccessionProposed')['proposal']) });

/** The applicant has answered, was looked at, has looked at the others, and accepts the rules. */
function ready(file: Rehearsal): Rehearsal {
  const finding = { line: null, result: 'clear', evidenceOn: '2027-01-04', note: words } as const;
  as(file, third, 'AnswerAccession', { answers: answersTo(file.policy, 'dueDiligence', 'partner') });
  as(file, third, 'RecordFinding', { about: 'host', ...finding });
  as(file, third, 'AcceptRules', {});
  return file.must('officer', 'RecordFinding', { about: 'third', ...finding });
}

describe('a partnership of n parties', () => {
  it('C-15: several founders open it together; each name and each organisation enters once', () => {
    const file = new Rehearsal(policyOfCharter('mdm', 'AL'));
    const twice = { ...openingIdea, founders: [founder('third'), founder('third')] };
    expect(file.ask('hqOps', 'OpenPartnership', twice)).toMatchObject({ refusal: { rule: 'C-15' } });
    file.must('hqOps', 'OpenPartnership', { ...openingIdea, founders: [founder('third'), founder('fourth')] });
    expect(partyNames(file.state)).toEqual(['host', 'third', 'fourth']);
    expect(as(file, fourth, 'DeclareLimit', { limit: words }).outcome).toBe('accepted');
  });

  it.each([
    ['OP', ['made-for-two']],
    ['AL', []],
  ])('C-15: three founders of the type %s go on, and are told where it is thought of for two', (type, warned) => {
    const file = new Rehearsal(policyOfCharter('mdm', type));
    const answer = file.ask('hqOps', 'OpenPartnership', { ...openingIdea, founders: [founder('third'), founder('fourth')] });
    expect(answer.outcome === 'accepted' && answer.warnings.map(({ code }) => code)).toEqual(warned);
    expect(partyNames(file.state)).toEqual(['host', 'third', 'fourth']);
  });

  it('C-15: what binds everybody is asked of every other party, and two voices of three are not enough for consensus', () => {
    const file = new Rehearsal(policyOfCharter('mdm', 'AL'));
    file.must('hqOps', 'OpenPartnership', { ...openingIdea, founders: [founder('third'), founder('fourth')] });
    file.must('hqOps', 'EnterPhase', { phase: 'mapping', reason: null }).must('officer', 'ProposeEmergency', { reason: words });
    const proposal = String(file.last('EmergencyPathProposed')['proposal']);
    expect(tasksOf(file, 'answer-proposal').map(task => task.party)).toEqual(['third', 'fourth']);
    as(file, third, 'AgreeToProposal', { proposal });
    expect(file.last('FrameChangeAccepted')).toMatchObject({ party: 'third' });
    expect(as(file, third, 'AgreeToProposal', { proposal })).toMatchObject({ refusal: { code: 'already-answered', rule: 'MDM-15' } });
    expect(file.count('EmergencyPathOpened')).toBe(0);
    as(file, fourth, 'AgreeToProposal', { proposal });
    expect(file.last('EmergencyPathOpened')['acceptedBy']).toEqual(['host', 'third', 'fourth']);
    expect(tasksOf(file, 'answer-proposal')).toEqual([]);
  });
});

describe('a meeting of several', () => {
  it('AGI-03, C-15: an introduction without one of three founders is none', () => {
    const file = new Rehearsal(policyOfCharter('mdm', 'AL'));
    file.must('hqOps', 'OpenPartnership', { ...openingIdea, founders: [founder('third'), founder('fourth')] });
    for (const phase of ['mapping', 'search'] as const) file.must('hqOps', 'EnterPhase', { phase, reason: null });
    const attendance = ['host', 'third'].map(party => ({ party, people: 1 }));
    const met = { heldOn: '2027-01-04', attendance, inPerson: true, minutes: words };
    refusedAlone(file, () => file.ask('officer', 'HoldIntroduction', met), { code: 'party-absent' });
    expect(file.count('IntroductionHeld')).toBe(0);
  });
});

describe('accession of a late joiner', () => {
  it('PMP-21: due diligence both ways and the rules in force come first; then the parties agree, and only then it is in', () => {
    const file = applied();
    const early = file.ask('officer', 'AgreeToProposal', proposalOf(file));
    expect(early).toMatchObject({ refusal: { code: 'applicant-not-ready', rule: 'PMP-21' } });
    expect(early.outcome === 'refused' && early.refusal.reason.en).toContain('It has not accepted the rules in force.');
    expect(tasksOf(file, 'answer-proposal')).toEqual([]);
    ready(file);
    expect(partyNames(file.state)).toEqual(['host', 'partner']);
    expect(tasksOf(file, 'answer-proposal').map(task => task.party)).toEqual(['host']);
    file.must('officer', 'AgreeToProposal', proposalOf(file));
    expect(file.last('PartnerJoined')).toMatchObject({ applicant: { party: 'third' } });
    expect(partyNames(file.state)).toEqual(['host', 'partner', 'third']);
  });

  it('PMP-21: who is in already does not apply, under its own name or another; who has left is not back because another comes', () => {
    const file = fileIn('implementation');
    const apply = (party: string, organisation: string) => () =>
      file.ask('officer', 'ProposeAccession', { ...founder(party), organisation, reason: words });
    refusedAlone(file, apply('partner', 'org-third'), { code: 'party-exists', rule: 'C-15' });
    refusedAlone(file, apply('third', 'org-riviere'), { code: 'party-exists', rule: 'C-15' });
    const joining = ready(applied());
    const { parties } = joining.state;
    const gone = { ...parties.members[1]!, party: 'gone', organisation: 'org-gone', standing: 'left' as const };
    joining.state = { ...joining.state, parties: { ...parties, members: [...parties.members, gone] } };
    joining.must('officer', 'AgreeToProposal', proposalOf(joining));
    expect(joining.state.parties.members.find(({ party }) => party === 'gone')?.standing).toBe('left');
    expect(partyNames(joining.state)).toEqual(['host', 'partner', 'third']);
  });

  it('PMP-21: an applicant answers for itself and binds nobody; an outsider still learns nothing', () => {
    const file = applied();
    expect(as(file, third, 'EnterPhase', { phase: 'closing', reason: words })).toMatchObject({ refusal: { code: 'not-in-yet' } });
    expect(as(file, third, 'AgreeToProposal', proposalOf(file))).toMatchObject({ refusal: { code: 'not-in-yet' } });
    expect(as(file, thirdHierarchy, 'AcceptRules', {}).outcome).toBe('accepted');
    expect(file.ask('representative', 'AcceptRules', {})).toMatchObject({ refusal: { code: 'not-the-applicant' } });
    expect(file.ask('outsider', 'AcceptRules', {})).toMatchObject({ refusal: { code: 'stranger' } });
    expect(file.state.phase).toBe('implementation');
  });

  it('PMP-21: rules that change after the applicant accepted them are accepted again before it comes in', () => {
    const file = ready(applied());
    file.must('officer', 'ProposeText', { kind: 'agreement', body: sampleBodies.agreement! });
    expect(file.state.frame.applicant?.rulesAcceptedAt).not.toBeNull();
    translated(file, 'agreement').must('representative', 'AcceptText', file.text('agreement'));
    expect(tasksOf(file, 'accept-rules').map(task => task.party)).toEqual(['third']);
    refusedAlone(file, () => file.ask('officer', 'AgreeToProposal', proposalOf(file)), { code: 'applicant-not-ready' });
    as(file, third, 'AcceptRules', {});
    file.must('officer', 'AgreeToProposal', proposalOf(file));
    expect(file.count('PartnerJoined')).toBe(1);
  });

  it('PMP-21: a red line on the applicant keeps the door shut', () => {
    const file = ready(applied());
    const line = file.policy.lines.find(one => one.colour === 'red' && !one.suspendsWhenAlleged) ?? file.policy.lines[0]!;
    file.must('officer', 'RaiseLine', { line: line.code, about: 'third', facts: words });
    expect(file.ask('officer', 'AgreeToProposal', proposalOf(file)).outcome).toBe('refused');
    expect(file.count('PartnerJoined')).toBe(0);
  });

  it('MDM-63: declined, what a case about the applicant held up is told to be over; another case still holds it', () => {
    const file = applied();
    const suspending = file.policy.lines.filter(one => one.colour === 'red' && one.suspendsWhenAlleged).map(one => one.code);
    const raise = (line: string | undefined, about: string) => file.must('officer', 'RaiseLine', { line: line ?? '', about, facts: null });
    raise(suspending[0], 'third');
    raise(suspending[1], 'third');
    file.must('officer', 'DeclineProposal', { ...proposalOf(file), reason: words });
    const told = () => file.events.filter(({ attributes }) => attributes.type === 'PartnershipResumed').map(({ data }) => data);
    expect(told()).toMatchObject([{ about: 'third', leaves: 'suspended' }, { about: 'third' }]);
    expect(told()[1]).not.toHaveProperty('leaves');
    expect(file.count('LineLapsed')).toBe(2);
    expect(file.state).toMatchObject({ standing: 'open', lines: { cases: [], suspending: [] } });
    file.must('officer', 'ProposeAccession', { ...founder('third'), reason: words });
    raise(suspending[0], 'third');
    raise(suspending[1], 'partner');
    file.must('officer', 'DeclineProposal', { ...proposalOf(file), reason: words });
    expect(told()[2]).toMatchObject({ about: 'third', leaves: 'suspended' });
    expect(file.state.standing).toBe('suspended');
  });

  it('MDM-25: declined, the applicant is out again and may be proposed another time', () => {
    const file = applied();
    file.must('officer', 'DeclineProposal', { ...proposalOf(file), reason: words });
    expect(file.last('FrameChangeDeclined')).toMatchObject({ kind: 'accession', closes: true });
    expect(as(file, third, 'AcceptRules', {})).toMatchObject({ refusal: { code: 'stranger' } });
    expect(file.ask('officer', 'ProposeAccession', { ...founder('third'), reason: words }).outcome).toBe('accepted');
  });

  it('PMP-28: where silence agrees, it counts from the day the rules were accepted, and never sooner than a declared delay', () => {
    const policy = under({ decisionRule: 'no-objection', columns: { ...policyOfCharter('mdm', 'OP').columns, admission: 'agreed-rule' } });
    const file = applied(policy).must('officer', 'DeclareDecisionDelay', { days: 30 });
    file.advanceTo('2027-02-10');
    expect(file.count('PartnerJoined')).toBe(0);
    ready(file).advanceTo('2027-03-11');
    expect(file.count('PartnerJoined')).toBe(0);
    file.advanceTo('2027-03-13');
    expect(file.count('PartnerJoined')).toBe(1);
    expect(file.state.frame.proposals).toEqual([]);
  });

  it('PMP-21: a service admits nobody, and a network admits by its own rules', () => {
    for (const [type, code] of [
      ['SP', 'admission-closed'],
      ['NW', 'network-admits'],
    ] as const) {
      const { columns } = policyOfCharter('mdm', type);
      const file = fileIn(
        'implementation',
        new Rehearsal(under({ columns: { ...policyOfCharter('mdm', 'OP').columns, admission: columns.admission } })),
      );
      expect(file.ask('officer', 'ProposeAccession', { ...founder('third'), reason: words })).toMatchObject({ refusal: { code } });
      expect(partyNames(file.state)).toEqual(['host', 'partner']);
    }
  });
});

describe('a neutral secretariat', () => {
  const renewal = { term: { project: null, endsOn: '2031-12-31' }, guarantorReason: words, reason: words };

  const held = (secretariat: CommandData<'ProposeSecretariat'>['secretariat']): Rehearsal => {
    const file = fileIn('implementation').must('officer', 'ProposeSecretariat', { secretariat, reason: words });
    return file.must('representative', 'AgreeToProposal', { proposal: String(file.last('NeutralSecretariatProposed')['proposal']) });
  };

  it('PMP-24: a third organisation convenes and records for all, and decides nothing', () => {
    const neutral: Actor = { person: 'person-neutral', organisation: 'org-neutral', roles: ['neutral-secretariat'] };
    const file = held({ party: null, organisation: 'org-neutral', person: 'person-neutral', voteThrough: null });
    expect(partyNames(file.state)).toEqual(['host', 'partner']);
    const met = as(file, neutral, 'HoldMeeting', {
      heldOn: '2027-01-20',
      attendance: ['host', 'partner'].map(party => ({ party, people: 1 })),
      inPerson: true,
      minutes: words,
      kind: 'formal',
      purpose: 'exchange',
    });
    expect(met.outcome).toBe('accepted');
    const voter: Actor = { ...neutral, roles: ['partner-representative'] };
    expect(as(file, voter, 'AcceptText', { kind: 'values', version: 1, hash: 'ab'.repeat(32) })).toMatchObject({
      refusal: { code: 'secretariat-is-neutral', rule: 'PMP-24' },
    });
  });

  it('PMP-24: a party that holds it keeps its vote only through somebody else', () => {
    const secretariat = { party: 'partner', organisation: 'org-riviere', person: 'person-representative', voteThrough: null };
    const both = { ...secretariat, voteThrough: 'person-representative' };
    expect(fileIn('implementation').ask('officer', 'ProposeSecretariat', { secretariat: both, reason: words })).toMatchObject({
      refusal: { code: 'secretariat-keeps-no-vote' },
    });
    const silent = held(secretariat).must('direction', 'ProposeRenewal', renewal);
    expect(tasksOf(silent, 'answer-proposal').filter(task => task.party === 'partner')).toEqual([]);
    const kept = held({ ...secretariat, voteThrough: 'person-presidency' });
    kept.must('direction', 'ProposeRenewal', renewal);
    const proposal = String(kept.last('RenewalProposed')['proposal']);
    expect(kept.ask('representative', 'AgreeToProposal', { proposal })).toMatchObject({ refusal: { code: 'no-vote' } });
    expect(kept.ask('presidency', 'AgreeToProposal', { proposal }).outcome).toBe('accepted');
    expect(kept.count('AgreementRenewed')).toBe(1);
    kept.must('officer', 'ProposeText', { kind: 'values', body: sampleBodies.values! });
    refusedAlone(kept, () => kept.ask('representative', 'AcceptText', kept.text('values')), { code: 'no-vote', rule: 'PMP-24' });
    expect(kept.ask('secondRepresentative', 'AcceptText', kept.text('values')).outcome).toBe('accepted');
  });

  it('PMP-24: no majority takes a party’s vote away by naming it the secretariat: its own yes is needed, and its no ends it', () => {
    const named = (): Rehearsal => {
      const file = fileIn('implementation', new Rehearsal(under({ decisionRule: 'majority' })));
      const [, partner] = file.state.parties.members;
      const members = [...file.state.parties.members, { ...partner!, party: 'third', organisation: 'org-third' }];
      file.state = { ...file.state, parties: { ...file.state.parties, members } };
      const secretariat = { party: 'partner', organisation: 'org-riviere', person: 'person-representative', voteThrough: null };
      return file.must('officer', 'ProposeSecretariat', { secretariat, reason: words });
    };
    const proposal = (file: Rehearsal) => ({ proposal: String(file.last('NeutralSecretariatProposed')['proposal']) });
    const taken = named();
    expect(as(taken, third, 'AgreeToProposal', proposal(taken)).outcome).toBe('accepted');
    expect(taken.count('NeutralSecretariatAppointed')).toBe(0);
    taken.must('representative', 'AgreeToProposal', proposal(taken));
    expect(taken.count('NeutralSecretariatAppointed')).toBe(1);
    const refused = named().must('representative', 'DeclineProposal', { ...proposal(taken), reason: words });
    expect(refused.state.frame).toMatchObject({ proposals: [], secretariat: null });
    expect(refused.count('NeutralSecretariatAppointed')).toBe(0);
  });
});
