import { languageOf, type Language } from './language.js';

/** Where a command speaks: results on `out`, progress and troubles on `err`. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** True when a person watches: colours and moving progress are allowed. */
  readonly interactive: boolean;
  /** Width in characters, for cutting long cells; null when nobody watches. */
  readonly columns: number | null;
  readonly language: Language;
}

const line =
  (stream: NodeJS.WriteStream) =>
  (text: string): void => {
    stream.write(`${text}\n`);
  };

/** The terminal of this process. `NO_COLOR` and `TERM=dumb` are respected. */
export function processTerminal(env: NodeJS.ProcessEnv): Terminal {
  const { stdout, stderr } = process;
  const plain = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return {
    out: line(stdout),
    err: line(stderr),
    interactive: stdout.isTTY && !plain,
    columns: stdout.isTTY ? stdout.columns : null,
    language: languageOf(env),
  };
}
