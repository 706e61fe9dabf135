type Environment = Readonly<Record<string, string | undefined>>;

/** How a program proves who it is to the Temporal server, and knows the server. Certificates and keys are PEM text. */
export interface TemporalTls {
  /** Certificate authority of the server; null for those that the system trusts. */
  readonly serverAuthority: string | null;
  /** Name that the server's certificate bears when it is not the host of the address. */
  readonly serverName: string | null;
  /** Own certificate and its key, for servers that ask for one. */
  readonly own: { readonly certificate: string; readonly key: string } | null;
}

export interface TemporalSecurity {
  /** Null for a connection that is not encrypted. */
  readonly tls: TemporalTls | null;
  readonly apiKey: string | null;
}

/** What the environment says, with one line for each mistake in it: "NAME: what was expected". */
export interface SecurityReading {
  readonly security: TemporalSecurity;
  readonly mistakes: readonly string[];
}

/** Temporal's own names, as its command line and its other SDKs read them. */
const names = {
  switch: 'TEMPORAL_TLS',
  apiKey: 'TEMPORAL_API_KEY',
  serverName: 'TEMPORAL_TLS_SERVER_NAME',
  serverAuthority: 'TEMPORAL_TLS_SERVER_CA_CERT',
  certificate: 'TEMPORAL_TLS_CLIENT_CERT',
  key: 'TEMPORAL_TLS_CLIENT_KEY',
  trustAnybody: 'TEMPORAL_TLS_DISABLE_HOST_VERIFICATION',
} as const;

const pem = /-----BEGIN [A-Z ]+-----/;

/** Reads one environment, collecting mistakes. */
class Reader {
  readonly mistakes: string[] = [];
  readonly #environment: Environment;
  readonly #readFile: (path: string) => string;

  constructor(environment: Environment, readFile: (path: string) => string) {
    this.#environment = environment;
    this.#readFile = readFile;
  }

  text(name: string): string | null {
    return this.#environment[name] || null;
  }

  /** True, false, or null when nothing is said. */
  flag(name: string): boolean | null {
    const text = this.text(name)?.toLowerCase() ?? null;
    if (text === null || text === 'true' || text === 'false') return text === null ? null : text === 'true';
    this.mistakes.push(`${name}: "true" or "false" was expected`);
    return null;
  }

  /** PEM text from `NAME_DATA`, or from the file that `NAME_PATH` names. */
  pem(name: string): string | null {
    const [data, path] = [this.text(`${name}_DATA`), this.text(`${name}_PATH`)];
    if (data !== null && path !== null) this.mistakes.push(`${name}_DATA: not together with ${name}_PATH`);
    const text = data ?? (path === null ? null : this.#fileOf(`${name}_PATH`, path));
    if (text !== null && !pem.test(text)) this.mistakes.push(`${name}_${data === null ? 'PATH' : 'DATA'}: PEM text was expected`);
    return text;
  }

  /** What a file holds; null, with a mistake, when it cannot be read. */
  #fileOf(name: string, path: string): string | null {
    try {
      return this.#readFile(path);
    } catch {
      this.mistakes.push(`${name}: the file cannot be read`);
      return null;
    }
  }
}

function ownOf(reader: Reader): TemporalTls['own'] {
  const [certificate, key] = [reader.pem(names.certificate), reader.pem(names.key)];
  if (certificate !== null && key !== null) return { certificate, key };
  if (reader.mistakes.length === 0 && certificate !== null) reader.mistakes.push(`${names.key}_PATH: needed beside the certificate`);
  if (reader.mistakes.length === 0 && key !== null) reader.mistakes.push(`${names.certificate}_PATH: needed beside the key`);
  return null;
}

/**
 * How to reach the Temporal server, from the variables that Temporal itself names: `TEMPORAL_TLS`, `TEMPORAL_API_KEY`,
 * `TEMPORAL_TLS_SERVER_NAME`, and `TEMPORAL_TLS_{SERVER_CA_CERT,CLIENT_CERT,CLIENT_KEY}_{PATH,DATA}`. An API key or any
 * certificate switches encryption on; only `TEMPORAL_TLS=false` switches it off again.
 */
export function readTemporalSecurity(environment: Environment, readFile: (path: string) => string): SecurityReading {
  const reader = new Reader(environment, readFile);
  const apiKey = reader.text(names.apiKey);
  const tls = { serverAuthority: reader.pem(names.serverAuthority), serverName: reader.text(names.serverName), own: ownOf(reader) };
  const isImplied = apiKey !== null || Object.values(tls).some(value => value !== null);
  if (reader.flag(names.trustAnybody) === true) reader.mistakes.push(`${names.trustAnybody}: a server that proves nothing is not trusted`);
  const isOn = reader.flag(names.switch) ?? isImplied;
  return { security: { tls: isOn ? tls : null, apiKey }, mistakes: reader.mistakes };
}
