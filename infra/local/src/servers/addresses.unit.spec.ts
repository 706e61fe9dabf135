import { describe, expect, it } from 'vitest';
import { givenAddresses, serversGiven } from './addresses.js';

const GIVEN = {
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  KAFKA_BROKERS: 'one.example:9092, two.example:9092',
  DATABASE_URL: 'postgresql://palabre:secret@db.example:5432/palabre',
};

describe('addresses of servers in the environment', () => {
  it('are all absent by default, in the namespace `default`: everything is started here', () => {
    expect(givenAddresses({ TEMPORAL_ADDRESS: ' ' })).toEqual({
      temporalAddress: undefined,
      temporalNamespace: 'default',
      kafkaBrokers: undefined,
      databaseUrl: undefined,
    });
  });

  it('are read one by one, the brokers as a list', () => {
    const { kafkaBrokers, temporalNamespace } = givenAddresses({ ...GIVEN, TEMPORAL_NAMESPACE: 'partnerships' });
    expect(kafkaBrokers).toEqual(['one.example:9092', 'two.example:9092']);
    expect(temporalNamespace).toBe('partnerships');
  });

  it('that cannot be one are refused with the name of the variable', () => {
    expect(() => givenAddresses({ TEMPORAL_ADDRESS: 'http://temporal' })).toThrow(/TEMPORAL_ADDRESS.*host:port/);
    expect(() => givenAddresses({ KAFKA_BROKERS: 'one:9092,two' })).toThrow(/KAFKA_BROKERS holds "two"/);
  });

  it('of a database are refused without showing the password', () => {
    const wrong = () => givenAddresses({ DATABASE_URL: 'mysql://palabre:secret@db/palabre' });
    expect(wrong).toThrow(/DATABASE_URL/);
    expect(wrong).not.toThrow(/secret/);
  });

  it('are all needed by a test that wants the servers of its run', () => {
    expect(serversGiven(GIVEN).databaseUrl).toBe(GIVEN.DATABASE_URL);
    expect(() => serversGiven({ ...GIVEN, KAFKA_BROKERS: '' })).toThrow(/npm test/);
  });
});
