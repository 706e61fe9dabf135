import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PalabreApi } from '../api/palabre-api.js';
import { Failure } from '../failure.js';
import { InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';
import { jsonOf, typed } from '../testing/desk.spec.js';

const firstSteps = repositoryFile('test/journeys/dossiers/premier-pas.yaml');

const right = readFileSync(firstSteps, 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'palabre-cli-'));

function written(text: string): string {
  const file = join(folder, `dossier-${text.length}.yaml`);
  writeFileSync(file, text);
  return file;
}

/** The same API, going away after a number of commands. */
function goingAway(api: InMemoryPalabre, after: number): PalabreApi {
  let asked = 0;
  const command: PalabreApi['command'] = async (as, id, request) => {
    asked += 1;
    if (asked > after) throw new Failure({ exit: 'unreachable', what: 'away' });
    return api.command(as, id, request);
  };
  return new Proxy<PalabreApi>(api, { get: (target, name) => (name === 'command' ? command : (Reflect.get(target, name) as unknown)) });
}

describe('playing a dossier', () => {
  it('PMP-29: moves the rehearsal to the day of each act, then acts as its account', async () => {
    const api = new InMemoryPalabre();
    expect((await typed(['play', firstSteps], { api })).code).toBe(0);
    expect(api.sent.map(({ as, request }) => `${as} ${request.type}`)).toEqual([
      'hq-ops OpenPartnership',
      'hq-ops AdvanceCalendar',
      'hq-ops AssessNeed',
      'hq-ops AdvanceCalendar',
      'hq-ops CheckExistingPartnerships',
      'hq-ops AdvanceCalendar',
      'hq-ops EnterPhase',
      'hq-ops AdvanceCalendar',
      'hq-ops EnterPhase',
    ]);
    expect(api.rehearsal.state).toMatchObject({ phase: 'mapping', calendar: { kind: 'rehearsal', now: '2027-01-14T09:00:00.000Z' } });
  });

  it('goes on where it was interrupted, and doubles nothing', async () => {
    const api = new InMemoryPalabre();
    const interrupted = await typed(['play', firstSteps, '--json'], { api: goingAway(api, 3) });
    expect(interrupted.code).toBe(5);
    expect(api.rehearsal.count('PartnershipNeedAssessed')).toBe(1);
    expect(api.rehearsal.count('ExistingPartnershipsChecked')).toBe(0);
    const report = jsonOf(await typed(['play', firstSteps, '--json'], { api }));
    expect(report).toMatchObject({ actsPlayedBefore: 1, alreadyPlayed: false, phases: ['idea', 'mapping'], decisions: 4, refusals: 1 });
    expect(api.rehearsal.count('PartnershipNeedAssessed')).toBe(1);
  });

  it('stops when an act is refused that should not be: exit 3, the line, the rule, and no act after it', async () => {
    const api = new InMemoryPalabre();
    const run = await typed(['play', written(right.replace(/ {4}expect: .*\n/, ''))], { api });
    expect(run.code).toBe(3);
    expect(run.err.join('\n')).toMatch(/Act 3 \(EnterPhase, .*:\d+\) is refused: .*\(rule LIFECYCLE\)/);
    expect(api.rehearsal.state.phase).toBe('idea');
    expect(api.rehearsal.count('StakeholderMappingStarted')).toBe(0);
  });

  it('fails when an act is accepted that should be refused, or refused by another rule', async () => {
    const accepted = await typed(['play', written(right.replace('phase: validation', 'phase: mapping'))]);
    expect(accepted.code).toBe(1);
    expect(accepted.err.join('\n')).toContain('was to be refused, and it is accepted');
    const otherwise = await typed(['play', written(right.replace('rule: LIFECYCLE', 'rule: MDM-11'))]);
    expect(otherwise.code).toBe(1);
    expect(otherwise.err.join('\n')).toContain('refused by no-such-step, LIFECYCLE, not by no-such-step, MDM-11');
  });

  it('refuses to go on with a dossier whose past was rewritten', async () => {
    const api = new InMemoryPalabre();
    await typed(['play', firstSteps], { api });
    const version = api.rehearsal.state.head.version;
    const run = await typed(['play', written(right.replace('Personne n’y travaille.', 'Quelqu’un y travaille.'))], { api });
    expect(run.code).toBe(3);
    expect(run.err.join('\n')).toMatch(/Act 2 .* was played before with another content/);
    expect(api.rehearsal.state.head.version).toBe(version);
  });

  it('an act that was refused may be corrected, or have one put before it, and is played under the same name; the refusal stays told', async () => {
    const unexpected = right.replace(/ {4}expect: .*\n/, '');
    const refusedAct = / {2}- on: 2027-01-13\n(?: {4}.*\n)+/;
    const sayMore = `  - on: 2027-01-13\n    as: hq-ops\n    do: AssessNeed\n    data: { objective: 'De l’eau.', partnershipIsRightMethod: true, argument: 'Revu ensemble.' }\n`;
    const needs = { corrected: 1, preceded: 2 };
    const mended = {
      corrected: unexpected.replace(refusedAct, ''),
      preceded: right.replace(refusedAct, block => `${sayMore}${block}`),
    };
    for (const way of ['corrected', 'preceded'] as const) {
      const api = new InMemoryPalabre();
      expect((await typed(['play', written(unexpected)], { api })).code).toBe(3);
      expect(api.rehearsal.count('CommandRefused')).toBe(1);
      const run = await typed(['play', written(mended[way])], { api });
      expect([run.code, run.err.filter(line => line.startsWith('✖'))]).toEqual([0, []]);
      expect(api.rehearsal.state.phase).toBe('mapping');
      expect(api.rehearsal.count('PartnershipNeedAssessed')).toBe(needs[way]);
      expect(api.rehearsal.count('CommandRefused')).toBe(needs[way]);
    }
  });

  it('opens without playing', async () => {
    const api = new InMemoryPalabre();
    expect(jsonOf(await typed(['open', firstSteps, '--json'], { api }))).toEqual({ id: api.id, dossier: 'premier-pas', existing: [] });
    expect(api.sent).toHaveLength(1);
  });
});
