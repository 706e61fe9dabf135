import { describe, expect, it } from 'vitest';
import { ConfigurationMistakes, readConfiguration } from './configuration.js';

const least = { TEMPORAL_ADDRESS: '127.0.0.1:7233', TEMPORAL_TASK_QUEUE: 'stack-1', KAFKA_BROKERS: '127.0.0.1:9092,127.0.0.1:9093' };

function mistakesOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationMistakes) return error.mistakes;
    throw error;
  }
  return [];
}

describe('the configuration of the worker', () => {
  it('needs three addresses and has a default for everything else', () => {
    const configuration = readConfiguration(least);
    expect(configuration.eventLog).toEqual({
      brokers: ['127.0.0.1:9092', '127.0.0.1:9093'],
      topic: 'palabre.events',
      facts: { partitions: 12, replication: 1, retentionMs: -1 },
    });
    expect(configuration.temporal).toEqual({
      address: '127.0.0.1:7233',
      namespace: 'default',
      taskQueue: 'stack-1',
      tls: null,
      apiKey: null,
    });
    expect(configuration.health).toEqual({ host: '127.0.0.1', port: 0 });
  });

  it('sweeps only when a projection is named, and then needs an account of its own', () => {
    expect(readConfiguration(least).sweeping).toBeNull();
    expect(mistakesOf({ ...least, PALABRE_PROJECTION_URL: 'http://127.0.0.1:1' })).toEqual([
      'OIDC_ISSUER is missing',
      'PALABRE_SERVICE_CLIENT is missing',
      'PALABRE_SERVICE_SECRET is missing',
    ]);
  });

  it('reaches a managed Temporal by the variables that Temporal itself names, and names what is wrong with them', () => {
    const managed = { ...least, TEMPORAL_API_KEY: 'secret', TEMPORAL_TLS_SERVER_NAME: 'temporal.example.org' };
    expect(readConfiguration(managed).temporal).toMatchObject({
      tls: { serverName: 'temporal.example.org', serverAuthority: null, own: null },
      apiKey: 'secret',
    });
    expect(mistakesOf({ ...least, TEMPORAL_TLS_CLIENT_KEY_PATH: '/nowhere/client.key', TEMPORAL_TLS: 'maybe' })).toEqual([
      'TEMPORAL_TLS_CLIENT_KEY_PATH: the file cannot be read',
      'TEMPORAL_TLS: "true" or "false" was expected',
    ]);
  });

  it('names every mistake at once', () => {
    expect(
      mistakesOf({ TEMPORAL_TASK_QUEUE: 'q', KAFKA_BROKERS: 'b', PALABRE_WORKER_PORT: 'soon', PALABRE_TOPIC_PARTITIONS: '0' }),
    ).toEqual([
      'TEMPORAL_ADDRESS is missing',
      'PALABRE_TOPIC_PARTITIONS is "0"; a whole number of at least 1 was expected',
      'PALABRE_WORKER_PORT is "soon"; a whole number of at least 0 was expected',
    ]);
  });
});
