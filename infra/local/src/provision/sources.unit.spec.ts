import { describe, expect, it } from 'vitest';
import { silentLog, type Log } from '../log.js';
import { firstSource, ServerNotAvailable, type Source } from './sources.js';

function source(name: string, asked: string[], answer: () => Promise<string | undefined>): Source<string> {
  return {
    name,
    advice: `Do what ${name} needs`,
    find: () => {
      asked.push(name);
      return answer();
    },
  };
}

const nothing = () => Promise.resolve(undefined);
const found = () => Promise.resolve('here');
const failing = () => Promise.reject(new Error('no such host'));

describe('the order in which a server is looked for', () => {
  it('the first source that has the server wins, and no later one is asked', async () => {
    const asked: string[] = [];
    const sources = [source('PATH', asked, nothing), source('cache', asked, found), source('download', asked, found)];
    expect(await firstSource('Kafka', sources, silentLog)).toEqual({ installation: 'here', source: 'cache' });
    expect(asked).toEqual(['PATH', 'cache']);
  });

  it('a source that fails is told and does not stop the search', async () => {
    const told: string[] = [];
    const log: Log = { ...silentLog, info: text => void told.push(text) };
    const chosen = await firstSource('Kafka', [source('download', [], failing), source('Maven', [], found)], log);
    expect(chosen.source).toBe('Maven');
    expect(told).toEqual(['Kafka: download did not work: no such host']);
  });

  it('when nothing works, one message lists every way, what became of it and what to do', async () => {
    const search = firstSource('Kafka', [source('PATH', [], nothing), source('download', [], failing)], silentLog);
    await expect(search).rejects.toThrow(ServerNotAvailable);
    await expect(search).rejects.toThrow(
      /Kafka cannot be had.*\n.*PATH: not here\. Do what PATH needs\n.*download: no such host\. Do what download needs/,
    );
  });
});
