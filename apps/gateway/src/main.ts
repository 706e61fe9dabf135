import { EnvironmentMistakes, readSettings, type Settings } from './environment.js';
import { startGateway, type RunningGateway } from './gateway.js';

/** Longest time for answering what is under way when the gateway is asked to end. */
const drainWithinMs = 14_000;

const wrongEnvironment = 2;

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof EnvironmentMistakes)) throw error;
    process.stderr.write(`The gateway cannot start. Correct these variables:\n${error.mistakes.map(mistake => `  ${mistake}\n`).join('')}`);
    process.exit(wrongEnvironment);
  }
}

async function startOrExit(settings: Settings): Promise<RunningGateway> {
  try {
    return await startGateway(settings);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    process.stderr.write(
      `The gateway cannot listen on ${settings.host}:${settings.port} (${why}). Free the port, or set PALABRE_GATEWAY_PORT.\n`,
    );
    process.exit(1);
  }
}

const gateway = await startOrExit(settingsOrExit());

let ending = false;

function end(): void {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), drainWithinMs).unref();
  void gateway.stop().then(() => process.exit(0));
}

process.on('SIGTERM', end);
process.on('SIGINT', end);
process.stdout.write(`READY ${JSON.stringify({ port: gateway.port })}\n`);
