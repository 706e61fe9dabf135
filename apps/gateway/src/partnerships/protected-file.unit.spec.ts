import type { Actor, PartnershipStanding } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { isShutTo, shutStanding, toldState } from './protected-file.js';

const state = (readers: Readonly<Record<string, readonly string[]>> | null) => ({
  schema: 1,
  id: 'p-1',
  head: { version: 9, hash: 'a'.repeat(64) },
  standing: 'open',
  phase: 'implementation',
  phaseSince: '2027-01-01T00:00:00.000Z',
  calendar: { kind: 'real', now: '2027-02-01T00:00:00.000Z' },
  policy: { lines: [] },
  lines: { cases: [] },
  idea: { projects: ['project-of-the-coast'] },
  parties: {
    members: [
      { party: 'host', organisation: 'org-horizon' },
      { party: 'partner', organisation: 'org-rives' },
    ],
    ...(readers === null ? {} : { protection: { by: 'host', since: '2027-01-02T00:00:00.000Z', readers } }),
  },
  tasks: [{ task: 'task-1', party: 'host' }],
});

const person = (name: string, organisation: string, ...roles: Actor['roles']): Actor => ({ person: name, organisation, roles });

describe('a protected file at the gateway', () => {
  it('AGI-02: is shut to whoever its party has not named, and to auditors and operators; it is open to readers of both sides', () => {
    const guarded = state({ host: ['person-1'] });
    expect(isShutTo(person('person-1', 'org-horizon', 'country-team'), guarded)).toBe(false);
    expect(isShutTo(person('person-2', 'org-horizon', 'hq-ops', 'signatory-authority'), guarded)).toBe(true);
    expect(isShutTo(person('person-3', 'org-rives', 'partner-representative'), guarded)).toBe(false);
    expect(isShutTo(person('person-4', 'org-rives', 'executive-bureau'), guarded)).toBe(true);
    for (const role of ['auditor', 'operator'] as const) expect(isShutTo(person('person-1', 'org-audit', role), guarded)).toBe(true);
    expect(isShutTo(person('person-2', 'org-horizon', 'country-team'), state(null))).toBe(false);
  });

  it('AGI-02: its state says where it stands and names nobody, whoever asks: all of it is read where reading is recorded', () => {
    const told = toldState(state({ host: ['person-1'] }));
    expect(Object.keys(told as object).toSorted()).toEqual(
      ['calendar', 'head', 'id', 'phase', 'phaseSince', 'protected', 'schema', 'standing'].toSorted(),
    );
    for (const name of ['org-horizon', 'org-rives', 'person-1', 'project-of-the-coast']) expect(JSON.stringify(told)).not.toContain(name);
    expect(toldState(state(null))).toEqual(state(null));
  });

  it('AGI-02: what waits for whom, and what is missing, is not told to those who may not read it', () => {
    const standing = {
      id: 'p-1',
      version: 9,
      tasks: [{ task: 'task-1' }],
      deadlines: [{ deadline: 'deadline-1' }],
      relationToBuild: [{ fr: 'Rencontre', en: 'Introduction' }],
    } as unknown as PartnershipStanding;
    expect(shutStanding(standing)).toEqual({ id: 'p-1', version: 9, tasks: [], deadlines: [] });
  });
});
