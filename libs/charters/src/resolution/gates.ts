import { gateIds, type GateId, type GateStrength } from '@palabre/contracts';
import { resolved, type Resolved, type ResolvedColumns } from './resolved.js';
import { saidByRow, saidForType, type Rulebook } from './rulebook.js';

/**
 * A gate about something that the type does not have is off, whatever its strength: without capacity work there is
 * no capacity plan to wait for. The cell that says so is the source.
 */
function nothingToAsk(gate: GateId, columns: ResolvedColumns): Resolved<unknown> | null {
  switch (gate) {
    case 'VALUES':
      return columns.commonValues.value ? null : columns.commonValues;
    case 'BUDGET':
      return columns.budgetCoValidation.value === 'none' ? columns.budgetCoValidation : null;
    case 'CAPACITY':
      return columns.capacityPlan.value === 'none' ? columns.capacityPlan : null;
    case 'EVALUATION':
      return columns.evaluationBlocks.value.length === 0 ? columns.evaluationBlocks : null;
    case 'LANGUAGE':
      return columns.translationGate.value ? null : columns.translationGate;
    case 'FOLLOW-UP':
      return columns.followUpCommittee.value ? null : columns.followUpCommittee;
    case 'READINESS':
      return columns.transferPossible.value ? null : columns.transferPossible;
    default:
      return null;
  }
}

/** Whether the charter's switch sends this type to the steering committee (C-05). Silence means no. */
export function strategicValidationSwitch(book: Rulebook): Resolved<'required' | 'none'> {
  const said = saidForType(book, 'switches.cd_validation', book.charter.content.switches.cd_validation);
  return said ?? resolved('engine-default', 'engine:switches.cd_validation', { value: 'none', source: ['C-05', 'D'] });
}

function ownStrength(gate: GateId, book: Rulebook): Resolved<GateStrength> {
  const row = book.charter.content.gates[gate];
  if (row && (!row.types || row.types.includes(book.type))) {
    return resolved('charter', `${book.charter.code}:gates.${gate}`, { value: row.strength, source: row.source });
  }
  const cell = book.row.gates[gate];
  if (cell) return saidByRow(book, `gates.${gate}`, { value: cell.strength, source: cell.source });
  const general = book.defaults.gates[gate];
  return resolved('engine-default', `engine:gates.${gate}`, { value: general.strength, source: general.source });
}

/**
 * A charter binds within its scope; outside, its rules warn (MDM-04, and that they warn is our default). Only the
 * hierarchy signs anywhere (HFA-15): that is a rule for every type, whichever charter repeats it.
 */
function withinScope(gate: GateId, book: Rulebook, own: Resolved<GateStrength>): Resolved<GateStrength> {
  if (!book.outsideScope || own.setBy !== 'charter' || own.value !== 'block' || gate === 'SIGNATORY') return own;
  return resolved('charter', own.key, { value: 'warn', source: [...own.source, 'MDM-04', 'D'] });
}

function resolveGate(gate: GateId, book: Rulebook, columns: ResolvedColumns): Resolved<GateStrength> {
  const absent = nothingToAsk(gate, columns);
  if (absent) return { ...absent, value: 'off' };
  const cd = gate === 'CD' ? strategicValidationSwitch(book) : null;
  if (cd?.value === 'none') return { ...cd, value: 'off' };
  return withinScope(gate, book, ownStrength(gate, book));
}

/** Every gate with its strength for the type. */
export function resolveGates(book: Rulebook, columns: ResolvedColumns): Record<GateId, Resolved<GateStrength>> {
  const entries = gateIds.map(gate => [gate, resolveGate(gate, book, columns)] as const);
  return Object.fromEntries(entries) as Record<GateId, Resolved<GateStrength>>;
}
