import { describe, expect, it } from 'vitest';
import { readTemporalSecurity } from './temporal-connection.js';

const certificate = '-----BEGIN CERTIFICATE-----\nc\n-----END CERTIFICATE-----';
const key = '-----BEGIN PRIVATE KEY-----\nk\n-----END PRIVATE KEY-----';

const files: Readonly<Record<string, string>> = { 'client.pem': certificate, 'client.key': key, 'notes.txt': 'no certificate' };

const readFile = (path: string): string => {
  const text = files[path];
  if (text === undefined) throw new Error('no such file');
  return text;
};

const read = (environment: Record<string, string>) => readTemporalSecurity(environment, readFile);

const nothing = { serverAuthority: null, serverName: null, own: null };

describe('how a program reaches the Temporal server', () => {
  it('is without encryption when nothing is said, and encrypted when asked', () => {
    expect(read({})).toEqual({ security: { tls: null, apiKey: null }, mistakes: [] });
    expect(read({ TEMPORAL_TLS: '', TEMPORAL_API_KEY: '' })).toEqual({ security: { tls: null, apiKey: null }, mistakes: [] });
    expect(read({ TEMPORAL_TLS: 'true' })).toEqual({ security: { tls: nothing, apiKey: null }, mistakes: [] });
  });

  it('is encrypted with an API key or a certificate, unless that is switched off', () => {
    expect(read({ TEMPORAL_API_KEY: 'secret' }).security).toEqual({ tls: nothing, apiKey: 'secret' });
    expect(read({ TEMPORAL_TLS_SERVER_NAME: 'temporal.example.org' }).security.tls).toEqual({
      ...nothing,
      serverName: 'temporal.example.org',
    });
    expect(read({ TEMPORAL_API_KEY: 'secret', TEMPORAL_TLS: 'false' }).security.tls).toBeNull();
  });

  it('takes certificates from files or as they are', () => {
    const own = { certificate, key };
    expect(read({ TEMPORAL_TLS_CLIENT_CERT_PATH: 'client.pem', TEMPORAL_TLS_CLIENT_KEY_PATH: 'client.key' })).toEqual({
      security: { tls: { ...nothing, own }, apiKey: null },
      mistakes: [],
    });
    expect(
      read({ TEMPORAL_TLS_CLIENT_CERT_DATA: certificate, TEMPORAL_TLS_CLIENT_KEY_DATA: key, TEMPORAL_TLS_SERVER_CA_CERT_DATA: certificate })
        .security.tls,
    ).toEqual({ ...nothing, own, serverAuthority: certificate });
  });

  it.each([
    [{ TEMPORAL_TLS: 'yes' }, 'TEMPORAL_TLS: "true" or "false" was expected'],
    [{ TEMPORAL_TLS_SERVER_CA_CERT_PATH: 'lost.pem' }, 'TEMPORAL_TLS_SERVER_CA_CERT_PATH: the file cannot be read'],
    [{ TEMPORAL_TLS_SERVER_CA_CERT_PATH: 'notes.txt' }, 'TEMPORAL_TLS_SERVER_CA_CERT_PATH: PEM text was expected'],
    [{ TEMPORAL_TLS_CLIENT_CERT_PATH: 'client.pem' }, 'TEMPORAL_TLS_CLIENT_KEY_PATH: needed beside the certificate'],
    [{ TEMPORAL_TLS_CLIENT_KEY_DATA: key }, 'TEMPORAL_TLS_CLIENT_CERT_PATH: needed beside the key'],
    [
      { TEMPORAL_TLS_SERVER_CA_CERT_DATA: certificate, TEMPORAL_TLS_SERVER_CA_CERT_PATH: 'client.pem' },
      'TEMPORAL_TLS_SERVER_CA_CERT_DATA: not together with TEMPORAL_TLS_SERVER_CA_CERT_PATH',
    ],
    [
      { TEMPORAL_TLS_DISABLE_HOST_VERIFICATION: 'true' },
      'TEMPORAL_TLS_DISABLE_HOST_VERIFICATION: a server that proves nothing is not trusted',
    ],
  ])('names the mistake in %j, and repeats no secret', (environment, mistake) => {
    const { mistakes } = read(environment);
    expect(mistakes).toEqual([mistake]);
    expect(mistakes.join()).not.toContain('BEGIN');
  });
});
