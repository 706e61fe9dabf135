import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Vitals } from './vitals.js';

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

const listening = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

/**
 * `GET /health`: 200 when well, 503 when somebody must look, with the same report. `GET /live`: 200 as long as the
 * process answers; what decides about a restart, because a restart mends no failing workflow.
 */
export async function serveHealth(vitals: Vitals, { host, port }: { host: string; port: number }): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const report = vitals.report();
    const known = request.url === '/health' || request.url === '/live';
    const status = !known ? 404 : request.url === '/live' || report.well ? 200 : 503;
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(known ? report : { error: 'GET /health or GET /live' }));
  });
  await listening(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
