import { describe, expect, it } from 'vitest';
import { tlsOptions } from './tls-options.js';

describe('what the connection to Temporal is told about certificates', () => {
  it('is authority, name and own certificate, each only when there is one', () => {
    expect(tlsOptions({ serverAuthority: null, serverName: null, own: null })).toEqual({});
    const own = { certificate: 'certificate', key: 'key' };
    expect(tlsOptions({ serverAuthority: 'authority', serverName: 'temporal.example.org', own })).toEqual({
      serverNameOverride: 'temporal.example.org',
      serverRootCACertificate: Buffer.from('authority'),
      clientCertPair: { crt: Buffer.from('certificate'), key: Buffer.from('key') },
    });
  });
});
