import { agreeText, fileIn, policyOfCharter, Rehearsal, samplePlan } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const inPhase = (phase: Parameters<typeof fileIn>[0], charter = 'alert'): InMemoryPalabre => {
  const api = InMemoryPalabre.of(fileIn(phase, new Rehearsal(policyOfCharter(charter, 'OP'))));
  api.views.answers.set('/v1/organisations', [
    { organisation: 'org-horizon', name: 'Horizon Soins' },
    { organisation: 'org-riviere', name: 'Rives du fleuve' },
  ]);
  return api;
};

const told = async (api: InMemoryPalabre, args: readonly string[], language: 'fr' | 'en' = 'en'): Promise<string> => {
  const { out, err } = await typed(args, { api, language });
  return [...out, ...err].join('\n');
};

describe('what a person reads', () => {
  it('PMP-12, ALE-25: explain lists everything that is missing in one answer, one line each, with the command and its kind', async () => {
    const api = inPhase('mapping');
    const lines = (await told(api, ['explain', api.id])).split('\n');
    const step = lines.slice(lines.findIndex(line => line.includes('✖ to “search”')));
    expect(step.filter(line => /^ {4}- .+ \(gate MAPPING\)$/.test(line))).toHaveLength(3);
    expect(step.filter(line => /^ {4}- .+ \(rule ALE-25\)$/.test(line)).length).toBeGreaterThan(0);
    expect(step).toContain('      → Do RecordNote (SoughtChangeLinked), then ask again.');
    expect(step.join('\n')).not.toContain('Complete what is missing');
    const french = await told(api, ['explain', api.id], 'fr');
    expect(french).toContain('      → Faire RecordNote (SoughtChangeLinked), puis redemander.');
  });

  it('ALE-25: tasks, explain and the refusal of a verdict name the act of a task, and the kind of note', async () => {
    const api = inPhase('mapping');
    const tasks = await told(api, ['tasks', '--as', 'hq-officer']);
    const line = tasks.split('\n').find(one => one.includes('SoughtChangeLinked')) ?? '';
    expect(line).toContain('act: RecordNote (SoughtChangeLinked)');
    expect(await told(api, ['explain', api.id])).toMatch(/Link each sought change.+ · act: RecordNote \(SoughtChangeLinked\)/);
    const refused = await told(api, ['decide', line.split(' ')[0] ?? '', '--grant', '--as', 'hq-officer']);
    expect(refused).toContain('This task waits for an act: RecordNote (SoughtChangeLinked).');
    expect(refused).toContain(`palabre do rehearsal-1 RecordNote`.replace('rehearsal-1', api.id));
  });

  it('MDM-15: a text that waits for an answer is decided by verdict, and no act is named beside it', async () => {
    const api = inPhase('co-construction', 'mdm');
    api.rehearsal.must('officer', 'ProposeText', {
      kind: 'objectives',
      body: { objectives: [{ id: 'O1', text: 'x', aboutRights: true }] },
    });
    const line = (await told(api, ['explain', api.id])).split('\n').find(one => one.includes('(Common objectives v1)')) ?? '';
    expect(line).toContain('Rives du fleuve (');
    expect(line).toMatch(/ · --grant --contest$/);
    expect(line).not.toContain('headquarters operations');
  });

  it('MDM-27: granting the co-construction without a name is refused with the whole line that names people, and that line is taken', async () => {
    const api = inPhase('co-construction', 'mdm');
    agreeText(api.rehearsal, 'values');
    const row =
      (await told(api, ['tasks', '--as', 'hq-officer'])).split('\n').find(one => one.includes('Confirm your participation')) ?? '';
    const task = row.split(' ')[0] ?? '';
    const refused = await told(api, ['decide', task, '--grant', '--as', 'hq-officer']);
    expect(refused).toContain('Name who took part, by the reference of each person');
    expect(api.rehearsal.count('CoConstructionConfirmed')).toBe(0);
    const [, reference] = /decide (?:\S+) --grant --data '\{"participants":\["([^"]+)","…"\]\}' --as hq-officer/.exec(refused) ?? [];
    const named = JSON.stringify({ participants: [reference] });
    await told(api, ['decide', task, '--grant', '--data', named, '--as', 'hq-officer']);
    expect(api.rehearsal.last('CoConstructionConfirmed')).toMatchObject({ party: 'host', participants: [reference] });
  });

  it('AGI-13: what a measure moves is told in words where it is not what the plan says', async () => {
    const api = inPhase('implementation', 'agiri');
    const measure = { measure: 'R1', text: 'x', from: 'host', to: 'partner', owner: 'host', dueOn: '2027-06-30', moves: 'skills' } as const;
    agreeText(api.rehearsal, 'plan', { ...samplePlan, rebalancing: [measure] });
    const on = api.rehearsal.state.calendar.now.slice(0, 10);
    const note = { kind: 'PowerRebalancingMeasureCompleted', on, from: 'host', moved: 'budget-authority', planned: 'R1', measure: 'x' };
    const asked = ['do', api.id, 'RecordNote', '--data', JSON.stringify(note), '--as', 'partner-rep'];
    expect(await told(api, asked, 'fr')).toContain('fait passer : « savoir-faire »');
    expect(await told(api, asked)).toContain('moves: "skills"');
  });

  it('parties, texts and phases stand under their names: no key inside a sentence', async () => {
    const api = inPhase('co-construction', 'mdm');
    for (const language of ['fr', 'en'] as const) {
      const lines = await told(api, ['explain', api.id], language);
      expect(lines).toContain('Horizon Soins (');
      expect(lines).not.toMatch(/["“«]\s?(host|partner|budget|capacity-plan)\s?["”»]/);
      expect(lines).not.toMatch(/• (host|partner) /);
      expect(lines).not.toMatch(/“mdm”|« mdm »/);
    }
    const why = await told(api, ['why-not', api.id, 'EnterPhase', '--data', '{"phase":"validation","reason":null}']);
    expect(why).toContain('"Rives du fleuve"');
    expect(why).not.toContain('"partner"');
  });

  it('a refused step lists what is missing one by one under the reason that is recorded', async () => {
    const api = inPhase('mapping');
    const { code, err } = await typed(['do', api.id, 'EnterPhase', '--data', '{"phase":"search","reason":null}'], { api });
    expect(code).not.toBe(0);
    expect(err.filter(line => line.startsWith('  - ')).length).toBeGreaterThan(3);
    expect(err.join('\n')).toContain(
      '→ Do RecordNote (StakeholderIdentified, StakeholderListDeclaredEmpty, MissingVoiceAcknowledged), then ask again.',
    );
    expect(err[0]).toBe('✖ Not yet; 5 things are missing (rule gate MAPPING)');
    expect(api.rehearsal.count('CommandRefused')).toBe(1);
  });
});
