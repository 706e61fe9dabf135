import type { Actor } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { teamworkFile } from '../../spec/teamwork-history.js';
import { toldIn } from '../../spec/told.js';
import { foldRows } from '../projection.js';
import { teamworkHandles, teamworkProjection } from './teamwork.projection.js';

const rowsOf = (file: ReturnType<typeof teamworkFile>) => foldRows(teamworkProjection, toldIn(file));

const own = (role: Actor['roles'][number]): Actor => ({ person: `person-${role}`, organisation: 'org-1', roles: [role] });

describe('teamwork', () => {
  it('ALE-40: an action keeps the item of the reflection or survey that it answers, open and done', () => {
    const file = teamworkFile('org-1');
    const action = String(file.last('ImprovementActionPlanned')['action']);
    expect(rowsOf(file).get(`action/${action}`)).toMatchObject({
      kind: 'action',
      doc: { team: 'team-sn', state: 'open', cites: { from: 'survey', campaign: 'c-1', question: 'AS1' }, result: null },
    });
    file.must(own('country-team'), 'CompleteImprovement', { action, result: 'Réunis en mai.' });
    expect(rowsOf(file).get(`action/${action}`)).toMatchObject({ doc: { state: 'done', result: 'Réunis en mai.' } });
  });

  it('ALE-61: what an officer says of the means stands beside the review of the team, in whichever order they come', () => {
    const file = teamworkFile('org-1');
    file.advanceTo('2028-01-05');
    file.must(own('partnership-officer'), 'AnswerStaffMeans', { team: 'team-sn', hadMeans: false, lacking: 'Du temps.' });
    expect(rowsOf(file).get('team/team-sn/0001')).toMatchObject({
      doc: { review: null, means: { hadMeans: false, lacking: 'Du temps.' } },
    });
    const qualities = { equitable: 3, effective: 4, deep: 3, efficient: 2, diverse: 4 };
    file.must(own('country-team'), 'CompleteTeamReview', { team: 'team-sn', qualities, reflections: ['p-1'], note: 'Ensemble.' });
    expect(rowsOf(file).get('team/team-sn/0001')).toMatchObject({ doc: { review: { qualities }, means: { hadMeans: false } } });
  });

  it('ALE-55: keeps what was decided of each procedure in its year', () => {
    const file = teamworkFile('org-1').advanceTo('2028-01-05');
    const simplifications = [{ procedure: 'contracting', decision: 'Un seul modèle.' }] as const;
    file.must(own('hq-ops'), 'ReviewProcedures', { year: 2028, simplifications: [...simplifications], note: 'Avec elles.' });
    expect(rowsOf(file).get('procedures/2028')).toMatchObject({ doc: { simplifications } });
  });

  it('ALE-21, ALE-51: keeps the public account under its hash, and what the organisation lets others see', () => {
    const file = teamworkFile('org-1');
    file.must(own('hq-ops'), 'PublishProgressReport', { year: 2027, ledgerPosition: 12, reportHash: 'a'.repeat(64) });
    expect(rowsOf(file).get('account/2027')).toMatchObject({ doc: { published: { ledgerPosition: 12, reportHash: 'a'.repeat(64) } } });
    file.must(own('hq-ops'), 'ConsentToPublicProfile', { level: 'work' });
    expect(rowsOf(file).get('public-profile')).toMatchObject({ doc: { consented: 'work', published: null } });
    file.must(own('hq-ops'), 'WithdrawPartnerProfile', { reason: null });
    expect(rowsOf(file).get('public-profile')).toMatchObject({ doc: { consented: null } });
  });

  it('declares the events that it is made of', () => {
    expect(teamworkHandles).toContain('ImprovementActionPlanned');
    expect(teamworkHandles).not.toContain('OrganisationRegistered');
  });
});
