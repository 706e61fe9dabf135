import type { Actor, AnyCommand } from '@palabre/contracts';
import { foldStream, respondent } from '@palabre/lifecycle';
import { asRehearsal, silentSettings, StreamRehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const ops: Actor = { person: 'person-ops', organisation: 'org-horizon', roles: ['hq-ops'] };
const field: Actor = { person: 'person-field', organisation: 'org-horizon', roles: ['country-team'] };
const elsewhere: Actor = { ...ops, organisation: 'org-riviere' };

const drafting = { code: 'horizon', title: 'Charte', scope: { entities: ['org-horizon'], places: ['France'] }, supersedes: null };
const balance = { clause: 'balance', part: 'values', text: { fr: 'Équilibre', en: 'Balance' }, source: null } as const;

/** A charter with one member in its group, in a rehearsal that begins on 4 January 2027. */
const drafted = () =>
  new StreamRehearsal('charter', 'horizon')
    .must(ops, 'DraftCharter', { ...drafting, horizonYears: 5, ...asRehearsal })
    .must(ops, 'JoinQualityGroup', { person: 'person-field', unit: 'Mission', place: 'field' });

/** The same by real time, as its workflow hears it: at the instant of its own clock. */
const real = (at = '2027-01-04T08:00:00.000Z') => {
  const { rules } = new StreamRehearsal('charter', 'horizon');
  const command = (id: string, type: string, data: unknown, actor = ops, more: Partial<AnyCommand> = {}): AnyCommand => ({
    id,
    type,
    data,
    actor,
    correlation: 'click-1',
    ...more,
  });
  const begun = rules.handle(
    rules.empty('horizon'),
    command('c-1', 'DraftCharter', { ...drafting, horizonYears: 5, calendar: 'real', calendarStartsAt: null }),
    { recordedAt: at, settings: silentSettings },
  );
  const joined = rules.handle(
    begun.state,
    command('c-2', 'JoinQualityGroup', { person: 'person-field', unit: 'Mission', place: 'field' }),
    { recordedAt: at },
  );
  return { rules, command, state: joined.state, envelopes: [...begun.envelopes, ...joined.envelopes] };
};

describe('what is screened before anything is considered', () => {
  it('a command without shape is sent back with what is wrong with it, and nothing of it is recorded', () => {
    const { rules, state, command } = real();
    const reasonOf = (asked: unknown): string | undefined => {
      const refusal = rules.screen(state, asked);
      if (refusal !== null) expect(refusal).toMatchObject({ code: 'malformed-command', rule: 'SHAPE' });
      return refusal?.reason.en;
    };
    const whole = command('c-3', 'ProposeClause', balance, field);
    expect(reasonOf(null)).toContain('object expected');
    expect(reasonOf('ProposeClause')).toContain('object expected');
    expect(reasonOf({ ...whole, type: 7 })).toContain('type 7');
    expect(reasonOf({ ...whole, type: 'SignAgreement' })).toContain('type SignAgreement');
    expect(reasonOf({ ...whole, id: '' })).toContain(': id.');
    expect(reasonOf({ ...whole, actor: { person: 'person-field' } })).toContain(': actor.');
    expect(reasonOf({ ...whole, data: { ...balance, text: { fr: 'x' }, part: 'weather' } })).toMatch(/data\.part: .+; data\.text\.en: /);
    expect(reasonOf(whole)).toBeUndefined();
  });

  it('PMP-03: nothing but its beginning is taken where nothing has begun, and what has begun does not begin again', () => {
    const fresh = new StreamRehearsal('charter', 'horizon');
    expect(fresh.ask(field, 'ProposeClause', balance)).toMatchObject({ refusal: { code: 'not-begun', rule: 'PMP-03' } });
    expect(fresh.events).toEqual([]);
    const file = drafted();
    const again = file.ask(ops, 'DraftCharter', { ...drafting, horizonYears: 5, ...asRehearsal });
    expect(again).toMatchObject({ refusal: { code: 'already-begun', rule: 'PMP-03' } });
    expect(file.count('CharterDrafted')).toBe(1);
  });

  it('ALE-39: what has ended takes nothing more, and says so', () => {
    const { rules, state, command } = real();
    const asked = command('c-3', 'ProposeClause', balance, field);
    expect(rules.screen({ ...state, standing: 'closed' }, asked)).toMatchObject({ code: 'stream-ended', rule: 'ALE-39' });
  });
});

describe('asked before it is tried', () => {
  it('without its data only function and standpoint are told; asking changes nothing', () => {
    const { rules, state } = drafted();
    const before = structuredClone(state);
    expect(rules.whyNot(state, { type: 'OpenConsultation', actor: ops })).toEqual({
      command: 'OpenConsultation',
      possible: true,
      refusals: [],
      warnings: [],
    });
    const told = rules.whyNot(state, { type: 'OpenConsultation', actor: elsewhere });
    expect(told).toMatchObject({ possible: false, refusals: [{ code: 'not-permitted', rule: 'PERMISSION' }] });
    expect(told.refusals).toHaveLength(1);
    expect(state).toEqual(before);
  });

  it('with its data the rule itself answers: its shape, its refusal, or its warnings', () => {
    const file = drafted();
    const { rules } = file;
    const proposing = (data: unknown, actor: Actor) => rules.whyNot(file.state, { type: 'ProposeClause', data, actor });
    expect(proposing({}, field)).toMatchObject({ possible: false, refusals: [{ code: 'malformed-command' }] });
    expect(proposing(balance, ops)).toMatchObject({ possible: false, refusals: [{ code: 'not-in-quality-group' }], warnings: [] });
    expect(proposing(balance, field)).toEqual({ command: 'ProposeClause', possible: true, refusals: [], warnings: [] });
    const alone = new StreamRehearsal('charter', 'horizon')
      .must(ops, 'DraftCharter', { ...drafting, horizonYears: 5, ...asRehearsal })
      .must(ops, 'JoinQualityGroup', { person: 'person-hq', unit: 'Siège', place: 'headquarters' });
    expect(alone.rules.whyNot(alone.state, { type: 'ActivateQualityGroup', data: {}, actor: ops })).toMatchObject({
      possible: true,
      refusals: [],
      warnings: [{ code: 'headquarters-only' }],
    });
  });

  it('a question is asked at its own moment: a campaign that is over by then takes no answer', () => {
    const { rules } = new StreamRehearsal('campaign', 'campaign-1');
    const data = {
      title: 'Écoute',
      scale: { lowest: 1, highest: 5 },
      questions: [{ id: 'fear', kind: 'scale', asks: { fr: 'Sans crainte ?', en: 'Without fear?' } }],
      dimensions: [],
      closesAt: '2027-02-01T00:00:00.000Z',
      calendar: 'real',
      calendarStartsAt: null,
    };
    const opening: AnyCommand = { id: 'c-1', type: 'OpenSurveyCampaign', data, actor: ops, correlation: 'click-1' };
    const { state } = rules.handle(rules.empty('campaign-1'), opening, {
      recordedAt: '2027-01-04T08:00:00.000Z',
      settings: silentSettings,
    });
    const answer = { invitation: 'a'.repeat(64), answers: { fear: 3 }, traits: {} };
    const codes = (at?: string) => {
      const asked = { type: 'AnswerSurvey', data: answer, actor: { ...respondent, roles: ['respondent'] } satisfies Actor };
      return rules.whyNot(state, at === undefined ? asked : { ...asked, at }).refusals.map(({ code }) => code);
    };
    expect([codes(), codes('2027-01-31T00:00:00.000Z'), codes('2027-02-01T00:00:00.000Z')]).toEqual([
      ['invitation-spent'],
      ['invitation-spent'],
      ['campaign-closed'],
    ]);
  });

  it('every command but the beginning is listed, open exactly where no reason stands against it', () => {
    const { rules, state } = drafted();
    const listed = rules.openActions(state, field);
    expect(listed.map(({ command }) => command)).not.toContain('DraftCharter');
    const open = listed.filter(({ possible }) => possible).map(({ command }) => command);
    expect(open).toEqual(expect.arrayContaining(['ProposeClause', 'AnswerConsultation', 'RequestGuidanceSheet']));
    expect(open).not.toContain('ValidateClause');
    for (const { possible, because } of listed) expect(because === null).toBe(possible);
  });

  it('who fits by one of several functions may ask; a refusal names the functions that may', () => {
    const { rules, state } = drafted();
    const asked = (roles: Actor['roles']) => rules.whyNot(state, { type: 'OpenRevision', actor: { ...ops, roles } });
    expect(asked(['country-team', 'steering-committee']).possible).toBe(true);
    expect(asked(['country-team']).refusals[0]?.next.en).toContain('hq-ops, partnership-officer, steering-committee');
  });

  it('only nobody is invited: a person of that name elsewhere, or another person of that organisation, is a stranger', () => {
    const { rules, state } = drafted();
    const clear = (actor: Actor) => rules.whyNot(state, { type: 'OpenConsultation', actor }).possible;
    const own = { ...state, owner: respondent.organisation };
    expect(clear({ ...ops, person: respondent.person })).toBe(true);
    expect(rules.whyNot(own, { type: 'OpenConsultation', actor: { ...ops, organisation: respondent.organisation } }).possible).toBe(true);
    expect(rules.whyNot(own, { type: 'OpenConsultation', actor: { ...respondent, roles: ['hq-ops'] } }).possible).toBe(false);
  });
});

describe('the moment of a command', () => {
  it('CONCURRENCY: who has read an older version is told so and leaves no trace; who has read the present one is heard', () => {
    const file = drafted();
    const { version } = file.state.head;
    const told = file.events.length;
    const late = file.ask(field, 'ProposeClause', balance, { expectedVersion: version - 1 });
    expect(late).toMatchObject({ outcome: 'refused', version, refusal: { code: 'wrong-version', rule: 'CONCURRENCY' } });
    expect(file.events).toHaveLength(told);
    expect(file.ask(field, 'ProposeClause', balance, { expectedVersion: version })).toMatchObject({ outcome: 'accepted' });
    expect(file.count('CharterClauseProposed')).toBe(1);
  });

  it('PMP-29, HFA-16: what a command tells happens now: neither later nor earlier, by the calendar of the stream', () => {
    const file = drafted();
    const at = (moment: string) => file.ask(field, 'ProposeClause', balance, { at: moment });
    expect(at('2027-01-04T08:00:00.001Z')).toMatchObject({ refusal: { code: 'from-the-future', rule: 'PMP-29' } });
    expect(at('2027-01-04T07:59:59.999Z')).toMatchObject({ refusal: { code: 'not-backdated', rule: 'HFA-16' } });
    expect(file.count('CharterClauseProposed')).toBe(0);
    expect(file.state.calendar.now).toBe('2027-01-04T08:00:00.000Z');
    expect(at('2027-01-04T08:00:00.000Z')).toMatchObject({ outcome: 'accepted' });
  });

  it('the answer names each event that came of it with its version, and the version after them', () => {
    const file = drafted();
    const { version } = file.state.head;
    const answer = file.ask(field, 'ProposeClause', balance);
    expect(answer).toEqual({
      outcome: 'accepted',
      version: version + 2,
      events: [
        { type: 'CharterClauseProposed', version: version + 1 },
        { type: 'DeadlinesSet', version: version + 2 },
      ],
      warnings: [],
    });
    expect(file.events[version]?.attributes).toMatchObject({ actor: 'person-field', actorrole: 'country-team', party: 'org-horizon' });
  });

  it('a refusal of the rules is told under who asked, in the function that was asked for or else the first', () => {
    const file = drafted();
    file.ask({ ...ops, roles: ['country-team', 'hq-ops'] }, 'OpenConsultation', { clauses: ['balance'], bodies: ['board'] });
    expect(file.events.at(-1)?.attributes).toMatchObject({ type: 'CommandRefused', actor: 'person-ops', actorrole: 'hq-ops' });
    file.ask(field, 'OpenRevision', { reason: 'x' });
    expect(file.events.at(-1)?.attributes).toMatchObject({ type: 'CommandRefused', actorrole: 'country-team' });
    expect(file.last('CommandRefused')).toMatchObject({
      commandType: 'OpenRevision',
      code: 'not-permitted',
      rule: 'PERMISSION',
      gates: [],
    });
  });
});

describe('time that passes', () => {
  it('MDM-75: by real time a clause is adopted at its own instant when the workflow wakes, and not a moment before', () => {
    const { rules, state, command } = real();
    const proposed = rules.handle(state, command('c-3', 'ProposeClause', balance, field), { recordedAt: '2027-01-04T08:00:00.000Z' });
    const dueAt = proposed.state.deadlines.find(({ rule }) => rule === 'adopted-without-objection')?.dueAt ?? '';
    expect(dueAt > '2027-01-04T08:00:00.000Z').toBe(true);
    const early = rules.passTime(proposed.state, { recordedAt: '2027-01-05T08:00:00.000Z' });
    expect(early).toEqual({ state: proposed.state, envelopes: [] });
    const woken = rules.passTime(proposed.state, { recordedAt: '2027-03-01T08:00:00.000Z' });
    expect(woken.state.clauses).toMatchObject([{ clause: 'balance', standing: 'adopted' }]);
    expect(woken.envelopes[0]?.attributes).toMatchObject({
      type: 'CharterClauseAdopted',
      factat: dueAt,
      time: '2027-03-01T08:00:00.000Z',
      correlation: 'calendar',
      actorrole: 'engine',
    });
  });

  it('a rehearsal lets no real time pass: it is moved by its own command', () => {
    const file = drafted().must(field, 'ProposeClause', balance);
    expect(file.rules.passTime(file.state, { recordedAt: '2040-01-01T00:00:00.000Z' })).toEqual({ state: file.state, envelopes: [] });
  });

  it('a calendar that stops after so many deadlines says that it is on its way, and goes on with the same command until it has arrived', () => {
    const file = drafted().must(field, 'ProposeClause', balance).advanceTo('2027-01-06');
    file.must(field, 'ProposeClause', { ...balance, clause: 'autonomy' });
    const { rules } = file;
    const to = '2027-02-01T09:00:00.000Z';
    const moving: AnyCommand = { id: 'move-1', type: 'AdvanceCalendar', data: { to }, actor: ops, correlation: 'click-1' };
    const recordedAt = '2026-11-21T08:00:00.000Z';
    const stopped = rules.handle(file.state, moving, { recordedAt, atMost: 1 });
    expect(stopped).toMatchObject({ unfinished: true, answer: { outcome: 'accepted' } });
    const told = (handled: typeof stopped): string[] => handled.envelopes.map(({ attributes }) => attributes.type);
    expect(told(stopped).filter(type => type === 'CharterClauseAdopted')).toHaveLength(1);
    expect(told(stopped)).not.toContain('CalendarAdvanced');
    const arrived = rules.handle(stopped.state, { ...moving, expectedVersion: 1 }, { recordedAt, goesOn: true });
    expect(arrived).not.toHaveProperty('unfinished');
    expect(told(arrived).filter(type => type === 'CharterClauseAdopted' || type === 'CalendarAdvanced')).toEqual([
      'CharterClauseAdopted',
      'CalendarAdvanced',
    ]);
    expect(arrived.state.calendar.now).toBe(to);
    expect(rules.handle(stopped.state, { ...moving, expectedVersion: 1 }, { recordedAt })).toMatchObject({ envelopes: [] });
  });

  it('one that has ended meanwhile moves no further when it goes on', () => {
    const { rules, state } = drafted();
    const moving: AnyCommand = {
      id: 'move-1',
      type: 'AdvanceCalendar',
      data: { to: '2027-02-01T09:00:00.000Z' },
      actor: ops,
      correlation: 'click-1',
    };
    const handled = rules.handle({ ...state, standing: 'closed' }, moving, { recordedAt: '2026-11-21T08:00:00.000Z', goesOn: true });
    expect(handled).toMatchObject({ answer: { outcome: 'accepted', events: [] }, envelopes: [] });
    expect(handled.state.calendar).toEqual(state.calendar);
  });

  it('a stream begins by the calendar that it asks for: real time now, or the day on which the rehearsal starts', () => {
    const begun = real('2027-05-01T10:00:00.000Z');
    expect(begun.state.calendar).toEqual({ kind: 'real', now: '2027-05-01T10:00:00.000Z' });
    expect(begun.envelopes[0]?.attributes.factat).toBe('2027-05-01T10:00:00.000Z');
    const later = begun.rules.handle(begun.state, begun.command('c-3', 'ProposeClause', balance, field), {
      recordedAt: '2027-05-02T10:00:00.000Z',
    });
    expect(later.envelopes[0]?.attributes.factat).toBe('2027-05-02T10:00:00.000Z');
    expect(drafted().events[0]?.attributes.factat).toBe('2027-01-04T08:00:00.000Z');
    const fresh = begun.rules.empty('horizon');
    expect(fresh).toMatchObject({ standing: 'open', phase: 'readiness', owner: '', calendar: { kind: 'real' }, tasks: [], deadlines: [] });
  });

  it('its events alone give the state that its workflow holds', () => {
    const file = drafted().must(field, 'ProposeClause', balance).advanceTo('2027-02-01');
    expect(foldStream('charter', 'horizon', file.events)).toEqual(file.state);
    expect(file.rules.remembers({ id: 'c', type: 'ProposeClause', data: balance, actor: field, correlation: 'c' })).toBe(true);
    const { rules } = new StreamRehearsal('campaign', 'campaign-1');
    expect(rules.remembers({ id: 'c', type: 'AnswerSurvey', data: {}, actor: field, correlation: 'c' })).toBe(false);
  });
});
