import { controlText, hasShown, runControl, type ControlReport } from './control/control.js';
import { faultOptions, usage, type FaultOptions } from './options.js';
import { isKept, reportText } from './report.js';
import { everything, runFaults, type FaultReport } from './run.js';

const wrongOption = 2;

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

function optionsOrExit(): FaultOptions {
  try {
    return faultOptions(process.argv.slice(2));
  } catch (reason) {
    tell(`${reason instanceof Error ? reason.message : String(reason)}\n\n${usage}`);
    process.exit(wrongOption);
  }
}

const storm = ({ seed, kills, decisions, partnerships, clients, longAwaySeconds }: FaultOptions): Promise<FaultReport> =>
  runFaults(
    {
      seed,
      kills,
      decisions,
      partnerships,
      clients,
      longAwayMs: longAwaySeconds * 1_000,
      targets: everything,
      pauseMs: [0, 1_500],
      decisionsBetween: Math.floor((decisions / Math.max(1, kills)) * 0.9),
    },
    tell,
  );

const control = ({ seed }: FaultOptions): Promise<ControlReport> => runControl({ seed, partnerships: 6, clients: 6, kills: 3 }, tell);

const options = optionsOrExit();
if (options.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const stormReport = options.parts.includes('storm') ? await storm(options) : null;
if (stormReport !== null && !options.json) process.stdout.write(`\n${reportText(stormReport)}\n`);
const controlReport = options.parts.includes('control') ? await control(options) : null;
if (controlReport !== null && !options.json) process.stdout.write(`\n${controlText(controlReport)}\n`);
const good = (stormReport === null || isKept(stormReport)) && (controlReport === null || hasShown(controlReport));
if (options.json) process.stdout.write(`${JSON.stringify({ good, storm: stormReport, control: controlReport })}\n`);
process.exitCode = good ? 0 : 1;
