import { describe, expect, it } from 'vitest';
import type { ReviewDoc } from '../projections/reviews/reviews.entity.js';
import type { CampaignView } from '../projections/surveys/survey-views.js';
import { annualExport } from './annual-export.js';
import { eventDigest } from './event-digest.js';
import { publicReport, reportDraft } from './public-report.js';
import { reportPage } from './report-page.js';
import type { OfFile, YearFigures } from './year-figures.js';

const file = (partnership: string, partner: string, type = 'OP') => ({
  partnership,
  title: `Partenariat ${partnership}`,
  type,
  charter: 'alert',
  standing: 'open',
  rehearsal: false,
  organisations: ['org-horizon', partner],
});

const review = (partnership: string, results: number, process: number): OfFile<ReviewDoc> => ({
  partnership,
  doc: {
    round: 1,
    heldAt: '2027-12-01T09:00:00.000Z',
    questions: {},
    measures: { results: { all: results }, process: { all: process } },
    trend: null,
    solid: null,
  },
});

const victory = (partnership: string, note: string, certain: boolean) => ({
  partnership,
  doc: { party: 'host', on: '2027-05-02', certain, note },
});

const action = (team: string, state: 'open' | 'done') =>
  ({
    partnership: 'org-horizon',
    part: `action/${team}-${state}`,
    version: 3,
    at: '2027-02-01T09:00:00.000Z',
    kind: 'action',
    doc: {
      action: `${team}-${state}`,
      team,
      what: 'x',
      dueOn: '2027-06-30',
      cites: { from: 'survey', campaign: 'c-1', question: 'AS1' },
      state,
      result: null,
      doneAt: null,
    },
  }) as const;

const figures: YearFigures = {
  scope: { organisation: 'org-horizon', year: 2027 },
  ledgerPosition: 420,
  files: [file('p-1', 'org-rives'), file('p-2', 'org-muette'), file('p-3', 'org-muette', 'AL')],
  reviews: [review('p-1', 300, 400), review('p-2', 500, 200)],
  citations: [
    { partnership: 'p-1', round: 1, question: 'AQ1', of: 'partner', on: '2027-12-03', words: 'On nous a <écoutés> & entendus.' },
    { partnership: 'p-2', round: 1, question: 'AQ1', of: 'partner', on: '2027-12-03', words: null },
  ],
  victories: [
    victory('p-1', 'Premier puits ouvert.', true),
    victory('p-1', 'Peut-être un second.', false),
    victory('p-2', 'Une victoire tue.', true),
  ],
  changes: [
    { partnership: 'p-1', doc: { change: 'ChangeAgreed', on: '2027-03-01' } },
    { partnership: 'p-1', doc: { change: 'ChangeAgreed', on: '2027-04-01' } },
    { partnership: 'p-2', doc: { change: 'PartnershipTypeChanged', on: '2027-04-02' } },
  ],
  commitments: [
    { partnership: 'p-1', state: 'kept', count: 3 },
    { partnership: 'p-2', state: 'late', count: 1 },
  ],
  others: [
    { organisation: 'org-muette', name: 'La Muette', team: 'team-ml', profile: null },
    { organisation: 'org-rives', name: 'Rives', team: 'team-sn', profile: { consented: 'work', published: 'work', work: 'Des puits.' } },
  ],
  teamwork: [action('team-sn', 'open'), action('team-sn', 'done'), action('team-ml', 'open')],
  transferDays: 12,
};

const survey = {
  campaign: 'c-1',
  title: 'Écoute 2027',
  owner: 'org-horizon',
  month: '2027-02',
  baseline: false,
  responses: 40,
  countries: 6,
  score: { mean: 340, top: 500, gap: 160, spread: { '2': 10, '5': 30 }, openActions: [] },
  sinceBaseline: 40,
} as unknown as CampaignView;

const report = (more: Partial<YearFigures> = {}, minimumShown = 2) => publicReport({ ...figures, ...more }, [survey], { minimumShown });

describe('the public report', () => {
  it('ALE-21: every figure comes from the read models, with the place in the ledger and the hash by which it is published', () => {
    const draft = reportDraft(figures, report());
    expect(draft).toMatchObject({ ledgerPosition: 420, published: null });
    expect(draft.reportHash).toMatch(/^[0-9a-f]{64}$/);
    expect(draft.report).toMatchObject({
      partnerships: {
        count: 3,
        byType: [
          { type: 'AL', count: 1 },
          { type: 'OP', count: 2 },
        ],
      },
      reviews: { held: 2, of: 3, results: { mean: 400, files: 2 }, process: { mean: 300, files: 2 } },
      improvements: { open: 2, done: 1 },
      transferDays: 12,
    });
    const published = { year: 2027, published: { ledgerPosition: 400, reportHash: draft.reportHash, at: '2028-01-10T09:00:00.000Z' } };
    const account = {
      partnership: 'org-horizon',
      part: 'account/2027',
      version: 9,
      at: '2028-01-01T00:00:00.000Z',
      kind: 'account',
      doc: published,
    } as const;
    const after = { ...figures, teamwork: [...figures.teamwork, account] };
    expect(reportDraft(after, report())).toMatchObject({ published: { unchanged: true } });
    expect(reportDraft(after, report({ transferDays: 13 }))).toMatchObject({ published: { unchanged: false } });
  });

  it('C-07, ALE-21: a partner is named and its wins are told with its consent alone; an uncertain result is told to nobody', () => {
    expect(report()).toMatchObject({
      named: [{ name: 'Rives', work: 'Des puits.' }],
      unnamed: 1,
      victories: [{ on: '2027-05-02', words: 'Premier puits ouvert.' }],
      victoriesWithheld: 1,
    });
    const text = JSON.stringify(report());
    for (const kept of ['La Muette', 'org-muette', 'Peut-être', 'tue']) expect(text).not.toContain(kept);
    const withdrawn = figures.others.map(one => ({ ...one, profile: null }));
    expect(report({ others: withdrawn })).toMatchObject({ named: [], unnamed: 2, victories: [], victoriesWithheld: 2 });
    const released = { partnership: 'p-2', doc: { change: 'ExternalReleaseApproved', on: '2027-06-01' } } as const;
    expect(report({ changes: [released] }).victories.map(({ words }) => words)).toContain('Une victoire tue.');
  });

  it('ALE-39: a mean of fewer files than the minimum is withheld; the survey comes with its gap and spread', () => {
    expect(report({}, 5).reviews).toMatchObject({ held: 2, results: { withheld: 'too-few' }, process: { withheld: 'too-few' } });
    expect(report().survey).toMatchObject({ score: { mean: 340, gap: 160, spread: { '2': 10, '5': 30 } } });
  });

  it('is a page that reads without script: one main heading, sections in order, tables with captions and headings, words escaped', () => {
    const page = reportPage(report(), 'fr');
    expect(page).toMatch(/^<!doctype html><html lang="fr">/);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page.match(/<table>/g)).toHaveLength(page.match(/<caption>/g)?.length ?? 0);
    expect(page).toContain('<th scope="col">Type</th>');
    expect(page).toContain('On nous a &lt;écoutés&gt; &amp; entendus.');
    expect(page).not.toMatch(/<script|<img|La Muette/);
    expect(page).toContain('3,4 sur 5, il reste 1,6');
    expect(reportPage(report({}, 5), 'en')).toContain('Results: too few reviews to show a score');
  });
});

describe('the export of the year', () => {
  it('ALE-70: commitments, scores and changes stand team by team', () => {
    const { teams } = annualExport(figures);
    expect(teams.map(({ team }) => team)).toEqual(['team-ml', 'team-sn']);
    expect(teams[0]).toMatchObject({
      partnerships: [{ partnership: 'p-2' }, { partnership: 'p-3' }],
      commitments: { late: 1 },
      scores: { results: 500, process: 200, peers: null },
      changes: { PartnershipTypeChanged: 1 },
      improvements: { open: 1, done: 0 },
    });
    expect(teams[1]).toMatchObject({ commitments: { kept: 3 }, changes: { ChangeAgreed: 2 }, improvements: { open: 1, done: 1 } });
    const unknown = figures.others.map(one => ({ ...one, team: null }));
    expect(annualExport({ ...figures, others: unknown, teamwork: [] }).teams).toMatchObject([
      { team: null, commitments: { kept: 3, late: 1 } },
    ]);
  });
});

describe('the review of a team', () => {
  it('ALE-09: the steps of design that a partner had no part in stand with the team that works with it, and with no other', () => {
    const [heard, unheard] = [review('p-1', 300, 400), review('p-2', 500, 200)];
    const marked = {
      ...unheard,
      doc: { ...unheard.doc, choices: { AQ5_plan: { partner: 'none' }, AQ5_budget: { partner: 'consulted' } } },
    };
    const [bamako, dakar] = annualExport({ ...figures, reviews: [heard, marked] }).teams;
    expect(bamako?.designWithoutPartner).toEqual([{ partnership: 'p-2', charter: 'alert', round: 1, step: 'AQ5_plan', party: 'partner' }]);
    expect(dakar?.designWithoutPartner).toEqual([]);
  });
});

describe('the digest for an internal event', () => {
  it('MDM-79: named after the event, it holds scores, citations that were cleared and the changes of the year', () => {
    const digest = eventDigest(figures, [survey], 'JdM 2027');
    expect(digest).toMatchObject({
      event: 'JdM 2027',
      year: 2027,
      scores: { results: { mean: 400, files: 2 }, survey: { title: 'Écoute 2027', score: { gap: 160 } } },
      citations: [{ partnership: 'p-1', of: 'partner', words: 'On nous a <écoutés> & entendus.' }],
    });
    expect(digest.citations).toHaveLength(1);
    expect(digest.changes.map(({ says }) => says.en)).toEqual(['Change agreed', 'Change agreed', expect.stringContaining('ype')]);
  });
});
