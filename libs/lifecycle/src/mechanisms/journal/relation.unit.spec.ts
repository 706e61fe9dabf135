import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import {
  accompanimentKinds,
  commandTypes,
  journalNotes,
  ourContributions,
  partnerContributions,
  type Phase,
  type Practices,
} from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { notesOf } from './questions.js';
import { openOpportunities } from './relation-questions.js';

const on = '2027-01-20';
const note = 'Dit et entendu.';

/** A file whose charter asks for these habits. */
const asking = (phase: Phase, ...habits: (keyof Practices)[]): Rehearsal => {
  const policy = policyOfCharter('mdm', 'OP');
  const practices = { ...policy.switches.practices!, ...Object.fromEntries(habits.map(habit => [habit, 'required'])) };
  return fileIn(phase, new Rehearsal({ ...policy, switches: { ...policy.switches, practices } }));
};

describe('time for the relation', () => {
  const planned = (year: number) => ({ kind: 'RelationTimePlanned', on, year, halfDays: 24 }) as const;
  const askedOf = (file: Rehearsal) => tasksOf(file, 'plan-relation-time').map(task => [task.party, task.about]);

  it('MDM-29: under a charter that asks for it each side plans its own days of the year, and both are asked again the next year', () => {
    const file = fileIn('implementation');
    expect(file.state.policy?.switches.practices?.relationTime).toBe('required');
    expect(askedOf(file)).toEqual([
      ['host', '2027'],
      ['partner', '2027'],
    ]);
    file.must('officer', 'RecordNote', planned(2027));
    expect(askedOf(file)).toEqual([['partner', '2027']]);
    file.must('representative', 'RecordNote', planned(2028));
    expect(askedOf(file)).toEqual([]);
    expect(file.last('RelationTimePlanned')).toMatchObject({ party: 'partner', year: 2028, halfDays: 24 });
    file.advanceTo('2028-01-05');
    expect(askedOf(file)).toEqual([['host', '2028']]);
  });

  it('MDM-29: where the habit is only offered nobody is asked, and before the work starts nobody is either', () => {
    const { relationTime: _asked, ...others } = policyOfCharter('mdm', 'OP').switches.practices!;
    const policy = policyOfCharter('mdm', 'OP');
    expect(askedOf(fileIn('implementation', new Rehearsal({ ...policy, switches: { ...policy.switches, practices: others } })))).toEqual(
      [],
    );
    expect(askedOf(fileIn('setting-up'))).toEqual([]);
  });
});

describe('what each side brings', () => {
  it('ALE-36: what we bring amplifies, stands in solidarity or connects, and its result is confirmed by the party it was for', () => {
    expect(ourContributions).toEqual(['amplify', 'solidarity', 'connect']);
    const file = fileIn('implementation');
    const made = (to: string) =>
      ({ kind: 'ContributionMade', on, contribution: 'platform-1', under: 'amplify', to, result: 'Leur étude est citée.' }) as const;
    const confirmed = { kind: 'ContributionConfirmed', on, contribution: 'platform-1', note } as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', made('host')), { code: 'names-oneself', rule: 'ALE-36' });
    refusedAlone(file, () => file.ask('representative', 'RecordNote', confirmed), { code: 'no-such-entry' });
    file.must('officer', 'RecordNote', made('partner'));
    expect(tasksOf(file, 'confirm-contribution')).toMatchObject([{ party: 'partner', about: 'platform-1' }]);
    refusedAlone(file, () => file.ask('officer', 'RecordNote', confirmed), { code: 'confirmed-by-the-other', rule: 'ALE-36' });
    expect(file.state.journal.relation.confirmed).toEqual({});
    file.must('representative', 'RecordNote', confirmed);
    expect(tasksOf(file, 'confirm-contribution')).toEqual([]);
    expect(file.state.journal.relation).toMatchObject({ contributions: [], confirmed: { partner: 1 } });
  });

  it('ALE-37: one list of accompaniment drives the capacity plan and the count of the year', () => {
    const file = asking('co-construction', 'accompanimentKinds');
    const line = { line: 'C1', from: 'host', to: 'partner', need: note, method: note, objective: 'O1', why: note };
    const plan = (lines: object[]) => ({ kind: 'capacity-plan', body: { lines } }) as never;
    refusedAlone(file, () => file.ask('representative', 'ProposeText', plan([line])), { code: 'accompaniment-unnamed', rule: 'ALE-37' });
    file.must('representative', 'ProposeText', plan([{ ...line, accompaniment: 'mentoring' }]));
    fileIn('co-construction').must('representative', 'ProposeText', plan([line]));

    const given = (day: string, accompaniment: (typeof accompanimentKinds)[number]) =>
      ({ kind: 'AccompanimentGiven', on: day, accompaniment, to: 'partner', note }) as const;
    const running = fileIn('implementation')
      .advanceTo('2028-02-01')
      .must('officer', 'RecordNote', given('2027-06-01', 'training'))
      .must('officer', 'RecordNote', given('2027-09-01', 'training'))
      .must('officer', 'RecordNote', given('2028-01-10', 'joint-influence'));
    expect(running.state.journal.relation.accompaniment).toEqual({ '2027': { training: 2 }, '2028': { 'joint-influence': 1 } });
    expect(accompanimentKinds).toEqual(['funds', 'training', 'mentoring', 'other-capacity', 'joint-influence']);
  });

  it('ALE-38: what partners bring is noted under one of six kinds', () => {
    expect(partnerContributions).toHaveLength(6);
    const file = fileIn('implementation');
    for (const brings of partnerContributions) {
      file.must('officer', 'RecordNote', { kind: 'PartnerContributionRecorded', on, by: 'partner', brings, note });
    }
    expect(Object.values(file.state.journal.relation.brought)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('ALE-27: the plan is looked at for gender, diversity, equity and inclusion, each with its evidence, where the charter asks for it', () => {
    const file = asking('setting-up', 'inclusionChecklist');
    expect(tasksOf(file, 'check-inclusion').map(task => task.party)).toEqual(['host', 'partner']);
    expect(tasksOf(fileIn('setting-up'), 'check-inclusion')).toEqual([]);
    const item = { done: true, evidence: 'La moitié des animatrices sont du quartier.' };
    expect(Object.keys(journalNotes.InclusionChecked.fields.shape)).toEqual(
      expect.arrayContaining(['gender', 'diversity', 'equity', 'inclusion']),
    );
    expect(journalNotes.InclusionChecked.fields.shape.equity.safeParse({ done: true }).success).toBe(false);
    file.must('representative', 'RecordNote', {
      kind: 'InclusionChecked',
      on,
      gender: item,
      diversity: item,
      equity: item,
      inclusion: item,
    });
    expect(tasksOf(file, 'check-inclusion')).toEqual([]);
  });
});

describe('speaking for, with and by', () => {
  const action = (stance: 'for' | 'with' | 'by', subject = 'land-law') =>
    ({ kind: 'AdvocacyActionTaken', on, subject, stance, partner: 'partner', note }) as const;
  const consent = (subject: string) => ({ kind: 'AdvocacyConsentGiven', on, subject, to: 'host', note }) as const;

  it('ALE-16: nobody speaks for a partner without its recorded consent on that subject; with it and by it needs none', () => {
    const file = fileIn('implementation').must('officer', 'RecordNote', action('with')).must('officer', 'RecordNote', action('by'));
    refusedAlone(file, () => file.ask('officer', 'RecordNote', action('for')), { code: 'advocacy-without-consent', rule: 'ALE-16' });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', consent('land-law')), { code: 'names-oneself' });
    file.must('representative', 'RecordNote', consent('water'));
    refusedAlone(file, () => file.ask('officer', 'RecordNote', action('for')), { code: 'advocacy-without-consent' });
    file.must('representative', 'RecordNote', consent('land-law')).must('officer', 'RecordNote', action('for'));
    expect(notesOf(file.state, 'AdvocacyActionTaken')).toBe(3);
  });

  it('ALE-16: a charter that only offers the habit lets the action be noted without consent', () => {
    const policy = policyOfCharter('mdm', 'OP');
    expect(policy.switches.practices?.advocacyConsent).toBe('required');
    const practices = { ...policy.switches.practices!, advocacyConsent: 'offered' as const };
    const file = fileIn('implementation', new Rehearsal({ ...policy, switches: { ...policy.switches, practices } }));
    file.must('officer', 'RecordNote', action('for'));
  });
});

describe('what is opened to others', () => {
  it('ALE-47: the board of opportunities is open to every party, and what came of each is counted', () => {
    const file = fileIn('implementation');
    const shared = (opportunity: string, closesOn: string) =>
      ({ kind: 'OpportunityShared', on, opportunity, offers: 'donor', closesOn, note }) as const;
    file.must('officer', 'RecordNote', shared('call-1', '2027-03-01')).must('representative', 'RecordNote', shared('call-2', '2027-01-25'));
    const board = (day: string) => openOpportunities(file.state, day).map(one => one.opportunity);
    expect(board('2027-01-20')).toEqual(['call-2', 'call-1']);
    expect(board('2027-01-25')).toEqual(['call-2', 'call-1']);
    expect(board('2027-01-26')).toEqual(['call-1']);
    refusedAlone(file, () => file.ask('representative', 'RecordNote', shared('call-1', '2027-04-01')), { code: 'name-taken' });
    const followed = (opportunity: string) => ({ kind: 'OpportunityFollowedUp', on, opportunity, outcome: 'applied', note }) as const;
    refusedAlone(file, () => file.ask('representative', 'RecordNote', followed('call-9')), { code: 'no-such-entry', rule: 'ALE-47' });
    file.must('representative', 'RecordNote', followed('call-1'));
    expect(file.state.journal.relation.opportunities.map(one => one.followedUp)).toEqual([1, 0]);
    expect([notesOf(file.state, 'OpportunityShared'), notesOf(file.state, 'OpportunityFollowedUp')]).toEqual([2, 1]);
  });

  it('ALE-71: a session of design or outreach lists who of the partners took part; one without any is told and counted', () => {
    const file = fileIn('implementation');
    const held = (party: string, people: number) =>
      ({
        kind: 'DesignSessionHeld',
        on,
        topic: 'Nouveau programme',
        participants: [
          { party: 'host', people: 3 },
          { party, people },
        ],
      }) as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', held('nobody', 2)), { code: 'unknown-party', rule: 'ALE-71' });
    expect(file.ask('officer', 'RecordNote', held('partner', 2))).toMatchObject({ outcome: 'accepted', warnings: [] });
    expect(file.ask('officer', 'RecordNote', held('partner', 0))).toMatchObject({
      outcome: 'accepted',
      warnings: [{ code: 'session-without-partner', rule: 'ALE-71' }],
    });
    file.must('officer', 'RecordNote', { ...held('partner', 1), kind: 'OutreachSessionHeld' });
    expect(file.state.journal.relation.sessions).toEqual({ held: 3, withoutPartner: 1 });
  });
});

describe('a common memory', () => {
  it('AGI-16: both sides note what was good and what was not; an entry is answered by the other, and never replaced or removed', () => {
    const file = fileIn('implementation');
    const entry = (name: string, tone: 'positive' | 'negative') =>
      ({ kind: 'SharedHistoryNoted', on, entry: name, tone, note: 'Les camions sont partis sans nous.' }) as const;
    const answered = (name: string) => ({ kind: 'SharedHistoryAnswered', on, entry: name, note }) as const;
    file.must('representative', 'RecordNote', entry('trucks', 'negative')).must('officer', 'RecordNote', entry('market-day', 'positive'));
    refusedAlone(file, () => file.ask('officer', 'RecordNote', entry('trucks', 'positive')), { code: 'name-taken', rule: 'AGI-16' });
    refusedAlone(file, () => file.ask('representative', 'RecordNote', answered('trucks')), { code: 'own-entry', rule: 'AGI-16' });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', answered('bridge')), { code: 'no-such-entry' });
    file.must('officer', 'RecordNote', answered('trucks'));
    expect(file.state.journal.relation).toMatchObject({
      history: [
        { entry: 'trucks', by: 'partner' },
        { entry: 'market-day', by: 'host' },
      ],
      tones: { positive: 1, negative: 1 },
    });
    expect(JSON.stringify(file.state)).not.toContain('camions');
    expect(commandTypes.filter(type => /^(Remove|Delete|Erase|Withdraw).*(Note|History)/.test(type))).toEqual([]);
  });

  it('AGI-33: where the charter asks for it, each of the three phases puts the part of the community on the table until it is noted', () => {
    const planning = asking('co-construction', 'communityPhases');
    expect(tasksOf(planning, 'record-community-participation').map(task => [task.party, task.about])).toEqual([
      ['host', 'planning'],
      ['partner', 'planning'],
    ]);
    planning.must('representative', 'RecordNote', {
      kind: 'CommunityParticipationRecorded',
      on: '2027-01-04',
      stage: 'planning',
      people: 30,
      note,
    });
    expect(tasksOf(planning, 'record-community-participation')).toEqual([]);
    expect(tasksOf(fileIn('implementation'), 'record-community-participation')).toEqual([]);
    expect(tasksOf(asking('implementation', 'communityPhases'), 'record-community-participation')).toMatchObject([
      { about: 'implementation' },
      { about: 'implementation' },
    ]);
  });

  it('PMP-02: users add advice to a step from their own experience, and it is signed by who gave it', () => {
    const file = fileIn('implementation');
    file.must('representative', 'RecordNote', { kind: 'AdviceGiven', on, step: 'mapping', advice: 'Demander aussi aux bergers.' });
    expect(file.last('AdviceGiven')).toMatchObject({ step: 'mapping', party: 'partner' });
    expect(file.events.findLast(event => event.attributes.type === 'AdviceGiven')?.attributes.actor).toBe('person-representative');
  });
});
