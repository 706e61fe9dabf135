import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const answering = (name: string, answer: unknown): InMemoryPalabre => {
  const api = new InMemoryPalabre();
  api.views.documents.set(`/v1/${name}`, answer);
  return api;
};

const draft = {
  report: {
    year: 2027,
    partnerships: { count: 3 },
    named: [{ name: 'Rives' }],
    unnamed: 1,
    reviews: { held: 2, of: 3, results: { mean: 400, files: 2 }, process: { withheld: 'too-few' } },
    survey: { title: 'Écoute', score: { mean: 340, top: 500, gap: 160, spread: { '2': 1 }, openActions: [] } },
    victories: [{}],
    victoriesWithheld: 2,
  },
  ledgerPosition: 420,
  reportHash: 'a'.repeat(64),
  published: null,
};

describe('report', () => {
  it('ALE-21: tells the draft with the place in the ledger and the hash that publishing asks for', async () => {
    const api = answering('public-report', draft);
    const { code, out } = await typed(['report', 'org-1', '--year', '2027'], { api });
    expect(code).toBe(0);
    expect(api.views.asked.at(-1)?.filter).toEqual({ organisation: 'org-1', year: 2027 });
    const text = out.join('\n');
    expect(text).toMatch(/ledger +420/);
    expect(text).toContain('a'.repeat(64));
    expect(text).toMatch(/process +too few reviews/);
    expect(text).toMatch(/survey +3\.4 of 5, 1\.6 to go \(2×1\)/);
    expect(out.at(-1)).toBe('Draft: nothing is published.');
    const moved = answering('public-report', { ...draft, published: { at: '2028-01-10T09:00:00.000Z', unchanged: false } });
    expect((await typed(['report', 'org-1', '--year', '2027'], { api: moved })).out.at(-1)).toContain('differs from what was published');
  });

  it('writes the page where it is wanted, in the language of the person, and keeps it out of the JSON', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'report-'));
    try {
      const file = join(folder, 'page.html');
      const api = answering('public-report', { ...draft, page: '<!doctype html>' });
      const run = await typed(['report', 'org-1', '--year', '2027', '--html', file, '--json'], { api, language: 'fr' });
      expect(readFileSync(file, 'utf8')).toBe('<!doctype html>');
      expect(jsonOf(run)).toEqual(draft);
      expect(run.err.join()).toContain('Page écrite');
      expect(api.views.asked.at(-1)?.filter).toMatchObject({ page: true, language: 'fr' });
      const nowhere = await typed(['report', 'org-1', '--year', '2027', '--html', join(folder, 'no', 'page.html')], { api });
      expect([nowhere.code, nowhere.out]).toEqual([2, []]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('a year that is none ends with 2 and nothing is asked', async () => {
    const api = answering('public-report', draft);
    const run = await typed(['report', 'org-1', '--year', 'last'], { api });
    expect(run.code).toBe(2);
    expect(run.err.join('\n')).toContain('a year, for example 2026');
    expect(api.views.asked).toEqual([]);
  });
});

describe('the year at an event and in a plan', () => {
  it('MDM-79: one command gives scores, cleared citations and changes of the year for a named event', async () => {
    const api = answering('event-digest', {
      event: 'JdM 2028',
      year: 2027,
      scores: { results: { mean: 400, files: 2 }, process: null },
      citations: [{ words: 'On nous a écoutés.' }],
      changes: [{ on: '2027-03-01', partnership: 'p-1', says: { fr: 'Changement convenu', en: 'Change agreed' } }],
    });
    const { out } = await typed(['event-digest', 'JdM 2028', '--year', '2027'], { api });
    expect(api.views.asked.at(-1)?.filter).toEqual({ event: 'JdM 2028', year: 2027 });
    expect(out[0]).toBe('JdM 2028: the year 2027');
    expect(out.join('\n')).toMatch(/results +4\.0/);
    expect(out).toContain('“On nous a écoutés.”');
    expect(out.at(-1)).toBe('2027-03-01  Change agreed  (p-1)');
  });

  it('ALE-70: the export stands by team, and as JSON for the plan', async () => {
    const teams = [
      {
        team: 'team-sn',
        partnerships: [{}, {}],
        commitments: { kept: 3 },
        scores: { results: 400, process: null },
        changes: { ChangeAgreed: 2 },
      },
      { team: null, partnerships: [{}], commitments: {}, scores: { results: null }, changes: {} },
    ];
    const { out } = await typed(['annual-export', '--year', '2027'], { api: answering('annual-export', { teams }) });
    expect(out[1]).toMatch(/^team-sn +2 +kept 3 +results 4\.0 +ChangeAgreed 2$/);
    expect(out[2]).toMatch(/^\(no team\) +1/);
    expect(jsonOf(await typed(['annual-export', '--year', '2027', '--json'], { api: answering('annual-export', { teams }) }))).toEqual({
      teams,
    });
  });
});
