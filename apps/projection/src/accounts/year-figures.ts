import type { Pool } from 'pg';
import type { QuestionMeasure } from '@palabre/contracts';
import type { CitationDoc, ChangeDoc, VictoryDoc } from '../projections/practice/practice.entity.js';
import { allParties, type ReviewDoc } from '../projections/reviews/reviews.entity.js';
import { mayLeave } from '../reading/reader.js';
import type { PublicProfileDoc, TeamworkRow } from '../projections/teamwork/teamwork.entity.js';

/** Whose account, and of which year. */
export interface AccountScope {
  readonly organisation: string;
  readonly year: number;
}

export interface FilesOfYear {
  readonly partnership: string;
  readonly title: string;
  readonly type: string;
  readonly charter: string;
  readonly standing: string;
  readonly rehearsal: boolean;
  readonly organisations: readonly string[];
}

/** A row of the year, with the partnership that it belongs to. */
export type OfFile<Doc> = { readonly partnership: string; readonly doc: Doc };

export interface Citation extends CitationDoc {
  readonly partnership: string;
  /** The answer as it was given; null where it is sealed or no text. */
  readonly words: string | null;
}

export interface OtherOrganisation {
  readonly organisation: string;
  /** Null where the register does not know it, or its name is sealed. */
  readonly name: string | null;
  readonly team: string | null;
  readonly profile: PublicProfileDoc | null;
}

export interface Commitments {
  readonly partnership: string;
  readonly state: string;
  readonly count: number;
}

/** Everything that the accounts of a year are made of: rows of read models, and nothing that anybody typed. */
export interface YearFigures {
  readonly scope: AccountScope;
  /** Place in the ledger that the read models had reached. */
  readonly ledgerPosition: number;
  readonly files: readonly FilesOfYear[];
  readonly reviews: readonly OfFile<ReviewDoc>[];
  readonly citations: readonly Citation[];
  readonly victories: readonly OfFile<VictoryDoc>[];
  readonly changes: readonly OfFile<ChangeDoc>[];
  readonly commitments: readonly Commitments[];
  readonly others: readonly OtherOrganisation[];
  readonly teamwork: readonly TeamworkRow[];
  /** Median days of a fund transfer; null without one that was received. */
  readonly transferDays: number | null;
}

/** A protected file is in no account of a year: protected files win over any other rule (AGI-02, C-07). */
const filesText = `
SELECT partnership, title, type, charter, standing, rehearsal, organisations FROM portfolio
WHERE organisations @> ARRAY[$1::text] AND ${mayLeave('portfolio')} AND opened_at < make_timestamptz($2::int + 1, 1, 1, 0, 0, 0, 'UTC') ORDER BY partnership`;

const inYear = "at >= make_timestamptz($2::int, 1, 1, 0, 0, 0, 'UTC') AND at < make_timestamptz($2::int + 1, 1, 1, 0, 0, 0, 'UTC')";

const reviewsText = `SELECT partnership, doc FROM reviews WHERE kind = 'review' AND partnership = ANY($1) AND ${inYear} ORDER BY partnership, part`;

const practiceText = `
SELECT partnership, kind, doc FROM practice
WHERE kind IN ('victory', 'change') AND partnership = ANY($1) AND left(doc ->> 'on', 4) = $2::text ORDER BY partnership, part`;

const citationsText = `
SELECT p.partnership, p.doc, (
    SELECT given -> 'answers' ->> (p.doc ->> 'question') FROM file f, jsonb_array_elements(f.doc -> 'rounds') r, jsonb_array_elements(r -> 'revealed') given
    WHERE f.partnership = p.partnership AND f.part = 'forms' AND r ->> 'form' = 'annual-review' AND r -> 'round' = p.doc -> 'round'
      AND given ->> 'party' = p.doc ->> 'of' AND jsonb_typeof(given -> 'answers' -> (p.doc ->> 'question')) = 'string' LIMIT 1
  ) AS words
FROM practice p WHERE p.kind = 'citation' AND p.partnership = ANY($1) AND left(p.doc ->> 'on', 4) = $2::text ORDER BY p.partnership, p.part`;

const commitmentsText = `
SELECT partnership, state, count(*)::int AS count FROM commitments WHERE partnership = ANY($1) AND left(due_on, 4) = $2::text GROUP BY 1, 2 ORDER BY 1, 2`;

const othersText = `
SELECT one AS organisation, CASE WHEN jsonb_typeof(o.name) = 'string' THEN o.name #>> '{}' END AS name, o.country_team AS team, t.doc AS profile
FROM unnest($1::text[]) one LEFT JOIN organisations o ON o.partnership = one
LEFT JOIN teamwork t ON t.partnership = one AND t.kind = 'public-profile' ORDER BY 1`;

const transferText = `
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY (doc ->> 'days')::int) AS days FROM durations
WHERE kind = 'procedure' AND doc ->> 'procedure' = 'fund-transfer' AND doc ->> 'days' IS NOT NULL AND partnership = ANY($1) AND left(doc ->> 'until', 4) = $2::text`;

/** Reads the figures of a year for one organisation. */
export async function yearFigures(pool: Pool, scope: AccountScope): Promise<YearFigures> {
  const { organisation, year } = scope;
  const rowsOf = async <Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> =>
    (await pool.query<Row>({ name: `account-${name}`, text, values: [...values] })).rows;
  const files = await rowsOf<FilesOfYear>('files', filesText, [organisation, year]);
  const ids = files.map(({ partnership }) => partnership);
  const elsewhere = [...new Set(files.flatMap(one => one.organisations))].filter(one => one !== organisation);
  const [reviews, practice, citations, commitments, others, teamwork, transfers, heads] = await Promise.all([
    rowsOf<OfFile<ReviewDoc>>('reviews', reviewsText, [ids, year]),
    rowsOf<OfFile<VictoryDoc | ChangeDoc> & { kind: string }>('practice', practiceText, [ids, String(year)]),
    rowsOf<OfFile<CitationDoc> & { words: string | null }>('citations', citationsText, [ids, String(year)]),
    rowsOf<Commitments>('commitments', commitmentsText, [ids, String(year)]),
    rowsOf<OtherOrganisation>('others', othersText, [elsewhere]),
    rowsOf<TeamworkRow>('teamwork', 'SELECT partnership, part, version, kind, doc FROM teamwork WHERE partnership = $1 ORDER BY part', [
      organisation,
    ]),
    rowsOf<{ days: number | null }>('transfers', transferText, [ids, String(year)]),
    rowsOf<{ position: string }>('position', 'SELECT position FROM ledger_counter', []),
  ]);
  const ofKind = <Doc>(kind: string): OfFile<Doc>[] =>
    practice.filter(row => row.kind === kind).map(({ partnership, doc }) => ({ partnership, doc: doc as Doc }));
  return {
    scope,
    ledgerPosition: Number(heads[0]?.position ?? 0),
    files,
    reviews,
    citations: citations.map(({ partnership, doc, words }) => ({ partnership, ...doc, words })),
    victories: ofKind<VictoryDoc>('victory'),
    changes: ofKind<ChangeDoc>('change'),
    commitments,
    others,
    teamwork,
    transferDays: transfers[0]?.days ?? null,
  };
}

/** Mean of the last review of each file by measure: every file counts once. Hundredths. */
export function scoresOf(reviews: readonly OfFile<ReviewDoc>[], measure: QuestionMeasure): { mean: number; files: number } | null {
  const last = new Map(reviews.map(({ partnership, doc }) => [partnership, doc]));
  const means = [...last.values()].flatMap(({ measures }) => measures[measure]?.[allParties] ?? []);
  return means.length === 0 ? null : { mean: Math.round(means.reduce((sum, one) => sum + one, 0) / means.length), files: means.length };
}
