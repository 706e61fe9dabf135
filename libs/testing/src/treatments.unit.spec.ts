import { builtInCharter, notStated, typeMatrix } from '@palabre/charters';
import { actor, freeText, opaqueId, type PartnershipPolicy } from '@palabre/contracts';
import { allGates, handle } from '@palabre/lifecycle';
import { describe, expect, it } from 'vitest';
import {
  agreeEnd,
  agreeText,
  closed,
  fileIn,
  people,
  policyOfCharter,
  policyWithCommitteeFor,
  Rehearsal,
  sampleBodies,
  tasksOf,
} from './index.js';

const words = 'Dit ensemble.';

const running = (policy: PartnershipPolicy = policyOfCharter('mdm', 'OP')): Rehearsal => fileIn('implementation', new Rehearsal(policy));

describe('where the documents contradict each other', () => {
  it.each([
    ['strategic partnerships alone', ['ST']],
    ['the heading under which the sentence stands', ['ST', 'MM']],
    ['the strategic family', ['ST', 'AL', 'NW', 'MM']],
  ] as const)(
    'C-05: read as %s, by the switch alone, those types are signed after the committee’s word and no others wait for it',
    (_reading, named) => {
      const drafted = fileIn('validation');
      agreeText(drafted, 'agreement', sampleBodies.agreement);
      drafted.must('officer', 'RecordMandate', {
        person: 'person-direction',
        role: 'signatory-authority',
        from: '2026-01-01',
        until: null,
      });
      for (const type of ['OP', 'TR', 'ST', 'AL', 'NW', 'MM']) {
        const file = new Rehearsal();
        file.state = { ...drafted.state, policy: policyWithCommitteeFor(named, 'mdm', type) };
        const { version, hash } = file.text('agreement');
        const signed = file.ask('direction', 'SignAgreement', { version, hash });
        const waits = signed.outcome === 'refused' && signed.refusal.gates.includes('CD');
        expect(waits, type).toBe((named as readonly string[]).includes(type));
        const asked = file.ask('officer', 'RequestStrategicValidation', { version, hash });
        expect(asked.outcome === 'refused' && asked.refusal.code === 'validation-not-needed', type).toBe(!waits);
      }
    },
  );

  it('C-09: the account has three levels, each in its own rhythm: status points, the yearly review, the report at the end', () => {
    const file = running().advanceTo('2027-06-01');
    const levels = () => [
      tasksOf(file, 'record-status-point').length > 0,
      file.count('AnnualReviewOpened') > 0,
      tasksOf(file, 'submit-final-report').length > 0,
    ];
    expect(levels()).toEqual([true, false, false]);
    file.advanceTo('2028-01-25');
    expect(levels().slice(1)).toEqual([true, false]);
    const ending = agreeEnd(running()).must('officer', 'EnterPhase', { phase: 'closing', reason: words });
    expect(tasksOf(ending, 'submit-final-report').length).toBeGreaterThan(0);
    expect(ending.count('AnnualReviewOpened')).toBe(0);
  });

  it('C-09: each rhythm is a figure of the charter: a slower one of status points leaves the review where it was', () => {
    const policy = policyOfCharter('mdm', 'OP');
    const after = (months: number): Rehearsal =>
      running({ ...policy, timers: { ...policy.timers, status_point_every: { months } } }).advanceTo('2027-06-01');
    expect(after(3).count('StatusReportOverdue')).toBe(1);
    const seldom = after(11);
    expect(seldom.count('StatusReportOverdue')).toBe(0);
    expect(seldom.advanceTo('2028-01-25').count('AnnualReviewOpened')).toBe(1);
  });

  it('C-10: no limit of time ends a co-construction: after six years it is as open as on its first day', () => {
    const file = fileIn('co-construction').advanceTo('2033-01-04');
    expect(file.state).toMatchObject({ phase: 'co-construction', standing: 'open' });
    expect(file.ask('representative', 'WriteExpectations', { expectations: words, values: [words] }).outcome).toBe('accepted');
  });

  it('C-11: where the host brings the approach, the partner is consulted all the same: the same doors wait for its word', () => {
    const knock = (file: Rehearsal) => {
      const answer = file.ask('officer', 'EnterPhase', { phase: 'validation', reason: null });
      return answer.outcome === 'refused' ? answer.refusal.gates : [];
    };
    const [plain, brought] = [0, 1].map(() => fileIn('co-construction', new Rehearsal(policyOfCharter('palabre', 'OP')))) as [
      Rehearsal,
      Rehearsal,
    ];
    const position = { level: 'IMPLEMENTED', because: 'context', approachBy: 'host', takeOverOn: null, awardedOn: null } as const;
    brought.must('officer', 'ProposeLeadership', { position, reason: words });
    brought.must('representative', 'AgreeToProposal', { proposal: String(brought.last('LeadershipPositionProposed')['proposal']) });
    expect(brought.state.frame.leadership).toMatchObject({ position: { level: 'IMPLEMENTED', approachBy: 'host' } });
    const gates = knock(brought);
    expect(gates).toEqual(expect.arrayContaining(['EXPECTATIONS', 'OBJECTIVES']));
    expect(gates).toEqual(knock(plain));
  });

  it('C-11: type and level of leadership are independent: the level changes twice and the type stays', () => {
    const file = running(policyOfCharter('palabre', 'OP'));
    const levels = file.policy.columns.leadershipLevels;
    expect(levels.length).toBeGreaterThan(1);
    for (const level of levels.slice(0, 2)) {
      const position = {
        level,
        because: 'context',
        approachBy: 'partner',
        takeOverOn: level === 'MANAGED' ? '2028-01-01' : null,
        awardedOn: null,
      };
      file.must('officer', 'ProposeLeadership', { position, reason: words } as never);
      file.must('representative', 'AgreeToProposal', { proposal: file.state.frame.proposals.at(-1)?.proposal ?? '' });
    }
    expect(file.state.frame.leadership?.position.level).toBe(levels[1]);
    expect(file.state.policy?.type).toBe('OP');
    expect(file.count('PartnershipTypeChanged')).toBe(0);
  });

  it('C-12: a capacity plan has a direction for each line, in one and the same plan both ways', () => {
    const line = { need: words, method: words, objective: 'O1', accompaniment: 'training', track: 'organisational', why: null } as const;
    const file = fileIn('co-construction');
    const lines = [
      { ...line, line: 'C1', from: 'host', to: 'partner' },
      { ...line, line: 'C2', from: 'partner', to: 'host' },
    ];
    file.must('officer', 'ProposeText', { kind: 'capacity-plan', body: { lines } } as never);
    file.must('representative', 'AcceptText', file.text('capacity-plan'));
    const told = file.last('TextProposed') as { body: { lines: { from: string; to: string }[] } };
    expect(told.body.lines.map(({ from, to }) => `${from} → ${to}`)).toEqual(['host → partner', 'partner → host']);
  });
});

describe('where the documents say nothing', () => {
  const budgetGate = allGates.find(({ id }) => id === 'BUDGET');
  const withMoney = Object.keys(typeMatrix().types).filter(type => policyOfCharter('palabre', type).columns.budgetCoValidation !== 'none');

  it('S-05: the budget is a gate for every type with money, and for none without', () => {
    expect(withMoney.length).toBeGreaterThan(4);
    for (const type of Object.keys(typeMatrix().types))
      expect(policyOfCharter('palabre', type).gates.BUDGET, type).toBe(withMoney.includes(type) ? 'block' : 'off');
    const file = fileIn('co-construction', new Rehearsal(policyOfCharter('palabre', 'OP')));
    const knock = { now: file.state.calendar.now, person: null, party: null };
    expect(budgetGate?.missing(file.state, knock)).toHaveLength(1);
    const withoutFlows = { ...file.state, steps: { ...file.state.steps, financialFlows: false } };
    expect(budgetGate?.missing(withoutFlows, knock)).toEqual([]);
  });

  it('S-08: people enter by opaque ids, never by a name or an address; what is written about them may be sealed', () => {
    const { officer } = people;
    expect(actor.safeParse(officer).success).toBe(true);
    for (const person of ['Awa Ndiaye', 'awa@example.org', 'Élodie'])
      expect(actor.safeParse({ ...officer, person }).success, person).toBe(false);
    expect(opaqueId.safeParse('person-1').success).toBe(true);
    expect(freeText.safeParse({ sealed: 'c2VhbGVk', key: 'person-1' }).success).toBe(true);
  });

  it('S-14: each party has a working language of its own, and every refusal speaks French and English', () => {
    const file = fileIn('co-construction');
    expect(file.state.parties.members.map(({ workingLanguage }) => workingLanguage)).toEqual(['fr', 'wo']);
    const answer = file.ask('officer', 'EnterPhase', { phase: 'validation', reason: null });
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { reason: { fr: expect.any(String), en: expect.any(String) } } });
    if (answer.outcome === 'refused') expect(answer.refusal.reason.fr).not.toBe(answer.refusal.reason.en);
  });

  it('S-22: the order of the steps of the resource document stands in for its missing diagram', () => {
    const principles = builtInCharter('hfa')?.content.principles;
    if (principles === undefined || principles === notStated) throw new Error('the charter HFA states its principles');
    const codes = principles.items.map(({ code }) => code);
    const steps = ['sign_with_authority', 'respect_clauses', 'involve_members', 'render_account'];
    expect(codes.filter(code => steps.includes(code))).toEqual(steps);
  });

  it('S-23: a partnership keeps the charter it began under: a revised one changes nothing in it by itself', () => {
    const file = agreeEnd(running());
    const revised: PartnershipPolicy = { ...file.policy, charterHash: 'ab'.repeat(32), gates: { ...file.policy.gates, CLOSING: 'off' } };
    const command = {
      id: 'c-1',
      type: 'EnterPhase',
      data: { phase: 'closing', reason: words },
      actor: people.officer,
      correlation: 'k',
    } as const;
    const { state, envelopes } = handle(file.state, command, { recordedAt: '2027-02-01T08:00:00.000Z', policy: revised });
    expect(state.policy).toEqual(file.policy);
    expect(new Set(envelopes.map(({ attributes }) => attributes.charterhash))).toEqual(new Set([file.policy.charterHash]));
    file.must('officer', 'EnterPhase', { phase: 'closing', reason: words });
    expect(file.ask('officer', 'ClosePartnership', {})).toMatchObject({ outcome: 'refused' });
  });

  it('S-23: and it ends under that charter', () => {
    const file = running();
    closed(file);
    expect(new Set(file.events.map(({ attributes }) => attributes.charterhash)).size).toBe(1);
  });
});
