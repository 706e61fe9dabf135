import { spawn } from 'node:child_process';
import { fail } from './node-version.mjs';

const TICK_MS = 1_000;
const PLAIN_EVERY_S = 15;

/**
 * Runs a command to its end and shows on the standard error that it is alive: a line that counts the seconds on a terminal,
 * plain lines otherwise. What it writes is shown only when it fails; then we end too.
 */
export async function runShown(text, command, args, cwd) {
  const out = process.stderr;
  const since = Date.now();
  const seconds = () => Math.round((Date.now() - since) / 1_000);
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = signal => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', part => (said += part));
  if (!out.isTTY) out.write(`… ${text}\n`);
  const timer = setInterval(() => {
    if (out.isTTY) out.write(`\r\u001b[K… ${text} ${seconds()} s`);
    else if (seconds() % PLAIN_EVERY_S === 0) out.write(`… ${text} (${seconds()} s)\n`);
  }, TICK_MS);
  const code = await new Promise(resolve => {
    child.once('error', reason => resolve(((said += reason.message), 1)));
    child.once('close', (exit, signal) => resolve(exit ?? (signal === null ? 1 : 130)));
  });
  clearInterval(timer);
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
  if (out.isTTY) out.write('\r\u001b[K');
  if (code !== 0) fail(`${said.trim()}\n${text}: failed. Nothing was started.`, code === 130 ? 130 : 1);
  out.write(`✓ ${text} (${seconds()} s)\n`);
}
