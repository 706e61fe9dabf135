import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { fileProjection } from '../file/file.projection.js';
import type { StrengthsDoc } from '../file/parts/strengths.part.js';
import { foldRows } from '../projection.js';
import { balanceHandles, balanceProjection } from './balance.projection.js';
import { designShares } from './design-shares.js';
import { meetingBalance, monthsBefore } from './meeting-balance.js';
import { participation } from './participation.js';
import { missingLists, pooledResources, results, strengths, type Pooled } from './pooled.js';
import { Tally } from './tally.js';

const hash = 'e'.repeat(64);
const on = '2026-01-02';
const parties = ['host', 'partner'];

const by = (party: string) => ({ party, on });

const rowsOf = (story: Story) => [...foldRows(balanceProjection, story.told).values()];

const tallyOf = (story: Story): Tally =>
  new Tally(
    rowsOf(story).filter(row => row.measure !== 'kept'),
    parties,
  );

const meeting = {
  heldOn: on,
  attendance: [
    { party: 'host', people: 2 },
    { party: 'partner', people: 3 },
  ],
  inPerson: true,
  minutes: 'read by both',
  kind: 'formal',
  purpose: 'exchange',
} as const;

describe('the balance', () => {
  it('counts by party, year and measure, in the year of the fact', () => {
    const story = Story.opened();
    story.talk(2);
    story.tell('DecisionRecorded', { ...by('partner'), on: '2025-12-30', note: 'x' });
    expect(rowsOf(story).map(({ part, amount }) => [part, amount])).toEqual([
      ['2026/exchange/untagged/host', 2],
      ['2026/turn/host', 2],
      ['2025/decision/alone/partner', 1],
    ]);
    expect(balanceHandles).not.toContain('DeadlinesSet');
  });

  it('MDM-13: exchanges are money, technical, learning, advocacy or relational, by their tag or their name; what has no tag is counted apart', () => {
    const story = Story.opened();
    story.tell('ExchangeNoted', { ...by('host'), nature: 'technical', note: 'about the pump' });
    story.tell('PalaverMessagePosted', { object: 'x', party: 'partner', message: 'thank you', nature: 'relational' });
    story.tell('PalaverMessagePosted', { object: 'x', party: 'partner', message: 'well' });
    story.tell('MeetingHeld', { ...meeting, nature: 'money' });
    story.tell('FundTransferRequested', {
      transfer: 'm-1',
      line: 'L1',
      value: { amount: 1, currency: 'EUR' },
      from: 'host',
      to: 'partner',
    });
    expect(tallyOf(story).exchanges()).toEqual({
      shares: [
        { nature: 'money', count: 2, percent: 50 },
        { nature: 'technical', count: 1, percent: 25 },
        { nature: 'learning', count: 0, percent: 0 },
        { nature: 'advocacy', count: 0, percent: 0 },
        { nature: 'relational', count: 1, percent: 25 },
      ],
      untagged: 1,
    });
  });

  it('PMP-53: votes, turns at speaking and decisions of each party stand side by side', () => {
    const story = Story.opened();
    story.tell('MeetingHeld', {
      ...meeting,
      turns: [
        { party: 'host', turns: 9 },
        { party: 'partner', turns: 2 },
      ],
    });
    story.talk(1);
    story.tell('TextAgreed', { kind: 'roles', version: 1, hash, acceptedBy: parties });
    const vote = {
      body: 'general-assembly',
      of: 'host',
      subject: 'decision-1',
      person: 'person-1',
      verdict: 'grant',
      reason: null,
    } as const;
    story.tell('VoteCast', { ...vote, party: 'partner' });
    expect(tallyOf(story).equality()).toEqual([
      { party: 'host', votes: 0, turns: 10, proposed: 0, taken: 1, alone: 0 },
      { party: 'partner', votes: 1, turns: 2, proposed: 0, taken: 1, alone: 0 },
    ]);
  });

  it('MDM-68: words and votes about a case, or a step agreed for it, are counted for nobody', () => {
    const story = Story.opened();
    story.tell('OrangeLineRaised', { case: 'c-1', line: 'harassment', about: 'partner', facts: null });
    story.tell('MitigationPlanProposed', {
      case: 'c-1',
      line: 'harassment',
      about: 'partner',
      proposedBy: 'host',
      steps: [{ step: 's-1', owner: 'partner', dueOn: on, text: 'x' }],
      arrangement: null,
    });
    for (const object of ['c-1', 's-1']) story.tell('PalaverMessagePosted', { object, party: 'partner', message: 'x' });
    const vote = { body: 'steering-committee', of: 'host', person: 'person-1', verdict: 'grant', reason: null } as const;
    story.tell('VoteCast', { ...vote, subject: 'line/c-1', party: 'host' });
    expect(rowsOf(story).filter(row => row.measure !== 'kept')).toEqual([]);
  });

  it('MDM-18: a meeting that was told too late takes the miss of its slot back, in the year of the slot', () => {
    const story = Story.opened();
    story.tell('MeetingMissed', { slot: on, deadline: 'd-1' });
    expect(tallyOf(story).relation()).toMatchObject({ health: { meetings: { held: 0, missed: 1, keptPercent: 0 } } });
    story.tell('MeetingHeld', { ...meeting, takesBack: on });
    expect(tallyOf(story).relation()).toMatchObject({ health: { meetings: { held: 1, missed: 0, keptPercent: 100 } } });
  });

  it('HFA-10, AGI-31: health of the relation beside results; changes are counted with the need that they answer, and weigh on neither', () => {
    const story = Story.opened();
    story.tell('MeetingHeld', meeting);
    story.tell('MeetingMissed', { slot: on, deadline: 'd-1' });
    story.tell('ChallengeRaised', { challenge: 'x-1', party: 'partner', kind: 'resources', text: 'x' });
    story.tell('CommitmentKept', { commitment: 'k-1', confirmedBy: 'host', note: null });
    const before = tallyOf(story).relation();
    expect(before).toEqual({
      health: {
        meetings: { held: 1, missed: 1, keptPercent: 50 },
        answers: { asked: 0, late: 0, inTimePercent: null },
        challenges: { raised: 1, open: 1 },
      },
      results: { kept: 1, late: 0, breached: 0 },
    });
    for (const decision of ['d-1', 'd-2', 'd-3']) {
      const need = decision === 'd-3' ? {} : { need: 'the road is closed' };
      const change = { decision, kind: 'change' as const };
      story.tell('ChangeProposed', { ...change, party: 'host', subject: 'later', text: 'x', override: null, ...need });
      story.tell('ChangeAgreed', { ...change, acceptedBy: parties });
    }
    expect(tallyOf(story).changes()).toEqual({ changes: 3, answeredANeed: 2 });
    expect(tallyOf(story).relation()).toEqual(before);
  });

  it('ALE-50: of the actions that give voice, the share in which each party spoke itself', () => {
    const story = Story.opened();
    const action = { ...by('host'), action: 'platform', note: 'x' } as const;
    story.tell('VoiceActionTaken', { ...action, spoke: ['host'] });
    story.tell('VoiceActionTaken', { ...action, spoke: ['partner', 'host'] });
    story.tell('VoiceActionTaken', { ...action, spoke: ['host'] });
    expect(tallyOf(story).voice()).toEqual({
      actions: 3,
      spoke: [
        { party: 'host', times: 3, percent: 100 },
        { party: 'partner', times: 1, percent: 33 },
      ],
    });
  });

  it('AGI-36, ALE-15: North-South and South-South are both counted with the practices found; connections by same context and other region', () => {
    const story = Story.opened();
    const practice = { what: 'sand filters', context: 'no power' };
    story.tell('ExchangeNoted', { ...by('host'), nature: 'learning', axis: 'south-south', practice, note: 'x' });
    story.tell('LearningShared', { ...by('host'), learnedFrom: 'partner', axis: 'north-south', note: 'x' });
    story.tell('PartnerConnectionMade', { ...by('host'), context: 'same-context', note: 'x' });
    story.tell('PartnerConnectionMade', { ...by('host'), context: 'other-region', note: 'x' });
    story.tell('PartnerConnectionMade', { ...by('host'), context: 'other-region', note: 'x' });
    expect(tallyOf(story).axes()).toEqual([
      { axis: 'north-south', exchanges: 1, practices: 0 },
      { axis: 'south-south', exchanges: 1, practices: 1 },
    ]);
    expect(tallyOf(story).connections()).toEqual({ sameContext: 1, otherRegion: 2, untold: 0, initiatives: 0 });
  });

  it('ALE-23: needs and measures of map and meetings, and who was there by their own word; a meeting that says nothing counts as silent', () => {
    const story = Story.opened();
    const actor = { category: 'people-affected', sector: 'none', interest: 5, influence: 1, note: 'x' } as const;
    story.tell('StakeholderIdentified', { ...by('host'), stakeholder: 's-1', ...actor, accessNeeds: ['ramp', 'sign language'] });
    const presence = { mostAffected: 4, withDisabilities: 1, selfDeclared: true } as const;
    story.tell('MeetingHeld', { ...meeting, needs: ['ramp'], access: ['ramp built'], presence });
    story.tell('MeetingHeld', meeting);
    expect(tallyOf(story).inclusion()).toEqual({
      meetings: 2,
      meetingsThatTell: 1,
      mostAffected: 4,
      withDisabilities: 1,
      needs: 3,
      measures: 1,
    });
  });
});

describe('meetings in the last months', () => {
  const held = (heldOn: string, occasion?: 'planned' | 'crisis', purpose = 'exchange') => ({ heldOn, purpose, occasion });

  it('AGI-26: more crisis meetings than planned ones in the window is flagged; mediation is a crisis; what is older does not count', () => {
    const meetings = [
      held('2025-12-31', 'planned'),
      held('2026-02-01'),
      held('2026-03-01', 'crisis'),
      held('2026-04-01', undefined, 'mediation'),
    ];
    expect(meetingBalance(meetings, '2026-06-30T10:00:00.000Z', 6)).toEqual({
      since: '2025-12-30',
      windowMonths: 6,
      planned: 2,
      crisis: 2,
      flagged: false,
    });
    expect(meetingBalance(meetings, '2026-07-31', 6)).toMatchObject({ since: '2026-01-31', planned: 1, crisis: 2, flagged: true });
    expect(meetingBalance(meetings, '2026-07-31', 2)).toMatchObject({ planned: 0, crisis: 0, flagged: false });
    expect(monthsBefore('2026-08-31', 6)).toBe('2026-02-28');
  });
});

describe('who designs', () => {
  it('ALE-49: a section belongs to the side that wrote it last; unchanged ones keep their author through new versions', () => {
    const objective = (id: string, text: string) => ({ id, text, aboutRights: true });
    const version = (n: number, proposedBy: string, objectives: object[]) => ({
      kind: 'objectives',
      version: n,
      proposedBy,
      body: { objectives },
    });
    const first = version(1, 'host', [objective('O1', 'a'), objective('O2', 'b')]);
    const second = version(2, 'partner', [objective('O1', 'a'), objective('O2', 'better'), objective('O3', 'c')]);
    expect(designShares([first, second], parties)).toEqual([
      {
        kind: 'objectives',
        version: 2,
        sections: 3,
        shares: [
          { party: 'host', sections: 1, percent: 33 },
          { party: 'partner', sections: 2, percent: 67 },
        ],
      },
    ]);
    expect(designShares([first], parties)).toMatchObject([{ shares: [{ percent: 100 }, { percent: 0 }] }]);
  });
});

describe('who carries the file', () => {
  const act = (actor: string, role: string, cause: string) => ({ actor, role, cause, party: 'host' });

  it('HFA-28: people and acts are counted by group; fewer people than the figure of the charter is flagged', () => {
    const acts = [act('p-1', 'partnership-officer', 'a'), act('p-1', 'partnership-officer', 'b'), act('p-2', 'executive-bureau', 'c')];
    expect(participation(acts, 3)).toEqual({
      groups: [
        { party: 'host', role: 'executive-bureau', people: 1, acts: 1 },
        { party: 'host', role: 'partnership-officer', people: 1, acts: 2 },
      ],
      people: 2,
      fewerThan: 3,
      flagged: true,
    });
    expect(participation([...acts, act('p-3', 'executive-bureau', 'd')], 3)).toMatchObject({ people: 3, flagged: false });
    expect(participation(acts, 2)).toMatchObject({ flagged: false });
  });
});

describe('what is put together', () => {
  it('HFA-12: each party’s share of each resource and the total; currencies and units are never added up', () => {
    const pooled = (party: string, resource: Pooled['resource'], share: Pooled['share']): Pooled => ({
      ...by(party),
      resource,
      share,
      note: 'x',
    });
    const table = pooledResources(
      [
        pooled('host', 'money', { amount: 7_500, currency: 'EUR' }),
        pooled('partner', 'money', { amount: 2_500, currency: 'EUR' }),
        pooled('partner', 'money', { amount: 10, currency: 'XOF' }),
        pooled('partner', 'people', { quantity: 4, unit: 'midwives' }),
      ],
      parties,
    );
    expect(table).toEqual([
      {
        resource: 'money',
        unit: 'EUR',
        total: 10_000,
        shares: [
          { party: 'host', amount: 7_500, percent: 75 },
          { party: 'partner', amount: 2_500, percent: 25 },
        ],
      },
      expect.objectContaining({ resource: 'money', unit: 'XOF', total: 10 }),
      expect.objectContaining({ resource: 'people', unit: 'midwives', total: 4 }),
    ]);
  });

  it('AGI-17, AGI-18: one list of the strengths that each named, of itself and of the other; without an activity a strength is unused', () => {
    const story = Story.opened();
    const named = (party: string, strength: string, of: string) =>
      story.tell('StrengthNamed', { ...by(party), strength, of, what: strength, note: 'x' });
    named('host', 'tracks', 'partner');
    named('partner', 'tracks', 'partner');
    named('host', 'books', 'host');
    story.tell('StrengthLinked', { ...by('host'), strength: 'tracks', activity: 'rounds', note: 'x' });
    const list = (foldRows(fileProjection, story.told).get('strengths')?.doc as StrengthsDoc | undefined)?.list ?? [];
    expect(strengths(list)).toEqual([
      { strength: 'tracks', of: 'partner', what: 'tracks', namedBy: parties, activities: ['rounds'], unused: false },
      { strength: 'books', of: 'host', what: 'books', namedBy: ['host'], activities: [], unused: true },
    ]);
    expect(missingLists(list, parties)).toEqual([{ by: 'partner', of: 'host' }]);
  });

  it('AGI-07: results of the partnership stand beside those of the project, each with its indicators and the last word about it', () => {
    const reported = (objective: string, state: 'reached' | 'partly') => ({ ...by('host'), objective, state, note: 'x' });
    const told = results(
      [
        { id: 'O1', text: 'wells' },
        { id: 'O2', text: 'deciding together', resultOf: 'partnership', indicators: ['joint decisions'] },
      ],
      [reported('O2', 'partly'), reported('O2', 'reached')],
    );
    expect(told).toEqual({
      project: [{ id: 'O1', text: 'wells', indicators: [], state: null, on: null }],
      partnership: [{ id: 'O2', text: 'deciding together', indicators: ['joint decisions'], state: 'reached', on }],
    });
  });
});
