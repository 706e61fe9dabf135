import type { PartnershipPolicy } from '@palabre/contracts';
import { agreeText, fileIn, tasksOf, type Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

type Switches = Partial<PartnershipPolicy['switches']>;

function under(switches: Switches, phase: 'validation' | 'co-construction' = 'validation'): Rehearsal {
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
  it('PMP-26, C-03: where the charter asks for them each party is asked for its own; they are no line and suspend nothing', () => {
    const file = under({ ownLimits: 'required' }, 'co-construction').must('hqOps', 'DeclareLimit', { limit: 'Pas d’achat sans devis.' });
    expect(tasksOf(file, 'declare-limits').map(task => task.party)).toEqual(['partner']);
    file.must('representative', 'DeclareLimit', { limit: 'Pas de photo de patientes.' });
    expect(tasksOf(file, 'declare-limits')).toEqual([]);
    expect(file.state.lines.cases).toEqual([]);
    expect(file.state.standing).toBe('open');
    const offered = under({ ownLimits: 'offered' }, 'co-construction').must('hqOps', 'DeclareLimit', { limit: 'Pas d’achat sans devis.' });
    expect(tasksOf(offered, 'declare-limits')).toEqual([]);
  });
});
