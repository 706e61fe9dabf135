import type { ChosenArea, CommandData, EventData } from '@palabre/contracts';
import { fileIn, refusedAlone, type Rehearsal, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { claimedTwice, decidersIn, informedIn, isDivided } from './chosen-levels.js';
import { openOpportunities, sawPartnerContribute, stagesWithoutCommunity } from './relation-questions.js';
import type { RelationSlice } from './relation-slice.js';

const on = '2027-01-20';
const note = 'Dit et entendu.';

type Note = CommandData<'RecordNote'>;

/** A file at work in which this is kept of the relation. */
function keeping(relation: Partial<RelationSlice> = {}): Rehearsal {
  const file = fileIn('implementation');
  const { journal } = file.state;
  file.state = { ...file.state, journal: { ...journal, relation: { ...journal.relation, ...relation } } };
  return file;
}

/** So many of them, by number. */
const many = <T>(count: number, one: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => one(at));

const contribution = (name: string, to = 'partner') =>
  ({ kind: 'ContributionMade', on, contribution: name, under: 'amplify', to, result: note }) as const;

const consent = (subject: string) => ({ kind: 'AdvocacyConsentGiven', on, subject, to: 'host', note }) as const;

const opportunity = (name: string, closesOn?: string) =>
  ({ kind: 'OpportunityShared', on, opportunity: name, offers: 'donor', note, ...(closesOn === undefined ? {} : { closesOn }) }) as Note;

const history = (entry: string) => ({ kind: 'SharedHistoryNoted', on, entry, tone: 'positive', note }) as const;

describe('registers of the relation', () => {
  it('ALE-36, ALE-16, ALE-47, AGI-16: each holds a hundred entries, takes the hundredth, and says under its own rule that it is full', () => {
    const full = (count: number) =>
      keeping({
        contributions: many(count, at => ({ contribution: `c-${at}`, by: 'host', to: 'partner' })),
        consents: many(count, at => ({ subject: `s-${at}`, by: 'partner', to: 'host' })),
        opportunities: many(count, at => ({ opportunity: `o-${at}`, by: 'host', closesOn: null, followedUp: 0 })),
        history: many(count, at => ({ entry: `h-${at}`, by: 'host' })),
      });
    const notes: readonly (readonly [rule: string, who: 'officer' | 'representative', note: Note])[] = [
      ['ALE-36', 'officer', contribution('one-more')],
      ['ALE-16', 'representative', consent('one-more')],
      ['ALE-47', 'officer', opportunity('one-more')],
      ['AGI-16', 'officer', history('one-more')],
    ];
    for (const [rule, who, asked] of notes) {
      const file = full(100);
      refusedAlone(file, () => file.ask(who, 'RecordNote', asked), { code: 'register-full', rule });
      expect([rule, full(99).ask(who, 'RecordNote', asked).outcome]).toEqual([rule, 'accepted']);
    }
  });

  it('ALE-36, ALE-16, ALE-47, AGI-16: a reference is given once, under the rule of its register', () => {
    const file = fileIn('implementation');
    const notes: readonly (readonly [rule: string, who: 'officer' | 'representative', note: Note])[] = [
      ['ALE-36', 'officer', contribution('twice')],
      ['ALE-16', 'representative', consent('twice')],
      ['ALE-47', 'officer', opportunity('twice')],
      ['AGI-16', 'officer', history('twice')],
    ];
    for (const [rule, who, asked] of notes) {
      file.must(who, 'RecordNote', asked);
      refusedAlone(file, () => file.ask(who, 'RecordNote', asked), { code: 'name-taken', rule });
    }
    const { contributions, consents, opportunities, history: entries } = file.state.journal.relation;
    expect([contributions, consents, opportunities, entries].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  });

  it('ALE-36, ALE-37, ALE-38: whom it names is a party of the file', () => {
    const file = fileIn('implementation');
    const accompanied = { kind: 'AccompanimentGiven', on, accompaniment: 'training', to: 'nobody', note } as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', contribution('c-1', 'nobody')), { code: 'unknown-party', rule: 'ALE-36' });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', accompanied), { code: 'unknown-party', rule: 'ALE-37' });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', { ...accompanied, to: 'host' }), { code: 'names-oneself', rule: 'ALE-37' });
    const brought = { kind: 'PartnerContributionRecorded', on, by: 'host', brings: 'reach', note } as const;
    refusedAlone(file, () => file.ask('representative', 'RecordNote', brought), { code: 'not-a-partner', rule: 'ALE-38' });
  });

  it('ALE-36: of several contributions the one that is confirmed leaves the list, counted for who it was for', () => {
    const file = fileIn('implementation')
      .must('officer', 'RecordNote', contribution('c-1'))
      .must('officer', 'RecordNote', contribution('c-2'));
    const confirmed = (name: string) => ({ kind: 'ContributionConfirmed', on, contribution: name, note }) as const;
    refusedAlone(file, () => file.ask('representative', 'RecordNote', confirmed('c-9')), { code: 'no-such-entry', rule: 'ALE-36' });
    file.must('representative', 'RecordNote', confirmed('c-2'));
    expect(file.state.journal.relation.contributions).toEqual([{ contribution: 'c-1', by: 'host', to: 'partner' }]);
    expect(file.state.journal.relation.confirmed).toEqual({ partner: 1 });
    expect(tasksOf(file, 'confirm-contribution').map(({ about }) => about)).toEqual(['c-1']);
  });

  it('ALE-16: consent is for one subject, from one party to another; who speaks by or with a stranger is told so', () => {
    const file = fileIn('implementation').must('representative', 'RecordNote', consent('land-law'));
    const action = (stance: 'for' | 'with' | 'by', partner: string, subject = 'land-law') =>
      ({ kind: 'AdvocacyActionTaken', on, subject, stance, partner, note }) as const;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', { ...consent('water'), to: 'nobody' }), {
      code: 'unknown-party',
      rule: 'ALE-16',
    });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', consent('water')), { code: 'names-oneself', rule: 'ALE-16' });
    for (const stance of ['for', 'with', 'by'] as const) {
      refusedAlone(file, () => file.ask('officer', 'RecordNote', action(stance, 'nobody')), { code: 'unknown-party', rule: 'ALE-16' });
    }
    for (const stance of ['for', 'with'] as const) {
      refusedAlone(file, () => file.ask('officer', 'RecordNote', action(stance, 'host')), { code: 'names-oneself', rule: 'ALE-16' });
    }
    const other = () => file.ask('representative', 'RecordNote', action('for', 'host'));
    refusedAlone(file, other, { code: 'advocacy-without-consent', rule: 'ALE-16' });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', action('for', 'partner', 'water')), { code: 'advocacy-without-consent' });
    expect(file.ask('officer', 'RecordNote', action('for', 'partner')).outcome).toBe('accepted');
    expect(file.count('AdvocacyActionTaken')).toBe(1);
  });

  it('ALE-47: what has closed leaves the board when something new is shared, what is still open on that day stays', () => {
    const file = keeping({
      opportunities: [
        { opportunity: 'closed', by: 'host', closesOn: '2027-01-19', followedUp: 2 },
        { opportunity: 'last-day', by: 'host', closesOn: on, followedUp: 0 },
        { opportunity: 'endless', by: 'partner', closesOn: null, followedUp: 1 },
      ],
    });
    expect(openOpportunities(file.state, on).map(one => one.opportunity)).toEqual(['endless', 'last-day']);
    file.must('representative', 'RecordNote', opportunity('new'));
    expect(file.state.journal.relation.opportunities.map(one => one.opportunity)).toEqual(['last-day', 'endless', 'new']);
    expect(file.state.journal.relation.opportunities.at(-1)).toEqual({ opportunity: 'new', by: 'partner', closesOn: null, followedUp: 0 });
    const followed = { kind: 'OpportunityFollowedUp', on, opportunity: 'endless', outcome: 'applied', note } as const;
    file.must('officer', 'RecordNote', followed);
    expect(file.state.journal.relation.opportunities.map(one => one.followedUp)).toEqual([0, 2, 0]);
  });

  it('MDM-29: a year planned afterwards for the past takes nothing from the latest one', () => {
    const file = fileIn('implementation');
    const planned = (year: number) => ({ kind: 'RelationTimePlanned', on, year, halfDays: 10 }) as const;
    file.must('officer', 'RecordNote', planned(2028)).must('officer', 'RecordNote', planned(2027));
    expect(file.state.journal.relation.timePlanned).toEqual({ host: 2028 });
  });

  it('ALE-38, AGI-33: what was brought, or where the community was, counts from the last reflection on', () => {
    const noon = '2027-06-01T12:00:00.000Z';
    const [earlier, later] = ['2027-05-31T12:00:00.000Z', '2027-06-02T12:00:00.000Z'];
    const { state } = keeping({ broughtAt: noon, community: { planning: earlier, implementation: noon } });
    expect([null, earlier, noon, later].map(since => sawPartnerContribute(state, since))).toEqual([true, true, false, false]);
    expect(sawPartnerContribute(keeping().state, null)).toBe(false);
    expect([null, earlier, noon, later].map(since => stagesWithoutCommunity(state, since).includes('implementation'))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(stagesWithoutCommunity(state, later)).not.toContain('planning');
    expect(stagesWithoutCommunity(state, null)).toEqual(['evaluation']);
  });
});

describe('who decides where', () => {
  type Chosen = { readonly decision: 'none' | 'consulted' | 'joint' | 'sole'; readonly information: 'none' | 'summary' | 'full' };

  /** What each party chose for one area. */
  function chosen(levels: Readonly<Record<string, Chosen>>, rights?: Readonly<Record<string, string>>) {
    const { state } = fileIn('implementation');
    const { journal } = state;
    const byParty = Object.fromEntries(Object.entries(levels).map(([party, level]) => [party, { people: level }]));
    return { ...state, journal: { ...journal, levels: byParty, ...(rights === undefined ? {} : { rights }) } } as typeof state;
  }

  const level = (decision: Chosen['decision'], information: Chosen['information'] = 'full'): Chosen => ({ decision, information });

  it.each([
    ['sole', 'none', ['host']],
    ['joint', 'consulted', ['host']],
    ['consulted', 'sole', ['partner']],
    ['joint', 'joint', null],
    ['sole', 'sole', null],
    ['none', 'none', null],
    ['consulted', 'none', null],
  ] as const)('AGI-21: where the host chose %s and the partner %s, those who decide are %j', (host, partner, deciders) => {
    const state = chosen({ host: level(host), partner: level(partner) });
    expect(decidersIn(state, 'people')).toEqual(deciders);
    expect(decidersIn({ ...state, steps: { ...state.steps, signedAt: null } }, 'people')).toBeNull();
    expect(decidersIn(state, undefined)).toBeNull();
    expect(decidersIn(state, 'money')).toBeNull();
  });

  it('AGI-13: a right that moved goes before what was chosen, as long as its holder is in', () => {
    const area = 'people' as ChosenArea;
    const levels = { host: level('sole'), partner: level('none') };
    expect(decidersIn(chosen(levels, { people: 'partner' }), area)).toEqual(['partner']);
    expect(decidersIn(chosen(levels, { people: 'gone' }), area)).toEqual(['host']);
    expect(decidersIn(chosen(levels, { money: 'partner' }), area)).toEqual(['host']);
  });

  it('AGI-21: each is told as it chose, in full where it chose nothing, and not at all where it wants no word', () => {
    const state = chosen({ host: level('joint', 'none'), partner: level('joint', 'summary') });
    expect(informedIn(state, 'people')).toEqual({ informs: [{ party: 'partner', information: 'summary' }] });
    expect(informedIn(state, 'money')).toEqual({
      informs: [
        { party: 'host', information: 'full' },
        { party: 'partner', information: 'full' },
      ],
    });
    expect(informedIn(state, undefined)).toEqual({});
  });

  it('AGI-21: two who both want to decide alone are told so; one alone, or any other note, is told nothing', () => {
    const asked = (decision: Chosen['decision']): Note => ({
      kind: 'LevelsChosen',
      on,
      areas: [{ area: 'people', information: 'full', decision }],
    });
    const [alone, together] = [chosen({ partner: level('sole') }), chosen({ partner: level('joint') })];
    expect(claimedTwice(alone, asked('sole'), 'host')).toMatchObject([{ code: 'area-claimed-twice', rule: 'AGI-21' }]);
    expect(claimedTwice(alone, asked('joint'), 'host')).toEqual([]);
    expect(claimedTwice(together, asked('sole'), 'host')).toEqual([]);
    expect(claimedTwice(alone, asked('sole'), 'partner')).toEqual([]);
    expect(claimedTwice(alone, history('h-1'), 'host')).toEqual([]);
    const [first] = claimedTwice(alone, asked('sole'), 'host');
    expect([first?.reason.fr, first?.reason.en].every(one => one?.includes('partner') === true)).toBe(true);
  });

  it('AGI-21: decisions are divided once somebody has chosen and the agreement is signed', () => {
    const state = chosen({ partner: level('joint') });
    expect(isDivided(state)).toBe(true);
    expect(isDivided(chosen({}))).toBe(false);
    expect(isDivided(fileIn('implementation').state)).toBe(false);
    expect(isDivided({ ...state, steps: { ...state.steps, signedAt: null } })).toBe(false);
  });
});

describe('sessions of design and outreach', () => {
  it('ALE-71: one in which a partner sat is counted once, one without is counted as such, and every stranger is named', () => {
    const file = fileIn('implementation');
    const held = (participants: EventData<'DesignSessionHeld'>['participants']) =>
      ({ kind: 'OutreachSessionHeld', on, topic: 'Nouveau programme', participants }) as Note;
    const answer = file.ask('officer', 'RecordNote', held([{ party: 'partner', people: 1 }]));
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: [] });
    expect(file.ask('officer', 'RecordNote', held([{ party: 'host', people: 4 }]))).toMatchObject({
      warnings: [{ code: 'session-without-partner' }],
    });
    expect(file.state.journal.relation.sessions).toEqual({ held: 2, withoutPartner: 1 });
    const mixed = held([
      { party: 'partner', people: 1 },
      { party: 'nobody', people: 1 },
    ]);
    refusedAlone(file, () => file.ask('officer', 'RecordNote', mixed), { code: 'unknown-party', rule: 'ALE-71' });
  });
});
