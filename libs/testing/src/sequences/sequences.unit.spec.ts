import { followsInChain, type EventData, type EventEnvelope, type EventType } from '@palabre/contracts';
import { evolve, hasEnded, withoutSealedAnswers, type PartnershipState } from '@palabre/lifecycle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { people } from '../index.js';
import type { Act } from '../scripted.js';
import { Wanderer, wanderedTypes, type Roll } from './wanderer.js';

/** How many commands are generated: some thousands with the other tests, a hundred thousand and more by `npm run properties`. */
const wanted = Number(process.env['PALABRE_GENERATED_COMMANDS'] ?? 3_000);

const length = 50;

const roll: fc.Arbitrary<Roll> = fc.record({
  turn: fc.nat(99),
  pick: fc.nat(9_999),
  who: fc.nat(99),
  days: fc.integer({ min: 1, max: 90 }),
});

const told = <T extends EventType>(events: readonly EventEnvelope[], type: T): readonly EventData<T>[] =>
  events.filter(event => event.attributes.type === type).map(event => event.data as EventData<T>);

/** Whoever put the thing up that an approving request answers, as the state told before the request. */
function askedBy(state: PartnershipState, { type, data }: Act): string | null {
  const on = data as { kind?: 'budget'; decision?: string; proposal?: string; case?: string };
  switch (type) {
    case 'AcceptText':
      return state.texts.heads[on.kind ?? 'budget']?.proposedByPerson ?? null;
    case 'SignAgreement':
      return state.texts.heads.agreement?.proposedByPerson ?? null;
    case 'ApproveReports':
      return state.texts.heads['final-report']?.proposedByPerson ?? null;
    case 'GrantStrategicValidation':
      return state.signOffs.strategic?.requestedBy ?? null;
    case 'AcceptDecision':
      return state.signOffs.decisions.find(open => open.decision === on.decision)?.proposedByPerson ?? null;
    case 'AgreeToProposal':
      return state.frame.proposals.find(open => open.proposal === on.proposal)?.proposedByPerson ?? null;
    case 'AcceptMitigation':
      return state.lines.cases.find(open => open.case === on.case)?.plan?.proposedByPerson ?? null;
    default:
      return null;
  }
}

const counts = { asked: 0, accepted: 0, refused: 0, paid: 0, heldBack: 0, approved: 0, ended: 0, phases: new Set<string>() };

/** What was asked for per line, less what was taken back, within the budget as agreed when the request came. */
function withinBudget(before: PartnershipState, requested: EventData<'FundTransferRequested'>): void {
  const line = before.texts.heads.budget?.lines.find(one => one.line === requested.line);
  const earlier = before.money.totals.find(one => one.line === requested.line)?.committed ?? 0;
  expect(earlier + requested.value.amount).toBeLessThanOrEqual(line?.amount ?? 0);
}

/** Slices that are the very same objects need no second look. */
const untouched = (before: PartnershipState, state: PartnershipState): boolean =>
  Object.entries(state).every(([slice, value]) => slice === 'head' || value === before[slice as keyof PartnershipState]);

/** What an ended file asks for, but for the renewal that a closed one still hears of where its charter asks for it (HFA-38). */
function stillAsked({ tasks, deadlines, standing, policy }: PartnershipState): readonly string[] {
  const asked = [...tasks.map(({ kind }) => kind), ...deadlines.map(({ rule }) => rule)];
  const hearsOfRenewal = standing === 'closed' && policy?.switches.practices?.renewalAsked === 'required';
  return hearsOfRenewal ? asked.filter(one => !['propose-renewal', 'renewal-no-longer-asked'].includes(one)) : asked;
}

function holdsAfter(before: PartnershipState, wanderer: Wanderer, act: Act, since: number): void {
  const { state, events } = wanderer.file;
  const news = events.slice(since);
  const [first] = news;
  if (first?.attributes.type === 'CommandRefused' || first?.attributes.type === 'SignatureAttemptRefused') {
    counts.refused += 1;
    expect(news).toHaveLength(1);
    if (!untouched(before, state)) expect({ ...state, head: before.head }).toEqual(before);
    return;
  }
  if (first === undefined) {
    expect(state).toBe(before);
    return;
  }
  counts.accepted += 1;
  const asker = askedBy(before, act);
  if (asker !== null) {
    counts.approved += 1;
    expect(people[act.who].person).not.toBe(asker);
  }
  for (const requested of told(news, 'FundTransferRequested')) {
    counts.paid += 1;
    withinBudget(before, requested);
  }
  if (hasEnded(state)) expect(stillAsked(state)).toEqual([]);
}

function paysNothingWhileHeld(before: PartnershipState, news: readonly EventEnvelope[]): void {
  if (before.standing !== 'suspended' && before.money.frozenBy.length === 0) return;
  counts.heldBack += 1;
  expect(told(news, 'FundTransferRequested')).toEqual([]);
  if (before.standing === 'suspended') expect(told(news, 'FundTransferCompleted')).toEqual([]);
}

function wander(type: (typeof wanderedTypes)[number], from: number, rolls: readonly Roll[]): void {
  const wanderer = new Wanderer(type, from);
  for (const one of rolls) {
    const before = wanderer.file.state;
    const since = wanderer.file.events.length;
    const act = wanderer.step(one);
    counts.asked += 1;
    paysNothingWhileHeld(before, act.type === 'AdvanceCalendar' ? [] : wanderer.file.events.slice(since));
    holdsAfter(before, wanderer, act, since);
    counts.phases.add(wanderer.file.state.phase);
  }
  const { state, events } = wanderer.file;
  const first = wanderer.start.head.version;
  expect(events.map(event => event.attributes.streamversion)).toEqual(events.map((_, at) => first + at + 1));
  expect(events.every((event, at) => followsInChain(event, events[at - 1]?.attributes.hash ?? wanderer.start.head.hash))).toBe(true);
  expect(withoutSealedAnswers(events.reduce(evolve, wanderer.start))).toEqual(withoutSealedAnswers(state));
  if (hasEnded(state)) counts.ended += 1;
}

describe('whatever anybody asks for, in whatever order', () => {
  it(
    'MDM-11, MDM-63, HFA-15: no version is missing, the events alone tell the state, a refusal changes nothing, who asked never approves, nothing is paid over the budget or while held',
    { timeout: 3_600_000 },
    () => {
      const rolls = fc.array(roll, { minLength: length, maxLength: length });
      fc.assert(fc.property(fc.constantFrom(...wanderedTypes), fc.nat(9_999), rolls, wander), {
        numRuns: Math.ceil(wanted / length),
        endOnFailure: true,
      });
      expect(counts.asked).toBeGreaterThanOrEqual(wanted);
      expect(counts.accepted).toBeGreaterThan(counts.asked / 10);
      expect(counts.refused).toBeGreaterThan(counts.asked / 10);
      expect(Math.min(counts.paid, counts.heldBack, counts.approved, counts.ended)).toBeGreaterThan(0);
      expect(counts.phases.size).toBeGreaterThan(8);
      if (process.env['PALABRE_GENERATED_COMMANDS'] !== undefined) console.log({ ...counts, phases: [...counts.phases] });
    },
  );
});
