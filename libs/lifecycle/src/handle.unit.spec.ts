import { commandTypes, commands, followsInChain, genesisHash, type Command, type CommandType } from '@palabre/contracts';
import { fileIn, openingIdea, people, Rehearsal, type PersonName } from '@palabre/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handle, hasEnded, openActions, passTime, screen, whyNot, withoutSealedAnswers, type PartnershipState } from './index.js';

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

describe('a command, whole', () => {
  it('a person of an organisation outside the partnership learns nothing and leaves no trace', () => {
    const file = fileIn('implementation');
    const before = file.state;
    expect(file.ask('outsider', 'HoldMeeting', {} as never).outcome).toBe('refused');
    expect(file.ask('outsider', 'PostPalaverMessage', { object: 'agreement', message: 'x' })).toMatchObject({
      refusal: { code: 'stranger' },
    });
    expect(file.state).toBe(before);
  });

  it('HFA-15: whoever has no right to a command is refused by name of the rule, and the attempt is in the history', () => {
    const file = fileIn('validation');
    const version = file.state.head.version;
    expect(file.ask('representative', 'DesignateOfficer', { person: 'person-x', isPresident: false })).toMatchObject({
      outcome: 'refused',
      version: version + 1,
      refusal: { code: 'not-permitted', rule: 'PERMISSION' },
    });
    expect(file.told(version)).toEqual(['CommandRefused']);
    expect(file.state.parties.officer).toBeNull();
  });

  it('the answer names the version to wait for, and a wrong expected version is refused without a trace', () => {
    const file = fileIn('idea');
    const answer = file.ask('hqOps', 'AssessNeed', { objective: 'x', partnershipIsRightMethod: true, argument: 'x' });
    expect(answer.version).toBe(file.state.head.version);
    const before = file.state.head;
    expect(file.ask('hqOps', 'DiscardIdea', { reason: 'x' }, { expectedVersion: 1 })).toMatchObject({ refusal: { code: 'wrong-version' } });
    expect(file.state.head).toEqual(before);
  });

  it('a fact dated after the calendar is refused, and the calendar does not move', () => {
    const file = fileIn('idea');
    const { now } = file.state.calendar;
    const answer = file.ask('hqOps', 'DiscardIdea', { reason: 'x' }, { at: '2031-01-01T00:00:00.000Z' });
    expect(answer).toMatchObject({ refusal: { code: 'from-the-future' } });
    expect(file.state.calendar.now).toBe(now);
    expect(file.state.standing).toBe('open');
  });

  it('HFA-16, HFA-15: a decision is not dated back around a delay or a mandate; what happened earlier may be reported late', () => {
    const file = fileIn('validation').advanceTo('2027-03-01');
    const at = '2027-01-10T09:00:00.000Z';
    const mandate = { person: 'person-direction', role: 'signatory-authority', from: '2026-01-01', until: null } as const;
    expect(file.ask('officer', 'RecordMandate', mandate, { at })).toMatchObject({ refusal: { code: 'not-backdated', rule: 'HFA-16' } });
    expect(file.state.parties.mandates).toEqual([]);
    file.must('officer', 'RecordNote', { kind: 'ToolUsed', on: '2027-01-10', tool: 'Carte', note: 'x' }, { at });
    expect(file.events.findLast(event => event.attributes.type === 'ToolUsed')?.attributes.factat).toBe(at);
  });

  it('the role that is recorded is the one that allowed the act', () => {
    const file = fileIn('co-construction');
    const both = { ...people.officer, roles: ['country-team', 'partnership-officer'] as const };
    const data = { expectations: 'x', values: ['y'] };
    const command = {
      id: 'c-role',
      type: 'WriteExpectations',
      data,
      actor: { ...both, roles: [...both.roles] },
      correlation: 'k',
    } as Command;
    const { envelopes } = handle(file.state, command, { recordedAt: '2026-11-21T08:00:00.000Z' });
    expect(envelopes[0]?.attributes.actorrole).toBe('partnership-officer');
  });

  it('a refused opening begins nothing: the stream stays empty, so that it can be opened rightly later', () => {
    const file = new Rehearsal();
    expect(file.ask('hqOps', 'OpenPartnership', openingIdea, { at: '2031-01-01T00:00:00.000Z' })).toMatchObject({
      outcome: 'refused',
      version: 0,
    });
    expect(file.events).toEqual([]);
    expect(file.ask('hqOps', 'OpenPartnership', openingIdea).outcome).toBe('accepted');
  });

  it('a rehearsal moves forward only, deadline by deadline, each with its own date', () => {
    const file = fileIn('implementation');
    expect(file.ask('officer', 'AdvanceCalendar', { to: '2027-01-01T00:00:00.000Z' })).toMatchObject({ refusal: { rule: 'CALENDAR' } });
    const version = file.state.head.version;
    file.advanceTo('2027-12-01');
    const fired = file.events.filter(event => event.attributes.streamversion > version && event.attributes.cause.startsWith('deadline/'));
    const dates = fired.map(event => event.attributes.factat);
    expect(fired.length).toBeGreaterThan(3);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(dates).size).toBeGreaterThan(3);
    expect(file.state.calendar.now).toBe('2027-12-01T09:00:00.000Z');
  });

  it('why-not names every obstacle and open-actions what a function may try, and both change nothing', () => {
    const file = fileIn('co-construction');
    const before = frozen(file.state);
    const answer = whyNot(before, { type: 'EnterPhase', data: { phase: 'validation', reason: null }, actor: people.officer });
    const missing = ['BUDGET', 'EVALUATION', 'EXPECTATIONS', 'OBJECTIVES', 'ROLES', 'VALUES'];
    expect(answer.possible).toBe(false);
    expect([...new Set(answer.refusals.flatMap(({ gates }) => gates ?? []))].toSorted()).toEqual(missing);
    expect(whyNot(before, { type: 'SignAgreement', actor: people.direction })).toMatchObject({ possible: false });
    const actions = openActions(before, people.representative);
    expect(actions.find(action => action.command === 'ProposeText')?.possible).toBe(true);
    expect(actions.find(action => action.command === 'ClosePartnership')?.possible).toBe(false);
  });
});

/** Any command with plausible or empty data, by anybody. */
const anyAttempt = fc.record({
  who: fc.constantFrom(...(Object.keys(people) as PersonName[])),
  type: fc.constantFrom(...commandTypes.filter(type => type !== 'OpenPartnership')),
  data: fc.oneof(
    fc.constant({}),
    fc.record({ phase: fc.constantFrom('mapping', 'search', 'closing', 'annual-review'), reason: fc.constant('x') }),
    fc.record({ reason: fc.constant('x') }),
    fc.record({
      kind: fc.constantFrom('joint', 'change'),
      subject: fc.constant('x'),
      text: fc.constant('x'),
      need: fc.constant('x'),
      override: fc.constant(null),
    }),
    fc.record({
      line: fc.constantFrom('corruption', 'financial_accountability'),
      about: fc.constantFrom('host', 'partner'),
      facts: fc.constant(null),
    }),
    fc.record({ limit: fc.constant('x') }),
    fc.record({ text: fc.constant('x') }),
    fc.record({ object: fc.constant('agreement'), message: fc.constant('x') }),
    fc.record({ to: fc.integer({ min: 0, max: 700 }).map(days => new Date(Date.UTC(2027, 1, 1 + days)).toISOString()) }),
    fc.record({ expectations: fc.constant('x'), values: fc.constant(['y']) }),
    fc.record({ kind: fc.constantFrom('values', 'plan'), body: fc.constant({ sections: [{ heading: 'h', text: 't' }] }) }),
  ),
});

const attempt = (file: Rehearsal, who: PersonName, type: CommandType, data: unknown) => {
  const asked = commands[type].data.safeParse(data);
  return asked.success ? file.ask(who, type, asked.data) : file.ask(who, type, data as never);
};

const chainHolds = (file: Rehearsal): boolean =>
  file.events.every((event, at) => followsInChain(event, file.events[at - 1]?.attributes.hash ?? genesisHash));

describe('properties that every sequence of commands keeps', () => {
  it('versions have no gap, the chain holds, and replaying the events gives the same state', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('idea', 'search', 'co-construction', 'implementation'),
        fc.array(anyAttempt, { maxLength: 25 }),
        (phase, attempts) => {
          const file = fileIn(phase);
          for (const { who, type, data } of attempts) attempt(file, who, type, data);
          expect(file.events.map(event => event.attributes.streamversion)).toEqual(file.events.map((_, at) => at + 1));
          expect(chainHolds(file)).toBe(true);
          expect(file.replayed()).toEqual(withoutSealedAnswers(file.state));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a refused command changes nothing but the refusal, and no rule mutates what it was given', () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { minLength: 1, maxLength: 20 }), attempts => {
        const file = fileIn('implementation');
        for (const { who, type, data } of attempts) {
          const before: PartnershipState = frozen(file.state);
          const answer = attempt(file, who, type, data);
          if (answer.outcome === 'accepted') continue;
          const { head: _head, calendar: _calendar, ...rest } = file.state;
          const { head: _was, calendar: _then, ...wasRest } = before;
          expect(rest).toEqual(wasRest);
          expect(file.state.head.version - before.head.version).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('no task and no deadline stays open in an ended partnership', () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 30 }), attempts => {
        const file = fileIn('search');
        for (const { who, type, data } of attempts) attempt(file, who, type, data);
        file.ask('hqOps', 'DiscardIdea', { reason: 'x' });
        expect(hasEnded(file.state) ? [...file.state.tasks, ...file.state.deadlines] : []).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('a rehearsed file goes on by its own calendar: real time that passes tells nothing in it', () => {
    const file = fileIn('implementation');
    expect(passTime(file.state, { recordedAt: '2036-01-01T00:00:00.000Z' })).toEqual({ state: file.state, envelopes: [] });
  });

  it('what is rehearsed says so in each of its events, and what is real says that it is not', () => {
    const marks = (file: Rehearsal) => [...new Set(file.events.map(event => event.attributes.rehearsal))];
    expect(marks(new Rehearsal().must('hqOps', 'OpenPartnership', openingIdea))).toEqual([true]);
    const real = { ...openingIdea, calendar: 'real', calendarStartsAt: null } as const;
    expect(marks(new Rehearsal().must('hqOps', 'OpenPartnership', real))).toEqual([false]);
  });

  it('a file that a first command did not open takes no rules with it; one that it opened keeps those it began under', () => {
    const file = new Rehearsal();
    const before = file.state;
    expect(file.ask('hqOps', 'OpenPartnership', openingIdea, { at: '2031-01-01T00:00:00.000Z' }).outcome).toBe('refused');
    expect(file.state.policy).toEqual(before.policy);
    expect(before.policy).toBeNull();
    file.must('hqOps', 'OpenPartnership', openingIdea);
    expect(file.state.policy).toEqual(file.policy);
  });

  it('the same command on the same state gives the same events, byte for byte', () => {
    const file = fileIn('co-construction');
    const command = {
      id: 'c-1',
      type: 'WriteExpectations',
      data: { expectations: 'x', values: ['y'] },
      actor: people.officer,
      correlation: 'k',
    } as Command;
    const circumstances = { recordedAt: '2026-11-21T08:00:00.000Z' };
    expect(screen(file.state, command)).toBeNull();
    expect(handle(file.state, command, circumstances)).toEqual(handle(file.state, command, circumstances));
  });
});
