import { openingIdea, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import type { CommandData } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';

const words = 'Dit.';

/** The idea with its first fields alone, as somebody writes it down in a hurry. */
const {
  commonAction: _action,
  problem: _problem,
  goals: _goals,
  whyNotAlone: _why,
  natures: _natures,
  form: _form,
  horizonYears: _years,
  peopleConcerned: _people,
  ...draft
} = openingIdea;

const opened = (charter: string, type: string, more: Partial<CommandData<'OpenPartnership'>> = {}): Rehearsal =>
  new Rehearsal(policyOfCharter(charter, type)).must('hqOps', 'OpenPartnership', { ...draft, charter, type, ...more });

const argued = (file: Rehearsal): Rehearsal =>
  file
    .must('hqOps', 'AssessNeed', { objective: words, partnershipIsRightMethod: true, argument: words })
    .must('hqOps', 'CheckExistingPartnerships', { found: 0, newOneJustified: true, argument: words });

const onToMapping = (file: Rehearsal) => file.ask('hqOps', 'EnterPhase', { phase: 'mapping', reason: null });

describe('an idea that is told bit by bit', () => {
  it('PMP-07, PMP-08, MDM-33: asks who had it for the need, for what exists and for a type, each until it is answered', () => {
    const file = opened('mdm', 'OP');
    const asked = () => ['assess-need', 'check-existing', 'propose-type'].map(kind => tasksOf(file, kind).map(({ party }) => party));
    expect(asked()).toEqual([['host'], ['host'], ['host']]);
    argued(file);
    expect(asked()).toEqual([[], [], ['host']]);
  });

  it('PMP-01, PMP-56: stays a draft until the problem, the goal and why one actor alone cannot do it are told', () => {
    const file = argued(opened('pmp', 'MSP'));
    const refused = onToMapping(file);
    expect(refused).toMatchObject({ refusal: { code: 'asked-by-the-charter', rule: 'PMP-56, PMP-01' } });
    expect(file.state.phase).toBe('idea');
    expect(tasksOf(file, 'asked-agenda-2030')).toMatchObject([{ party: 'host' }]);
    file.must('hqOps', 'CompleteIdea', { problem: words, goals: [6] });
    expect(onToMapping(file)).toMatchObject({ refusal: { rule: 'PMP-01' } });
    expect(tasksOf(file, 'asked-problem')).toEqual([]);
    file.must('hqOps', 'CompleteIdea', { whyNotAlone: words });
    expect(tasksOf(file, 'asked-agenda-2030')).toEqual([]);
    expect(onToMapping(file)).toMatchObject({ outcome: 'accepted' });
    expect(file.replayed()).toEqual(file.state);
  });

  it('PMP-01: says nothing when nothing is told, and another charter does not ask', () => {
    const file = argued(opened('pmp', 'MSP'));
    refusedAlone(file, () => file.ask('hqOps', 'CompleteIdea', {}), { code: 'nothing-told' });
    expect(onToMapping(argued(opened('mdm', 'OP', { peopleConcerned: words })))).toMatchObject({ outcome: 'accepted' });
  });

  it('MDM-21: under the charter that asks for it an idea names the people whose rights it pursues, at its opening or later', () => {
    const file = argued(opened('mdm', 'OP'));
    expect(tasksOf(file, 'asked-people-concerned')).toMatchObject([{ party: 'host' }]);
    expect(onToMapping(file)).toMatchObject({ refusal: { code: 'asked-by-the-charter', rule: 'MDM-21' } });
    file.must('hqOps', 'CompleteIdea', { peopleConcerned: 'Pêcheuses de la rive' });
    expect(file.last('PartnershipIdeaCompleted')).toEqual({ party: 'host', peopleConcerned: 'Pêcheuses de la rive' });
    expect(tasksOf(file, 'asked-people-concerned')).toEqual([]);
    expect(onToMapping(file).outcome).toBe('accepted');
  });

  it('HFA-02: a partnership names its common action before it leaves the idea', () => {
    const file = argued(opened('hfa', 'OP', { natures: ['scientific'], peopleConcerned: words }));
    expect(onToMapping(file)).toMatchObject({ refusal: { rule: 'HFA-02' } });
    file.must('hqOps', 'CompleteIdea', { commonAction: 'Vacciner ensemble' });
    expect(onToMapping(file).outcome).toBe('accepted');
    expect(file.last('PartnershipIdeaCompleted')).toEqual({ party: 'host', commonAction: 'Vacciner ensemble' });
  });

  it('HFA-06: goal 17 is preset and stays, whatever other goals are chosen; alone it is no answer to PMP-01', () => {
    const file = argued(opened('pmp', 'MSP', { problem: words, whyNotAlone: words }));
    expect(file.last('PartnershipIdeaRecorded')['goals']).toEqual([17]);
    expect(onToMapping(file)).toMatchObject({ refusal: { rule: 'PMP-01' } });
    file.must('hqOps', 'CompleteIdea', { goals: [14, 3] });
    expect(file.last('PartnershipIdeaCompleted')['goals']).toEqual([3, 14, 17]);
    expect(onToMapping(file).outcome).toBe('accepted');
  });

  it('HFA-05, ALE-03: carries several natures at once, and a form in words of its own with its context', () => {
    const form = { name: 'Jumelage de deux maternités', context: 'Une seule route, coupée trois mois par an.' };
    const file = opened('hfa', 'OP', { natures: ['scientific', 'cultural', 'other'], form });
    expect(file.last('PartnershipIdeaRecorded')).toMatchObject({ natures: ['scientific', 'cultural', 'other'], form });
    const answer = file.ask('hqOps', 'CompleteIdea', { natures: ['military'] } as never);
    expect(answer).toMatchObject({ refusal: { code: 'malformed-command' } });
  });

  it('MDM-49: a strategic partnership has no project and a horizon of at least the charter’s figure', () => {
    const { project: _project, ...withoutProject } = draft;
    const file = argued(opened('mdm', 'ST', { ...withoutProject, peopleConcerned: words, project: null }));
    expect(onToMapping(file)).toMatchObject({ refusal: { rule: 'MDM-49' } });
    refusedAlone(file, () => file.ask('hqOps', 'CompleteIdea', { horizonYears: 2 }), { code: 'horizon-too-short', rule: 'MDM-49' });
    file.must('hqOps', 'CompleteIdea', { horizonYears: 3 });
    expect(onToMapping(file).outcome).toBe('accepted');
    expect(file.state.deadlines.map(due => due.rule)).not.toContain('project-ends');
    const { figures = {}, ...policy } = policyOfCharter('mdm', 'ST');
    const longer = new Rehearsal({ ...policy, figures: { ...figures, strategic_horizon_min_months: 60 } });
    const answer = longer.ask('hqOps', 'OpenPartnership', { ...draft, type: 'ST', project: null, horizonYears: 3 });
    expect(answer).toMatchObject({ refusal: { code: 'horizon-too-short' } });
  });

  it('MDM-56, MDM-42: money is off by default for an alliance, on for a service, and can be said otherwise', () => {
    const { financialFlows: _flows, ...silent } = draft;
    const flowsOf = (type: string, said: { financialFlows?: boolean } = {}): unknown =>
      new Rehearsal(policyOfCharter('mdm', type))
        .must('hqOps', 'OpenPartnership', { ...silent, type, ...said })
        .last('PartnershipIdeaRecorded')['financialFlows'];
    expect([flowsOf('AL'), flowsOf('SP'), flowsOf('AL', { financialFlows: true })]).toEqual([false, true, true]);
  });

  it('PMP-06: political and media interest is noted with the idea, each note with its day', () => {
    const file = opened('pmp', 'MSP');
    file.must('hqOps', 'RecordNote', { kind: 'PublicInterestNoted', on: '2026-12-20', interest: 'media', note: words });
    file.must('hqOps', 'RecordNote', { kind: 'PublicInterestNoted', on: '2027-01-03', interest: 'political', note: words });
    expect(file.events.filter(({ attributes }) => attributes.type === 'PublicInterestNoted').map(({ data }) => data)).toMatchObject([
      { party: 'host', on: '2026-12-20', interest: 'media' },
      { party: 'host', on: '2027-01-03', interest: 'political' },
    ]);
    expect(file.state.phase).toBe('idea');
    expect(file.state.journal.counts.PublicInterestNoted).toBe(2);
  });
});

describe('an idea that others had before', () => {
  const check = (seen: string[]) => ({ found: 2, newOneJustified: false, argument: words, alreadyWorkedOn: true, seen });

  it('PMP-08: both answers are kept with what the directory showed, each partnership once', () => {
    const file = opened('pmp', 'MSP');
    refusedAlone(file, () => file.ask('hqOps', 'CheckExistingPartnerships', check(['eau-du-delta'])), { code: 'seen-and-counted' });
    refusedAlone(file, () => file.ask('hqOps', 'CheckExistingPartnerships', check(['a', 'a'])), { code: 'seen-and-counted' });
    file.must('hqOps', 'CheckExistingPartnerships', check(['eau-du-delta', 'source-commune']));
    expect(file.last('ExistingPartnershipsChecked')).toMatchObject({
      alreadyWorkedOn: true,
      newOneJustified: false,
      seen: ['eau-du-delta', 'source-commune'],
    });
    expect(onToMapping(file)).toMatchObject({ refusal: { gates: expect.arrayContaining(['ADDED-VALUE']) } });
  });

  it('PMP-08: joining an existing one turns the idea into a membership request, and the idea ends', () => {
    const file = opened('pmp', 'MSP').must('hqOps', 'CheckExistingPartnerships', check(['eau-du-delta', 'source-commune']));
    refusedAlone(file, () => file.ask('hqOps', 'JoinExisting', { partnership: 'jamais-vu', reason: words }), {
      code: 'not-among-the-seen',
    });
    file.must('hqOps', 'JoinExisting', { partnership: 'eau-du-delta', reason: words });
    expect(file.last('IdeaTurnedIntoMembershipRequest')).toEqual({
      partnership: 'eau-du-delta',
      organisation: 'org-horizon',
      reason: words,
    });
    expect(file.state).toMatchObject({ standing: 'discarded', tasks: [] });
    expect(onToMapping(file)).toMatchObject({ refusal: { code: 'partnership-ended' } });
  });
});
