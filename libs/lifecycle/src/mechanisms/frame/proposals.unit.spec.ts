import type { Actor, CommandType, DecisionRule } from '@palabre/contracts';
import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit ensemble.';

const now = '2027-01-20T09:00:00.000Z';

const actors: Readonly<Record<string, Actor>> = {
  third: { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] },
  fourth: { person: 'person-fourth', organisation: 'org-fourth', roles: ['partner-representative'] },
};

const neutral = { party: null, organisation: 'org-neutral', person: 'person-neutral', voteThrough: null };

/** A partnership at work that decides by a rule; beside host and partner as many more as are named. */
function atWork(rule: DecisionRule = 'all', ...more: readonly string[]): Rehearsal {
  const file = fileIn('implementation', new Rehearsal({ ...policyOfCharter('mdm', 'OP'), decisionRule: rule }));
  const [, partner] = file.state.parties.members;
  const others = more.map(party => ({ ...partner!, party, organisation: `org-${party}` }));
  file.state = { ...file.state, parties: { ...file.state.parties, members: [...file.state.parties.members, ...others] } };
  return file;
}

const lastProposal = (file: Rehearsal): { proposal: string } => ({ proposal: file.state.frame.proposals.at(-1)?.proposal ?? 'none' });

const proposed = (file: Rehearsal): Rehearsal => file.must('officer', 'ProposeSecretariat', { secretariat: neutral, reason: words });

const verdicts = (file: Rehearsal) => file.state.frame.proposals.map(open => open.verdicts);

const answer = (file: Rehearsal, who: string, type: CommandType): Rehearsal =>
  file.must(
    'representative',
    type,
    type === 'DeclineProposal' ? { ...lastProposal(file), reason: words } : lastProposal(file),
    actors[who] === undefined ? {} : { actor: actors[who] },
  );

const asked = (file: Rehearsal) =>
  tasksOf(file, 'answer-proposal').map(({ party, about, askedBy, dueAt }) => ({ party, about, askedBy, dueAt }));

const silence = (file: Rehearsal) =>
  file.state.deadlines.filter(one => one.rule === 'silence-agrees').map(({ dueAt, party, about }) => ({ dueAt, party, about }));

describe('a proposal that waits', () => {
  it('MDM-15: it keeps who proposed it, when, for which party, and that proposing is a yes; the others are asked in its name', () => {
    const file = proposed(atWork('all', 'third'));
    const { proposal } = lastProposal(file);
    expect(file.last('NeutralSecretariatProposed')).toEqual({ proposal, party: 'host', reason: words, secretariat: neutral });
    expect(file.state.frame.proposals).toEqual([
      {
        proposal,
        kind: 'secretariat',
        proposedBy: 'host',
        proposedByPerson: 'person-officer',
        askedAt: now,
        verdicts: [{ party: 'host', says: 'yes' }],
        effect: { secretariat: neutral },
      },
    ]);
    const dueAt = '2027-02-03T09:00:00.000Z';
    const each = { about: proposal, askedBy: 'person-officer', dueAt };
    expect(asked(file)).toEqual([
      { party: 'partner', ...each },
      { party: 'third', ...each },
    ]);
    expect(silence(file)).toEqual([]);
  });

  it('MDM-15: every voice is told with its party and kept beside those before; a changed mind replaces one’s own alone', () => {
    const file = answer(proposed(atWork('majority', 'third', 'fourth')), 'third', 'DeclineProposal');
    const { proposal } = lastProposal(file);
    const told = { proposal, kind: 'secretariat', party: 'third' };
    expect(file.last('FrameChangeDeclined')).toEqual({ ...told, reason: words, closes: false });
    expect(verdicts(file)).toEqual([
      [
        { party: 'host', says: 'yes' },
        { party: 'third', says: 'no' },
      ],
    ]);
    answer(file, 'third', 'AgreeToProposal');
    expect(file.last('FrameChangeAccepted')).toEqual(told);
    expect(verdicts(file)).toEqual([
      [
        { party: 'host', says: 'yes' },
        { party: 'third', says: 'yes' },
      ],
    ]);
    expect(asked(file).map(({ party }) => party)).toEqual(['partner', 'fourth']);
    answer(file, 'partner', 'AgreeToProposal');
    expect(file.last('NeutralSecretariatAppointed')).toEqual({
      proposal,
      acceptedBy: ['host', 'third', 'partner'],
      secretariat: neutral,
    });
    expect(file.state.frame).toMatchObject({ proposals: [], secretariat: neutral });
  });

  it('PMP-28: by majority one no of four leaves it open, without telling more than itself; half of them close it', () => {
    const file = answer(proposed(atWork('majority', 'third', 'fourth')), 'third', 'DeclineProposal');
    expect(file.count('FrameChangeDeclined')).toBe(1);
    expect(file.state.frame.proposals).toHaveLength(1);
    answer(file, 'fourth', 'DeclineProposal');
    expect(file.last('FrameChangeDeclined')).toMatchObject({ party: 'fourth', closes: true });
    expect(file.state.frame).toMatchObject({ proposals: [], secretariat: null });
    expect(file.count('NeutralSecretariatAppointed')).toBe(0);
  });

  it('MDM-25: the proposer’s own no withdraws it, whatever the others have said', () => {
    const file = answer(proposed(atWork('majority', 'third', 'fourth')), 'third', 'AgreeToProposal');
    file.must('hqOps', 'DeclineProposal', { ...lastProposal(file), reason: words });
    expect(file.last('FrameChangeDeclined')).toMatchObject({ party: 'host', closes: true });
    expect(file.state.frame.proposals).toEqual([]);
  });

  it('MDM-15: two proposals of different kinds wait beside each other; what settles one leaves the other as it was', () => {
    const file = proposed(atWork('all', 'third'));
    const policy = { ...file.policy, columns: { ...file.policy.columns, leadershipLevels: ['LED' as const] } };
    file.state = { ...file.state, policy };
    const position = { level: 'LED', because: 'context', approachBy: 'partner', takeOverOn: null, awardedOn: null } as const;
    file.must('representative', 'ProposeLeadership', { position, reason: words });
    const [first, second] = file.state.frame.proposals;
    expect(second).toMatchObject({ kind: 'leadership', proposedBy: 'partner', effect: { position } });
    refusedAlone(file, () => file.ask('representative', 'ProposeSecretariat', { secretariat: neutral, reason: words }), {
      code: 'already-proposed',
    });
    file.must('officer', 'AgreeToProposal', { proposal: second!.proposal });
    expect(file.state.frame.proposals).toEqual([first, { ...second, verdicts: [...second!.verdicts, { party: 'host', says: 'yes' }] }]);
    file.must('officer', 'DeclineProposal', { proposal: second!.proposal, reason: words });
    expect(file.state.frame).toMatchObject({ proposals: [first], leadership: null });
  });

  it('C-15: when the last silent party has left, one no of two is enough and is told as theirs; a yes of all is agreed to', () => {
    const gone = (file: Rehearsal): Rehearsal => {
      file.must('officer', 'AnnounceWithdrawal', { reason: words }, { actor: actors['fourth']! });
      return file.advanceTo('2027-06-10');
    };
    const torn = answer(proposed(atWork('majority', 'third', 'fourth')), 'third', 'DeclineProposal');
    answer(torn, 'partner', 'AgreeToProposal');
    expect(gone(torn).last('NeutralSecretariatAppointed')).toMatchObject({ acceptedBy: ['host', 'partner'] });
    const waiting = answer(proposed(atWork('majority', 'third', 'fourth')), 'third', 'DeclineProposal');
    gone(waiting);
    expect(waiting.count('FrameChangeDeclined')).toBe(1);
    expect(waiting.state.frame.proposals).toHaveLength(1);
    const split = answer(proposed(atWork('majority', 'fourth')), 'partner', 'DeclineProposal');
    const { proposal } = lastProposal(split);
    expect(gone(split).last('FrameChangeDeclined')).toMatchObject({ proposal, kind: 'secretariat', party: 'partner', closes: true });
    expect(split.state.frame.proposals).toEqual([]);
  });
});

describe('where silence agrees', () => {
  it('S-10, PMP-28: it waits for the charter’s delay alone, asks the silent until then, and names only those who spoke', () => {
    const file = proposed(atWork('no-objection', 'third'));
    const { proposal } = lastProposal(file);
    const dueAt = '2027-02-03T09:00:00.000Z';
    expect(silence(file)).toEqual([{ dueAt, party: null, about: proposal }]);
    expect(asked(file).map(({ party, dueAt: until }) => [party, until])).toEqual([
      ['partner', dueAt],
      ['third', dueAt],
    ]);
    file.advanceTo('2027-02-04');
    expect(file.last('NeutralSecretariatAppointed')).toEqual({ proposal, acceptedBy: ['host'], secretariat: neutral });
    expect(silence(file)).toEqual([]);
  });

  it('MDM-63: while the partnership is suspended silence means nothing', () => {
    const file = proposed(atWork('no-objection'));
    const line = file.policy.lines.find(one => one.colour === 'red' && one.suspendsWhenAlleged && !one.protected)!;
    file.must('officer', 'RaiseLine', { line: line.code, about: 'partner', facts: null });
    expect(silence(file)).toEqual([]);
    file.advanceTo('2027-02-04');
    expect(file.count('NeutralSecretariatAppointed')).toBe(0);
    expect(file.state.frame.proposals).toHaveLength(1);
  });

  it('S-10: what changes everybody’s obligations is never taken by silence', () => {
    const file = atWork('no-objection').must(
      'officer',
      'ProposeTypeChange',
      { type: 'TR', reason: words },
      {
        policy: policyOfCharter('mdm', 'TR'),
      },
    );
    expect(silence(file)).toEqual([]);
    expect(asked(file)).toEqual([
      { party: 'partner', about: lastProposal(file).proposal, askedBy: 'person-officer', dueAt: '2027-02-03T09:00:00.000Z' },
    ]);
    file.advanceTo('2027-03-01');
    expect(file.state.policy?.type).toBe('OP');
  });

  it('PMP-24: no silence takes the vote of a party that is named the secretariat: its own word is waited for', () => {
    const secretariat = { party: 'partner', organisation: 'org-riviere', person: 'person-representative', voteThrough: null };
    const file = atWork('no-objection', 'third').must('officer', 'ProposeSecretariat', { secretariat, reason: words });
    answer(file, 'third', 'AgreeToProposal');
    expect(silence(file)).toEqual([]);
    const waiting = atWork('no-objection', 'third', 'fourth').must('officer', 'ProposeSecretariat', { secretariat, reason: words });
    answer(waiting, 'partner', 'AgreeToProposal');
    expect(waiting.count('NeutralSecretariatAppointed')).toBe(0);
    expect(silence(waiting).map(({ about }) => about)).toEqual([lastProposal(waiting).proposal]);
  });
});

describe('who may hold the secretariat', () => {
  it('PMP-24: a third organisation is no party; a party is named with its own organisation; nobody convenes and votes at once', () => {
    const file = atWork();
    const name = (secretariat: typeof neutral | { party: string }) => () =>
      file.ask('officer', 'ProposeSecretariat', { secretariat: { ...neutral, ...secretariat }, reason: words });
    const unknown = { code: 'unknown-party', rule: 'PMP-24' };
    refusedAlone(file, name({ party: 'nobody' }), unknown);
    refusedAlone(file, name({ party: 'partner' }), unknown);
    refusedAlone(file, name({ ...neutral, organisation: 'org-riviere' }), unknown);
    refusedAlone(file, name({ ...neutral, voteThrough: 'person-neutral' as never }), { code: 'secretariat-keeps-no-vote', rule: 'PMP-24' });
    expect(file.state.frame.proposals).toEqual([]);
    expect(name(neutral)().outcome).toBe('accepted');
  });
});

describe('a renewal that is proposed', () => {
  const term = { project: null, endsOn: '2033-01-01' };

  it('HFA-38: a term ends tomorrow at the soonest, and so does the project that it names', () => {
    const file = atWork();
    const ask = (more: object) => () =>
      file.ask('direction', 'ProposeRenewal', { term: { ...term, ...more }, guarantorReason: words, reason: words });
    const project = { reference: 'project-8', objectives: ['Suite'], endsOn: '2027-01-20' };
    refusedAlone(file, ask({ endsOn: '2027-01-20' }), { code: 'term-in-the-past', rule: 'HFA-38' });
    refusedAlone(file, ask({ project }), { code: 'term-in-the-past', rule: 'HFA-38' });
    expect(ask({ endsOn: '2027-01-21', project: { ...project, endsOn: '2027-01-21' } })().outcome).toBe('accepted');
  });

  it('HFA-15, HFA-38: it tells its term, on whose word, and whether the hand that proposes it may sign', () => {
    const file = atWork().must('direction', 'ProposeRenewal', { term, guarantorReason: words, reason: 'Encore deux ans.' });
    const { proposal } = lastProposal(file);
    const told = { proposal, party: 'host', reason: 'Encore deux ans.', term, accountRendered: false, guarantorReason: words };
    expect(file.last('RenewalProposed')).toEqual({ ...told, signed: true });
    expect(verdicts(file)).toEqual([[{ party: 'host', says: 'yes' }]]);
    refusedAlone(file, () => file.ask('representative', 'AgreeToProposal', { proposal }), { code: 'no-mandate' });
    file.must('presidency', 'AgreeToProposal', { proposal });
    expect(file.last('AgreementRenewed')).toMatchObject({ proposal, acceptedBy: ['host', 'partner'], term });
  });

  it('ALE-56: where the charter asks for the table of roles, no project is renewed before it is agreed; a bare term is', () => {
    const project = { reference: 'project-8', objectives: ['Suite'], endsOn: '2033-01-01' };
    const file = atWork();
    const switches = { ...file.policy.switches, roleTable: 'required' as const };
    const { roles: _roles, ...heads } = file.state.texts.heads;
    file.state = { ...file.state, policy: { ...file.policy, switches }, texts: { ...file.state.texts, heads } };
    const ask = (renewed: object) => () =>
      file.ask('direction', 'ProposeRenewal', { term: renewed, guarantorReason: words, reason: words } as never);
    refusedAlone(file, ask({ project, endsOn: null }), { code: 'role-table-missing', rule: 'ALE-56' });
    expect(ask(term)().outcome).toBe('accepted');
    const agreed = atWork();
    agreed.state = { ...agreed.state, policy: { ...agreed.policy, switches } };
    agreed.must('direction', 'ProposeRenewal', { term: { project, endsOn: null }, guarantorReason: words, reason: words });
    expect(agreed.count('RenewalProposed')).toBe(1);
  });

  it('HFA-27: papers filed under the earlier term are asked for again under the new one', () => {
    const file = atWork();
    file.state = { ...file.state, journal: { ...file.state.journal, filed: { statutes: 1 } } };
    file.must('direction', 'ProposeRenewal', { term, guarantorReason: words, reason: words });
    expect(file.state.journal.filed).toEqual({ statutes: 1 });
    file.must('presidency', 'AgreeToProposal', lastProposal(file));
    expect(file.state.journal).not.toHaveProperty('filed');
    expect(file.state.texts.heads.values).toEqual(expect.objectContaining({ status: 'agreed' }));
  });
});
