/** Addresses given in the environment; a server with an address is used as it is and nothing local is started for it. */
export interface GivenAddresses {
  readonly temporalAddress: string | undefined;
  readonly temporalNamespace: string;
  readonly kafkaBrokers: readonly string[] | undefined;
  readonly databaseUrl: string | undefined;
}

/** Reads the addresses; throws with the variable's name when one cannot be an address. */
export function givenAddresses(env: NodeJS.ProcessEnv): GivenAddresses {
  const temporalAddress = filled(env['TEMPORAL_ADDRESS']);
  if (temporalAddress !== undefined) mustBeHostAndPort('TEMPORAL_ADDRESS', temporalAddress);
  const brokers = filled(env['KAFKA_BROKERS'])
    ?.split(',')
    .map(broker => broker.trim())
    .filter(broker => broker !== '');
  for (const broker of brokers ?? []) mustBeHostAndPort('KAFKA_BROKERS', broker);
  const databaseUrl = filled(env['DATABASE_URL']);
  if (databaseUrl !== undefined) mustBeDatabaseUrl(databaseUrl);
  return {
    temporalAddress,
    temporalNamespace: filled(env['TEMPORAL_NAMESPACE']) ?? 'default',
    kafkaBrokers: brokers,
    databaseUrl,
  };
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

function mustBeHostAndPort(variable: string, value: string): void {
  if (!/^[^\s/:]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$/.test(value)) {
    throw new Error(`${variable} holds "${value}", which is not host:port. Correct it, or unset it to have a local server started.`);
  }
}

/** The value itself is not shown: it holds a password. */
function mustBeDatabaseUrl(value: string): void {
  const wrong = new Error(
    'DATABASE_URL is not of the form postgresql://user:password@host:port/database. Correct it, or unset it to have a local server started.',
  );
  if (!URL.canParse(value)) throw wrong;
  const { protocol, pathname } = new URL(value);
  if (!['postgres:', 'postgresql:'].includes(protocol) || pathname.length < 2) throw wrong;
}

/**
 * The three servers of a test run, from the environment that `npm test` gives to its specs; throws when one is missing.
 * For a stack of a test's own on these servers: `startStack({ servers: serversGiven(), isolated: true, … })`.
 */
export function serversGiven(env: NodeJS.ProcessEnv = process.env): {
  temporalAddress: string;
  temporalNamespace: string;
  temporalUi: undefined;
  kafkaBrokers: readonly string[];
  databaseUrl: string;
} {
  const { temporalAddress, temporalNamespace, kafkaBrokers, databaseUrl } = givenAddresses(env);
  if (temporalAddress === undefined || kafkaBrokers === undefined || databaseUrl === undefined) {
    throw new Error('TEMPORAL_ADDRESS, KAFKA_BROKERS and DATABASE_URL are needed: run `npm test`, or set them to running servers.');
  }
  return { temporalAddress, temporalNamespace, temporalUi: undefined, kafkaBrokers, databaseUrl };
}
