import { describe, expect, it } from 'vitest';
import { brokerSettings } from './kafka-settings.js';
import { javaMajor } from './kafka-sources.js';
import { saysReady } from './postgres.js';
import { postgresMajor } from './postgres-sources.js';
import { goMinor } from './temporal-sources.js';

describe('versions of programs on the machine', () => {
  it('of Go are read from its own words', () => {
    expect(goMinor('go version go1.26.8 linux/amd64')).toBe(26);
    expect(goMinor('something else')).toBe(0);
  });

  it('of Java are read in the old and the new numbering', () => {
    expect(javaMajor('openjdk version "17.0.15" 2025-04-15')).toBe(17);
    expect(javaMajor('java version "1.8.0_402"')).toBe(8);
    expect(javaMajor('openjdk version "21" 2023-09-19')).toBe(21);
    expect(javaMajor('')).toBe(0);
  });

  it('of PostgreSQL are read from its own words', () => {
    expect(postgresMajor('postgres (PostgreSQL) 18.4')).toBe(18);
    expect(postgresMajor('postgres')).toBe(0);
  });
});

describe('the settings of the local broker', () => {
  it('listen on the loopback address only and create no topic by themselves', () => {
    const settings = brokerSettings({ kafka: 21_000, kafkaController: 21_001 }, '127.0.0.1');
    expect(settings['listeners']).toBe('PLAINTEXT://127.0.0.1:21000,CONTROLLER://127.0.0.1:21001');
    expect(settings['auto.create.topics.enable']).toBe('false');
  });
});

describe('what PostgreSQL says', () => {
  const ready = 'LOG:  database system is ready to accept connections\n';
  const first = 'The files belonging to this database system will be owned by user "postgres".\n';
  const complete = 'PostgreSQL init process complete; ready for start up.\n';

  it('means ready when it takes connections', () => {
    expect(saysReady('LOG:  starting PostgreSQL\n')).toBe(false);
    expect(saysReady(ready)).toBe(true);
  });

  it('does not mean ready while a new container serves itself alone', () => {
    expect(saysReady(first + ready)).toBe(false);
    expect(saysReady(first + ready + complete)).toBe(false);
    expect(saysReady(first + ready + complete + ready)).toBe(true);
  });
});
