import type { CommandType } from '@palabre/contracts';
import type { Registration } from './register.js';

/** What an act is expected to be refused with; every given part must match. */
export interface ExpectedRefusal {
  readonly code?: string;
  readonly rule?: string;
  readonly gate?: string;
}

/** One thing somebody does on one day. */
export interface Act {
  /** From 1, in the order of the file. */
  readonly number: number;
  readonly name: string | null;
  /** Title of the part of the story that begins here. */
  readonly chapter: string | null;
  /** Instant to which the rehearsal calendar is moved first. */
  readonly on: string;
  readonly as: string;
  readonly type: CommandType;
  /** Data of the command, references not yet replaced. */
  readonly data: unknown;
  /** Moment of the fact, when it is reported later. */
  readonly at: string | null;
  readonly refused: ExpectedRefusal | null;
  /** Line in the file. */
  readonly line: number;
  /** Short digest of what the act says: the same act has the same command id for ever. */
  readonly digest: string;
}

/** A partnership written down: who, what is wanted, and what everybody does when. */
export interface Dossier {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly openedBy: string;
  /** Organisations that the register is to know first. */
  readonly registrations: readonly Registration[];
  /** Data of OpenPartnership. */
  readonly opening: Readonly<Record<string, unknown>>;
  readonly openingDigest: string;
  readonly acts: readonly Act[];
}

/** Command ids of a dossier: derived, so that playing it twice asks for the same things. */
export const commandIds = (run: string, dossier: Dossier) => ({
  opening: `${run}.open.${dossier.openingDigest}`,
  act: (act: Act): string => `${run}.${String(act.number).padStart(3, '0')}.${act.digest}`,
  calendar: (act: Act): string => `${run}.${String(act.number).padStart(3, '0')}.${act.digest}.calendar`,
  /** The number of the act behind a command id of this run; null for others. */
  numberOf: (id: string): number | null => {
    const rest = id.startsWith(`${run}.`) ? id.slice(run.length + 1) : '';
    const number = /^(\d{3,})\.[0-9a-f]+$/.exec(rest)?.[1];
    return number === undefined ? null : Number(number);
  },
});
