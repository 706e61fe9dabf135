import type { Pool } from 'pg';
import type { Access } from '../../reading/access.js';
import { discretionOf, type Discretion } from '../../reading/discretion.js';
import type { HeadDoc } from './parts/head.part.js';
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

function textOf(doc: string, kind: string, discretion: Discretion | null): string {
  const restricted = discretion?.restrictions.ofText(kind) ?? null;
  if (restricted === null) return doc;
  const open = JSON.parse(doc) as { readonly kind: string; readonly state: string; readonly head: unknown };
  return JSON.stringify({ kind: open.kind, state: open.state, head: open.head, restricted });
}

/** Only what may hold something hidden is read and written again; the rest leaves as the database holds it. */
function partOf(part: string, doc: string, access: Access, discretion: Discretion | null): string {
  if (part === 'lines') return maskCases(doc, access);
  return discretion === null || part === 'head' ? doc : JSON.stringify(discretion.veiled(JSON.parse(doc)));
}

/** Null when the caller may read every case there is and nothing is restricted: then no document holds anything hidden. */
function discretionIn(rows: readonly PartRow[], access: Access): Discretion | null {
  const docOf = <Doc>(part: string): Partial<Doc> => JSON.parse(rows.find(row => row.part === part)?.doc ?? '{}') as Partial<Doc>;
  const cases = docOf<LinesDoc>('lines').cases ?? [];
  const discretion = discretionOf(access, { cases, restrictions: docOf<PartiesDoc>('parties').restrictions ?? [] });
  const mayReadAll = discretion.restrictions.none && cases.every(one => access.mayReadCase(one.line, one.about));
  return mayReadAll ? null : discretion;
}

/** A protected file for who does not read it in clear: where it stands and how it came there, no name, no place, no word (AGI-02). */
function shutFile(rows: readonly PartRow[], access: Access): string {
  const { type, typeName, phase, standing, phases, calendar } = JSON.parse(
    rows.find(({ part }) => part === 'head')?.doc ?? '{}',
  ) as HeadDoc;
  const head = { title: null, type, typeName, phase, standing, phases, calendar, charter: null };
  return JSON.stringify({ ...placeOf(access), protection: 'masked', head, texts: {} });
}

const placeOf = ({ partnership: id, version, hash, now, party }: Access): object => ({ id, version, hash, now, party });

/** One partnership whole, as JSON text: documents leave as the database holds them, unless something must be veiled. */
export async function readFile(pool: Pool, access: Access): Promise<string> {
  const { rows } = await pool.query<PartRow>({
    name: 'file',
    text: 'SELECT part, doc::text AS doc FROM file WHERE partnership = $1 ORDER BY part',
    values: [access.partnership],
  });
  if (!access.inClear) return shutFile(rows, access);
  const discretion = discretionIn(rows, access);
  const texts: string[] = [];
  const parts: string[] = [];
  for (const { part, doc } of rows) {
    if (part.startsWith('text/')) {
      const kind = part.slice('text/'.length);
      texts.push(`${JSON.stringify(kind)}:${textOf(doc, kind, discretion)}`);
    } else {
      parts.push(`${JSON.stringify(answerNames[part] ?? part)}:${partOf(part, doc, access, discretion)}`);
    }
  }
  const head = JSON.stringify({ ...placeOf(access), ...(access.isProtected ? { protection: 'in-clear' } : {}) }).slice(1, -1);
  return `{${[head, ...parts, `"texts":{${texts.join(',')}}`].join(',')}}`;
}
