import { beforeAll, describe, expect, it } from 'vitest';
import { runControl, type ControlReport } from './control/control.js';
import { damage } from './report.js';

let report: ControlReport;

beforeAll(async () => {
  report = await runControl({ seed: 20_261_121, partnerships: 4, clients: 4, kills: 1 }, () => undefined);
}, 300_000);

describe('a worker is killed right after it announced', () => {
  it('announcing after the commit, as it is done, nothing is lost and nothing doubled', () => {
    expect(report.after.kills).toBe(1);
    expect(report.after.decisions).toBeGreaterThan(0);
    expect(report.after).toMatchObject({ lost: [], doubled: [] });
  });

  it('the control: announcing before the commit, the same kill makes people hold promises that the ledger does not', () => {
    expect(report.before.kills).toBe(1);
    expect(damage(report.before)).toBeGreaterThan(0);
  });
});
