import { streamCommands, type Localized, type StreamKind } from '@palabre/contracts';
import { Command } from 'commander';
import { accountCommands } from './commands/account.commands.js';
import { actCommands } from './commands/act.commands.js';
import { charterDiffCommands } from './commands/charter-diff.command.js';
import { balanceCommands } from './commands/balance.command.js';
import { charterCommands } from './commands/charter.command.js';
import type { CommandRow, Typed } from './commands/command-row.js';
import { coverageCommands } from './commands/coverage.commands.js';
import { deadlineCommands } from './commands/deadline.command.js';
import { explainCommands } from './commands/explain.command.js';
import { formCommands } from './commands/form.command.js';
import { guideCommands } from './commands/guide.command.js';
import { historyCommands } from './commands/history.command.js';
import { journalCommands } from './commands/journal.commands.js';
import { operateCommands } from './commands/operate.commands.js';
import { nounCommands } from './commands/noun.commands.js';
import { owedCommands } from './commands/owed.commands.js';
import { practiceCommands } from './commands/practice.commands.js';
import { relationCommands } from './commands/relation.commands.js';
import { playCommands } from './commands/play.command.js';
import { policyCommands } from './commands/policy.command.js';
import { protectionCommands } from './commands/protection.commands.js';
import { qualityCommands } from './commands/quality.commands.js';
import { localisationCommands } from './commands/localisation.command.js';
import { registerCommands } from './commands/register.commands.js';
import { screenCommands } from './commands/screen.command.js';
import { tableCommands } from './commands/table.commands.js';
import { taskCommands } from './commands/task.commands.js';
import { textCommands } from './commands/text.command.js';
import { transferCommands } from './commands/transfer.command.js';
import { verifyCommands } from './commands/verify.command.js';
import { viewCommands } from './commands/view.commands.js';
import { exitCodes } from './exit-codes.js';
import type { Terminal } from './terminal/terminal.js';
import type { Say, WordKey } from './words/words.js';

/** Every command of `palabre`. */
export const commandRows: readonly CommandRow[] = [
  ...playCommands,
  ...viewCommands,
  ...owedCommands,
  ...registerCommands,
  ...tableCommands,
  ...localisationCommands,
  ...qualityCommands,
  ...coverageCommands,
  ...practiceCommands,
  ...relationCommands,
  ...accountCommands,
  ...protectionCommands,
  ...balanceCommands,
  ...journalCommands,
  ...formCommands,
  ...textCommands,
  ...transferCommands,
  ...explainCommands,
  ...guideCommands,
  ...deadlineCommands,
  ...taskCommands,
  ...actCommands,
  ...historyCommands,
  ...verifyCommands,
  ...operateCommands,
  ...charterCommands,
  ...charterDiffCommands,
  ...nounCommands,
  ...screenCommands,
  ...policyCommands,
];

export interface ProgramParts {
  readonly terminal: Terminal;
  readonly say: Say;
  readonly version: string;
  readonly run: (row: CommandRow, typed: Typed) => Promise<void>;
}

const environment: readonly (readonly [string, WordKey])[] = [
  ['PALABRE_STACK', 'help.envStack'],
  ['PALABRE_GATEWAY_URL, PALABRE_READ_URL, PALABRE_ISSUER', 'help.envUrls'],
  ['PALABRE_ACCOUNTS, PALABRE_TOKEN', 'help.envAccounts'],
  ['PALABRE_AS', 'help.envAs'],
  ['PALABRE_LANG', 'help.envLang'],
];

function exitCodeText({ terminal, say }: ProgramParts): string {
  const codes = Object.values(exitCodes).map(({ code, says }) => `  ${String(code).padStart(3)}  ${says[terminal.language]}`);
  const variables = environment.map(([name, key]) => `  ${name}\n      ${say(key)}`);
  return ['', say('help.exitCodes'), ...codes, '', say('help.environment'), ...variables].join('\n');
}

/** Every command of a kind of stream, in words. */
function domainCommandText(kind: StreamKind, { terminal, say }: ProgramParts): string {
  const rows: Readonly<Record<string, { readonly says: Localized }>> = streamCommands[kind];
  const lines = Object.entries(rows).map(([type, { says }]) => `  ${type.padEnd(28)} ${says[terminal.language]}`);
  return ['', say(`help.commandsOf.${kind}`), ...lines].join('\n');
}

const titles: Readonly<Record<string, WordKey>> = {
  'Usage:': 'help.usage',
  'Options:': 'help.options',
  'Commands:': 'help.commands',
  'Arguments:': 'help.arguments',
};

/** What a group of commands is about. */
const nounWords: Readonly<Record<string, WordKey>> = {
  organisations: 'help.organisations',
  charters: 'help.charters',
  campaigns: 'help.campaigns',
};

/** What commander itself would say in English, in the person's language; what it prints, where our terminal prints. */
function adapt(command: Command, { terminal, say }: ProgramParts): Command {
  return command
    .helpOption('-h, --help', say('help.help'))
    .configureHelp({ styleTitle: title => (titles[title] === undefined ? title : say(titles[title])) })
    .configureOutput({
      writeOut: text => terminal.out(text.trimEnd()),
      writeErr: () => undefined,
      getOutHelpWidth: () => terminal.columns ?? 120,
    })
    .exitOverride();
}

function addRow(parent: Command, name: string, row: CommandRow, parts: ProgramParts): void {
  const { say } = parts;
  const command = adapt(new Command(name), parts).description(say(row.says));
  for (const one of row.args) command.argument(one);
  for (const { flags, says } of row.options) command.option(flags, say(says));
  command.option('--as <account>', say('option.as')).option('--json', say('option.json'));
  command.addHelpText(
    'after',
    `\n${say('help.example')}\n  ${row.example}${row.lists === undefined ? '' : `\n${domainCommandText(row.lists, parts)}`}`,
  );
  command.action(() => parts.run(row, { args: command.args, options: command.opts() }));
  parent.addCommand(command);
}

/** The parser: names, arguments, options and help, all from the rows. */
export function programOf(parts: ProgramParts): Command {
  const { say, version } = parts;
  const program = adapt(new Command('palabre'), parts)
    .description(say('help.palabre'))
    .usage(say('help.ofGroup'))
    .version(version, '-V, --version', say('help.version'))
    .helpCommand(false)
    .addHelpText('after', exitCodeText(parts));
  const groups = new Map<string, Command>();
  for (const row of commandRows) {
    const [group = '', name] = row.name.split(' ');
    if (name === undefined) {
      addRow(program, group, row, parts);
      continue;
    }
    const parent =
      groups.get(group) ??
      adapt(new Command(group), parts)
        .description(say(nounWords[group] ?? 'help.palabre'))
        .usage(say('help.ofGroup'))
        .helpCommand(false);
    if (!groups.has(group)) program.addCommand(parent);
    groups.set(group, parent);
    addRow(parent, name, row, parts);
  }
  return program;
}
