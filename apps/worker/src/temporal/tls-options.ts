import type { TemporalTls } from '@palabre/contracts';
import type { TLSConfig } from '@temporalio/worker';

/** Certificates as the SDK takes them: bytes of PEM text. */
export const tlsOptions = ({ serverAuthority, serverName, own }: TemporalTls): TLSConfig => ({
  ...(serverName === null ? {} : { serverNameOverride: serverName }),
  ...(serverAuthority === null ? {} : { serverRootCACertificate: Buffer.from(serverAuthority) }),
  ...(own === null ? {} : { clientCertPair: { crt: Buffer.from(own.certificate), key: Buffer.from(own.key) } }),
});
