import type { FormAnswers, FormKind, FreeText, QuestionPolicy } from '@palabre/contracts';

/** What a form asks of one party now. */
export interface FormPutRow {
  readonly party: string;
  readonly place: 'headquarters' | 'field';
  readonly answered: boolean;
  readonly questions: readonly QuestionPolicy[];
  /** Questions whose earlier answer may be kept as it is (ALE-54). */
  readonly known: readonly string[];
}

/** A form of a partnership as the reading service tells it. */
export interface FormNow {
  readonly id: string;
  readonly version: number;
  readonly form: FormKind;
  readonly open: boolean;
  readonly put: readonly FormPutRow[];
}

/** Answers of one party to a form that it answers for itself alone. */
export interface GivenAnswers {
  readonly form: string;
  readonly party: string;
  readonly answers: FormAnswers;
  /** What other parties say of an answer to the questions of a stage (MDM-83). */
  readonly comments?: readonly { readonly question: string; readonly party: string; readonly comment: FreeText }[];
}
