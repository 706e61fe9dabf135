import type { Actor } from '@palabre/contracts';
import { fileIn, tasksOf, type Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { hostOf, partyNames } from './questions.js';

const words = 'Dit ensemble.';

const third: Actor = { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] };

const announced = (who: 'officer' | 'representative' = 'representative', file = fileIn('implementation')): Rehearsal =>
  file.must(who, 'AnnounceWithdrawal', { reason: words });

const id = (file: Rehearsal): { withdrawal: string } => ({ withdrawal: String(file.last('WithdrawalAnnounced')['withdrawal']) });

/** Three founders who run a partnership: the ordinary story with one more party that was there from the beginning. */
function ofThree(): Rehearsal {
  const file = fileIn('implementation');
  file.must('officer', 'ProposeAccession', { party: 'third', organisation: 'org-third', workingLanguage: 'fr', reason: words });
  const { members } = file.state.parties;
  const inside = members.map(member => ({ ...member, standing: 'in' as const }));
  file.state = {
    ...file.state,
    parties: { ...file.state.parties, members: inside },
    frame: { ...file.state.frame, proposals: [], applicant: null },
  };
  return file;
}

describe('a party that leaves', () => {
  it('S-06: it gives notice of 90 days with its reason; until then it is in, and the work goes on', () => {
    const file = announced();
    expect(file.last('WithdrawalAnnounced')).toMatchObject({ party: 'partner', reason: words, endsAt: '2027-04-20T09:00:00.000Z' });
    expect(file.ask('representative', 'AnnounceWithdrawal', { reason: words })).toMatchObject({
      refusal: { code: 'withdrawal-announced' },
    });
    file.advanceTo('2027-04-19');
    expect(partyNames(file.state)).toEqual(['host', 'partner']);
    expect(file.count('ClosureInitiated')).toBe(0);
  });

  it('S-06: mediation comes first: every other party is asked to offer it, the one that leaves answers, and may stay', () => {
    const file = announced();
    expect(tasksOf(file, 'offer-mediation').map(task => task.party)).toEqual(['host']);
    expect(file.ask('representative', 'OfferMediation', { ...id(file), mediator: 'Une tierce personne' })).toMatchObject({
      refusal: { code: 'mediation-not-yours' },
    });
    expect(file.ask('representative', 'AnswerMediation', { ...id(file), accepts: true, note: null })).toMatchObject({
      refusal: { code: 'mediation-settled' },
    });
    file.must('officer', 'OfferMediation', { ...id(file), mediator: 'Une tierce personne' });
    expect(tasksOf(file, 'answer-mediation').map(task => task.party)).toEqual(['partner']);
    file.must('representative', 'AnswerMediation', { ...id(file), accepts: true, note: null });
    expect(file.ask('officer', 'RevokeWithdrawal', { ...id(file), reason: words })).toMatchObject({
      refusal: { code: 'no-such-withdrawal' },
    });
    file.must('representative', 'RevokeWithdrawal', { ...id(file), reason: words }).advanceTo('2027-05-01');
    expect(file.count('ClosureInitiated') + file.count('PartnerWithdrew')).toBe(0);
  });

  it('S-06: of two, the end of the notice begins the closing: both still render account', () => {
    const file = announced('officer').advanceTo('2027-04-21');
    expect(file.last('ClosureInitiated')).toMatchObject({ from: 'implementation', to: 'closing' });
    expect(file.state).toMatchObject({ phase: 'closing', standing: 'open' });
    expect(file.count('PartnerWithdrew')).toBe(0);
    expect(partyNames(file.state)).toEqual(['host', 'partner']);
  });

  it('C-15: of three, the others go on: the one that left is asked nothing, binds nobody and may sign nothing', () => {
    const file = announced('representative', ofThree()).advanceTo('2027-04-21');
    expect(file.last('PartnerWithdrew')).toMatchObject({ party: 'partner', dutiesTo: null });
    expect(partyNames(file.state)).toEqual(['host', 'third']);
    expect(file.state.phase).toBe('implementation');
    expect(file.ask('representative', 'RaiseChallenge', { text: words })).toMatchObject({ refusal: { code: 'has-left', rule: 'S-06' } });
    expect(file.state.parties.mandates.filter(mandate => mandate.party === 'partner')).toEqual([]);
    expect(file.state.tasks.filter(task => task.party === 'partner')).toEqual([]);
  });

  it('C-15: when the host leaves, its duties pass to the party that was there first', () => {
    const file = announced('officer', ofThree()).advanceTo('2027-04-21');
    expect(file.last('PartnerWithdrew')).toMatchObject({ party: 'host', dutiesTo: 'partner' });
    expect(hostOf(file.state)).toBe('partner');
    expect(file.ask('officer', 'EnterPhase', { phase: 'closing', reason: words })).toMatchObject({ refusal: { code: 'has-left' } });
  });
});

describe('ways out before implementation', () => {
  it.each(['officer', 'representative'] as const)(
    'MDM-25: the %s may stop the negotiation, with its reason, and nothing is signed',
    who => {
      const file = fileIn('validation').must(who, 'StopNegotiation', { reason: 'Le budget ne tient pas.' });
      expect(file.last('NegotiationStopped')).toMatchObject({ reason: 'Le budget ne tient pas.' });
      expect(file.state).toMatchObject({ standing: 'discarded', tasks: [], deadlines: [] });
      expect(file.count('AgreementSigned')).toBe(0);
    },
  );

  it('S-06: once implementation has started nobody simply stops: notice is given', () => {
    expect(fileIn('implementation').ask('officer', 'StopNegotiation', { reason: words })).toMatchObject({
      refusal: { code: 'not-in-this-phase' },
    });
  });

  it('C-15: with more than two a party does not stop it for the others', () => {
    const three = ofThree();
    three.state = { ...three.state, phase: 'validation' };
    expect(three.ask('officer', 'StopNegotiation', { reason: words }, { actor: third })).toMatchObject({
      refusal: { code: 'others-go-on' },
    });
    expect(three.state.standing).toBe('open');
  });
});

describe('candidates and delays', () => {
  it('PMP-30: a declared decision delay is kept with the party', () => {
    const file = fileIn('implementation').must('representative', 'DeclareDecisionDelay', { days: 45 });
    expect(file.state.parties.members.map(member => member.decisionDays)).toEqual([0, 45]);
  });
});
