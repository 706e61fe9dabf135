import type { Actor, Command } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { assessNeed } from '../testing/gateway-on-trial.js';
import { commandFrom, knownRequest, updateIdOf } from './command-request.js';
import { nearestCommand } from './nearest.js';

const actor: Actor = { person: 'person-1', organisation: 'org-host', roles: ['hq-ops'] };

const command = (body: unknown = assessNeed(), who: Actor = actor, correlation = 'click-1'): Command =>
  commandFrom(knownRequest(body), who, correlation);

describe('the Update id of a command', () => {
  it('a repeated request has the same one, whatever its correlation and whatever roles the new token lists', () => {
    const again = command(assessNeed(), { ...actor, roles: ['auditor', 'hq-ops'] }, 'click-2');
    expect(updateIdOf(again)).toBe(updateIdOf(command()));
    expect(updateIdOf(command())).toMatch(/^command-1\.[0-9a-f]{16}$/);
  });

  it('the same command id with another body, by another person or on another version has another one, so the partnership sees it', () => {
    const others = [
      command({ ...assessNeed(), data: { ...assessNeed().data, argument: 'Another argument.' } }),
      command({ ...assessNeed(), expectedVersion: 3 }),
      command({ ...assessNeed(), at: '2026-01-01T00:00:00.000Z' }),
      command(assessNeed(), { ...actor, person: 'person-2' }),
      command({ id: 'command-1', type: 'ClosePartnership', data: {} }),
    ];
    expect(new Set([command(), ...others].map(updateIdOf)).size).toBe(others.length + 1);
  });
});

describe('the nearest command', () => {
  it.each([
    ['assessneed', 'AssessNeed'],
    ['SignAgrement', 'SignAgreement'],
    ['ClosePartnerships', 'ClosePartnership'],
    ['zzzzzzzzzzzzzzzzzzzzzzzz', null],
    ['x'.repeat(10_000), null],
  ])('%s', (written, nearest) => {
    expect(nearestCommand(written)).toBe(nearest);
  });
});
