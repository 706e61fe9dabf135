import { describe, expect, it } from 'vitest';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const answering = (path: string, answer: unknown): InMemoryPalabre => {
  const api = new InMemoryPalabre();
  api.views.answers.set(path, answer);
  return api;
};

const review = {
  round: 1,
  heldAt: '2027-12-12T09:00:00.000Z',
  measures: { results: { host: 400, partner: 500, all: 450 }, process: { host: 200, partner: 100, all: 150 } },
  trend: null,
  solid: {
    from: 400,
    isSolid: false,
    tests: [
      { test: 'results', reached: true },
      { test: 'peers', reached: false },
    ],
  },
};

const survey = {
  campaign: 'c-1',
  title: 'Écoute 2027',
  month: '2027-01',
  baseline: false,
  respondents: null,
  responses: 10,
  countries: 2,
  score: { mean: 340, top: 500, gap: 160, spread: { '5': 1, '2': 3 }, openActions: [{ action: 'a-1', dueOn: '2027-06-30' }] },
  sinceBaseline: 40,
  keepDoing: [{ question: 'respect', asks: { fr: 'Respectueux ?', en: 'Respectful?' }, mean: 340, change: -60, fell: true }],
};

describe('reviews', () => {
  it('ALE-52: shows results and process on lines of their own, with each side beside the mean', async () => {
    const { code, out } = await typed(['reviews', 'p-1'], { api: answering('/v1/partnerships/p-1/reviews', [review]) });
    expect(code).toBe(0);
    expect(out[1]).toMatch(/^1 +2027-12-12 +results +4\.5 +host 4\.0, partner 5\.0$/);
    expect(out[2]).toMatch(/^1 +2027-12-12 +process +1\.5 +host 2\.0, partner 1\.0$/);
  });

  it('ALE-20: says one score for each quality of the charter, and nothing of qualities where the charter tags no question', async () => {
    const tagged = { ...review, solid: null, qualities: { equitable: 350, effective: 425 } };
    const told = await typed(['reviews', 'p-1'], { api: answering('/v1/partnerships/p-1/reviews', [tagged]) });
    expect(told.out).toContain('Review 1, by quality: equitable 3.5, effective 4.25');
    const plain = await typed(['reviews', 'p-1'], { api: answering('/v1/partnerships/p-1/reviews', [review]) });
    expect(plain.out.join()).not.toContain('by quality');
  });

  it('ALE-29: says whether the partnership is solid, and which test one side has missed', async () => {
    const of = (more: object) => answering('/v1/partnerships/p-1/reviews', [{ ...review, ...more }]);
    const missed = await typed(['reviews', 'p-1'], { api: of({}) });
    expect(missed.out.at(-1)).toBe('Review 1: not solid (yet); under 4.0 from one side at least: peers.');
    const solid = await typed(['reviews', 'p-1'], { api: of({ solid: { ...review.solid, isSolid: true } }), language: 'fr' });
    expect(solid.out.at(-1)).toMatch(/^Revue 1 : partenariat solide, 4,0 ou plus des deux côtés/);
    const unasked = await typed(['reviews', 'p-1'], { api: of({ solid: null }) });
    expect(unasked.out.join()).not.toContain('solid');
  });

  it('says when the questions of the charter score no results, or no process', async () => {
    const { process } = review.measures;
    const api = answering('/v1/partnerships/p-1/reviews', [{ ...review, measures: { process }, solid: null }]);
    expect((await typed(['reviews', 'p-1'], { api })).out.at(-1)).toContain('do not score both results and process');
  });
});

describe('surveys', () => {
  it('MDM-07: never shows a mean without its gap, its spread and the number of open actions', async () => {
    const { out } = await typed(['surveys'], { api: answering('/v1/surveys', [survey]) });
    expect(out[1]).toMatch(/^2027-01 +10 +2 +3\.4 of 5, 1\.6 to go +2×3 5×1 +1 +\+0\.4 +Écoute 2027$/);
    const silent = await typed(['surveys'], { api: answering('/v1/surveys', [{ ...survey, score: null, keepDoing: [] }]) });
    expect(silent.out[1]).toContain('no score to show');
  });

  it('ALE-07: tells a strength that fell; campaign zero tells what its report did not state', async () => {
    const zero = { ...survey, baseline: true, countries: null, score: { ...survey.score, spread: 'not-stated' }, keepDoing: [] };
    const { out } = await typed(['surveys'], { api: answering('/v1/surveys', [zero, survey]), language: 'fr' });
    expect(out[1]).toMatch(/non dit .*non dit .*campagne zéro/);
    expect(out.at(-1)).toBe('À garder, en baisse (Écoute 2027) : Respectueux ? 3,4 -0,6');
  });

  it('asks for one campaign with its results, as JSON', async () => {
    const api = answering('/v1/surveys', [survey]);
    expect(jsonOf(await typed(['surveys', '--campaign', 'c-1', '--json'], { api }))).toEqual([survey]);
    expect(api.views.asked.at(-1)?.filter).toEqual({ campaign: 'c-1' });
  });
});

describe('lines', () => {
  it('MDM-68: a protected case keeps its place without its line or who was heard', async () => {
    const open = {
      case: 'case-1',
      colour: 'orange',
      state: 'mitigated',
      openedAt: '2027-02-01T09:00:00.000Z',
      suspends: false,
      line: 'low_involvement',
      heard: 1,
      mitigation: { agreed: true, steps: 2 },
      decidedAt: null,
      protected: false,
    };
    const guarded = {
      case: 'case-2',
      colour: 'red',
      state: 'alleged',
      openedAt: '2027-02-02T09:00:00.000Z',
      suspends: true,
      protected: true,
    };
    const { out } = await typed(['lines', 'p-1'], { api: answering('/v1/partnerships/p-1/lines', [open, guarded]) });
    expect(out[1]).toMatch(/^case-1 +orange +under a plan +2027-02-01 +1 +2 +[A-Z]/);
    expect(out[2]?.trim()).toBe('(protected)');
  });
});

describe('practice', () => {
  it('ALE-55: the three procedures with median days, returns and documents, and what was decided to lighten them', async () => {
    const report = {
      items: [{ procedure: 'due-diligence', type: 'OP', runs: 3, open: 1, medianDays: 42, returns: 2, documents: 17 }],
      simplifications: [{ year: '2027', procedure: 'due-diligence', decision: 'Une seule liste de pièces.' }],
    };
    const api = new InMemoryPalabre();
    api.views.documents.set('/v1/durations', report);
    const { out } = await typed(['durations', '--procedures', '--type', 'OP'], { api });
    expect(api.views.asked.at(-1)?.filter).toEqual({ type: 'OP', procedures: true });
    expect(out[1]).toMatch(/^due-diligence +OP +3 +42 +2 +17$/);
    expect(out[2]).toBe('Made lighter in 2027 (due-diligence): Une seule liste de pièces.');
  });

  it('PMP-29: days by phase and type, the median beside the longest', async () => {
    const items = [{ phase: 'mapping', type: 'OP', stays: 4, open: 1, medianDays: 21, longestDays: 60 }];
    const api = new InMemoryPalabre();
    api.views.documents.set('/v1/durations', { items, next: null });
    const { out } = await typed(['durations'], { api });
    expect(out[1]).toMatch(/^stakeholder mapping +OP +4 +1 +21 +60$/);
  });

  it('ALE-40: each improvement names the answer that it came from', async () => {
    const action = { action: 'a-1', team: 'team-sn', what: 'Réunir le partenaire plus tôt', dueOn: '2027-06-30', state: 'open' };
    const cites = { from: 'reflection', partnership: 'p-1', round: 2, question: 'AQ12' };
    const rows = [
      { ...action, cites },
      { ...action, cites: { from: 'survey', campaign: 'c-1', question: 'AS1' } },
    ];
    const { out } = await typed(['improvements'], { api: answering('/v1/improvements', rows) });
    expect(out[1]).toMatch(/^2027-06-30 +team-sn +open +review 2 of p-1, AQ12 +Réunir/);
    expect(out[2]).toContain('survey c-1, AS1');
  });

  it('MDM-33: says in words where label and reality part, and that a label fits', async () => {
    const rows = [
      {
        partnership: 'p-1',
        title: 'Puits',
        type: 'OP',
        suggested: 'SP',
        differences: ['another-type-suggested', 'money-for-services-not-told'],
      },
      { partnership: 'p-2', title: 'Santé', type: 'OP', suggested: null, differences: [] },
    ];
    const { out } = await typed(['reality'], { api: answering('/v1/reality', rows) });
    expect(out[1]).toContain('the facts suggested another type; money for services, without telling');
    expect(out[2]).toContain('the label fits');
  });

  it('HFA-31: a digest says whether it was read; the rate stands there for who may see it', async () => {
    const digest = {
      heldOn: '2027-04-01',
      recordedBy: 'host',
      clauses: [{ number: '1', state: 'kept' }],
      note: 'on time',
      readByMe: false,
    };
    const rows = [{ ...digest, reading: { unread: ['second'], percent: 50 } }, digest];
    const { out } = await typed(['digests', 'p-1'], { api: answering('/v1/partnerships/p-1/digests', rows) });
    expect(out[1]).toMatch(/^2027-04-01 +1 kept +to read +50 % +on time$/);
    expect(out[2]).toMatch(/^2027-04-01 +1 kept +to read +on time$/);
  });

  it.each([
    ['reviews', 'palabre reviews ID'],
    ['surveys', 'palabre surveys --campaign ID --json'],
    ['lines', 'palabre lines ID --colour orange'],
    ['durations', 'palabre durations --procedures'],
    ['teams', 'palabre teams --team TEAM'],
    ['scale-ups', 'palabre scale-ups --readiness conditional'],
    ['activities', 'palabre activities ID'],
  ])('the help of %s shows an example', async (noun, example) => {
    expect((await typed([noun, '--help'])).out.join('\n')).toContain(example);
  });
});
