import type { CommandType } from '@palabre/contracts';
import { closed, fileIn, people, policyOfCharter, Rehearsal, whyNotIn, type PersonName } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import type { DeadlineRow } from '../api/reads.js';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';
import type { Explanation } from './explanation.js';

const firstSteps = repositoryFile('test/journeys/dossiers/premier-pas.yaml');

async function opened(): Promise<InMemoryPalabre> {
  const api = new InMemoryPalabre();
  await typed(['open', firstSteps], { api });
  return api;
}

/** A file of the fixtures, asked by one of its people. */
function fixture(phase: Parameters<typeof fileIn>[0], who: PersonName): InMemoryPalabre {
  const api = new InMemoryPalabre();
  api.rehearsal.state = fileIn(phase).state;
  api.whyNot = async (_as, _id, { type, ...asked }) => whyNotIn(api.rehearsal, { ...asked, type: type as CommandType, actor: people[who] });
  return api;
}

const explained = async (api: InMemoryPalabre, as = 'hq-ops'): Promise<Explanation> =>
  jsonOf(await typed(['explain', api.id, '--as', as, '--json'], { api })) as Explanation;

describe('explain', () => {
  it('names the only next step with what the rules would warn of, by gate and reason, and changes nothing', async () => {
    const api = await opened();
    const before = api.rehearsal.state;
    const told = await explained(api);
    expect(told.steps.map(step => step.phase)).toEqual(['mapping']);
    expect(told.steps[0]).toMatchObject({ command: 'EnterPhase', possible: true, missing: [] });
    expect(told.steps[0]?.warnings.flatMap(refusal => refusal.gates)).toEqual(['NEED', 'ADDED-VALUE']);
    expect(told.obstacles).toEqual([]);
    expect(api.rehearsal.state).toBe(before);
    const lines = (await typed(['explain', api.id], { api })).out.join('\n');
    expect(lines).toContain('It has been in the phase “idea” since 2027-01-04.');
    expect(lines).toContain('✔ to “stakeholder mapping”: possible now, with a warning');
    expect(lines).toContain('(gate NEED)');
    expect(lines).not.toContain('there is no step');
  });

  it('of a step that is not open it says what is missing, by gate and rule, and what to do next', async () => {
    const api = fixture('co-construction', 'officer');
    const told = await explained(api);
    const step = told.steps.find(one => one.phase === 'validation');
    expect(step).toMatchObject({ possible: false });
    expect(step?.missing.flatMap(refusal => refusal.gates)).toEqual(expect.arrayContaining(['OBJECTIVES', 'ROLES', 'BUDGET']));
    expect(told.steps.some(one => one.phase === 'implementation')).toBe(false);
    const lines = (await typed(['explain', api.id], { api })).out.join('\n');
    expect(lines).toContain('✖ to “validation”: not yet, missing is');
    expect(lines).toMatch(/\(gate .*BUDGET.*\)\n +→ \S/);
  });

  it('a signature takes its own step: it is asked about by its own command', async () => {
    const api = fixture('validation', 'direction');
    const until = { from: '2026-01-01', until: '2027-12-31' };
    api.rehearsal.must('officer', 'RecordMandate', { person: people.direction.person, role: 'signatory-authority', ...until });
    const [early] = (await explained(api)).steps;
    expect(early).toMatchObject({ command: 'SignAgreement', phase: null, possible: false, missing: [{ code: 'no-such-text' }] });
    const body = { clauses: [{ number: '1', title: 'Objet', text: 'Ensemble.' }] };
    api.rehearsal.must('officer', 'ProposeText', { kind: 'agreement', body });
    const later = await explained(api);
    expect(later.steps).toHaveLength(1);
    expect(later.steps[0]?.missing).toMatchObject([{ code: 'not-agreed', rule: 'MDM-15' }]);
    expect((await typed(['explain', api.id], { api })).out.join('\n')).toContain('✖ SignAgreement: not yet, missing is');
  });

  it('says what waits for whom, since when and until when, most pressing first', async () => {
    const api = await opened();
    const { waiting, withheldTasks } = await explained(api);
    expect(waiting.length).toBe(api.rehearsal.state.tasks.length);
    expect(withheldTasks).toBe(0);
    const known = api.rehearsal.state.tasks.find(task => task.task === waiting[0]?.task);
    expect(waiting[0]).toMatchObject({ party: known?.party, since: known?.openedAt, dueAt: known?.dueAt });
    const dates = waiting.map(task => task.dueAt ?? '9999');
    expect(dates).toEqual(dates.toSorted());
    expect((await typed(['explain', api.id], { api })).out.join('\n')).toMatch(/org-horizon-soins \(.+\): .+, since 2027-01-04/);
  });

  it('MDM-15: of tasks with the same title it says which text each waits for, and which version an answer binds to', async () => {
    const api = fixture('co-construction', 'officer');
    const lines = (await typed(['explain', api.id], { api })).out.filter(line => line.includes('Propose the text that is asked for'));
    expect(lines.length).toBeGreaterThan(1);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.join('\n')).toContain('Propose the text that is asked for (Budget)');
    const body = { objectives: [{ id: 'O1', text: 'Le droit aux soins.', aboutRights: true }] };
    api.rehearsal.must('officer', 'ProposeText', { kind: 'objectives', body });
    const later = (await typed(['explain', api.id], { api })).out.join('\n');
    expect(later).toContain('Accept or contest the proposed text (Common objectives v1)');
    expect(later).not.toContain('asked for (Common objectives)');
  });

  it('says the same in French', async () => {
    const api = await opened();
    const lines = (await typed(['explain', api.id], { api, language: 'fr' })).out.join('\n');
    expect(lines).toContain('Il est en phase « idée » depuis le 2027-01-04.');
    expect(lines).toContain('vers « cartographie des acteurs » : possible maintenant, avec avertissement');
    expect(lines).not.toMatch(/What waits|not yet/);
  });

  it('a step whose gates are met is told as possible', async () => {
    const api = new InMemoryPalabre();
    await typed(['play', firstSteps], { api });
    expect(api.rehearsal.state.phase).toBe('mapping');
    api.whyNot = async (_as, _id, { type, data }) => {
      const { phase } = data as { phase: string };
      const sentence = { fr: '.', en: '.' };
      const none = { code: 'no-such-step', rule: 'LIFECYCLE', reason: sentence, next: sentence, gates: [] };
      return { command: type, possible: phase === 'search', refusals: phase === 'search' ? [] : [none], warnings: [] };
    };
    expect((await explained(api)).steps).toEqual([{ command: 'EnterPhase', phase: 'search', possible: true, missing: [], warnings: [] }]);
    expect((await typed(['explain', api.id], { api })).out.join('\n')).toContain('✔ to “search”: possible now');
  });

  it('what keeps an account from every step is told once, and no step is claimed for it', async () => {
    const api = await opened();
    const { obstacles, steps } = await explained(api, 'hq-cases');
    expect(obstacles).toMatchObject([{ code: 'not-permitted' }]);
    expect(steps).toEqual([]);
    const lines = (await typed(['explain', api.id, '--as', 'hq-cases'], { api })).out.join('\n');
    expect(lines).toContain('hq-cases cannot ask for a change of phase');
    expect(lines).not.toContain('possible now');
  });

  it('MDM-68: of a task about a protected case it says that it is there, no more', async () => {
    const api = await opened();
    const [first, ...others] = api.rehearsal.state.tasks;
    api.state = async () => ({ tasks: [{ protected: true }, ...others] });
    const told = await explained(api);
    expect(told.withheldTasks).toBe(1);
    expect(JSON.stringify(told)).not.toContain(first?.task);
    expect((await typed(['explain', api.id], { api })).out.join('\n')).toContain('1 task(s) about a protected case');
  });

  it('of a partnership that has ended it says so, asks the engine nothing and names no step', async () => {
    const api = new InMemoryPalabre();
    await typed(['play', repositoryFile('infra/demo/sante-fleuve.yaml')], { api });
    api.standing = async () => Promise.reject(new Error('the engine has forgotten it'));
    const told = await explained(api);
    expect(told).toMatchObject({ standing: 'closed', waiting: [], steps: [], obstacles: [], deadlines: [] });
    const run = await typed(['explain', api.id], { api });
    expect(run.out.join('\n')).toContain('It has ended (closed)');
    expect(run.out.join('\n')).not.toContain('next steps');
  });
});

const row = (dueAt: string, more: Partial<DeadlineRow> = {}): DeadlineRow => ({
  deadline: `due-${dueAt}`,
  rule: 'commitment-due',
  dueAt,
  outcome: 'CommitmentOverdue',
  party: 'partner',
  about: 'commitment-1',
  state: 'to-come',
  settledAt: null,
  ...more,
});

describe('explain of a closed partnership that is still asked something', () => {
  const renewalAwaited = (): InMemoryPalabre => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('hfa', 'OP')));
    closed(file);
    return InMemoryPalabre.of(file);
  };

  it('HFA-38: it tells who is asked to propose the renewal and until when, and claims no step', async () => {
    const api = renewalAwaited();
    const told = await explained(api);
    expect(told.standing).toBe('closed');
    expect(told.waiting.map(({ party }) => party).toSorted()).toEqual(['host', 'partner']);
    expect(told.deadlines.map(({ rule }) => rule)).toEqual(['renewal-no-longer-asked']);
    expect([told.steps, told.obstacles]).toEqual([[], []]);
    const lines = (await typed(['explain', api.id], { api })).out.join('\n');
    expect(lines).toContain('nothing changes but what still waits below.');
    expect(lines).toContain('Propose the renewal');
    expect(lines).toContain(told.deadlines[0]?.dueAt.slice(0, 10));
    expect(lines).not.toMatch(/No step can be asked|The next steps|cannot ask/);
  });

  it('once both have said their word it waits for nothing any more', async () => {
    const api = renewalAwaited();
    const word = { term: { project: null, endsOn: '2033-01-01' }, guarantorReason: null, reason: 'Ensemble encore.' };
    api.rehearsal.must('direction', 'ProposeRenewal', word).must('presidency', 'ProposeRenewal', word);
    api.standing = async () => Promise.reject(new Error('it is at rest'));
    expect(await explained(api)).toMatchObject({ standing: 'closed', waiting: [], deadlines: [] });
    expect((await typed(['explain', api.id], { api })).out.join('\n')).toContain('everything can be read, nothing changes.');
  });
});

describe('deadlines --what-if', () => {
  const api = new InMemoryPalabre();
  const rows = [
    row('2027-06-01T00:00:00.000Z'),
    row('2027-03-31T23:59:59.999Z', { outcome: 'MilestoneMissed', rule: 'milestone-due' }),
    row('2027-02-01T00:00:00.000Z', { state: 'lifted' }),
    row('2027-01-15T00:00:00.000Z', { state: 'passed' }),
  ];
  api.deadlines = async () => rows;

  it('parts the deadlines to come by the date, each with its rule and what it would record', async () => {
    const parted = jsonOf(await typed(['deadlines', 'x', '--what-if', '2027-03-31', '--json'], { api }));
    expect(parted).toEqual({ until: '2027-03-31T23:59:59.999Z', fire: [rows[1]], later: [rows[0]] });
    const lines = (await typed(['deadlines', 'x', '--what-if', '2027-03-31'], { api })).out.join('\n');
    expect(lines).toContain('By 2027-03-31, if nothing happened, 1 deadline(s) would fire:');
    expect(lines).toMatch(/2027-03-31 +partner +commitment-1 +The milestone is to be reached by that day +\S/);
    expect(lines).not.toContain('2027-02-01');
  });

  it('says that nothing would fire before the first one, and takes an instant too', async () => {
    const lines = (await typed(['deadlines', 'x', '--what-if', '2027-03-31T23:59:59.998Z'], { api, language: 'fr' })).out;
    expect(lines[0]).toBe('D’ici le 2027-03-31, rien ne se déclencherait.');
  });

  it('a date that is none ends with 2 and asks nobody', async () => {
    const run = await typed(['deadlines', 'x', '--what-if', 'soon'], { api });
    expect(run.code).toBe(2);
    expect(run.err.join('\n')).toContain('“soon” does not fit --what-if');
    expect(run.out).toEqual([]);
  });
});
