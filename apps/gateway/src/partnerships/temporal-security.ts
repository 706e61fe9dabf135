import type { TemporalSecurity } from '@palabre/contracts';
import type { ConnectionOptions } from '@temporalio/client';

/** Key and certificates as the SDK takes them: bytes of PEM text. Always explicit, so that a key alone switches nothing on. */
export function securityOptions({ tls = null, apiKey = null }: Partial<TemporalSecurity>): Pick<ConnectionOptions, 'tls' | 'apiKey'> {
  const key = apiKey === null ? {} : { apiKey };
  if (tls === null) return { tls: false, ...key };
  const { serverAuthority, serverName, own } = tls;
  return {
    tls: {
      ...(serverName === null ? {} : { serverNameOverride: serverName }),
      ...(serverAuthority === null ? {} : { serverRootCACertificate: Buffer.from(serverAuthority) }),
      ...(own === null ? {} : { clientCertPair: { crt: Buffer.from(own.certificate), key: Buffer.from(own.key) } }),
    },
    ...key,
  };
}
