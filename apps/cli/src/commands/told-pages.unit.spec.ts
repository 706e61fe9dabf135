import { describe, expect, it } from 'vitest';
import type { DeadlineRow, FileView, InboxRow } from '../api/reads.js';
import { typed } from '../testing/desk.spec.js';
import { InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';

const said = async (api: InMemoryPalabre, args: readonly string[], language: 'fr' | 'en' = 'en'): Promise<string> => {
  const { out, err } = await typed(args, { api, language });
  return [...out, ...err].join('\n');
};

const since = { phase: 'idea', since: '2024-01-15T08:00:00.000Z', version: 1 };

/** A file that tells more than the house in memory does. */
function filed(more: Partial<FileView>, head: Partial<FileView['head']> = {}): InMemoryPalabre {
  const api = new InMemoryPalabre();
  const file = api.file;
  api.file = async (...asked) => {
    const whole = await file(...asked);
    return { ...whole, ...more, head: { ...whole.head, phases: [since], ...head } };
  };
  return api;
}

const task = (more: Partial<InboxRow>): InboxRow => ({
  task: 'task-1',
  kind: 'decide-jointly',
  title: { fr: 'Accepter ou décliner la décision commune', en: 'Accept or decline the joint decision' },
  phase: 'implementation',
  roles: ['hq-ops'],
  party: 'host',
  dueAt: null,
  subject: null,
  about: null,
  askedBy: null,
  verdicts: { grant: 'AcceptDecision', refuse: 'DeclineDecision', contest: null },
  requirements: [],
  partnership: 'p-1',
  partnershipTitle: 'Le fleuve',
  overdue: false,
  claimedBy: null,
  delegatedTo: null,
  ...more,
});

describe('what show tells of the idea', () => {
  it('HFA-05, HFA-06, HFA-11: nature, the people it is for and the goals that it serves, in words', async () => {
    const idea = { natures: ['scientific', 'cultural'], goals: [3, 17], project: { population: 'Mères de la vallée' } } as const;
    const told = await said(filed({}, { idea: { ...idea, natures: [...idea.natures], goals: [...idea.goals] } }), ['show', 'x'], 'fr');
    expect(told).toMatch(/nature +scientifique, culturel/);
    expect(told).toMatch(/population +Mères de la vallée/);
    expect(told).toMatch(/objectifs +3, 17 \(Agenda 2030\)/);
    expect(await said(filed({}), ['show', 'x'])).not.toContain('Agenda 2030');
  });

  it('PMP-60: the months lived stand beside those of the charter, and the outcome once it is decided; nothing where the type has no first phase', async () => {
    const alliance = { type: 'MSP', charter: 'pmp' };
    const now = '2026-03-15T08:00:00.000Z';
    expect(await said(filed({ now }, alliance), ['show', 'x'])).toMatch(
      /first phase +26 month\(s\) since the idea; the charter warns at 30/,
    );
    const establishment = { outcome: 'institutionalise', prolongedUntil: null, at: '2026-09-01T08:00:00.000Z' } as const;
    const decided = await said(filed({ now, frame: { establishment } }, alliance), ['show', 'x']);
    expect(decided).toMatch(/first phase +decided on 2026-09-01: give it a lasting form/);
    expect(decided).not.toContain('month(s) since');
    expect(await said(filed({ now }), ['show', 'x'])).not.toContain('first phase');
  });
});

describe('what a task is about', () => {
  it('MDM-15, S-14: one votes knowing on what: the subject of the decision stands in the list, with the id that commands ask for', async () => {
    const decisions = [{ decision: 'decision-1', subject: 'Fermer la pêche deux mois', state: 'proposed' }];
    const api = filed({ signOffs: { decisions } });
    api.inbox = async () => [task({ about: 'decision-1' })];
    expect(await said(api, ['tasks'])).toContain('Fermer la pêche deux mois (decision-1)');
    api.inbox = async () => [task({ about: 'f'.repeat(64) }), task({ about: 'field' })];
    expect(await said(api, ['tasks'])).not.toMatch(/f{64}| field /);
  });

  it('AGI-23, MDM-18: the day that was agreed for the meeting is told beside the last day on which it counts', async () => {
    const slot: DeadlineRow = {
      deadline: 'd-1',
      rule: 'meeting-slot',
      dueAt: '2024-09-09T23:59:59.999Z',
      outcome: 'MeetingMissed',
      party: null,
      about: '2024-06-10',
      state: 'to-come',
      settledAt: null,
    };
    const api = filed({});
    api.deadlines = async () => [slot, { ...slot, state: 'lifted', about: '2024-03-10' }];
    api.inbox = async () => [task({ kind: 'hold-meeting', dueAt: '2024-09-10T00:00:00.000Z' })];
    expect(await said(api, ['tasks'])).toMatch(/2024-09-10 .*agreed for 2024-06-10/);
    const deadlines = await said(api, ['deadlines', 'x'], 'fr');
    expect(deadlines).toMatch(
      /2024-09-09 +à venir +La rencontre prévue se tient avant la suivante \(convenue le 2024-06-10\) +Rencontre manquée/,
    );
    expect(deadlines).not.toContain('meeting-slot');
  });
});

describe('what was searched, what was warned, what was won', () => {
  it('PMP-05, PMP-08: the search for what exists says by what it searched, also where it finds nothing', async () => {
    const api = new InMemoryPalabre();
    api.views.answers.set('/v1/existing', []).set('/v1/partnerships/p-1/existing', []);
    expect(await said(api, ['existing', 'p-1'])).toContain('Searched: the themes of the idea, and titles that share a word with its title');
    expect(await said(api, ['existing', '--search', 'eau', '--theme', 'corruption'], 'fr')).toContain(
      'Cherché : le thème « corruption », les mots « eau » du titre.',
    );
    expect(await said(api, ['existing'])).toContain('Searched: all partnerships.');
  });

  it('PMP-36: a win that is not certain is told with that word inside; a certain one without it', async () => {
    const api = new InMemoryPalabre();
    const says = { fr: 'Victoire d’étape partagée', en: 'Small win shared' };
    const win = { day: '2024-05-01', title: 'Le port', party: 'host', kind: 'StepVictoryShared', says };
    const rows = [true, false].map(certain => ({ ...win, note: { certain, note: 'La passe se creuse' } }));
    api.views.answers.set('/v1/journal', rows);
    const lines = (await said(api, ['journal'])).split('\n').filter(line => line.includes('La passe se creuse'));
    expect(lines.map(line => line.includes('result still uncertain'))).toEqual([false, true]);
  });

  it('playing a dossier tells what let an act through with a warning', async () => {
    const told = await said(new InMemoryPalabre(), ['play', repositoryFile('infra/demo/sante-fleuve.yaml')]);
    expect(told).toMatch(/! \w+: .+ \(rule \S+\), acts \d+/);
  });

  it('a refusal for want of a function names functions and parties of this file in words', async () => {
    const api = new InMemoryPalabre();
    api.views.answers.set('/v1/organisations', [{ organisation: 'org-horizon-soins', name: 'Horizon Soins' }]);
    await typed(['open', repositoryFile('test/journeys/dossiers/premier-pas.yaml')], { api });
    const told = await said(api, ['do', api.id, 'EnterPhase', '--data', '{"phase":"mapping","reason":null}', '--as', 'hq-cases'], 'fr');
    expect(told).toContain('« opérations du siège »');
    expect(told).toContain('« Horizon Soins »');
    expect(told).not.toMatch(/hq-ops»|« hq-ops|côté host/);
  });
});
