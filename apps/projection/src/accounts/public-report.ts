import { contentHash, profileLevels, type ProfileLevel } from '@palabre/contracts';
import type { CampaignView } from '../projections/surveys/survey-views.js';
import type { AccountDoc } from '../projections/teamwork/teamwork.entity.js';
import { scoresOf, type OtherOrganisation, type YearFigures } from './year-figures.js';

type Scored = { readonly mean: number; readonly files: number } | { readonly withheld: 'too-few' } | null;

/** What may be told to everybody of one year: figures from read models, words with consent and certainty alone (ALE-21, C-07). */
export interface PublicReport {
  readonly organisation: string;
  readonly year: number;
  readonly rehearsal: boolean;
  readonly partnerships: { readonly count: number; readonly byType: readonly { readonly type: string; readonly count: number }[] };
  /** Partners that consented to be named and whose profile is published. */
  readonly named: readonly { readonly name: string; readonly work: string | null }[];
  readonly unnamed: number;
  readonly reviews: { readonly held: number; readonly of: number; readonly results: Scored; readonly process: Scored };
  readonly survey: Pick<CampaignView, 'title' | 'month' | 'responses' | 'countries' | 'score' | 'sinceBaseline'> | null;
  readonly teams: { readonly reviewed: number; readonly named: number };
  readonly transferDays: number | null;
  readonly improvements: { readonly open: number; readonly done: number };
  readonly simplifications: readonly string[];
  /** Small wins: certain, and agreed to by the partners. */
  readonly victories: readonly { readonly on: string; readonly words: string }[];
  /** Certain ones that some partner has not agreed to tell. */
  readonly victoriesWithheld: number;
  readonly citations: readonly string[];
}

/** The report with the place it was computed at, and its hash: what `PublishProgressReport` asks for. */
export interface ReportDraft {
  readonly report: PublicReport;
  readonly ledgerPosition: number;
  readonly reportHash: string;
  readonly published: (NonNullable<AccountDoc['published']> & { readonly unchanged: boolean }) | null;
}

const reaches = (level: ProfileLevel | null, wanted: ProfileLevel): boolean =>
  level !== null && profileLevels.indexOf(level) >= profileLevels.indexOf(wanted);

const isNamed = ({ name, profile }: OtherOrganisation): boolean =>
  name !== null && profile !== null && reaches(profile.published, 'name') && reaches(profile.consented, 'name');

/** A mean of a few files would tell what one of them scored. */
const shownFrom =
  (minimum: number) =>
  (scored: ReturnType<typeof scoresOf>): Scored =>
    scored !== null && scored.files < minimum ? { withheld: 'too-few' } : scored;

/** Files of which the partners have agreed that their work is told, by their profile or by a joint release (C-07). */
function tellable({ files, others, changes, scope }: YearFigures): ReadonlySet<string> {
  const consented = new Set(others.filter(({ profile }) => reaches(profile?.consented ?? null, 'work')).map(one => one.organisation));
  const released = new Set(changes.filter(({ doc }) => doc.change === 'ExternalReleaseApproved').map(({ partnership }) => partnership));
  const agreed = files.filter(
    ({ partnership, organisations }) =>
      released.has(partnership) || organisations.every(one => one === scope.organisation || consented.has(one)),
  );
  return new Set(agreed.map(({ partnership }) => partnership));
}

const countBy = (values: readonly string[]): { type: string; count: number }[] =>
  [...new Set(values)].toSorted().map(type => ({ type, count: values.filter(one => one === type).length }));

function teamsOf({ teamwork, scope }: YearFigures): Pick<PublicReport, 'teams' | 'improvements' | 'simplifications'> {
  const years = teamwork.flatMap(row => (row.kind === 'team-year' ? [row.doc] : []));
  const actions = teamwork.flatMap(row => (row.kind === 'action' ? [row.doc.state] : []));
  const decided = teamwork.flatMap(row => (row.kind === 'procedures' && row.doc.year === scope.year ? row.doc.simplifications : []));
  return {
    teams: {
      reviewed: new Set(years.filter(({ review }) => review !== null).map(({ team }) => team)).size,
      named: new Set(years.map(({ team }) => team)).size,
    },
    improvements: { open: actions.filter(one => one === 'open').length, done: actions.filter(one => one === 'done').length },
    simplifications: decided.flatMap(({ decision }) => (typeof decision === 'string' ? [decision] : [])),
  };
}

/** The latest campaign that was closed by the end of the year. */
const surveyOf = (surveys: readonly CampaignView[], year: number): PublicReport['survey'] => {
  const found = surveys.findLast(
    ({ month, baseline, score }) => !baseline && score !== null && month !== null && Number(month.slice(0, 4)) <= year,
  );
  if (found === undefined) return null;
  const { title, month, responses, countries, score, sinceBaseline } = found;
  return { title, month, responses, countries, score, sinceBaseline };
};

export interface ReportRules {
  /** A mean of fewer files is withheld. */
  readonly minimumShown: number;
}

export function publicReport(figures: YearFigures, surveys: readonly CampaignView[], { minimumShown }: ReportRules): PublicReport {
  const { scope, files, others, reviews, victories, citations } = figures;
  const mayTell = tellable(figures);
  const certain = victories.filter(({ doc }) => doc.certain);
  const told = certain.filter(({ partnership }) => mayTell.has(partnership));
  const shown = shownFrom(minimumShown);
  const named = others.filter(isNamed);
  return {
    ...scope,
    rehearsal: files.some(({ rehearsal }) => rehearsal),
    partnerships: { count: files.length, byType: countBy(files.map(({ type }) => type)) },
    named: named.map(({ name, profile }) => ({
      name: name ?? '',
      work: reaches(profile?.published ?? null, 'work') && typeof profile?.work === 'string' ? profile.work : null,
    })),
    unnamed: others.length - named.length,
    reviews: {
      held: new Set(reviews.map(({ partnership }) => partnership)).size,
      of: files.length,
      results: shown(scoresOf(reviews, 'results')),
      process: shown(scoresOf(reviews, 'process')),
    },
    survey: surveyOf(surveys, scope.year),
    transferDays: figures.transferDays,
    ...teamsOf(figures),
    victories: told.flatMap(({ doc }) => (typeof doc.note === 'string' ? [{ on: doc.on, words: doc.note }] : [])),
    victoriesWithheld: certain.length - told.length,
    citations: citations.flatMap(({ words }) => words ?? []),
  };
}

/** The draft of the year as it stands, and whether what was published is still what is computed. */
export function reportDraft(figures: YearFigures, report: PublicReport): ReportDraft {
  const reportHash = contentHash(report);
  const account =
    figures.teamwork.flatMap(row => (row.kind === 'account' && row.doc.year === report.year ? [row.doc.published] : []))[0] ?? null;
  return {
    report,
    ledgerPosition: figures.ledgerPosition,
    reportHash,
    published: account && { ...account, unchanged: account.reportHash === reportHash },
  };
}
