import { asRehearsal, people, StreamRehearsal } from '@palabre/testing';
import type { Actor } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';

/** An organisation that runs the house, with a country team. */
const withTeam = () =>
  new StreamRehearsal('organisation', people.hqOps.organisation)
    .must('hqOps', 'RegisterOrganisation', {
      organisation: people.hqOps.organisation,
      name: 'Horizon',
      kind: 'informal-group',
      sector: 'civil-society',
      country: 'FR',
      workingLanguages: ['fr'],
      funding: 'none',
      registration: null,
      documents: {},
      ...asRehearsal,
    })
    .must('hqOps', 'NameCountryTeam', { team: 'team-sn' });

const own = (role: 'country-team' | 'partnership-officer'): Actor => ({
  person: `person-${role}`,
  organisation: people.hqOps.organisation,
  roles: [role],
});

const action = {
  team: 'team-sn',
  what: 'Réunir le partenaire avant la conception.',
  dueOn: '2027-06-30',
  cites: { from: 'reflection', partnership: 'p-1', round: 1, question: 'AQ12' },
} as const;

describe('plans of country teams', () => {
  it('ALE-40: an action answers an item of a reflection or survey; without one it is not taken', () => {
    const file = withTeam();
    const { cites: _none, ...uncited } = action;
    expect(file.ask(own('country-team'), 'PlanImprovement', uncited as never)).toMatchObject({ refusal: { code: 'malformed-command' } });
    expect(file.ask(own('country-team'), 'PlanImprovement', { ...action, team: 'team-ml' })).toMatchObject({
      refusal: { code: 'no-such-team' },
    });
    expect(file.ask(own('country-team'), 'PlanImprovement', { ...action, dueOn: '2026-12-31' })).toMatchObject({
      refusal: { code: 'due-in-the-past', rule: 'ALE-40' },
    });
    expect(file.count('ImprovementActionPlanned')).toBe(0);
    file.must(own('country-team'), 'PlanImprovement', action);
    file.must(own('country-team'), 'PlanImprovement', { ...action, cites: { from: 'survey', campaign: 'c-1', question: 'AS1' } });
    expect(file.waiting().filter(kind => kind === 'carry-out-improvement')).toHaveLength(2);
    expect(file.last('ImprovementActionPlanned')).toMatchObject({ team: 'team-sn', cites: { from: 'survey', campaign: 'c-1' } });
  });

  it('ALE-40: an action is done once, and its task goes with it', () => {
    const file = withTeam().must(own('country-team'), 'PlanImprovement', action);
    const done = { action: String(file.last('ImprovementActionPlanned')['action']), result: 'Tenue en mai.' };
    file.must(own('country-team'), 'CompleteImprovement', done);
    expect(file.waiting()).not.toContain('carry-out-improvement');
    expect(file.ask(own('country-team'), 'CompleteImprovement', done)).toMatchObject({ refusal: { code: 'no-such-action' } });
    expect(file.replayed()).toEqual(file.state);
  });
});

describe('procedures made lighter', () => {
  it('ALE-55: a year after the first team the review of procedures is asked for, and once done it comes back the year after', () => {
    const file = withTeam();
    expect(file.waiting()).not.toContain('review-procedures');
    file.advanceTo('2028-01-05');
    expect(file.last('ProcessReviewDue')).toMatchObject({ year: 2028 });
    expect(file.waiting()).toContain('review-procedures');
    const decided = [{ procedure: 'due-diligence', decision: 'Une seule liste de pièces pour tous.' }] as const;
    file.must('hqOps', 'ReviewProcedures', { year: 2028, simplifications: [...decided], note: 'Avec les équipes.' });
    expect(file.waiting()).not.toContain('review-procedures');
    expect(file.ask('hqOps', 'ReviewProcedures', { year: 2028, simplifications: [], note: 'x' })).toMatchObject({
      refusal: { code: 'year-reviewed', rule: 'ALE-55' },
    });
    expect(file.ask('hqOps', 'ReviewProcedures', { year: 2030, simplifications: [], note: 'x' })).toMatchObject({
      refusal: { code: 'from-the-future', rule: 'ALE-55' },
    });
    file.advanceTo('2029-02-01');
    expect(file.count('ProcessReviewDue')).toBe(2);
    expect(file.waiting()).toContain('review-procedures');
  });

  it('ALE-55: an organisation without a country team is asked for none', () => {
    const partner = new StreamRehearsal('organisation', 'org-rive').must('hqOps', 'RegisterOrganisation', {
      organisation: 'org-rive',
      name: 'Rive',
      kind: 'informal-group',
      sector: 'civil-society',
      country: 'SN',
      workingLanguages: ['wo'],
      funding: 'we-fund',
      registration: null,
      documents: {},
      ...asRehearsal,
    });
    expect(partner.state.deadlines.map(({ rule }) => rule)).not.toContain('procedure-review-due');
  });
});

describe('means of the staff', () => {
  it('ALE-61: each year the officer says whether the means were there; without them, what lacked', () => {
    const file = withTeam();
    expect(file.waiting()).not.toContain('answer-staff-means');
    file.advanceTo('2028-01-05');
    expect(file.waiting()).toContain('answer-staff-means');
    const lacked = { team: 'team-sn', hadMeans: false, lacking: null };
    expect(file.ask(own('country-team'), 'AnswerStaffMeans', { ...lacked, lacking: 'Du temps.' })).toMatchObject({
      refusal: { code: 'not-permitted' },
    });
    expect(file.ask(own('partnership-officer'), 'AnswerStaffMeans', lacked)).toMatchObject({
      refusal: { code: 'reason-missing', rule: 'ALE-61' },
    });
    expect(file.count('StaffMeansAnswered')).toBe(0);
    file.must(own('partnership-officer'), 'AnswerStaffMeans', { ...lacked, lacking: 'Du temps pour la relation.' });
    expect(file.last('StaffMeansAnswered')).toMatchObject({ team: 'team-sn', round: 1, hadMeans: false });
    expect(file.waiting()).not.toContain('answer-staff-means');
    expect(file.waiting()).toContain('review-of-team');
  });
});
