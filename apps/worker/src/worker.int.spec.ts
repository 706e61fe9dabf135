import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { partnershipStream } from '@palabre/contracts';
import { dropTopic } from '@palabre/event-log';
import { policyOfCharter } from '@palabre/testing';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfiguration, type WorkerConfiguration } from './configuration.js';
import type { HealthReport } from './health/vitals.js';
import { removeSchedule } from './sweeping/schedule.js';
import { Caller } from './testbed/caller.js';
import { standInLedger, type LedgerStandIn } from './testbed/ledger-stand-in.js';
import { quiet, readTopic } from './testbed/topic-reader.js';
import { startWorker, type RunningWorker } from './worker.js';

const sources = fileURLToPath(new URL('../../../workflows/src/index.ts', import.meta.url));
const run = randomUUID().slice(0, 8);

let configuration: WorkerConfiguration;
let connection: NativeConnection;
let ledger: LedgerStandIn;
let worker: RunningWorker;
let caller: Caller;

beforeAll(async () => {
  ledger = await standInLedger();
  configuration = readConfiguration({
    ...process.env,
    TEMPORAL_TASK_QUEUE: `worker-${run}`,
    PALABRE_TOPIC: `palabre.worker.${run}`,
    PALABRE_TOPIC_PARTITIONS: '3',
    PALABRE_PROJECTION_URL: ledger.url,
    OIDC_ISSUER: ledger.url,
    PALABRE_SERVICE_CLIENT: ledger.client,
    PALABRE_SERVICE_SECRET: ledger.secret,
    PALABRE_SWEEP_EVERY_SECONDS: '2',
    PALABRE_SWEEP_GRACE_SECONDS: '1',
    LOG_LEVEL: 'silent',
  });
  worker = await startWorker(configuration, { workflowsPath: sources });
  connection = await NativeConnection.connect({ address: configuration.temporal.address });
  caller = new Caller(connection, configuration.temporal, policyOfCharter('mdm', 'OP'));
});

afterAll(async () => {
  await caller.endAll();
  await removeSchedule(connection, configuration.temporal);
  await worker.drain();
  await connection.close();
  await ledger.close();
  await dropTopic({ ...configuration.eventLog, logger: quiet });
});

const upTo = (version: number): number[] => Array.from({ length: version }, (_, place) => place + 1);

const health = async (): Promise<{ status: number; report: HealthReport }> => {
  const answer = await fetch(`http://127.0.0.1:${worker.port}/health`);
  return { status: answer.status, report: (await answer.json()) as HealthReport };
};

const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 60_000, interval: 200 });

describe('the worker', () => {
  it('announces what is decided to the event log, once, and keeps quiet when the ledger has it', async () => {
    const reader = await readTopic(configuration.eventLog.brokers, configuration.eventLog.topic);
    const id = `announced-${run}`;
    const stream = partnershipStream(id);
    ledger.heads.set(stream, 1_000);
    const version = await caller.live(id, 5);
    ledger.heads.set(stream, version);
    await eventually(() => expect(reader.versionsOf(id)).toEqual(upTo(version)));
    const asked = ledger.asked();
    await eventually(() => expect(ledger.asked()).toBeGreaterThan(asked + 1));
    expect(reader.versionsOf(id)).toEqual(upTo(version));
    expect((await health()).report.announcing).toMatchObject({ retries: 0, streamsWaiting: 0 });
    await reader.close();
  });

  it('announces missing versions again from the history, also from runs that are over, when the log was wiped', async () => {
    const id = `wiped-${run}`;
    const stream = partnershipStream(id);
    ledger.heads.set(stream, 1_000);
    const before = await caller.live(id, 60);
    await dropTopic({ ...configuration.eventLog, logger: quiet });
    const version = await caller.say(id, 1);
    expect(version).toBe(before + 1);
    const kept = 3;
    ledger.heads.set(stream, kept);

    const reader = await readTopic(configuration.eventLog.brokers, configuration.eventLog.topic);
    await eventually(() => expect(new Set(reader.versionsOf(id))).toEqual(new Set(upTo(version).slice(kept))));
    ledger.heads.set(stream, version);
    expect(reader.versionsOf(id)).not.toContain(kept);
    await eventually(async () => expect((await health()).report.sweeping.reannounced).toBeGreaterThanOrEqual(before - kept));
    await reader.close();
  });

  it('announces again what a terminated partnership had told, and not at every sweep when the ledger does not take it', async () => {
    const reader = await readTopic(configuration.eventLog.brokers, configuration.eventLog.topic);
    const id = `terminated-${run}`;
    const stream = partnershipStream(id);
    ledger.heads.set(stream, 1_000);
    const version = await caller.live(id, 3);
    await eventually(() => expect(reader.versionsOf(id)).toEqual(upTo(version)));
    await caller.end(id);
    ledger.heads.set(stream, 1);
    const timesTold = (lost: number): number => reader.versionsOf(id).filter(told => told === lost).length;
    await eventually(() =>
      expect(upTo(version).map(timesTold)).toEqual([
        1,
        ...upTo(version)
          .slice(1)
          .map(() => 2),
      ]),
    );
    const asked = ledger.asked();
    await eventually(() => expect(ledger.asked()).toBeGreaterThan(asked + 4));
    expect(timesTold(2) - 2).toBeLessThan(ledger.asked() - asked - 1);
    expect(timesTold(1)).toBe(1);
    await eventually(async () => expect((await health()).report.sweeping.last).toMatchObject({ behind: 1, failed: 0, gone: 0 }));
    ledger.heads.set(stream, version);
    await reader.close();
  });

  it('shows a failing workflow task in health within seconds, and that it was mended', async () => {
    await eventually(async () => expect((await health()).status).toBe(200));
    const id = `failing-${run}`;
    await caller.start(id, { schemaVersion: 99, id, policy: null, carried: null });
    const failing = await eventually(async () => {
      const answer = await health();
      expect(answer.status).toBe(503);
      expect(answer.report.failingWorkflowTasks.runs[0]?.workflowId).toBe(partnershipStream(id));
      return answer.report;
    });
    expect(failing.failingWorkflowTasks).toMatchObject({ now: 1, total: 1 });
    await caller.end(id);
    await eventually(async () =>
      expect(await health()).toMatchObject({ status: 200, report: { failingWorkflowTasks: { now: 0, total: 1 } } }),
    );
  });

  it('tells when it last swept, and answers to liveness whatever else is wrong', async () => {
    const report = await eventually(async () => {
      const seen = (await health()).report;
      expect(seen.sweeping).toMatchObject({ on: true, stale: false, lastAt: expect.any(String) });
      return seen;
    });
    expect(Date.now() - Date.parse(report.sweeping.lastAt ?? '')).toBeLessThan(60_000);
    expect((await fetch(`http://127.0.0.1:${worker.port}/live`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${worker.port}/elsewhere`)).status).toBe(404);
  });
});
