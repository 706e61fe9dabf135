import { parseArgs } from 'node:util';
import { testResults } from './reports.js';
import { whatIsShown } from './shown.js';
import { asJson, asText } from './tell.js';

const USAGE = `npm run requirements -- [--json]

Lists which of the 293 requirements are shown by passing tests: a test shows the ids that its title names. Results come from
PALABRE_TEST_RESULTS (a vitest JSON report, or a folder of them), else from the last \`npm test\` when nothing has changed since,
else from a run of the unit and architecture tests.

  --json   one JSON document on the standard output (npm run --silent requirements -- --json)
  --help   this text

Exit codes: 0 listed · 1 no results · 2 wrong option.
`;

function optionsOf(args: string[]): { json: boolean; help: boolean } | null {
  try {
    const { json, help } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false, short: 'h' } },
    }).values;
    return { json, help };
  } catch (reason) {
    process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n\n${USAGE}`);
    return null;
  }
}

function list(json: boolean): number {
  try {
    const { files, from } = testResults(process.env['PALABRE_TEST_RESULTS'], text => process.stderr.write(text));
    const shown = whatIsShown(files);
    process.stdout.write(json ? asJson(shown, from) : asText(shown, from));
    return 0;
  } catch (reason) {
    process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
    return 1;
  }
}

/** `npm run requirements`. */
const options = optionsOf(process.argv.slice(2));
if (options === null) process.exitCode = 2;
else if (options.help) process.stdout.write(USAGE);
else process.exitCode = list(options.json);
