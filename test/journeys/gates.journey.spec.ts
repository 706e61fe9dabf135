import type { EventEnvelope } from '@palabre/contracts';
import { gateTrials, heldBackAt, policyOfCharter, stepOf, type Cast, type GateTrial, type HeldBack } from '@palabre/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../support/house.js';
import { castOf, historyOf, openAs, perform } from '../support/understudy.js';

/** Before signature the capacity plan only warns, by the procedure itself: there is nothing to be stopped by. */
const canBlock = (trial: GateTrial): boolean =>
  (stepOf(trial).gates.find(asked => asked.gate === trial.gate)?.atMost ?? 'block') === 'block';

/** Where the charter does not block, the parties agree that it shall, for their own partnership (PMP-59). */
function blocking(trial: GateTrial): GateTrial {
  if (policyOfCharter(trial.charter, trial.type).gates[trial.gate] === 'block') return trial;
  return {
    ...trial,
    trouble: file => {
      trial.trouble?.(file);
      const override = { key: `gates.${trial.gate}`, value: 'block' };
      file.must('officer', 'ProposeDecision', { kind: 'override', subject: trial.gate, text: 'Convenu ensemble.', override, crosses: [] });
      file.must('representative', 'AcceptDecision', { decision: String(file.last('JointDecisionProposed')['decision']) });
    },
  };
}

/** Somebody knocks too soon, what was missing is done, and the step is taken. */
function told(trial: GateTrial, as: { readonly id?: string; readonly cast?: Cast }): HeldBack {
  const file = heldBackAt(trial, policyOfCharter(trial.charter, trial.type), as);
  file.knock();
  file.meet();
  file.passThrough();
  return file;
}

const refused = (events: readonly EventEnvelope[]) =>
  events
    .filter(({ attributes }) => ['CommandRefused', 'SignatureAttemptRefused'].includes(attributes.type))
    .map(({ attributes, data }) => ({ version: attributes.streamversion, type: attributes.type, data }));

const rows = gateTrials
  .filter(canBlock)
  .map(blocking)
  .map(trial => [`${trial.gate} in ${trial.from}${trial.by === undefined ? '' : ` (${trial.by})`}`, trial] as const);

let house: House;
let cast: Cast;

beforeAll(async () => {
  house = await openHouse();
  cast = castOf(house);
}, 300_000);

afterAll(() => house.stop());

describe('every gate, knocked at too soon through the gateway', () => {
  it('all 25 of them are in the table', () => {
    expect(new Set(rows.map(([, { gate }]) => gate)).size).toBe(25);
  });

  it.concurrent.each(rows)(
    '%s: refused by name, kept in the history with every other attempt, and taken once the gate is met',
    async (_name, trial) => {
      const partnership = await openAs(house, told(trial, { cast }).script);
      const file = told(trial, { id: partnership, cast });
      const { differences } = await perform(house, partnership, file.script);
      expect(differences).toEqual([]);
      const history = await historyOf(house, partnership, file.state.head.version);
      expect(history.map(({ attributes }) => attributes.type)).toEqual(file.told());
      expect(refused(history)).toEqual(refused(file.events));
      const stops = refused(history).filter(({ data }) => (data as { gates: readonly string[] }).gates.length > 0);
      expect(stops.map(({ data }) => (data as { gates: readonly string[] }).gates)).toEqual([[trial.gate]]);
      expect(file.count(stepOf(trial).event)).toBeGreaterThan(0);
    },
    120_000,
  );
});
