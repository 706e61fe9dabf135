import { CommanderError } from 'commander';
import { Failure } from './failure.js';
import { nearest } from './words/nearest.js';
import type { Say } from './words/words.js';

/** The word that commander quotes in its message. */
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? '';

/** Help and version end the program too, without anything being wrong. */
export const isHelp = (error: CommanderError): boolean =>
  ['commander.helpDisplayed', 'commander.help', 'commander.version'].includes(error.code);

/** What was mistyped, in the person's language, with the nearest known word. */
export function usageFailure(
  error: CommanderError,
  { group, words }: { readonly group: string | null; readonly words: readonly string[] },
  say: Say,
): Failure {
  const name = quoted(error.message);
  const help = say('trouble.seeHelp', { help: group === null ? 'palabre --help' : `palabre ${group} --help` });
  const fail = (what: string, next = help): Failure => new Failure({ exit: 'bad-input', what, next });
  switch (error.code) {
    case 'commander.unknownCommand': {
      const close = nearest(name, words);
      return fail(say('trouble.unknownCommand', { name }), close === null ? help : say('trouble.didYouMean', { nearest: close }));
    }
    case 'commander.unknownOption':
      return fail(say('trouble.unknownOption', { name }));
    case 'commander.missingArgument':
      return fail(say('trouble.missingArgument', { name }));
    case 'commander.optionMissingArgument':
      return fail(say('trouble.missingValue', { name }));
    case 'commander.excessArguments':
      return fail(say('trouble.tooMany'));
    default:
      return fail(say('trouble.usage', { message: error.message }));
  }
}
