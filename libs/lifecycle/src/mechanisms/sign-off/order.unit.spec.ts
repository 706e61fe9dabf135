import type { CommandAnswer, PartnershipPolicy, Phase } from '@palabre/contracts';
import { agreeText, fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf, withThird } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

type Switches = Partial<PartnershipPolicy['switches']>;

function under(switches: Switches, phase: Phase = 'validation'): Rehearsal {
  const file = fileIn(phase);
  const policy = file.state.policy!;
  const { gates } = policy;
  file.state = {
    ...file.state,
    policy: { ...policy, gates: { ...gates, CONTENT: 'block' }, switches: { ...policy.switches, ...switches } },
  };
  return file;
}

const bound = (file: Rehearsal) => ({ version: file.text('agreement').version, hash: file.text('agreement').hash });

/** The agreement agreed, translated, shared on both sides with these bodies, mandates recorded, a fortnight later. */
function readyToSign(switches: Switches, ...bodies: ('executive-bureau' | 'executive-secretariat')[]): Rehearsal {
  const file = under(switches);
  agreeText(file, 'agreement');
  for (const who of ['officer', 'representative'] as const) {
    const person = who === 'officer' ? 'person-direction' : 'person-presidency';
    file
      .must(who, 'ShareAgreement', { ...bound(file), with: bodies })
      .must(who, 'RecordMandate', { person, role: 'signatory-authority', from: '2026-01-01', until: null });
  }
  return file.advanceTo('2027-01-20');
}

describe('the order of signatures', () => {
  it('HFA-15: in sequence the other side signs first, and only it is asked; in parallel each signs when it is ready', () => {
    const sequence = readyToSign({ signingOrder: 'partner-first' }, 'executive-bureau');
    expect(tasksOf(sequence, 'sign-agreement').map(task => task.party)).toEqual(['partner']);
    expect(sequence.ask('direction', 'SignAgreement', bound(sequence))).toMatchObject({ refusal: { code: 'others-sign-first' } });
    expect(sequence.count('SignatureGiven')).toBe(0);
    sequence.must('presidency', 'SignAgreement', bound(sequence));
    expect(tasksOf(sequence, 'sign-agreement').map(task => task.party)).toEqual(['host']);
    sequence.must('direction', 'SignAgreement', bound(sequence));
    expect(sequence.count('AgreementSigned')).toBe(1);

    const host = readyToSign({ signingOrder: 'host-first' }, 'executive-bureau');
    expect(host.ask('presidency', 'SignAgreement', bound(host))).toMatchObject({ refusal: { code: 'others-sign-first' } });

    const parallel = readyToSign({ signingOrder: 'parallel' }, 'executive-bureau');
    expect(tasksOf(parallel, 'sign-agreement').map(task => task.party)).toEqual(['host', 'partner']);
    expect(parallel.ask('direction', 'SignAgreement', bound(parallel)).outcome).toBe('accepted');
  });
});

describe('who knows the content before signature', () => {
  it('C-24, HFA-16: bureau, secretariat, one of the two or both, as the charter says', () => {
    const signs = (contentSharedTo: Switches['contentSharedTo'], ...bodies: Parameters<typeof readyToSign>[1][]) => {
      const file = readyToSign({ contentSharedTo: contentSharedTo! }, ...bodies);
      return file.ask('direction', 'SignAgreement', bound(file)).outcome;
    };
    expect(signs('bureau', 'executive-secretariat')).toBe('refused');
    expect(signs('bureau', 'executive-bureau')).toBe('accepted');
    expect(signs('secretariat', 'executive-bureau')).toBe('refused');
    expect(signs('any-of', 'executive-secretariat')).toBe('accepted');
    expect(signs('both', 'executive-bureau')).toBe('refused');
    expect(signs('both', 'executive-bureau', 'executive-secretariat')).toBe('accepted');
  });
});

describe('limits of one’s own', () => {
  const bothDeclare = (file: Rehearsal): Rehearsal =>
    file
      .must('hqOps', 'DeclareLimit', { limit: 'Pas d’achat sans devis.' })
      .must('representative', 'DeclareLimit', { limit: 'Jamais d’interdiction de pêche sans nous.' });

  const required = (): Rehearsal => bothDeclare(under({ ownLimits: 'required' }, 'implementation'));

  const closure = { kind: 'joint', subject: 'Repos de la pêche', text: 'Deux mois sans filet.', override: null } as const;

  const crossing = (limit = 1, askedOn = '2027-01-18') => ({ ...closure, crosses: [{ party: 'partner', limit, askedOn }] });

  const warned = (answer: CommandAnswer) => (answer.outcome === 'accepted' ? answer.warnings.map(({ code }) => code) : null);

  it('PMP-26, C-03: where the charter asks for them nothing is built before each party has said its own; they suspend nothing', () => {
    const policy = policyOfCharter('mdm', 'OP');
    const asks = {
      ...policy,
      gates: { ...policy.gates, DILIGENCE: 'off' as const },
      switches: { ...policy.switches, ownLimits: 'required' as const },
    };
    const file = fileIn('due-diligence', new Rehearsal(asks)).must('hqOps', 'DeclareLimit', { limit: 'Pas d’achat sans devis.' });
    const onwards = { phase: 'co-construction', reason: null } as const;
    expect(tasksOf(file, 'declare-limits').map(task => task.party)).toEqual(['partner']);
    refusedAlone(file, () => file.ask('officer', 'EnterPhase', onwards), { code: 'own-limits-missing', rule: 'PMP-26' });
    file.must('representative', 'DeclareLimit', { limit: 'Pas de photo de patientes.' }).must('officer', 'EnterPhase', onwards);
    expect(tasksOf(file, 'declare-limits')).toEqual([]);
    expect(file.state).toMatchObject({ phase: 'co-construction', standing: 'open', lines: { cases: [] } });
    expect(tasksOf(under({ ownLimits: 'offered' }, 'due-diligence'), 'declare-limits')).toEqual([]);
  });

  it('PMP-26: who comes to the table later is asked for its limits too, while the work goes on', () => {
    const file = under({ ownLimits: 'required' }, 'implementation');
    withThird(file);
    bothDeclare(file);
    expect(tasksOf(file, 'declare-limits').map(task => task.party)).toEqual(['third']);
  });

  it('PMP-26: a proposal says which declared limits it crosses, and that who declared them was asked; silence is refused', () => {
    const file = required();
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', closure), { code: 'limits-not-weighed', rule: 'PMP-26' });
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', crossing(2)), { code: 'no-such-limit' });
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', crossing(1, '2027-12-31')), { code: 'limit-not-asked' });
    expect(warned(file.ask('officer', 'ProposeDecision', { ...closure, crosses: [] }))).toEqual([]);
    expect(under({ ownLimits: 'offered' }, 'implementation').ask('officer', 'ProposeDecision', closure).outcome).toBe('accepted');
  });

  it('PMP-26: what crosses a limit is shown as such to who proposes it and to who votes on it', () => {
    const file = required();
    expect(warned(file.ask('officer', 'ProposeDecision', crossing()))).toEqual(['crosses-a-limit']);
    expect(file.last('JointDecisionProposed')).toMatchObject({ crosses: [{ party: 'partner', limit: 1, askedOn: '2027-01-18' }] });
    expect(file.state.signOffs.decisions.at(-1)?.limitsOf).toEqual(['partner']);
    const decision = String(file.last('JointDecisionProposed')['decision']);
    expect(warned(file.ask('representative', 'AcceptDecision', { decision }))).toEqual(['crosses-a-limit']);
  });
});
