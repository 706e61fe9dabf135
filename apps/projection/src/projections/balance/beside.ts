import type { Pool } from 'pg';
import { builtInCharter, engineDefaults, questionsServing, type FigureKey } from '@palabre/charters';
import { partnershipStream, type PartnershipPolicy } from '@palabre/contracts';
import { hasRole, type Principal } from '../../identity/principal.js';

/** The policy under which a partnership lives now: that of its beginning, or of its last change of type. */
export async function policyOf(pool: Pool, partnership: string): Promise<PartnershipPolicy | null> {
  const { rows } = await pool.query<{ payload: string }>({
    name: 'policy-in-force',
    text: `SELECT payload FROM ledger WHERE stream = $1 AND type IN ('PartnershipIdeaRecorded', 'PartnershipTypeChanged')
           ORDER BY version DESC LIMIT 1`,
    values: [partnershipStream(partnership)],
  });
  return rows[0] ? (JSON.parse(rows[0].payload) as { policy: PartnershipPolicy }).policy : null;
}

/** A figure of the charter; the engine's own for a policy that was written before figures travelled with it. */
export const figureOf = (policy: PartnershipPolicy | null, key: FigureKey): number =>
  policy?.figures?.[key] ?? engineDefaults().figures[key].value;

/** Questions of a charter that serve a requirement; none of a charter that is not ours. */
export function questionsOfCharter(code: string, requirement: string): readonly string[] {
  const charter = builtInCharter(code);
  return charter === null ? [] : questionsServing(charter, requirement);
}

export const questionsFor = (policy: PartnershipPolicy | null, requirement: string): readonly string[] =>
  policy === null ? [] : questionsOfCharter(policy.charter, requirement);

/** The quality that a charter tags each question of the review with (ALE-20); none where it tags none, or is not ours. */
export function qualityTagsOf(charter: string): Readonly<Record<string, string>> {
  const questions = builtInCharter(charter)?.content.questionnaires.annual_review ?? [];
  return Object.fromEntries(questions.flatMap(({ id, quality }) => (quality === undefined ? [] : [[id, quality]])));
}

export const qualityTags = (policy: PartnershipPolicy | null): Readonly<Record<string, string>> =>
  policy === null ? {} : qualityTagsOf(policy.charter);

interface Round {
  readonly form: string;
  readonly round: number;
  readonly revealed: readonly { readonly party: string; readonly answers?: Readonly<Record<string, unknown>> }[] | null;
}

/** What each party answered to these questions in the yearly reviews, once both sides were revealed together. */
export const answersTo = (questions: readonly string[], rounds: readonly Round[]): object[] =>
  rounds
    .filter(({ form }) => form === 'annual-review')
    .flatMap(({ round, revealed }) =>
      (revealed ?? []).flatMap(({ party, answers = {} }) =>
        questions.flatMap(question => (answers[question] === undefined ? [] : [{ round, party, question, answer: answers[question] }])),
      ),
    );

interface Released {
  readonly month: string;
  readonly question: string;
  readonly cells: unknown;
  readonly withheld: number;
}

/** The newest released result of a survey question, of a campaign that the caller may read. */
export async function surveyed(pool: Pool, principal: Principal, questions: readonly string[]): Promise<Released | null> {
  if (questions.length === 0) return null;
  const { rows } = await pool.query<Released>({
    name: 'surveyed-beside',
    text: `SELECT c.doc ->> 'month' AS month, r.doc ->> 'question' AS question, r.doc -> 'cells' AS cells, (r.doc ->> 'withheld')::int AS withheld
           FROM surveys r JOIN surveys c ON c.partnership = r.partnership AND c.kind = 'campaign'
           WHERE r.kind = 'result' AND r.doc ->> 'question' = ANY($1) AND jsonb_typeof(r.doc -> 'cells') = 'array'
             AND c.doc ->> 'month' IS NOT NULL AND ($2::text IS NULL OR c.doc ->> 'owner' = $2)
           ORDER BY c.doc ->> 'month' DESC LIMIT 1`,
    values: [questions, hasRole(principal, 'auditor') ? null : principal.organisation],
  });
  return rows[0] ?? null;
}
