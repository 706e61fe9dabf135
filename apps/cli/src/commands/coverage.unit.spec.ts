import { fileIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const answering = (path: string, answer: unknown): InMemoryPalabre => {
  const api = new InMemoryPalabre();
  api.views.answers.set(path, answer);
  return api;
};

describe('qualities', () => {
  const rows = [
    {
      group: 'team-sn',
      charter: 'alert',
      partnerships: 2,
      qualities: { equitable: { mean: 350, partnerships: 2 }, deep: { mean: 400, partnerships: 1 } },
    },
    { group: null, charter: 'mdm', partnerships: 1, qualities: {} },
  ];

  it('ALE-20: says a score for each quality in the words of the charter, by team, and that a charter speaks of none', async () => {
    const api = answering('/v1/qualities', rows);
    const { out } = await typed(['qualities'], { api, language: 'fr' });
    expect(out[1]).toMatch(/^team-sn .* 2 +Équitable 3,5 \(2\), Profond 4,0 \(1\)$/);
    expect(out[2]).toMatch(/^\(sans équipe\) .* 1 +les questions de cette charte ne parlent d’aucune qualité$/);
    expect(jsonOf(await typed(['qualities', '--json'], { api }))).toEqual(rows);
  });

  it('ALE-20: asks for organisations, and names them', async () => {
    const api = answering('/v1/qualities', [{ ...rows[0], group: 'org-1', name: 'Rives' }]);
    const { out } = await typed(['qualities', '--by', 'organisation'], { api });
    expect(api.views.asked.at(-1)?.filter).toEqual({ by: 'organisation' });
    expect(out[1]).toMatch(/^Rives /);
    expect(out.join()).not.toContain('org-1');
  });
});

describe('training', () => {
  const course = { course: 'Partenariats', on: '2027-04-01', partnersIncluded: true };
  const file = {
    partnership: 'p-1',
    title: 'Puits',
    organisation: 'org-1',
    name: 'Rives',
    everyMonths: 12,
    lastCourse: course,
    covered: true,
  };

  it('MDM-80: tells covered, missing, not counted on and nobody designated apart', async () => {
    const rows = [
      file,
      { ...file, lastCourse: null, covered: false },
      { ...file, everyMonths: 0, covered: null, lastCourse: { ...course, partnersIncluded: null } },
      { ...file, organisation: null, name: null, lastCourse: null, covered: null },
    ];
    const { out } = await typed(['training'], { api: answering('/v1/training', rows) });
    expect(out[1]).toMatch(/^covered +12 +Partenariats, 2027-04-01, with partners +Rives +Puits$/);
    expect(out[2]).toMatch(/^course missing +12 +none +Rives +Puits$/);
    expect(out[3]).toMatch(/^the charter counts on none +Partenariats, 2027-04-01 +Rives +Puits$/);
    expect(out[4]).toMatch(/^nobody designated +12 +none +Puits$/);
  });

  it('MDM-80: by organisation, how many of its officers are covered', async () => {
    const api = answering('/v1/training', [
      { organisation: 'org-1', name: null, officers: { counted: 3, covered: 2 }, lastCourse: course },
    ]);
    const { out } = await typed(['training', '--by', 'organisation', '--covered', 'false'], { api, language: 'fr' });
    expect(api.views.asked.at(-1)?.filter).toEqual({ by: 'organisation', covered: 'false' });
    expect(out[1]).toMatch(/^org-1 +2 sur 3 +Partenariats, le 2027-04-01, avec des partenaires$/);
  });
});

describe('reflections on a stage', () => {
  const reflection = {
    at: '2027-04-01T09:00:00.000Z',
    phase: 'implementation',
    party: 'host',
    place: 'headquarters',
    scores: { we_talk: 400 },
  };

  it('MDM-82: shows where each party stands beside where it stood, and in which phase', async () => {
    const rows = [
      { ...reflection, position: 'beside', before: { phase: 'co-construction', position: 'leading' } },
      { ...reflection, place: 'field' },
    ];
    const { out } = await typed(['reviews', 'p-1', '--kind', 'reflection'], { api: answering('/v1/partnerships/p-1/reviews', rows) });
    expect(out[1]).toMatch(/^implementation +at headquarters +host +beside +leading \(co-construction\) +we_talk 4\.0$/);
    expect(out[2]).toMatch(/^implementation +in the field +host +we_talk 4\.0$/);
  });
});

describe('what was done with the will of the partner', () => {
  it('MDM-83: what the partner says of an answer stands under it, and under no other', async () => {
    const api = InMemoryPalabre.of(fileIn('implementation'));
    const plain = api.file;
    const said = { will_and_autonomy: 'Un forage, et nous l’avons fait.', mutual_learning: 'À compter.' };
    const comment = { question: 'will_and_autonomy', party: 'partner', comment: 'Nous voulions d’abord l’école.' };
    const answers = [{ form: 'stage-reflection', party: 'host', answers: said, comments: [comment] }];
    api.file = async (as, id) => ({ ...(await plain(as, id)), forms: { rounds: [], answers, own: [] } });
    const { out } = await typed(['form', api.id, 'stage-reflection'], { api });
    const at = out.findIndex(line => line.includes('Un forage'));
    expect(out[at + 1]).toBe('        ↳ org-riviere: Nous voulions d’abord l’école.');
    expect(out.filter(line => line.includes('↳'))).toHaveLength(1);
  });
});

describe('teams', () => {
  it('ALE-09: the steps of design that a partner had no part in stand under the team, in the words of its charter', async () => {
    const year = { team: 'team-sn', round: 1, review: null, means: null };
    const step = { partnership: 'p-1', charter: 'alert', round: 1, step: 'AQ5_plan', party: 'partner' };
    const rows = [
      { ...year, designWithoutPartner: [step] },
      { ...year, round: 2, designWithoutPartner: [] },
    ];
    const { out } = await typed(['teams', '--team', 'team-sn'], { api: answering('/v1/teams', rows) });
    expect(out.filter(line => line.includes('no part'))).toEqual([
      'team-sn, round 1: no part of "partner" in p-1. At what level did the partner take part for the plan?',
    ]);
  });
});
