import { describe, expect, it } from 'vitest';
import { securityOptions } from './temporal-security.js';

const tls = { serverAuthority: null, serverName: null, own: null };

describe('what the connection to Temporal is told about security', () => {
  it('is nothing on this machine, and encryption with the certificates of the system when it is asked for', () => {
    expect(securityOptions({})).toEqual({ tls: false });
    expect(securityOptions({ tls, apiKey: null })).toEqual({ tls: {} });
  });

  it('is key, authority, name and own certificate, each only when there is one', () => {
    const own = { certificate: 'certificate', key: 'key' };
    expect(securityOptions({ tls: { serverAuthority: 'authority', serverName: 'temporal.example.org', own }, apiKey: 'secret' })).toEqual({
      tls: {
        serverNameOverride: 'temporal.example.org',
        serverRootCACertificate: Buffer.from('authority'),
        clientCertPair: { crt: Buffer.from('certificate'), key: Buffer.from('key') },
      },
      apiKey: 'secret',
    });
  });

  it('sends a key in the clear only when encryption was switched off in so many words', () => {
    expect(securityOptions({ tls: null, apiKey: 'secret' })).toEqual({ tls: false, apiKey: 'secret' });
  });
});
