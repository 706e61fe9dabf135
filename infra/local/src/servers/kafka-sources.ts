import { existsSync, readdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { told, type Log } from '../log.js';
import { cached, intoCache } from '../provision/cache.js';
import { containerClient } from '../provision/container.js';
import { downloadArchive } from '../provision/download.js';
import { aptInstall, isExecutable, onPath, run } from '../provision/machine.js';
import type { Source } from '../provision/sources.js';

export const KAFKA_VERSION = '4.1.0';
export const KAFKA_IMAGE = `apache/kafka:${KAFKA_VERSION}`;
const SCALA_VERSION = '2.13';
/** Without a binding for its logging the broker says nothing, and a failed start stays silent. */
const LOG4J_VERSION = '2.24.3';
const JAVA_NEEDED = 17;

export type KafkaInstallation =
  { readonly kind: 'java'; readonly java: string; readonly libraries: string } | { readonly kind: 'container'; readonly client: string };

const ASK_MS = 20_000;
const MAVEN_MS = 10 * 60_000;
const ENTRY = `kafka-${SCALA_VERSION}-${KAFKA_VERSION}`;
const ARCHIVE = `kafka/${KAFKA_VERSION}/kafka_${SCALA_VERSION}-${KAFKA_VERSION}`;

/** The ways to get an Apache Kafka broker on this machine, in their order. All but the container need Java. */
export function kafkaSources(log: Log): Source<KafkaInstallation>[] {
  const java = `Needs Java ${JAVA_NEEDED} or later.`;
  return [
    { name: 'PATH', advice: `Put the bin folder of Apache Kafka 4 on PATH (kafka-server-start.sh). ${java}`, find: fromPath },
    { name: 'cache', advice: 'It is filled by the ways below', find: fromCache },
    { name: 'official download', advice: `Let this machine reach https://downloads.apache.org. ${java}`, find: () => fromDownload(log) },
    { name: 'Maven', advice: `Install Maven, with a reachable repository. ${java}`, find: () => fromMaven(log) },
    { name: 'container', advice: `Start a Docker daemon that can pull ${KAFKA_IMAGE}`, find: fromContainer },
    {
      name: 'address',
      advice: 'Set KAFKA_BROKERS to the addresses of running brokers (host:port, separated by commas)',
      find: () => Promise.resolve(undefined),
    },
  ];
}

async function fromPath(): Promise<KafkaInstallation | undefined> {
  const script = onPath('kafka-server-start.sh') ?? onPath('kafka-server-start');
  if (script === undefined) return undefined;
  const libraries = join(dirname(realpathSync(script)), '..', 'libs');
  if (!hasBroker(libraries)) throw new Error(`${script} has no libraries of Kafka 4 beside it`);
  return withJava(libraries);
}

function hasBroker(libraries: string): boolean {
  return existsSync(libraries) && readdirSync(libraries).some(file => /^kafka_2\.13-4\..*\.jar$/.test(file));
}

async function fromCache(): Promise<KafkaInstallation | undefined> {
  const folder = cached(ENTRY);
  return folder === undefined ? undefined : withJava(join(folder, 'libs'));
}

async function fromDownload(log: Log): Promise<KafkaInstallation> {
  const java = await neededJava();
  return make(log, java, `downloading Apache Kafka ${KAFKA_VERSION}`, async folder => {
    const unpack = (host: string) => downloadArchive(`${host}/${ARCHIVE}.tgz`, folder, `${host}/${ARCHIVE}.tgz.sha512`);
    await unpack('https://downloads.apache.org').catch(() => unpack('https://archive.apache.org/dist'));
    renameSync(join(folder, `kafka_${SCALA_VERSION}-${KAFKA_VERSION}`, 'libs'), join(folder, 'libs'));
  });
}

async function fromMaven(log: Log): Promise<KafkaInstallation | undefined> {
  const java = await neededJava();
  const maven = onPath('mvn') ?? ((await aptInstall(['maven'])) ? onPath('mvn') : undefined);
  if (maven === undefined) return undefined;
  return make(log, java, `fetching Apache Kafka ${KAFKA_VERSION} with Maven`, async folder => {
    const pom = join(folder, 'pom.xml');
    writeFileSync(pom, POM);
    const goal = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime'];
    await run(maven, [...goal, `-DoutputDirectory=${join(folder, 'libs')}`], { timeoutMs: MAVEN_MS });
    if (!hasBroker(join(folder, 'libs'))) throw new Error('Maven brought no broker');
  });
}

async function fromContainer(): Promise<KafkaInstallation | undefined> {
  const client = await containerClient(KAFKA_IMAGE);
  return client === undefined ? undefined : { kind: 'container', client };
}

async function make(log: Log, java: string, text: string, fill: (folder: string) => Promise<void>): Promise<KafkaInstallation> {
  const folder = await told(log, text, intoCache(ENTRY, log, fill));
  return { kind: 'java', java, libraries: join(folder, 'libs') };
}

async function withJava(libraries: string): Promise<KafkaInstallation> {
  return { kind: 'java', java: await neededJava(), libraries };
}

/** A Java that is new enough: JAVA_HOME, PATH, or what the system's package client brings. Throws when there is none. */
async function neededJava(): Promise<string> {
  const here = await usableJava();
  if (here !== undefined) return here;
  const packages = [`openjdk-${JAVA_NEEDED}-jre-headless`, 'default-jre-headless'];
  for (const name of packages) if (await aptInstall([name])) break;
  const installed = await usableJava();
  if (installed === undefined) throw new Error(`there is no Java ${JAVA_NEEDED} or later`);
  return installed;
}

async function usableJava(): Promise<string | undefined> {
  const home = process.env['JAVA_HOME'];
  const candidates = [home === undefined ? undefined : join(home, 'bin', 'java'), onPath('java')];
  for (const java of candidates) {
    if (java === undefined || !isExecutable(java)) continue;
    const { stderr, stdout } = await run(java, ['-version'], { timeoutMs: ASK_MS });
    if (javaMajor(`${stderr}${stdout}`) >= JAVA_NEEDED) return java;
  }
  return undefined;
}

/** `openjdk version "17.0.15" …` → 17, `java version "1.8.0_402"` → 8; 0 when it cannot be read. */
export function javaMajor(version: string): number {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  return Number((first === '1' ? second : first) ?? 0);
}

const dependency = (group: string, artifact: string, version: string) =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.palabre.local</groupId><artifactId>kafka</artifactId><version>1</version>
  <dependencies>
    ${dependency('org.apache.kafka', `kafka_${SCALA_VERSION}`, KAFKA_VERSION)}
    ${dependency('org.apache.logging.log4j', 'log4j-slf4j-impl', LOG4J_VERSION)}
    ${dependency('org.apache.logging.log4j', 'log4j-core', LOG4J_VERSION)}
  </dependencies>
</project>
`;
