import type { Terminal } from './terminal.js';

const codes = { strong: [1, 22], dim: [2, 22], good: [32, 39], warm: [33, 39], bad: [31, 39], name: [36, 39] } as const;

export type Tone = keyof typeof codes;

/** Colours a text for a person; leaves it alone for a file or a pipe. */
export const paint =
  (terminal: Pick<Terminal, 'interactive'>) =>
  (tone: Tone, text: string): string => {
    const [on, off] = codes[tone];
    return terminal.interactive ? `\u001B[${on}m${text}\u001B[${off}m` : text;
  };
