import { partnershipPolicy, timerKeys, type CalendarSpan, type Localized, type PartnershipPolicy, type TimerKey } from '@palabre/contracts';
import { engineDefaults, typeMatrix } from './builtin.js';
import type { Charter } from './load/load.js';
import { resolveColumns } from './resolution/columns.js';
import { resolveForms } from './resolution/forms.js';
import { resolveGates, strategicValidationSwitch } from './resolution/gates.js';
import { resolveLines } from './resolution/lines.js';
import { resolved, type Resolved, type ResolvedPolicy } from './resolution/resolved.js';
import { charterOrDefault, saidForType, type Rulebook } from './resolution/rulebook.js';
import { resolveDecisionRule, resolveSwitches } from './resolution/switches.js';
import { figureKeys, type FigureKey } from './schema/figures.js';
import type { ClauseStatus } from './schema/identity.js';
import { notStated } from './schema/parts.js';

/** Why a charter has no policy for a type. A value, not an exception: somebody asked for what is not offered. */
export interface PolicyRefusal {
  readonly code: 'type-unknown' | 'type-not-offered';
  readonly rule: string;
  readonly reason: Localized;
}

export type PolicyResolution =
  { readonly ok: true; readonly policy: ResolvedPolicy } | { readonly ok: false; readonly refusal: PolicyRefusal };

/** What the charter and the type do not say about one partnership. */
export interface PolicyCircumstances {
  /** The partnership lies outside the charter's scope, its entity or its geography (MDM-04). */
  readonly outsideScope?: boolean;
}

function refuse(code: PolicyRefusal['code'], fr: string, en: string): PolicyResolution {
  return { ok: false, refusal: { code, rule: 'MDM-33', reason: { fr, en } } };
}

function resolveTimers(book: Rulebook): Record<TimerKey, Resolved<CalendarSpan>> {
  const { timers } = book.charter.content;
  const entries = timerKeys.map(key => [key, charterOrDefault(book, `timers.${key}`, timers[key], book.defaults.timers[key])] as const);
  return Object.fromEntries(entries) as Record<TimerKey, Resolved<CalendarSpan>>;
}

function resolveFigures(book: Rulebook): Record<FigureKey, Resolved<number>> {
  const { overrides } = book.charter.content;
  const entries = figureKeys.map(
    key => [key, charterOrDefault(book, `figures.${key}`, overrides[key], book.defaults.figures[key])] as const,
  );
  return Object.fromEntries(entries) as Record<FigureKey, Resolved<number>>;
}

function resolveAuthorities(book: Rulebook): ResolvedPolicy['authorities'] {
  const { authorities: own } = book.charter.content;
  const engine = book.defaults.authorities;
  const asked = strategicValidationSwitch(book);
  return {
    signature:
      saidForType(book, 'authorities.signature', own.signature) ??
      resolved('engine-default', 'engine:authorities.signature', engine.signature),
    lineDecision: charterOrDefault(book, 'authorities.line_decision', own.line_decision, engine.line_decision),
    strategicValidation:
      asked.value === 'none'
        ? { ...asked, value: null }
        : charterOrDefault(book, 'authorities.strategic_validation', own.strategic_validation, engine.strategic_validation),
  };
}

function resolveDocuments(book: Rulebook): Resolved<string>[] {
  return book.charter.content.documents
    .filter(({ types, optional }) => optional !== true && (types === 'all' || types.includes(book.type)))
    .map(({ code, source }) => resolved('charter', `${book.charter.code}:documents.${code}`, { value: code, source }));
}

function resolveValues(book: Rulebook): Resolved<string>[] {
  const { values } = book.charter.content;
  if (values === notStated) return [];
  return values.items.map(({ code, source }) => resolved('charter', `${book.charter.code}:values.${code}`, { value: code, source }));
}

/** The types that a charter offers, by code, in its order: those that it lists, or all of the matrix when its document is silent. */
export function offeredTypes(charter: Charter): ReadonlyMap<string, Localized> {
  const { typology, own_types: own = {} } = charter.content;
  const rows = Object.entries({ ...typeMatrix().types, ...own }).map(([code, { name }]) => ({ code, name }));
  const offered: readonly { code: string; name: Localized; status?: ClauseStatus | undefined }[] =
    typology === notStated ? rows : typology.items;
  return new Map(offered.filter(({ status }) => status !== 'retired').map(({ code, name }) => [code, name]));
}

/** A charter that lists types offers these; one whose document is silent offers every type of the matrix. */
function typeName(charter: Charter, type: string, inMatrix: Localized): Resolved<Localized> | null {
  const { typology } = charter.content;
  if (typology === notStated) return resolved('type-matrix', `types.${type}.name`, { value: inMatrix, source: ['D'] });
  const offered = typology.items.find(item => item.code === type && item.status !== 'retired');
  return offered ? resolved('charter', `${charter.code}:typology.${type}`, { value: offered.name, source: offered.source }) : null;
}

/**
 * The policy of a partnership of this type under this charter, each value with its source. Heard in this order: the
 * charter, the row of the type in the matrix, the engine's defaults.
 */
export function resolvePolicy(charter: Charter, type: string, { outsideScope = false }: PolicyCircumstances = {}): PolicyResolution {
  const own = charter.content.own_types ?? {};
  const rows = { ...own, ...typeMatrix().types };
  const row = Object.hasOwn(rows, type) ? rows[type] : undefined;
  if (!row) {
    const known = Object.keys(rows).join(', ');
    return refuse(
      'type-unknown',
      `Le type « ${type} » n’existe pas. Types connus : ${known}.`,
      `There is no type “${type}”. Known types: ${known}.`,
    );
  }
  const name = typeName(charter, type, row.name);
  if (!name) {
    return refuse(
      'type-not-offered',
      `La charte « ${charter.code} » ne propose pas le type ${type}. Choisissez un de ses types, ou une autre charte.`,
      `The charter “${charter.code}” does not offer the type ${type}. Choose one of its types, or another charter.`,
    );
  }
  const book: Rulebook = { charter, type, row, ownRow: Object.hasOwn(own, type), outsideScope, defaults: engineDefaults() };
  const columns = resolveColumns(book);
  const policy: ResolvedPolicy = {
    charter: charter.code,
    charterHash: charter.hash,
    type,
    typeName: name,
    gates: resolveGates(book, columns),
    timers: resolveTimers(book),
    figures: resolveFigures(book),
    lines: resolveLines(book),
    values: resolveValues(book),
    forms: resolveForms(book),
    authorities: resolveAuthorities(book),
    documents: resolveDocuments(book),
    columns,
    decisionRule: resolveDecisionRule(book),
    switches: resolveSwitches(book),
  };
  return { ok: true, policy };
}

const valuesOf = (table: Readonly<Record<string, Resolved<unknown>>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(table).map(([key, { value }]) => [key, value]));

const listOf = (list: readonly Resolved<unknown>[]): unknown[] => list.map(({ value }) => value);

/**
 * The values alone, as rules consume them and as the workflow carries them for years. The schema of the contract has
 * the last word: a policy that it refuses is a bug of this package, and throws.
 */
export function toPartnershipPolicy(policy: ResolvedPolicy): PartnershipPolicy {
  return partnershipPolicy.parse({
    charter: policy.charter,
    charterHash: policy.charterHash,
    type: policy.type,
    typeName: policy.typeName.value,
    gates: valuesOf(policy.gates),
    timers: valuesOf(policy.timers),
    lines: listOf(policy.lines),
    values: listOf(policy.values),
    forms: Object.fromEntries(Object.entries(policy.forms).map(([form, questions]) => [form, listOf(questions)])),
    authorities: valuesOf(policy.authorities),
    columns: valuesOf({ ...policy.columns }),
    decisionRule: policy.decisionRule.value,
    questionQuota: policy.figures.question_quota.value,
    figures: valuesOf(policy.figures),
    switches: valuesOf({ ...policy.switches }),
  });
}
