import { fileIn, people, Rehearsal, sampleBodies, type PersonName } from '@palabre/testing';
import type { EventData, EventType } from '@palabre/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const handlers = ['officer', 'hqOps', 'representative', 'secondRepresentative'] as const satisfies PersonName[];

const anybody = fc.constantFrom<PersonName>(...handlers);

const amount = fc.oneof(
  fc.integer({ min: 0, max: 10_000_000 }),
  fc.integer({ min: 1, max: 900_000 }),
  fc.constantFrom(1_000_000, 9_000_000),
);

/** Something that might happen to the money of a partnership, by anybody who handles it. `which` picks an open transfer. */
const happening = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('request' as const),
      who: anybody,
      line: fc.constantFrom('A.1', 'A.1', 'B.1', 'Z.9'),
      amount,
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('confirm' as const), who: anybody, which: fc.nat(5) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('justify' as const), who: anybody, which: fc.nat(5), amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('allege' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('decide' as const), confirmed: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }) },
);

type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never;

const picked = (file: Rehearsal, which: number) =>
  file.state.money.transfers[which % Math.max(1, file.state.money.transfers.length)]?.transfer ?? 'transfer-none';

const today = (file: Rehearsal) => file.state.calendar.now.slice(0, 10);

const later = (file: Rehearsal, days: number) => new Date(Date.parse(file.state.calendar.now) + days * 86_400_000).toISOString();

const decide = (file: Rehearsal, confirmed: boolean): void => {
  const [frozen] = file.state.money.frozenBy;
  if (frozen !== undefined) file.ask('committee', 'ReleaseTransfers', { case: frozen, reason: 'Mesures prises.' });
  const open = file.state.lines.cases.find(one => one.colour === 'red' && one.confirmed === null);
  if (open === undefined) return;
  file.ask('representative', 'HearParty', { case: open.case, statement: 'Voici.' });
  file.ask('committee', confirmed ? 'ConfirmLine' : 'DismissLine', { case: open.case, reason: 'Décidé.' });
};

function happens(file: Rehearsal, what: Happening): void {
  switch (what.kind) {
    case 'request':
      file.ask(what.who, 'RequestTransfer', {
        line: what.line,
        value: { amount: what.amount, currency: 'EUR' },
        from: 'host',
        to: 'partner',
      });
      return;
    case 'confirm':
      file.ask(what.who, 'ConfirmTransfer', { transfer: picked(file, what.which), receivedOn: today(file) });
      return;
    case 'justify':
      file.ask(what.who, 'JustifyExpenditure', {
        transfer: picked(file, what.which),
        value: { amount: what.amount, currency: 'EUR' },
        vouchers: ['voucher-1'],
      });
      return;
    case 'allege':
      file.ask('officer', 'RaiseLine', { line: 'corruption', about: 'partner', facts: null });
      return;
    case 'decide':
      decide(file, what.confirmed);
      return;
    case 'wait':
      file.ask('officer', 'AdvanceCalendar', { to: later(file, what.days) });
  }
}

const told = <T extends EventType>(file: Rehearsal, type: T) =>
  file.events
    .filter(event => event.attributes.type === type)
    .map(event => ({ data: event.data as EventData<T>, actor: event.attributes.actor }));

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

const held = (file: Rehearsal): boolean => file.state.standing === 'suspended' || file.state.money.frozenBy.length > 0;

const moved = (file: Rehearsal): number => file.count('FundTransferRequested') + file.count('FundTransferCompleted');

/** Counted from the events alone, never from the state that the rules keep for themselves. */
function moneyHolds(file: Rehearsal): void {
  const requests = told(file, 'FundTransferRequested');
  for (const { line, cost } of sampleBodies.budget!.lines) {
    expect(sum(requests.filter(one => one.data.line === line).map(one => one.data.value.amount))).toBeLessThanOrEqual(cost.amount);
  }
  expect(requests.every(one => one.data.line !== 'Z.9' && one.data.value.amount > 0)).toBe(true);
  for (const { data, actor } of told(file, 'FundTransferCompleted')) {
    const asked = requests.find(one => one.data.transfer === data.transfer);
    expect(asked?.actor).not.toBe(actor);
    expect(Object.values(people).find(person => person.person === actor)?.organisation).toBe(people.representative.organisation);
  }
  for (const { data } of requests) {
    const received = told(file, 'FundTransferCompleted').filter(one => one.data.transfer === data.transfer).length;
    const justified = sum(
      told(file, 'ExpenditureJustified')
        .filter(one => one.data.transfer === data.transfer)
        .map(one => one.data.value.amount),
    );
    expect(received).toBeLessThanOrEqual(1);
    expect(justified).toBeLessThanOrEqual(received * data.value.amount);
  }
}

const running = fileIn('implementation');

/** The same partnership at the start of implementation, to be played on. */
const another = (): Rehearsal => Object.assign(new Rehearsal(running.policy), { state: running.state, events: [...running.events] });

it('MDM-11, MDM-63, ALE-12: money out never exceeds the agreed budget, nothing moves while held, nobody confirms what they asked for', () => {
  let paid = 0;
  let stopped = 0;
  fc.assert(
    fc.property(fc.array(happening, { minLength: 10, maxLength: 40 }), story => {
      const file = another();
      for (const what of story) {
        const before = moved(file);
        const wasHeld = held(file);
        happens(file, what);
        if (wasHeld) {
          expect(moved(file)).toBe(before);
          stopped += 1;
        }
      }
      moneyHolds(file);
      paid += file.count('FundTransferCompleted');
    }),
    { numRuns: 150 },
  );
  expect(paid).toBeGreaterThan(20);
  expect(stopped).toBeGreaterThan(20);
});
