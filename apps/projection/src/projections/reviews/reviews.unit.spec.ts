import type { FormAnswers, Phase } from '@palabre/contracts';
import { policyOfCharter } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { qualityTags } from '../balance/beside.js';
import { foldRows } from '../projection.js';
import { stepsWithoutPartner } from './design-steps.js';
import { qualitiesByGroup } from './qualities.js';
import type { ReviewDoc } from './reviews.entity.js';
import { byQuality } from './scores.js';
import { reviewsHandles, reviewsProjection } from './reviews.projection.js';

const salt = 'a'.repeat(32);

/** A partnership that lives under a charter from its second event on. */
const under = (charter: string): Story => {
  const story = Story.opened();
  const policy = policyOfCharter(charter, 'OP');
  story.tell('PartnershipTypeChanged', { proposal: 'q-1', acceptedBy: ['host', 'partner'], from: 'OP', to: 'OP', gates: [], policy });
  return story;
};

const held = (story: Story, round: number, host: FormAnswers, partner: FormAnswers): Story => {
  const answers = [
    { party: 'host', answers: host, unchanged: [], salt },
    { party: 'partner', answers: partner, unchanged: [], salt },
  ];
  story.tell('JointReflectionHeld', { round, answers });
  return story;
};

const docOf = (story: Story, part: string): object | undefined => foldRows(reviewsProjection, story.told).get(part)?.doc;

/** Peers, results, process and strengthening, as Alert's review asks them. */
const scored = (peers: number, results: number, process: number, strengthening: number): FormAnswers => ({
  AQ2: peers,
  AQ11: results,
  AQ12: process,
  AQ19: strengthening,
  AQ1: 'Nous avons tenu parole.',
});

describe('reviews', () => {
  it('ALE-20: every question of the charter counts for its own quality alone, as the mean of all parties', () => {
    const tags = qualityTags(policyOfCharter('alert', 'OP'));
    expect(new Set(Object.values(tags))).toEqual(new Set(['equitable', 'effective', 'deep', 'diverse']));
    const of = (quality: string) => Object.keys(tags).filter(question => tags[question] === quality);
    const [first, second] = of('equitable');
    const questions = {
      [first!]: { host: 200, partner: 400, all: 300 },
      [second!]: { host: 500, all: 500 },
      [of('deep')[0]!]: { partner: 100, all: 100 },
      untagged: { all: 500 },
    };
    expect(byQuality(questions, tags)).toEqual({ equitable: 400, deep: 100 });
  });

  it('ALE-20: a team or an organisation is scored over its partnerships, each of them once; charters stay apart, and one that tags no question scores nothing', () => {
    const review = (charter: string, groups: readonly (string | null)[], scores: Readonly<Record<string, number>>) => ({
      charter,
      groups,
      questions: Object.fromEntries(Object.entries(scores).map(([question, all]) => [question, { all }])),
    });
    const tags = { alert: { A: 'deep', B: 'deep', C: 'diverse' }, palabre: { A: 'equitable' } };
    const tagsOf = (charter: string) => ({ ...tags })[charter as 'alert'] ?? {};
    const lastOnes = [
      review('alert', ['team-sn', 'team-ml'], { A: 200, B: 400, C: 500 }),
      review('alert', ['team-sn', 'team-sn'], { A: 500 }),
      review('palabre', ['team-sn'], { A: 100 }),
      review('mdm', [null], { A: 100 }),
    ];
    expect(qualitiesByGroup(lastOnes, tagsOf)).toEqual([
      {
        group: 'team-ml',
        charter: 'alert',
        partnerships: 1,
        qualities: { deep: { mean: 300, partnerships: 1 }, diverse: { mean: 500, partnerships: 1 } },
      },
      {
        group: 'team-sn',
        charter: 'alert',
        partnerships: 2,
        qualities: { deep: { mean: 400, partnerships: 2 }, diverse: { mean: 500, partnerships: 1 } },
      },
      { group: 'team-sn', charter: 'palabre', partnerships: 1, qualities: { equitable: { mean: 100, partnerships: 1 } } },
      { group: null, charter: 'mdm', partnerships: 1, qualities: {} },
    ]);
  });

  it('ALE-09: a step of design that the partner marks as gone through without it is known as such; another level, or words, are not', () => {
    const levels = { AQ5_concept: 'none', AQ5_priorities: 'informed', AQ5_plan: 'none', AQ1: 'none' };
    const doc = docOf(held(under('alert'), 1, { AQ1: 'none' }, levels), 'review/0001') as ReviewDoc;
    const of = (charter: string) => stepsWithoutPartner({ partnership: 'p-1', charter, doc });
    expect(of('alert')).toEqual([
      { partnership: 'p-1', charter: 'alert', round: 1, step: 'AQ5_concept', party: 'partner' },
      { partnership: 'p-1', charter: 'alert', round: 1, step: 'AQ5_plan', party: 'partner' },
    ]);
    expect(of('mdm')).toEqual([]);
    expect(doc.choices).not.toHaveProperty('AQ1');
    const { choices: _unknown, ...ofBefore } = doc;
    expect(stepsWithoutPartner({ partnership: 'p-1', charter: 'alert', doc: ofBefore })).toEqual([]);
  });

  it('MDM-82: where a party stands is told beside what it said the phase before, for each party and place by itself', () => {
    const story = under('mdm');
    const reflect = (phase: Phase, party: string, answers: FormAnswers, place: 'headquarters' | 'field' = 'headquarters') => {
      story.tell('StageReflectionRecorded', { phase, party, place, answers });
      const rows = [...foldRows(reviewsProjection, story.told).values()].filter(({ kind }) => kind === 'reflection');
      return rows.at(-1)?.doc;
    };
    expect(reflect('co-construction', 'host', { position: 'leading', position_words: 'behind' })).toMatchObject({
      position: 'leading',
      before: null,
    });
    expect(reflect('co-construction', 'partner', { position: 'behind' })).toMatchObject({ position: 'behind', before: null });
    expect(reflect('implementation', 'host', { position: 'beside' }, 'field')).toMatchObject({ position: 'beside', before: null });
    expect(reflect('implementation', 'host', { pulse: 4 })).not.toHaveProperty('before');
    const now = reflect('implementation', 'host', { position: 'beside' });
    expect(now).toMatchObject({ position: 'beside', before: { phase: 'co-construction', position: 'leading' } });
    expect(reflect('closing', 'host', { position: 'behind' })).toMatchObject({ before: { phase: 'implementation', position: 'beside' } });
  });

  it('ALE-52: results and process are scored apart, by side, and never merged into one mean', () => {
    const doc = docOf(held(under('alert'), 1, scored(5, 4, 2, 4), scored(3, 5, 1, 4)), 'review/0001');
    expect(doc).toMatchObject({
      measures: { results: { host: 400, partner: 500, all: 450 }, process: { host: 200, partner: 100, all: 150 } },
      trend: null,
    });
    expect(Object.keys(doc ?? {})).not.toContain('mean');
  });

  it.each([
    ['mdm', 'OP'],
    ['palabre', 'OP'],
    ['hfa', 'OP'],
    ['pmp', 'MSP'],
    ['alert', 'ST'],
  ])('ALE-52: the review of the charter %s asks for results and for process (%s)', (charter, type) => {
    const measures = policyOfCharter(charter, type).forms.annualReview.map(question => question.measures);
    expect(measures).toEqual(expect.arrayContaining(['results', 'process']));
  });

  it('MDM-85: of a pair the second score counts as the result; answers in words and yes or no are not in the scores', () => {
    const story = held(under('mdm'), 1, { MQ26: [5, 2], MQ22: { yes: true, comment: 'dit en confiance' }, MQ1: 'words' }, { MQ26: [4, 4] });
    expect(docOf(story, 'review/0001')).toMatchObject({ measures: { results: { host: 200, partner: 400, all: 300 } } });
    expect(JSON.stringify(docOf(story, 'review/0001'))).not.toMatch(/confiance|words|MQ22/);
  });

  it('ALE-29: solid takes four of five on results, peers and strengthening from both sides; one side below is enough to miss it', () => {
    const solid = docOf(held(under('alert'), 1, scored(4, 4, 1, 5), scored(5, 4, 1, 4)), 'review/0001');
    expect(solid).toMatchObject({ solid: { from: 400, isSolid: true } });
    const oneSided = docOf(held(under('alert'), 1, scored(5, 5, 5, 5), scored(5, 5, 5, 3)), 'review/0001');
    expect(oneSided).toMatchObject({
      solid: {
        isSolid: false,
        tests: [
          { test: 'results', reached: true },
          { test: 'peers', reached: true },
          { test: 'strengthening', reached: false, scores: { host: 500, partner: 300 } },
        ],
      },
    });
  });

  it('ALE-29: the score asked for is the one of the policy in force when the review was held', () => {
    const story = Story.opened();
    const policy = policyOfCharter('alert', 'OP');
    const stricter = { ...policy, figures: { ...policy.figures, solid_partnership_min_score: 5 } };
    story.tell('PartnershipTypeChanged', { proposal: 'q', acceptedBy: ['host'], from: 'OP', to: 'OP', gates: [], policy: stricter });
    held(story, 1, scored(4, 4, 4, 4), scored(4, 4, 4, 4));
    expect(docOf(story, 'review/0001')).toMatchObject({ solid: { from: 500, isSolid: false } });
  });

  it('is told against the round before; a charter that asks nothing on a measure leaves it out', () => {
    const story = held(held(under('alert'), 1, scored(3, 3, 3, 3), scored(3, 3, 3, 3)), 2, scored(4, 3, 2, 3), scored(3, 5, 3, 3));
    expect(docOf(story, 'review/0002')).toMatchObject({
      trend: { peers: { host: 100, partner: 0, all: 50 }, results: { host: 0, partner: 200 }, process: { host: -100 } },
    });
    expect(docOf(held(Story.opened(), 1, scored(3, 3, 3, 3), scored(3, 3, 3, 3)), 'review/0001')).toMatchObject({
      measures: {},
      solid: null,
    });
  });

  it('ALE-58: a self-assessment repeated at the end is told against the one at entry, area by area', () => {
    const story = under('alert');
    story.tell('StrengthBaselineRecorded', { party: 'partner', answers: { AA1: 2, AA2: 4 } });
    story.tell('SelfAssessmentRepeated', { party: 'partner', answers: { AA1: 4, AA2: 3 } });
    expect(docOf(story, 'assessment/partner/0-baseline')).toMatchObject({ mean: 300, change: null });
    expect(docOf(story, 'assessment/partner/1-repeated')).toMatchObject({ mean: 350, change: { AA1: 200, AA2: -100 } });
  });

  it('declare the events that they are made of', () => {
    expect(reviewsHandles).toContain('JointReflectionHeld');
    expect(reviewsHandles).not.toContain('FormAnswered');
  });
});
