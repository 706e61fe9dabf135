import type { FieldMistake, Refusal } from '@palabre/contracts';
import type { DossierMistake } from './dossier/mistakes.js';
import type { ExitName } from './exit-codes.js';

/** Why a command ends without having done what was asked, in words for the person at the terminal. */
export interface Trouble {
  readonly exit: Exclude<ExitName, 'done'>;
  /** What happened, one sentence. */
  readonly what: string;
  /** Machine code and rule id, when a rule decided. */
  readonly code?: string;
  readonly rule?: string;
  /** What to do next. */
  readonly next?: string;
  /** Mistakes of a file, each with its place. */
  readonly mistakes?: readonly DossierMistake[];
  /** True when the result that was printed says it already: a machine gets one document, not two. */
  readonly shown?: boolean;
  /** Everything that is in the way, each with its rule and what to do, where a rule found several. */
  readonly each?: readonly Refusal[];
  /** Mistakes in a request's fields. */
  readonly fields?: readonly FieldMistake[];
}

/** Ends a command; `palabre` prints the trouble and takes its exit code. Never shown as a stack trace. */
export class Failure extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.what);
    this.name = 'Failure';
  }
}
