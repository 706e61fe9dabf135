import { OidcTokenVerifier, RememberingVerifier } from '@palabre/projection';
import { fastify, type FastifyReply, type FastifyRequest } from 'fastify';
import { Pool } from 'pg';

/**
 * The baseline: Fastify and pg with the same statements and the same answers, and nothing else. It asks nobody who they are and
 * shows everything to everybody; with OIDC_ISSUER set it verifies tokens as the projection does.
 */
const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing`);
  return value;
};

const pool = new Pool({ connectionString: required('DATABASE_URL'), max: 12 });

interface Head {
  version: number;
  hash: string;
  now: Date;
}

const answerNames: Readonly<Record<string, string>> = { 'sign-offs': 'signOffs' };

async function one(id: string): Promise<string> {
  const head = await pool.query<Head>({
    name: 'head',
    text: 'SELECT version, hash, moved_at AS now, parties, protected_lines FROM portfolio WHERE partnership = $1',
    values: [id],
  });
  const { rows } = await pool.query<{ part: string; doc: string }>({
    name: 'file',
    text: 'SELECT part, doc::text AS doc FROM file WHERE partnership = $1 ORDER BY part',
    values: [id],
  });
  const { version, hash, now } = head.rows[0] ?? { version: 0, hash: '', now: new Date(0) };
  const texts: string[] = [];
  const parts: string[] = [];
  for (const { part, doc } of rows) {
    if (part.startsWith('text/')) texts.push(`${JSON.stringify(part.slice('text/'.length))}:${doc}`);
    else parts.push(`${JSON.stringify(answerNames[part] ?? part)}:${doc}`);
  }
  const about = JSON.stringify({ id, version, hash, now: now.toISOString(), party: null }).slice(1, -1);
  return `{${[about, ...parts, `"texts":{${texts.join(',')}}`].join(',')}}`;
}

const pageText = `
WITH page AS (
  SELECT p.*, row_number() OVER (ORDER BY opened_at DESC, partnership DESC) AS n FROM portfolio p
  WHERE ($1::text IS NULL OR organisations @> ARRAY[$1::text])
    AND ($2::text IS NULL OR phase = $2) AND ($3::text IS NULL OR type = $3) AND ($4::text IS NULL OR standing = $4)
    AND ($5::text IS NULL OR organisations @> ARRAY[$5::text]) AND ($6::text IS NULL OR title ILIKE $6)
    AND ($7::timestamptz IS NULL OR (opened_at, partnership) < ($7::timestamptz, $8::text))
  ORDER BY opened_at DESC, partnership DESC LIMIT $9::int + 1
)
SELECT coalesce(json_agg(json_build_object(
    'id', partnership, 'version', version, 'title', title, 'type', type, 'typeName', type_name, 'phase', phase, 'standing', standing,
    'charter', charter, 'rehearsal', rehearsal, 'parties', parties, 'openedAt', opened_at, 'movedAt', moved_at,
    'openTasks', (SELECT count(*) FROM inbox i WHERE i.partnership = page.partnership),
    'nextDeadline', (SELECT min(due_at) FROM deadlines d WHERE d.partnership = page.partnership AND d.state = 'to-come')
  ) ORDER BY n) FILTER (WHERE n <= $9::int), '[]')::text AS items
FROM page`;

async function page(): Promise<string> {
  const { rows } = await pool.query<{ items: string }>({
    name: 'page',
    text: pageText,
    values: [null, null, null, null, null, null, null, null, 50],
  });
  return rows[0]?.items ?? '[]';
}

const issuer = process.env['OIDC_ISSUER'];
const verifier = issuer === undefined ? null : new RememberingVerifier(new OidcTokenVerifier({ issuer, audience: 'palabre' }));

async function identified(request: FastifyRequest): Promise<void> {
  await verifier?.verify((request.headers.authorization ?? '').replace('Bearer ', ''));
}

const json = (reply: FastifyReply, text: string): FastifyReply => reply.type('application/json').send(text);

const server = fastify({ logger: false, routerOptions: { maxParamLength: 200 } });
server.get<{ Params: { id: string } }>('/v1/partnerships/:id', async (request, reply) => {
  await identified(request);
  return json(reply, await one(request.params.id));
});
server.get('/v1/portfolio', async (request, reply) => {
  await identified(request);
  return json(reply, await page());
});
const address = await server.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`READY ${JSON.stringify({ address })}\n`);
process.once('SIGTERM', () => process.exit(0));
