import { describe, expect, it } from 'vitest';
import { answered, campaignZero, openCampaign, type CampaignFile } from '../../spec/campaign-history.js';
import { toldIn } from '../../spec/told.js';
import { foldRows } from '../projection.js';
import { campaignViews, type CampaignView, type OpenAction } from './survey-views.js';
import type { SurveyRow } from './surveys.entity.js';
import { surveysHandles, surveysProjection } from './surveys.projection.js';

const rowsOf = (file: CampaignFile): SurveyRow[] => [...foldRows(surveysProjection, toldIn(file)).values()];

const times = (count: number, respect: number, speed: number) => Array.from({ length: count }, () => [respect, speed] as const);

const closed = (file: CampaignFile): CampaignFile => file.must('hqOps', 'CloseSurveyCampaign', {});

const viewsOf = (files: readonly CampaignFile[], actions: readonly OpenAction[] = []): CampaignView[] => {
  const rows = files.flatMap(rowsOf);
  return campaignViews(rows, actions, new Set(rows.map(row => row.partnership)));
};

describe('surveys', () => {
  it('MDM-07: the mean comes with its gap to the top, the spread of answers and the improvements under way, or not at all', () => {
    const campaign = closed(answered(openCampaign('c-1'), 'SN', [...times(3, 4, 2), ...times(2, 5, 1)]));
    const owner = String(campaign.events[0] && (campaign.events[0].data as { owner: string }).owner);
    const action = { owner, action: 'action-1', dueOn: '2027-06-30', campaign: 'c-1' };
    const [view] = viewsOf([campaign], [action, { ...action, owner: 'org-elsewhere', action: 'action-2' }]);
    expect(view?.score).toEqual({
      mean: 300,
      top: 500,
      gap: 200,
      spread: { '1': 2, '2': 3, '4': 3, '5': 2 },
      openActions: [{ action: 'action-1', dueOn: '2027-06-30', answersThis: true }],
    });
    expect(view).not.toHaveProperty('mean');
    expect(viewsOf([openCampaign('c-2')])[0]?.score).toBeNull();
  });

  it('MDM-08: campaign zero stands first with what its report states and does not; later ones are told against it', () => {
    const later = closed(answered(openCampaign('c-1'), 'SN', times(5, 4, 4)));
    const [zero, first] = viewsOf([later, campaignZero('c-0')]);
    expect(zero).toMatchObject({
      baseline: true,
      month: '2018-05',
      responses: 61,
      countries: 25,
      respondents: 'not-stated',
      sinceBaseline: null,
    });
    expect(zero?.score).toMatchObject({ mean: 300, gap: 200, spread: 'not-stated' });
    expect(first).toMatchObject({ month: '2027-01', responses: 5, countries: 1, sinceBaseline: 100 });
  });

  it('C-27: campaigns with another scale are not compared', () => {
    const other = closed(openCampaign('c-1', { scale: { lowest: 0, highest: 10 } }));
    const [, view] = viewsOf([campaignZero('c-0'), other]);
    expect(view?.sinceBaseline).toBeNull();
  });

  it('ALE-07: a strength to keep is scored apart, and its fall of half a point or more is told; a smaller one is not', () => {
    const first = closed(answered(openCampaign('c-1'), 'SN', times(5, 5, 3)));
    const smaller = closed(
      answered(openCampaign('c-2', { closesAt: '2027-03-31T23:59:59.999Z' }), 'SN', [...times(3, 5, 3), ...times(2, 4, 3)]).advanceTo(
        '2027-02-10',
      ),
    );
    const fallen = closed(
      answered(openCampaign('c-3', { closesAt: '2027-06-30T23:59:59.999Z' }), 'SN', times(5, 4, 1)).advanceTo('2027-03-10'),
    );
    const [one, two, three] = viewsOf([first, smaller, fallen]);
    expect(one?.keepDoing).toEqual([expect.objectContaining({ question: 'respect', mean: 500, change: null, fell: false })]);
    expect(two?.keepDoing).toMatchObject([{ question: 'respect', mean: 460, change: -40, fell: false }]);
    expect(three?.keepDoing).toMatchObject([{ question: 'respect', mean: 400, change: -60, fell: true }]);
  });

  it('ALE-39: shows groups as the campaign released them; what was withheld is a number', () => {
    const file = closed(answered(answered(openCampaign('c-1'), 'SN', times(5, 4, 2)), 'ML', times(2, 1, 1), 5));
    const result = rowsOf(file).find(row => row.part === 'result/respect');
    expect(result?.doc).toMatchObject({ withheld: 2, cells: [{ group: {}, responses: 7 }] });
    expect(JSON.stringify(rowsOf(file))).not.toContain('"ML"');
  });

  it('declare the events that they are made of', () => {
    expect(surveysHandles).toContain('SurveyResultReleased');
    expect(surveysHandles).not.toContain('PartnershipIdeaRecorded');
  });
});
