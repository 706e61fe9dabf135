import { runControl, runControlStorm, type ControlReport } from './control/control.js';
import type { Losses } from './counting.js';
import { faultOptions, usage, type FaultOptions } from './options.js';
import { aimedText, controlStormText, reportText } from './report.js';
import { everything, runFaults, type FaultPlan, type FaultReport, type StormReport } from './run.js';
import { isGood, summary } from './verdict.js';

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

/** The control strikes this often: enough rounds over all six, and short. */
const controlKills = 18;
const controlDecisions = 500;

const planOf = (options: FaultOptions, kills: number, decisions: number): Omit<FaultPlan, 'announces'> => ({
  seed: options.seed,
  partnerships: options.partnerships,
  clients: options.clients,
  longAwayMs: options.longAwaySeconds * 1_000,
  targets: everything,
  pauseMs: [0, 1_000],
  kills,
  decisions,
  decisionsBetween: Math.floor((decisions / Math.max(1, kills)) * 0.9),
});

const storm = (options: FaultOptions): Promise<FaultReport> => runFaults(planOf(options, options.kills, options.decisions), tell);

const control = (options: FaultOptions): Promise<StormReport<Losses>> => {
  const [kills, decisions] = [Math.min(controlKills, options.kills), Math.min(controlDecisions, options.decisions)];
  return runControlStorm({ ...planOf(options, kills, decisions), longAwayMs: 0 }, tell);
};

const aimed = ({ seed }: FaultOptions): Promise<ControlReport> => runControl({ seed, partnerships: 6, clients: 6, kills: 2 }, tell);

const options = optionsOrExit();
if (options.help) {
  process.stdout.write(usage);
  process.exit(0);
}

/** Runs a part that was asked for, and prints what it found as soon as it is known. */
async function part<T>(
  name: FaultOptions['parts'][number],
  run: (asked: FaultOptions) => Promise<T>,
  text: (found: T) => string,
): Promise<T | null> {
  if (!options.parts.includes(name)) return null;
  const found = await run(options);
  if (!options.json) process.stdout.write(`\n${text(found)}\n`);
  return found;
}

const began = Date.now();
const found = {
  storm: await part('storm', storm, reportText),
  control: await part('control', control, controlStormText),
  aimed: await part('aimed', aimed, aimedText),
};
const outcome = { ...found, seconds: (Date.now() - began) / 1_000 };
const good = isGood(outcome);
process.stdout.write(options.json ? `${JSON.stringify({ good, ...outcome })}\n` : `\n${summary(outcome)}\n`);
process.exitCode = good ? 0 : 1;
