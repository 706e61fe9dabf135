import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

export interface Scripted {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

let server: Server | null = null;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

/** A server that gives these answers, one after the other, and remembers what it was asked. */
export async function serving(answers: readonly Scripted[]): Promise<{ address: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  server = createServer((request, response) => {
    const answered = async (): Promise<void> => {
      const body = await bodyOf(request);
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push({ method: request.method ?? '', url: request.url ?? '', authorization: request.headers.authorization, body });
      response
        .writeHead(answer?.status ?? 500, { 'content-type': 'application/json', ...answer?.headers })
        .end(JSON.stringify(answer?.body));
    };
    void answered();
  });
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});
