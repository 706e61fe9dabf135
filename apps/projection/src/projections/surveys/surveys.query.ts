import type { Pool } from 'pg';
import { z } from 'zod';
import { hasRole, type Principal } from '../../identity/principal.js';
import { cursorField, cursorParts, cursorsOf, limitField, textField } from '../../reading/page.js';
import { campaignViews, type CampaignView, type OpenAction } from './survey-views.js';
import type { ResultDoc, SurveyRow } from './surveys.entity.js';

export const surveysQuery = z.strictObject({
  /** One campaign, with the results of each question. */
  campaign: textField(120).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('surveys', cursorParts.name, cursorParts.name);

const pageText = `
SELECT partnership AS campaign, doc ->> 'owner' AS owner, coalesce(doc ->> 'month', '9999-99') AS month FROM surveys
WHERE kind = 'campaign' AND ($1::text IS NULL OR doc ->> 'owner' = $1) AND ($2::text IS NULL OR partnership = $2)
  AND ($3::text IS NULL OR (coalesce(doc ->> 'month', '9999-99'), partnership) > ($3, $4))
ORDER BY coalesce(doc ->> 'month', '9999-99'), partnership LIMIT $5`;

const rowsText = `
SELECT s.partnership, s.part, s.version, s.kind, s.doc FROM surveys s JOIN surveys c ON c.partnership = s.partnership AND c.kind = 'campaign'
WHERE c.doc ->> 'owner' = ANY($1) ORDER BY s.partnership, s.part`;

const actionsText = `
SELECT partnership AS owner, doc ->> 'action' AS action, doc ->> 'dueOn' AS "dueOn", doc -> 'cites' ->> 'campaign' AS campaign FROM teamwork
WHERE kind = 'action' AND partnership = ANY($1) AND doc ->> 'state' = 'open' ORDER BY doc ->> 'dueOn', part`;

interface Listed {
  readonly campaign: string;
  readonly owner: string;
  readonly month: string;
}

/** Results of each question by group, as they were released. An auditor sees counts and no words (ALE-39). */
const resultsOf = (rows: readonly SurveyRow[], campaign: string, isAuditor: boolean): readonly ResultDoc[] =>
  rows
    .filter(row => row.partnership === campaign && row.kind === 'result')
    .map(row => ({ ...(row.doc as ResultDoc), ...(isAuditor ? { texts: [] } : {}) }));

type Item = CampaignView & { readonly results?: readonly ResultDoc[] };

/** Survey campaigns of the caller's organisation by month, campaign zero among them; an auditor's are all. */
export async function listSurveys(
  pool: Pool,
  principal: Principal,
  query: z.infer<typeof surveysQuery>,
): Promise<{ items: readonly Item[]; next: string | null }> {
  const isAuditor = hasRole(principal, 'auditor');
  const after = cursors.read(query.cursor);
  const { rows: found } = await pool.query<Listed>({
    name: 'surveys-page',
    text: pageText,
    values: [isAuditor ? null : principal.organisation, query.campaign ?? null, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
  });
  const page = found.slice(0, query.limit);
  const owners = [...new Set(page.map(({ owner }) => owner))];
  const [{ rows }, { rows: actions }] = await Promise.all([
    pool.query<SurveyRow>({ name: 'surveys-rows', text: rowsText, values: [owners] }),
    pool.query<OpenAction>({ name: 'surveys-actions', text: actionsText, values: [owners] }),
  ]);
  const views = campaignViews(rows, actions, new Set(page.map(({ campaign }) => campaign)));
  const last = page.at(-1);
  return {
    items: query.campaign === undefined ? views : views.map(view => ({ ...view, results: resultsOf(rows, view.campaign, isAuditor) })),
    next: found.length > query.limit && last ? cursors.write(last.month, last.campaign) : null,
  };
}
