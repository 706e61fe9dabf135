import type { StreamKind } from '@palabre/contracts';
import type { Session } from '../session.js';
import type { WordKey } from '../words/words.js';

/** What was typed after the name of a command. */
export interface Typed {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

export interface OptionRow {
  /** As people type it: `--data <json>`. */
  readonly flags: string;
  readonly says: WordKey;
}

/** One command of the terminal. `palabre --help` and its own `--help` are made from this row. */
export interface CommandRow {
  /** `show`, or `charters check`. */
  readonly name: string;
  /** `<id>`, `[model]` … */
  readonly args: readonly string[];
  readonly says: WordKey;
  readonly options: readonly OptionRow[];
  readonly example: string;
  /** Kind of stream whose commands the help lists. */
  readonly lists?: StreamKind;
  /** Account that asks when none is named: commands of the people who run the house ask as `operator`. */
  readonly asksAs?: string;
  readonly run: (session: Session, typed: Typed) => Promise<void>;
}

export const textOption = (typed: Typed, name: string): string | null => {
  const value = typed.options[name];
  return typeof value === 'string' ? value : null;
};

export const flagOption = (typed: Typed, name: string): boolean => typed.options[name] === true;

/** An argument that the row declares as required: the parser has seen to it. */
export const argument = (typed: Typed, place: number): string => typed.args[place] ?? '';
