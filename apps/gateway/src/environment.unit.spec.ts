import { describe, expect, it } from 'vitest';
import { EnvironmentMistakes, readSettings } from './environment.js';

const enough = {
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  TEMPORAL_TASK_QUEUE: 'palabre',
  OIDC_ISSUER: 'http://127.0.0.1:4000',
  OIDC_AUDIENCE: 'palabre',
};

describe('the environment of the gateway', () => {
  it('the least that must be said gives settings on the loopback address', () => {
    expect(readSettings(enough)).toMatchObject({
      temporal: { address: '127.0.0.1:7233', namespace: 'default', taskQueue: 'palabre', tls: null, apiKey: null },
      host: '127.0.0.1',
      port: 0,
      readsUrl: null,
      logLevel: 'info',
    });
  });

  it('every mistake is named at once, by variable', () => {
    const read = () => readSettings({ OIDC_ISSUER: 'http://identity.example.org', PALABRE_GATEWAY_PORT: '70000', LOG_LEVEL: 'loud' });
    expect(read).toThrow(EnvironmentMistakes);
    for (const variable of ['TEMPORAL_ADDRESS', 'TEMPORAL_TASK_QUEUE', 'OIDC_ISSUER', 'OIDC_AUDIENCE', 'PALABRE_GATEWAY_PORT', 'LOG_LEVEL'])
      expect(read).toThrow(variable);
  });

  it('a managed Temporal is reached by the variables that Temporal itself names, and their mistakes are named with all others', () => {
    expect(
      readSettings({ ...enough, TEMPORAL_API_KEY: 'secret', TEMPORAL_TLS_SERVER_NAME: 'temporal.example.org' }).temporal,
    ).toMatchObject({
      tls: { serverName: 'temporal.example.org', serverAuthority: null, own: null },
      apiKey: 'secret',
    });
    const read = () =>
      readSettings({ ...enough, LOG_LEVEL: 'loud', TEMPORAL_TLS: 'maybe', TEMPORAL_TLS_CLIENT_CERT_PATH: '/nowhere/client.pem' });
    for (const variable of ['LOG_LEVEL', 'TEMPORAL_TLS:', 'TEMPORAL_TLS_CLIENT_CERT_PATH']) expect(read).toThrow(variable);
  });

  it('an issuer that is not on this machine must be reached by https', () => {
    expect(() => readSettings({ ...enough, OIDC_ISSUER: 'http://identity.example.org' })).toThrow('https');
    expect(readSettings({ ...enough, OIDC_ISSUER: 'https://identity.example.org' }).issuer).toBe('https://identity.example.org');
  });
});
