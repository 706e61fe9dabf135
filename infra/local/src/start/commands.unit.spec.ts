import { setImmediate } from 'node:timers/promises';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../entry.js';
import { repositoryRoot } from '../supervisor/repository.js';
import { STEP_NAMES, testOptions } from '../test-run/options.js';
import { abreast, parseAnswer } from './demo.js';
import { startOptions } from './options.js';
import { asJson, asText, demoWentWell, type StartReport } from './report.js';

const PLAYED = {
  dossier: 'health',
  id: 'p-1',
  alreadyPlayed: false,
  phases: ['idea', 'closure'],
  decisions: 3,
  refusals: 1,
  events: 9,
  verified: true,
};
const REPORT: StartReport = {
  readyInSeconds: 9.5,
  addresses: {
    gateway: 'http://g',
    projection: 'http://p',
    identity: 'http://i',
    temporal: 't:1',
    temporalUi: undefined,
    kafka: 'k:1',
    database: 'd',
  },
  accounts: [
    { account: 'hq-ops', person: 'person-1', organisation: 'org-1', roles: ['hq-ops'], name: { fr: 'Siège', en: 'Headquarters' } },
  ],
  accountsFile: '.palabre/accounts.json',
  dataDir: '.palabre',
  demo: [PLAYED],
  demoSeconds: 41.5,
  demoFailure: undefined,
};

describe('the options of the two commands', () => {
  it('of npm start are read, and a wrong one is named', () => {
    expect(startOptions(['--once', '--no-demo'])).toMatchObject({ once: true, demo: false, fresh: false, dataDir: resolve('.palabre') });
    expect(() => startOptions(['--onec'])).toThrow(UsageError);
    expect(() => startOptions(['--onec'])).toThrow(/--onec/);
  });

  it('of npm test choose steps in their own order, and an unknown step is named', () => {
    expect(testOptions([]).steps).toEqual(STEP_NAMES);
    expect(testOptions(['--only', 'unit,types']).steps).toEqual(['types', 'unit']);
    expect(() => testOptions(['--only', 'unti'])).toThrow(/no step "unti"/);
  });

  it('of the first file are checked before anything is installed or compiled', () => {
    const outcome = spawnSync(process.execPath, [join(repositoryRoot(), 'infra', 'local', 'bootstrap.mjs'), 'strat'], { encoding: 'utf8' });
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toContain('There is no command "strat"');
  });
});

describe('what npm start tells', () => {
  it('names phases, decisions, refusals, events and the verification of each dossier', () => {
    expect(asText(REPORT, true)).toContain('2 phases, 3 decisions, 1 refusal, 9 events; verify: equal');
    expect(asText(REPORT, false)).toContain('npx palabre verify p-1');
  });

  it('is not well when a dossier is not equal or was not played to its end', () => {
    expect(demoWentWell(REPORT)).toBe(true);
    expect(demoWentWell({ ...REPORT, demo: [{ ...PLAYED, verified: false }] })).toBe(false);
    expect(JSON.parse(asJson({ ...REPORT, demoFailure: 'the gateway did not answer' }))).toMatchObject({ ok: false });
  });

  it('plays some dossiers at the same time, never more, and tells them in their order', async () => {
    let running = 0;
    let most = 0;
    const told = await abreast(2, ['a', 'b', 'c', 'd', 'e'], async name => {
      running += 1;
      most = Math.max(most, running);
      await setImmediate();
      running -= 1;
      return name.toUpperCase();
    });
    expect(told).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(most).toBe(2);
  });

  it('takes the answer of the terminal program alone or as its last line', () => {
    expect(parseAnswer('{\n "id": "p-1"\n}\n')).toEqual({ id: 'p-1' });
    expect(parseAnswer('playing\n{"id":"p-1"}')).toEqual({ id: 'p-1' });
    expect(() => parseAnswer('no')).toThrow(/JSON/);
  });
});
