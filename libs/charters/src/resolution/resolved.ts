import type {
  CalendarSpan,
  DecisionRule,
  GateId,
  GateStrength,
  LinePolicy,
  Localized,
  PartnershipPolicy,
  PolicySwitches,
  QuestionPolicy,
  Role,
  TimerKey,
} from '@palabre/contracts';
import type { FigureKey } from '../schema/figures.js';
import { proposedDefault, type Sources } from '../schema/sources.js';

/** Who had the last word on a value: the charter, else the row of the type, else the engine. */
export type SetBy = 'charter' | 'type-matrix' | 'engine-default';

/** A value of the policy with the answer to "says who?". */
export interface Resolved<T> {
  readonly value: T;
  /** Entries of the catalogue; `D` marks a value that we propose. */
  readonly source: Sources;
  readonly setBy: SetBy;
  /** Where it is written, for example `mdm:switches.co_construction.OP`. */
  readonly key: string;
  /** True when the documents do not give the value: screens show it as our default. */
  readonly isDefault: boolean;
}

export function resolved<T>(setBy: SetBy, key: string, said: { readonly value: T; readonly source: Sources }): Resolved<T> {
  return { value: said.value, source: said.source, setBy, key, isDefault: said.source.includes(proposedDefault) };
}

export type ResolvedColumns = { readonly [C in keyof PartnershipPolicy['columns']]: Resolved<PartnershipPolicy['columns'][C]> };

export type ResolvedSwitches = { readonly [S in keyof PolicySwitches]: Resolved<PolicySwitches[S]> };

export type ResolvedForms = { readonly [F in keyof PartnershipPolicy['forms']]: readonly Resolved<QuestionPolicy>[] };

/** The line, and beside it who says that it exists (`source` of the line) and what each of its effects rests on. */
export interface ResolvedLine extends Resolved<LinePolicy> {
  readonly effects: {
    readonly consequence: Resolved<LinePolicy['whenConfirmed']>;
    readonly suspendsWhenAlleged: Resolved<boolean>;
    readonly protected: Resolved<boolean>;
    readonly examines?: Resolved<NonNullable<LinePolicy['examines']>>;
  };
}

/** A charter resolved for one type: every value that rules and screens may ask, each with its source. */
export interface ResolvedPolicy {
  readonly charter: string;
  readonly charterHash: string;
  readonly type: string;
  readonly typeName: Resolved<Localized>;
  readonly gates: Readonly<Record<GateId, Resolved<GateStrength>>>;
  readonly timers: Readonly<Record<TimerKey, Resolved<CalendarSpan>>>;
  readonly figures: Readonly<Record<FigureKey, Resolved<number>>>;
  readonly lines: readonly ResolvedLine[];
  readonly values: readonly Resolved<string>[];
  readonly forms: ResolvedForms;
  readonly authorities: {
    readonly signature: Resolved<Role>;
    readonly lineDecision: Resolved<Role>;
    /** Null when this type needs no validation of strategy. */
    readonly strategicValidation: Resolved<Role | null>;
  };
  /** Codes of the documents that the charter requires for this type. */
  readonly documents: readonly Resolved<string>[];
  readonly columns: ResolvedColumns;
  readonly decisionRule: Resolved<DecisionRule>;
  readonly switches: ResolvedSwitches;
}
