import { Agent, request } from 'node:http';
import { loadEach } from './lanes.js';

const connections = 20;

/** Requests per second of a closed loop: 20 connections, each asking again as soon as it has its whole answer. */
export async function requestsPerSecond(url: string, headers: Readonly<Record<string, string>>, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request(url, { agent, headers }, reply => {
        if (reply.statusCode !== 200) reject(new Error(`${url} was answered ${reply.statusCode}`));
        reply.on('end', resolve).on('error', reject).resume();
      });
      sent.on('error', reject).end();
    });
  try {
    await loadEach(connections, ask, 1_000);
    const began = performance.now();
    const asked = await loadEach(connections, ask, seconds * 1_000);
    return (asked / (performance.now() - began)) * 1_000;
  } finally {
    agent.destroy();
  }
}
