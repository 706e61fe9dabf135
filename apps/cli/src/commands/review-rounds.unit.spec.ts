import { fileIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import type { FileView } from '../api/reads.js';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

type Rounds = NonNullable<FileView['forms']>['rounds'];

const held = (round: number) => ({
  round,
  heldAt: `202${6 + round}-12-12T09:00:00.000Z`,
  measures: { results: { host: 400, all: 400 } },
  trend: null,
  solid: null,
});

const revealed = (round: number, host: [number, number], partner: [number, number]): Rounds[number] => ({
  form: 'annual-review',
  round,
  answeredBy: [{ party: 'host' }, { party: 'partner' }],
  revealed: [
    { party: 'host', answers: { joy: host, words: 'x', results: 4 } },
    { party: 'partner', answers: { joy: partner, results: 5 } },
  ],
});

function withRounds(rows: readonly object[], rounds: Rounds, phases: FileView['head']['phases'] = []): InMemoryPalabre {
  const api = InMemoryPalabre.of(fileIn('implementation'));
  api.views.answers.set(`/v1/partnerships/${api.id}/reviews`, rows);
  api.views.answers.set('/v1/organisations', [{ organisation: 'org-riviere', name: 'Rives du fleuve' }]);
  const ofFixture = api.file;
  api.file = async (as, id) => {
    const file = await ofFixture(as, id);
    const head = phases.length === 0 ? file.head : { ...file.head, phase: 'annual-review', phases };
    return { ...file, head, forms: { rounds, answers: [], own: [] } };
  };
  return api;
}

describe('the rounds of the review', () => {
  it('MDM-85: pleasure and efficiency are measures of their own, each side beside the mean, with what changed since the round before', async () => {
    const api = withRounds([held(1), held(2)], [revealed(1, [4, 3], [2, 5]), revealed(2, [5, 3], [3, 1])]);
    const { out } = await typed(['reviews', api.id], { api });
    const line = (round: number, measure: string): string => out.find(one => one.startsWith(String(round)) && one.includes(measure)) ?? '';
    expect(line(1, 'pleasure')).toMatch(/pleasure +3\.0 +host 4\.0, partner 2\.0$/);
    expect(line(1, 'efficiency')).toMatch(/efficiency +4\.0 +host 3\.0, partner 5\.0$/);
    expect(line(2, 'pleasure')).toMatch(/pleasure +4\.0 +\+1\.0 +host 5\.0, partner 3\.0$/);
    expect(line(2, 'efficiency')).toMatch(/efficiency +2\.0 +-2\.0/);
    expect(out.filter(one => one.startsWith('1 ')).length).toBe(3);
    const french = (await typed(['reviews', api.id], { api, language: 'fr' })).out.join('\n');
    expect(french).toMatch(/plaisir +3,0[\s\S]*efficacité +4,0/);
    expect(jsonOf(await typed(['reviews', api.id, '--json'], { api }))).toMatchObject([
      { measures: { pleasure: { all: 300 }, efficiency: { all: 400 } } },
      {},
    ]);
  });

  it('a review that asks for no pair has neither of them', async () => {
    const api = withRounds([held(1)], [{ form: 'annual-review', round: 1, revealed: [{ party: 'host', answers: { results: 4 } }] }]);
    expect((await typed(['reviews', api.id], { api })).out.join('\n')).not.toMatch(/pleasure|efficiency/);
  });

  it('ALE-46: an open review is told with who has answered and whom it waits for; one that is not open is not', async () => {
    const phases = [{ phase: 'annual-review', since: '2028-12-12T09:00:00.000Z', version: 400 }];
    const half: Rounds = [{ form: 'annual-review', round: 1, answeredBy: [{ party: 'host' }], revealed: null }];
    const open = withRounds([], half, phases);
    const { out } = await typed(['reviews', open.id], { api: open });
    expect(out.slice(0, 3)).toEqual([
      'A review is open since 2028-12-12.',
      'Have answered: org-horizon.',
      `Answers awaited from: Rives du fleuve. The questions: palabre form rehearsal-1 annual-review`.replace('rehearsal-1', open.id),
    ]);
    const done = withRounds([held(1)], [revealed(1, [4, 4], [4, 4])], phases);
    const told = (await typed(['reviews', done.id], { api: done })).out.join('\n');
    expect(told).toContain('All answers are revealed');
    expect(told).not.toContain('awaited');
    const closed = withRounds([held(1)], [revealed(1, [4, 4], [4, 4])]);
    expect((await typed(['reviews', closed.id], { api: closed })).out.join('\n')).not.toContain('is open');
  });
});

describe('the account of the relation', () => {
  const answers = (party: string, bonds: number): NonNullable<FileView['forms']>['answers'][number] => ({
    form: 'closing',
    party,
    answers: { GC1: bonds, GC2: 4, GC3: 5, GC4: 5, GC8: 1, GC6: 'x' },
  });

  function closedWith(ended: NonNullable<FileView['head']['ended']> | null): InMemoryPalabre {
    const api = withRounds([held(1)], []);
    const before = api.file;
    api.file = async (as, id) => {
      const file = await before(as, id);
      const forms = { rounds: [], answers: [answers('host', 2), answers('partner', 5)], own: [] };
      return { ...file, head: { ...file.head, charter: 'agiri', ended }, forms };
    };
    return api;
  }

  it('AGI-10: the closure tells the network, question by question, apart from the results of the project', async () => {
    const api = closedWith({ scores: { network: 438, results: 100 } });
    const { out } = await typed(['reviews', api.id], { api });
    const from = out.indexOf('At closing, two scores apart: network 4.38, results of the project 1.0.');
    expect(out.slice(from + 1)).toEqual([
      expect.stringMatching(/^ {2}Did this network break isolation\? 3\.5 \(.+ 2\.0, Rives du fleuve 5\.0\)$/),
      expect.stringMatching(/^ {2}Did we exchange .+ 4\.0 /),
      expect.stringMatching(/^ {2}Did we support .+ 5\.0 /),
      expect.stringMatching(/^ {2}Did we learn .+ 5\.0 /),
    ]);
    const inFrench = await typed(['reviews', api.id], { api: closedWith({ scores: { network: 438, results: null } }), language: 'fr' });
    expect(inFrench.out.join('\n')).toContain('relation 4,38, résultats du projet sans note.');
  });

  it('AGI-10: nothing is told of a closure that scored nothing, or has not come', async () => {
    for (const ended of [null, {}]) {
      const { out } = await typed(['reviews', 'p-1'], { api: closedWith(ended) });
      expect(out.join('\n')).not.toMatch(/At closing|isolation/);
    }
  });
});
