import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';

const withRows = (path: string, rows: unknown): InMemoryPalabre => {
  const api = new InMemoryPalabre();
  api.views.answers.set(path, rows);
  return api;
};

const withDocument = (path: string, document: unknown): InMemoryPalabre => {
  const api = new InMemoryPalabre();
  api.views.documents.set(path, document);
  return api;
};

const organisation = {
  organisation: 'org-rives',
  name: 'Rives du fleuve',
  kind: 'association',
  sector: 'civil-society',
  subKind: 'association',
  level: 'local',
  country: 'SN',
  screening: 'to-examine',
  screenedAt: '2026-02-01T00:00:00.000Z',
  dueDiligence: { state: 'passed', at: '2026-03-01T00:00:00.000Z' },
  partnerships: [{ id: 'p-1' }],
};

describe('organisations', () => {
  it('HFA-07, ALE-02: the list tells sector with its sub-kind, level, country, screening and due diligence', async () => {
    const api = withRows('/v1/organisations', [organisation, { ...organisation, organisation: 'org-b', screening: null, level: null }]);
    const { out } = await typed(['organisations', 'list', '--level', 'local', '--diligence', 'passed'], { api });
    expect(out[1]).toMatch(
      /^org-rives +association +civil society \(association\) +local +SN +to examine 2026-02-01 +passed 2026-03-01 +1 +Rives du fleuve$/,
    );
    expect(out[2]).not.toContain('to examine');
    const inFrench = await typed(['organisations', 'list'], {
      api: withRows('/v1/organisations', [{ ...organisation, kind: 'informal-group', level: 'regional', subKind: 'ngo' }]),
      language: 'fr',
    });
    expect(inFrench.out[1]).toMatch(/^org-rives +groupe informel +société civile \(ONG\) +régional +SN /);
    expect(api.views.asked[0]?.filter).toEqual({ level: 'local', dueDiligence: 'passed' });
  });

  it('MDM-64: the side whose candidate failed is not shown as failed itself, in either language', async () => {
    const state = (dueDiligence: string) => ({ ...organisation, dueDiligence: { state: dueDiligence, at: '2026-03-01T00:00:00.000Z' } });
    const api = withRows('/v1/organisations', [state('failed'), state('other-failed')]);
    const { out } = await typed(['organisations', 'list'], { api });
    expect([out[1], out[2]]).toEqual([
      expect.stringMatching(/ failed 2026/),
      expect.stringMatching(/stopped: the other party failed 2026/),
    ]);
    expect((await typed(['organisations', 'list'], { api, language: 'fr' })).out[2]).toContain('arrêtée : l’autre partie a échoué');
  });

  it('ALE-65: counts by team and kind, and says where nobody named a team', async () => {
    const api = withRows('/v1/organisation-counts', [{ team: null, kind: 'movement', organisations: 2, partnerships: 3 }]);
    const { out } = await typed(['organisations', 'counts', '--by', 'team', '--and', 'kind'], { api });
    expect(out[0]).toMatch(/^team +kind +organisations +partnerships$/);
    expect(out[1]).toMatch(/^\(not said\) +movement +2 +3$/);
  });

  it('HFA-37: the record of accountability is told in sentences, in French too', async () => {
    const record = {
      organisation: 'org-rives',
      partnerships: 2,
      reports: { statusPointsHeld: 4, statusPointsOverdue: 1 },
      approvals: { reportsApproved: 1 },
      commitments: { keptInTime: 5, breached: 1 },
      clauses: { kept: 3 },
    };
    const { out } = await typed(['organisations', 'accountability', 'org-rives'], {
      api: withDocument('/v1/accountability', record),
      language: 'fr',
    });
    expect(out.join('\n')).toContain('Engagements : 5 tenus à temps, 0 tenus en retard, 0 à tenir, 0 en retard, 1 manquements');
    expect(out.join('\n')).toContain('Rapports : 4 points de situation tenus, 1 en retard');
  });

  it('HFA-13: the pipeline places each partner', async () => {
    const row = {
      organisation: 'org-rives',
      partnership: 'p-1',
      title: 'Water',
      position: 'accounted-for',
      standing: 'open',
      since: '2026-04-01',
    };
    const { out } = await typed(['organisations', 'pipeline'], { api: withRows('/v1/pipeline', [row]) });
    expect(out[1]).toMatch(/^org-rives +accounted for +2026-04-01 +open +p-1 +Water$/);
  });
});

describe('before a negotiation', () => {
  it('HFA-23: breaches of both sides are listed with their settlement; of other files the fact alone', async () => {
    const rows = [
      {
        organisation: 'org-host',
        partnership: 'p-0',
        what: 'a payment',
        reason: 'nothing came',
        breachedAt: '2026-05-01',
        settlement: 'excused',
      },
      { organisation: 'org-rives', partnership: null, breachedAt: '2026-04-01', settlement: 'open' },
    ];
    const { out } = await typed(['breaches', 'p-1'], { api: withRows('/v1/partnerships/p-1/past-breaches', rows) });
    expect(out[1]).toMatch(/^2026-05-01 +org-host +lifted by agreement +p-0 +a payment: nothing came$/);
    expect(out[2]).toMatch(/^2026-04-01 +org-rives +not settled +\(elsewhere\)$/);
  });

  it('PMP-58: an absent sector is a note', async () => {
    const note = { fr: 'une remarque', en: 'a remark' };
    const gauge = {
      sectors: [
        { sector: 'public', present: false, parties: [], note },
        {
          sector: 'civil-society',
          present: true,
          parties: [{ party: 'partner', organisation: 'org-rives', subKind: 'ngo', kind: 'association' }],
          note: null,
        },
      ],
      unregistered: [{ party: 'host', organisation: 'org-host' }],
    };
    const { code, out } = await typed(['sectors', 'p-1'], { api: withDocument('/v1/partnerships/p-1/sectors', gauge) });
    expect(code).toBe(0);
    expect(out[1]).toMatch(/○ +public +a remark$/);
    expect(out[2]).toMatch(/● +civil society +org-rives \(NGO\)$/);
    expect(out[3]).toContain('org-host is not in the register');
    const named = withDocument('/v1/partnerships/p-1/sectors', gauge);
    named.views.answers.set('/v1/organisations', [{ organisation: 'org-rives', name: 'Rives du fleuve' }]);
    const inFrench = await typed(['sectors', 'p-1'], { api: named, language: 'fr' });
    expect(inFrench.out[2]).toMatch(/● +société civile +Rives du fleuve \(ONG\)$/);
  });

  it('PMP-05: an idea that is opened is told how many partnerships work on its themes already', async () => {
    const api = new InMemoryPalabre();
    const found = { id: 'p-9', title: 'Clean hands', phase: 'implementation', standing: 'open', themes: ['corruption'], sharedThemes: 1 };
    const path = `/v1/partnerships/${api.id}/existing`;
    api.views.answers.set(path, [found]);
    const opened = await typed(['open', repositoryFile('infra/demo/idee-de-la-cote.yaml')], { api });
    expect(opened.code).toBe(0);
    expect(opened.out.join('\n')).toContain(`1 partnership(s) may work on this already: palabre existing ${api.id}`);
    const { out } = await typed(['existing', api.id], { api });
    expect(out[2]).toMatch(/^p-9 +implementation +open +corruption +Clean hands$/);
    expect((await typed(['existing', '--theme', 'corruption'], { api: withRows('/v1/existing', []) })).out).toEqual([
      'Searched: the theme “corruption”.',
      'No partnership works on this yet.',
    ]);
  });

  it('PMP-05: an idea is opened all the same where nothing can be searched', async () => {
    const opened = await typed(['open', repositoryFile('infra/demo/idee-de-la-cote.yaml')]);
    expect(opened.code).toBe(0);
    expect(opened.out.join('\n')).not.toContain('may work on this');
  });
});

describe('localisation', () => {
  it('ALE-19, ALE-28: each year stands beside the first, with the horizon of the charter and the strategy that it feeds', async () => {
    const year = {
      year: 2027,
      levels: { LED: 1, MANAGED: 2, IMPLEMENTED: 3 },
      total: 6,
      ledPercent: 17,
      sinceFirstYear: 5,
      funding: [{ currency: 'EUR', paid: 10, direct: 5, directPercent: 50 }],
    };
    const api = withDocument('/v1/localisation', { items: [year], charters: ['alert', 'sample'] });
    const { out } = await typed(['localisation'], { api });
    expect(out[1]).toMatch(/^2027 +1 +2 +3 +17 % +\+5 +EUR 50 %$/);
    expect(out[2]).toMatch(/^alert, horizon of 5 years: .* · Strategy of the organisation 2023 · no target set$/);
    expect(out).toHaveLength(3);
    expect(jsonOf(await typed(['localisation', '--json'], { api }))).toMatchObject({ horizons: [{ charter: 'alert', months: 60 }] });
  });

  it('S-20: the share that an organisation set itself is told from its own charter file, and none in the place of it', async () => {
    const ours = join(mkdtempSync(join(tmpdir(), 'palabre-target-')), 'ours.yaml');
    const data = readFileSync(repositoryFile('libs/charters/data/alert.yaml'), 'utf8');
    const asked = { api: withDocument('/v1/localisation', { items: [], charters: ['alert'] }) };
    writeFileSync(ours, data.replace('\n    months: 60\n', '\n    months: 60\n    target: { level: LED, percent: 40, source: [S-20] }\n'));
    expect((await typed(['localisation', '--charter', ours], asked)).out[1]).toContain('· target: 40 % at level LED');
    writeFileSync(ours, data);
    expect((await typed(['localisation', '--charter', ours], { ...asked, language: 'fr' })).out[1]).toContain('· aucune cible fixée');
  });

  it('the help of each noun shows an example', async () => {
    for (const noun of [
      ['organisations', 'list'],
      ['organisations', 'counts'],
      ['organisations', 'accountability'],
      ['organisations', 'pipeline'],
      ['breaches'],
      ['sectors'],
      ['existing'],
      ['localisation'],
    ])
      expect((await typed([...noun, '--help'])).out.join('\n')).toContain(`palabre ${noun.join(' ')}`);
  });
});
