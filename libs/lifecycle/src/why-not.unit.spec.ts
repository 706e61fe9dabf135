import { fileIn, people, policyOfCharter, Rehearsal, translated, sampleBodies } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import type { PartnershipState } from './state.js';
import { whyNot } from './why-not.js';

/** The same file as one that lives by real time: quiet since its last event. */
const quiet = (file: Rehearsal): PartnershipState => ({ ...file.state, calendar: { kind: 'real', now: '2027-01-20T09:00:00.000Z' } });

/** Mandates of both hierarchies that end with the year. */
function signable(): Rehearsal {
  const file = fileIn('validation');
  file.must('officer', 'ProposeText', { kind: 'agreement', body: { clauses: [{ number: '1', title: 'Objet', text: 'Ensemble.' }] } });
  translated(file, 'agreement').must('representative', 'AcceptText', file.text('agreement'));
  file.must('officer', 'RecordMandate', {
    person: 'person-direction',
    role: 'signatory-authority',
    from: '2026-01-01',
    until: '2027-12-31',
  });
  return file;
}

describe('why not', () => {
  it('S-16: asked of a real file that has been quiet for a year, it judges mandates on the day of the question', () => {
    const state = quiet(signable());
    const ask = { type: 'SignAgreement', actor: people.direction } as const;
    const codes = (at: string) => whyNot(state, { ...ask, at }).refusals.map(refusal => refusal.code);
    expect(codes('2027-06-01T09:00:00.000Z')).not.toContain('no-mandate');
    expect(codes('2028-06-01T09:00:00.000Z')).toContain('no-mandate');
  });

  it('a question from before the last event is asked at the last event, and a rehearsal keeps its own calendar', () => {
    const file = signable();
    const ask = { type: 'SignAgreement', actor: people.direction } as const;
    const early = whyNot(quiet(file), { ...ask, at: '1999-01-01T00:00:00.000Z' });
    expect(early).toEqual(whyNot(quiet(file), ask));
    expect(whyNot(file.state, { ...ask, at: '2028-06-01T09:00:00.000Z' })).toEqual(whyNot(file.state, ask));
  });

  it('asking changes nothing', () => {
    const file = signable();
    const before = structuredClone(file.state);
    whyNot(file.state, { type: 'EnterPhase', actor: people.officer, at: '2028-06-01T09:00:00.000Z' });
    expect(file.state).toEqual(before);
  });

  it.each([
    ['StopNegotiation', 'validation', 'officer'],
    ['AnnounceWithdrawal', 'implementation', 'representative'],
    ['EnterPhase', 'implementation', 'officer'],
    ['ConfirmCoConstruction', 'co-construction', 'representative'],
    ['OpenTransfer', 'implementation', 'officer'],
    ['RaiseChallenge', 'implementation', 'representative'],
  ] as const)('%s in %s is possible for the %s, and no refusal is told', (type, phase, who) => {
    const file = fileIn(phase, new Rehearsal(policyOfCharter('mdm', 'TR')));
    if (phase === 'co-construction') {
      file
        .must('representative', 'ProposeText', { kind: 'values', body: sampleBodies.values! })
        .must('officer', 'AcceptText', file.text('values'));
    }
    expect(whyNot(file.state, { type, actor: people[who] })).toMatchObject({ command: type, possible: true, refusals: [] });
    const told = whyNot(file.state, { type, actor: people.outsider });
    expect(told.possible).toBe(false);
    expect(told.refusals.length).toBeGreaterThan(0);
  });

  it.each([
    ['AcceptReadiness', 'transfer', 'representative', 'not-the-recipient'],
    ['AcceptRules', 'implementation', 'representative', 'not-the-applicant'],
    ['DeclareAccountRendered', 'closing', 'direction', 'account-not-ready'],
  ] as const)('%s in %s is tried out with what it would say, and its own reason is told once', (type, phase, who, code) => {
    const { possible, refusals } = whyNot({ ...fileIn('implementation').state, phase }, { type, actor: people[who] });
    expect(possible).toBe(false);
    expect(refusals.filter(refusal => refusal.code === code)).toHaveLength(1);
  });
});
