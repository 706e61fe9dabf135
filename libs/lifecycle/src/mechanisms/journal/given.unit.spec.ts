import type { Actor } from '@palabre/contracts';
import { agreeText, fileIn, organisations, policyOfCharter, refusedAlone, Rehearsal, samplePlan, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { rebalancingEffect } from '../../asks/said.asks.js';

const on = '2027-01-20';
const note = 'Noté ensemble.';

const undated = { measure: 'R1', from: 'host', to: 'partner', text: note };

/** A plan whose one measure the host carries through by a day. */
const planned = (dueOn: string) => ({
  ...samplePlan,
  rebalancing: [{ ...undated, owner: 'host', dueOn }],
});

describe('what parties give each other', () => {
  it('ALE-10: an introduction to a donor is made for another party, and counted', () => {
    const file = fileIn('implementation');
    const introduced = (party: string) => ({ kind: 'DonorIntroductionMade', on, donor: 'org-bailleur', introduced: party, note }) as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', introduced('host')), { code: 'names-oneself', rule: 'ALE-10' });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', introduced('nobody')), { code: 'unknown-party', rule: 'ALE-10' });
    file.must('officer', 'RecordNote', introduced('partner'));
    expect(file.last('DonorIntroductionMade')).toMatchObject({ party: 'host', introduced: 'partner' });
    expect(file.state.journal.counts.DonorIntroductionMade).toBe(1);
  });

  it('AGI-13: a right that moved is told by the party that received it, never by the one that gave it', () => {
    const file = fileIn('implementation');
    const measure = (from: string) =>
      ({ kind: 'PowerRebalancingMeasureCompleted', on, from, moved: 'budget-authority', measure: 'Signature des dépenses.' }) as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', measure('host')), { code: 'names-oneself', rule: 'AGI-13' });
    file.must('representative', 'RecordNote', measure('host'));
    expect(file.last('PowerRebalancingMeasureCompleted')).toMatchObject({ party: 'partner', from: 'host' });
  });

  it('AGI-13: a measure of the agreed plan moves the right itself: money is then decided by the party that received it, without the other', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('agiri', 'OP')));
    const completed = (more: object = {}) =>
      ({
        kind: 'PowerRebalancingMeasureCompleted',
        on,
        from: 'host',
        moved: 'budget-authority',
        planned: 'R1',
        measure: note,
        ...more,
      }) as const;
    const proposed = () => {
      file.must('representative', 'ProposeDecision', { kind: 'joint', subject: 'Achats', text: note, override: null, area: 'money' });
      return file.last('JointDecisionProposed')['deciders'];
    };
    expect(proposed()).toBeUndefined();
    refusedAlone(file, () => file.ask('representative', 'RecordNote', completed()), { code: 'not-planned', rule: 'AGI-13' });
    agreeText(file, 'plan', samplePlan);
    refusedAlone(file, () => file.ask('officer', 'RecordNote', completed({ from: 'partner' })), { code: 'not-planned' });
    refusedAlone(file, () => file.ask('representative', 'RecordNote', completed({ planned: 'R9' })), { code: 'not-planned' });
    file.must('representative', 'RecordNote', completed({ moved: 'skills' }));
    expect(proposed()).toBeUndefined();
    file.must('representative', 'RecordNote', completed());
    const areas = [{ area: 'money' as const, information: 'full' as const, decision: 'joint' as const }];
    file.must('officer', 'RecordNote', { kind: 'LevelsChosen', on, areas });
    refusedAlone(
      file,
      () => file.ask('representative', 'ProposeDecision', { kind: 'joint', subject: 'Achats', text: note, override: null, area: 'money' }),
      { code: 'decided-alone' },
    );
    file.must('officer', 'ProposeDecision', { kind: 'joint', subject: 'Achats', text: note, override: null, area: 'money' });
    expect(file.last('JointDecisionProposed')['deciders']).toEqual(['partner']);
  });

  it('AGI-13: where the plan says what a measure moves, the party that receives tells that and nothing else', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('agiri', 'OP')));
    agreeText(file, 'plan', { ...samplePlan, rebalancing: [{ ...undated, owner: 'host', dueOn: '2027-06-30', moves: 'skills' }] });
    const completed = (moved: 'budget-authority' | 'skills') =>
      ({ kind: 'PowerRebalancingMeasureCompleted', on, from: 'host', moved, planned: 'R1', measure: note }) as const;
    refusedAlone(file, () => file.ask('representative', 'RecordNote', completed('budget-authority')), {
      code: 'moves-otherwise',
      rule: 'AGI-13',
    });
    expect(file.state.journal.rights).toBeUndefined();
    file.must('representative', 'RecordNote', completed('skills'));
    expect(file.last('PowerRebalancingMeasureCompleted')).toMatchObject({ party: 'partner', moved: 'skills', planned: 'R1' });
  });

  it('AGI-13: a measure that is late is carried further like any late task, and the review of the year names it with its owner', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('agiri', 'OP')));
    agreeText(file, 'plan', planned('2027-06-30'));
    const waiting = () => ['carry-through-measure', 'tell-measure-completed'].flatMap(kind => tasksOf(file, kind));
    expect(waiting()).toMatchObject([
      { kind: 'carry-through-measure', party: 'host', about: 'R1', overdue: false },
      { kind: 'tell-measure-completed', party: 'partner', about: 'R1', overdue: false },
    ]);
    file.advanceTo('2027-06-30');
    expect(waiting().map(({ overdue }) => overdue)).toEqual([false, false]);
    file.advanceTo('2027-07-02');
    expect(waiting().map(({ overdue }) => overdue)).toEqual([true, true]);
    const told = () => rebalancingEffect.lacks(file.state).map(({ what }) => what.en);
    expect(told()).toEqual(['The effect of measure R1, late since 2027-06-30 with "host", is not scored.']);
    const done = { kind: 'PowerRebalancingMeasureCompleted', on, from: 'host', moved: 'skills', planned: 'R1', measure: note } as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', done), { code: 'names-oneself' });
    file.must('representative', 'RecordNote', done);
    expect(waiting()).toEqual([]);
    expect(told()).toEqual(['The effect of measure R1 is not scored.']);
  });

  it('AGI-13: a plan without days asks nobody by a day; where the charter asks for owner and day, it cannot be agreed', () => {
    const body = { ...samplePlan, rebalancing: [undated] };
    const free = fileIn('implementation');
    agreeText(free, 'plan', body);
    expect(tasksOf(free, 'carry-through-measure')).toEqual([]);
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('agiri', 'OP')));
    file.must('officer', 'ProposeText', { kind: 'plan', body });
    refusedAlone(file, () => file.ask('representative', 'AcceptText', file.text('plan')), { code: 'text-incomplete', rule: 'AGI-13' });
    const stranger = { ...samplePlan, rebalancing: [{ ...undated, owner: 'nobody', dueOn: '2027-06-30' }] };
    refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'plan', body: stranger }), { code: 'unknown-party' });
  });

  it('AGI-13: the plan is looked at every year: the party that each measure is for scores its effect', () => {
    const file = fileIn('annual-review', new Rehearsal(policyOfCharter('agiri', 'OP')));
    expect(tasksOf(file, 'asked-rebalancing-effect')).toEqual([]);
    agreeText(file, 'plan', samplePlan);
    expect(tasksOf(file, 'asked-rebalancing-effect').map(task => task.party)).toEqual(['partner']);
  });

  it('AGI-35: a barrier that is named is an open line; it is lowered when the person concerned says so, and nobody else', () => {
    const file = fileIn('implementation');
    const barrier = { on, barrier: 'language', measure: 'Interprétation en wolof.' } as const;
    const lowered = { kind: 'ParticipationBarrierLowered', ...barrier, confirmedBy: 'person-elder' } as const;
    file.must('officer', 'RecordNote', { kind: 'ParticipationBarrierNamed', ...barrier, concerns: 'person-elder' });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', lowered), { code: 'said-for-another', rule: 'AGI-35' });
    expect([file.count('ParticipationBarrierNamed'), file.count('ParticipationBarrierLowered')]).toEqual([1, 0]);
    const elder: Actor = { person: 'person-elder', organisation: organisations.partner, roles: ['community-leader'] };
    file.must('representative', 'RecordNote', lowered, { actor: elder });
    expect(file.last('ParticipationBarrierLowered')).toMatchObject({ party: 'partner', confirmedBy: 'person-elder' });
  });

  it('PMP-37, PMP-45: peer sessions and champions are noted under their names, a champion with the consent to be named or without', () => {
    const file = fileIn('implementation');
    const session = (offeredBy: string) =>
      ({ kind: 'PeerSessionHeld', on, offeredBy, topic: 'Gestion des stocks', participants: 6, feedback: note }) as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', session('nobody')), { code: 'unknown-party', rule: 'PMP-37' });
    file
      .must('officer', 'RecordNote', session('partner'))
      .must('representative', 'RecordNote', { kind: 'ChampionEngaged', on, champion: 'person-griot', consentsToPublication: false, note });
    expect(file.last('PeerSessionHeld')).toMatchObject({ party: 'host', offeredBy: 'partner' });
    expect(file.last('ChampionEngaged')).toMatchObject({ consentsToPublication: false });
  });
});
