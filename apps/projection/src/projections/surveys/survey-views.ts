import type { CampaignDoc, ResultDoc, SurveyRow } from './surveys.entity.js';

/** An open action of a country team's plan, and the campaign whose item it answers; null where it answers a reflection. */
export interface OpenAction {
  readonly owner: string;
  readonly action: string;
  readonly dueOn: string;
  readonly campaign: string | null;
}

/** A mean is told with its distance to the top of the scale, its spread and what is being done about it, never alone (MDM-07). */
export interface Score {
  readonly mean: number;
  readonly top: number;
  readonly gap: number;
  readonly spread: Readonly<Record<string, number>> | 'not-stated';
  readonly openActions: readonly { readonly action: string; readonly dueOn: string; readonly answersThis: boolean }[];
}

/** One strength that partners want us to keep (ALE-07). Hundredths. */
export interface Strength {
  readonly question: string;
  readonly asks: ResultDoc['asks'];
  readonly mean: number | null;
  readonly spread: Readonly<Record<string, number>>;
  /** Against the campaign before it with the same scale and the same question; null where there is none. */
  readonly change: number | null;
  /** True when it fell by as much as the settings tell. */
  readonly fell: boolean;
}

export interface CampaignView extends Omit<CampaignDoc, 'mean' | 'spread' | 'strengthFall'> {
  readonly campaign: string;
  readonly score: Score | null;
  /** Hundredths against campaign zero; null where there is none, or another scale (C-27). */
  readonly sinceBaseline: number | null;
  readonly keepDoing: readonly Strength[];
}

type Scale = CampaignDoc['scale'];

const sameScale = (one: Scale, other: Scale): boolean => one.lowest === other.lowest && one.highest === other.highest;

interface Campaign {
  readonly id: string;
  readonly doc: CampaignDoc;
  readonly results: readonly ResultDoc[];
}

const campaignsIn = (rows: readonly SurveyRow[]): Campaign[] =>
  rows.flatMap(row =>
    row.kind === 'campaign'
      ? [
          {
            id: row.partnership,
            doc: row.doc,
            results: rows.flatMap(one => (one.kind === 'result' && one.partnership === row.partnership ? [one.doc] : [])),
          },
        ]
      : [],
  );

const everybody = ({ cells }: ResultDoc) => (cells ?? []).find(({ group }) => Object.keys(group).length === 0);

function strengthsOf(campaign: Campaign, earlier: readonly Campaign[]): Strength[] {
  const before = (question: string): number | null =>
    earlier
      .toReversed()
      .filter(({ doc }) => sameScale(doc.scale, campaign.doc.scale))
      .flatMap(({ results }) => results.filter(one => one.question === question).map(one => everybody(one)?.meanHundredths ?? null))
      .find(mean => mean !== null) ?? null;
  return campaign.results
    .filter(({ keepDoing, cells }) => keepDoing && cells !== null)
    .map(result => {
      const all = everybody(result);
      const mean = all?.meanHundredths ?? null;
      const then = before(result.question);
      const change = mean === null || then === null ? null : mean - then;
      const least = campaign.doc.strengthFall;
      const fell = change !== null && least !== null && change <= -least;
      return { question: result.question, asks: result.asks, mean, spread: all?.spread ?? {}, change, fell };
    });
}

function scoreOf({ id, doc }: Campaign, actions: readonly OpenAction[]): Score | null {
  if (doc.mean === null) return null;
  const top = doc.scale.highest * 100;
  const openActions = actions
    .filter(({ owner }) => owner === doc.owner)
    .map(({ action, dueOn, campaign }) => ({ action, dueOn, answersThis: campaign === id }));
  return { mean: doc.mean, top, gap: top - doc.mean, spread: doc.spread ?? 'not-stated', openActions };
}

const orderOf = ({ doc, id }: Campaign): string => `${doc.month ?? '9999-99'} ${id}`;

/** The campaigns asked for as they are shown, in the order of their months: each against campaign zero and the ones before it. */
export function campaignViews(rows: readonly SurveyRow[], actions: readonly OpenAction[], shown: ReadonlySet<string>): CampaignView[] {
  const all = campaignsIn(rows).toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  return all
    .filter(({ id }) => shown.has(id))
    .map(campaign => {
      const { mean, spread: _spread, strengthFall: _least, ...doc } = campaign.doc;
      const ofOwner = all.filter(one => one.doc.owner === doc.owner);
      const zero = ofOwner.find(one => one.doc.baseline && one.id !== campaign.id && sameScale(one.doc.scale, doc.scale));
      const then = zero?.doc.mean ?? null;
      return {
        campaign: campaign.id,
        ...doc,
        score: scoreOf(campaign, actions),
        sinceBaseline: mean === null || then === null ? null : mean - then,
        keepDoing: strengthsOf(campaign, ofOwner.slice(0, ofOwner.indexOf(campaign))),
      };
    });
}
