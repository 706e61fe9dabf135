import type { Pool } from 'pg';
import type { Access } from '../../reading/access.js';
import type { CaseView, LinesDoc } from './parts/lines.part.js';
import type { PartiesDoc } from './parts/parties.part.js';

interface PartRow {
  part: string;
  doc: string;
}

/** Names of the parts as the answer carries them. */
const answerNames: Readonly<Record<string, string>> = { 'sign-offs': 'signOffs' };

/** Without the right to read it, a case shows its colour and that it is there, no more (MDM-68). */
function maskCases(doc: string, access: Access): string {
  const { cases } = JSON.parse(doc) as LinesDoc;
  const shown = cases.map(one =>
    access.mayReadCase(one.line, one.about) ? { ...one, protected: access.protectedLines.has(one.line) } : masked(one),
  );
  return JSON.stringify({ cases: shown });
}

const masked = ({ case: id, colour, state, openedAt, suspends }: CaseView): object => ({
  case: id,
  colour,
  state,
  openedAt,
  suspends,
  protected: true,
});

/** Texts that somebody restricted for the caller's party, with the reason given (MDM-17). */
function restrictionsFor(parties: string | undefined, access: Access): ReadonlyMap<string, unknown> {
  if (parties === undefined) return new Map();
  const { restrictions } = JSON.parse(parties) as PartiesDoc;
  return new Map(restrictions.filter(one => one.restrictedFor === access.party).map(one => [one.object, one.reason]));
}

function textOf(doc: string, kind: string, restricted: ReadonlyMap<string, unknown>): string {
  if (!restricted.has(kind) && !restricted.has(`text/${kind}`)) return doc;
  const open = JSON.parse(doc) as { readonly kind: string; readonly state: string; readonly head: unknown };
  const reason = restricted.get(kind) ?? restricted.get(`text/${kind}`);
  return JSON.stringify({ kind: open.kind, state: open.state, head: open.head, restricted: { rule: 'MDM-17', reason } });
}

/** One partnership whole, as JSON text: documents leave as the database holds them, unless something must be veiled. */
export async function readFile(pool: Pool, access: Access): Promise<string> {
  const { rows } = await pool.query<PartRow>({
    name: 'file',
    text: 'SELECT part, doc::text AS doc FROM file WHERE partnership = $1 ORDER BY part',
    values: [access.partnership],
  });
  const restricted = restrictionsFor(rows.find(row => row.part === 'parties')?.doc, access);
  const texts: string[] = [];
  const parts: string[] = [];
  for (const { part, doc } of rows) {
    if (part.startsWith('text/')) {
      const kind = part.slice('text/'.length);
      texts.push(`${JSON.stringify(kind)}:${textOf(doc, kind, restricted)}`);
    } else {
      parts.push(`${JSON.stringify(answerNames[part] ?? part)}:${part === 'lines' ? maskCases(doc, access) : doc}`);
    }
  }
  const { partnership: id, version, hash, now, party } = access;
  const head = JSON.stringify({ id, version, hash, now, party }).slice(1, -1);
  return `{${[head, ...parts, `"texts":{${texts.join(',')}}`].join(',')}}`;
}
