import { engineDefaults } from '@palabre/charters';
import type { Pool } from 'pg';
import { z } from 'zod';
import { hasRole, type Principal } from '../identity/principal.js';
import { listSurveys } from '../projections/surveys/surveys.query.js';
import type { CampaignView } from '../projections/surveys/survey-views.js';
import { flagField, pageLimit, textField } from '../reading/page.js';
import { problems, say } from '../reading/problems.js';
import { annualExport, type AnnualExport } from './annual-export.js';
import { eventDigest, type EventDigest } from './event-digest.js';
import { publicReport, reportDraft, type ReportDraft } from './public-report.js';
import { reportPage } from './report-page.js';
import { yearFigures, type YearFigures } from './year-figures.js';

const scoped = {
  year: z.coerce.number().int().min(2000).max(2200),
  /** Whose account; the caller's own organisation when left out. An auditor may name any. */
  organisation: textField(120).optional(),
};

export const publicReportQuery = z.strictObject({
  ...scoped,
  /** True: with the page as HTML, in this language. */
  page: flagField.default(false),
  language: z.enum(['fr', 'en']).default('fr'),
});
export const eventDigestQuery = z.strictObject({ ...scoped, event: textField(120).pipe(z.string().min(1)) });
export const annualExportQuery = z.strictObject(scoped);

/** People who give account of a year, for their own organisation; auditors read any. */
const accountants = ['hq-ops', 'partnership-officer', 'country-team', 'executive-secretariat'] as const;

function accountOf(principal: Principal, named: string | undefined): string {
  const isAuditor = hasRole(principal, 'auditor');
  const isOwn = named === undefined || named === principal.organisation;
  if (isAuditor || (isOwn && hasRole(principal, ...accountants))) return named ?? principal.organisation;
  throw problems.notPermitted(
    say(
      'Les comptes d’une année se préparent par celles et ceux qui mènent les partenariats de l’organisation.',
      'The accounts of a year are prepared by those who run the partnerships of the organisation.',
    ),
  );
}

/** Campaigns of the organisation, in the order of their months. */
async function surveysOf(pool: Pool, principal: Principal, organisation: string): Promise<readonly CampaignView[]> {
  const { items } = await listSurveys(pool, principal, { limit: pageLimit.most });
  return items.filter(({ owner }) => owner === organisation);
}

async function figuresFor(
  pool: Pool,
  principal: Principal,
  asked: { readonly year: number; readonly organisation?: string | undefined },
): Promise<{ figures: YearFigures; surveys: readonly CampaignView[] }> {
  const organisation = accountOf(principal, asked.organisation);
  const [figures, surveys] = await Promise.all([
    yearFigures(pool, { organisation, year: asked.year }),
    surveysOf(pool, principal, organisation),
  ]);
  return { figures, surveys };
}

/** Draft of the public report of a year, as data and, when asked, as a page (ALE-21). */
export async function readPublicReport(
  pool: Pool,
  principal: Principal,
  asked: z.infer<typeof publicReportQuery>,
): Promise<ReportDraft & { readonly page?: string }> {
  const { figures, surveys } = await figuresFor(pool, principal, asked);
  const minimumShown = engineDefaults().figures.survey_min_answers_shown.value;
  const draft = reportDraft(figures, publicReport(figures, surveys, { minimumShown }));
  return asked.page ? { ...draft, page: reportPage(draft.report, asked.language) } : draft;
}

/** Scores, cleared citations and changes of a year for a named internal event (MDM-79). */
export async function readEventDigest(pool: Pool, principal: Principal, asked: z.infer<typeof eventDigestQuery>): Promise<EventDigest> {
  const { figures, surveys } = await figuresFor(pool, principal, asked);
  return eventDigest(figures, surveys, asked.event);
}

/** Commitments, scores and changes of a year by country team (ALE-70). */
export async function readAnnualExport(pool: Pool, principal: Principal, asked: z.infer<typeof annualExportQuery>): Promise<AnnualExport> {
  const { figures } = await figuresFor(pool, principal, asked);
  return annualExport(figures);
}
