import { beforeAll, describe, expect, it } from 'vitest';
import { everything, runFaults, type FaultReport } from './run.js';

const plan = {
  seed: 20_261_121,
  targets: everything,
  kills: 6,
  decisions: 150,
  partnerships: 8,
  clients: 6,
  longAwayMs: 0,
  pauseMs: [0, 500],
  decisionsBetween: 15,
} as const;

let report: FaultReport;

beforeAll(async () => {
  report = await runFaults(plan, () => undefined);
}, 300_000);

describe('worker, gateway, projection, Kafka, Temporal and PostgreSQL are each killed while decisions are taken', () => {
  it('strikes each of the six once and takes at least 150 decisions, refusals among them', () => {
    expect(report.kills).toEqual({ worker: 1, gateway: 1, projection: 1, kafka: 1, temporal: 1, postgres: 1 });
    expect(report.decisions).toBeGreaterThanOrEqual(plan.decisions);
    expect(report.refused).toBeGreaterThan(0);
  });

  it('loses no acknowledged event and doubles none', () => {
    expect(report.findings.acknowledgedEvents).toBeGreaterThanOrEqual(report.findings.lost.length + plan.decisions);
    expect(report.findings).toMatchObject({ lost: [], doubled: [], unasked: [] });
  });

  it('leaves every stream without a gap, and nothing parked', () => {
    expect(report.findings).toMatchObject({ gaps: [], parked: [] });
  });

  it('ends with workflow, ledger, hash chain and read models saying the same, also when every read model is made anew from zero', () => {
    expect(report.findings).toMatchObject({ parting: [], differingModels: [] });
  });

  it('tells callers clearly when something is away, and no program ends by itself', () => {
    expect(report.unclear).toEqual([]);
    expect(report.died).toEqual([]);
  });
});
