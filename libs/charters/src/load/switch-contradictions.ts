import { finding, type Check } from './findings.js';
import type { Finding } from './mistakes.js';
import { keysAt, listAt, valueAt, type FieldPath } from './paths.js';

/** Whether the charter itself switches the gate off for this type (or for all): a row with types speaks for these alone. */
function switchedOff(content: unknown, gate: string, type: string): boolean {
  if (valueAt(content, ['gates', gate, 'strength']) !== 'off') return false;
  const types = valueAt(content, ['gates', gate, 'types']);
  return !Array.isArray(types) || types.includes(type);
}

/** A switch, and the gate that would carry it out. With the gate off, nothing ever comes of the switch. */
const carriedOut: readonly { readonly name: string; readonly gate: string; readonly asks: (value: unknown) => boolean }[] = [
  { name: 'cd_validation', gate: 'CD', asks: value => value === 'required' },
  { name: 'reports_transmitted', gate: 'ACCOUNT', asks: value => value === 'required' },
  { name: 'budget_co_validation', gate: 'BUDGET', asks: value => value === 'if-money' },
  { name: 'role_table', gate: 'ROLES', asks: value => value === 'required' },
];

const unreachable: Check = content =>
  carriedOut.flatMap(({ name, gate, asks }) =>
    keysAt(content, ['switches', name])
      .filter(type => asks(valueAt(content, ['switches', name, type, 'value'])) && switchedOff(content, gate, type))
      .map(type =>
        finding(
          ['switches', name, type, 'value'],
          `la porte ${gate} ouverte à ce contrôle (gates.${gate} autre que off), sinon rien n’en vient jamais`,
          `the gate ${gate} in force (gates.${gate} other than off): without it nothing ever comes of this switch`,
        ),
      ),
  );

/** What two switches, each right by itself, cannot both say about one type. */
const opposed: readonly {
  readonly one: readonly [string, unknown];
  readonly other: readonly [string, unknown];
  readonly fr: string;
  readonly en: string;
}[] = [
  {
    one: ['co_construction', 'required'],
    other: ['network_mandate', true],
    fr: 'false, puisque la co-construction est demandée : le mandat la remplace',
    en: 'false, since co-construction is required: the mandate stands in its place',
  },
  {
    one: ['financial_flows', 'none'],
    other: ['budget_co_validation', 'if-money'],
    fr: 'none, puisque ce type n’a pas d’argent (financial_flows)',
    en: 'none, since this type has no money (financial_flows)',
  },
  {
    one: ['admission', 'no'],
    other: ['parties', 'many'],
    fr: 'two, puisque personne ne peut rejoindre (admission)',
    en: 'two, since nobody may join (admission)',
  },
  {
    one: ['transfer_possible', true],
    other: ['capacity_direction', 'none'],
    fr: 'une autre valeur que none : un transfert sans renforcement ne laisse rien de prêt (transfer_possible)',
    en: 'another value than none: a transfer without strengthening leaves nobody ready (transfer_possible)',
  },
];

const said = (content: unknown, name: string, type: string): unknown => valueAt(content, ['switches', name, type, 'value']);

const contrary: Check = content =>
  opposed.flatMap(({ one: [first, firstValue], other: [second, secondValue], fr, en }) =>
    keysAt(content, ['switches', second])
      .filter(type => said(content, second, type) === secondValue && said(content, first, type) === firstValue)
      .map(type => finding(['switches', second, type, 'value'], fr, en)),
  );

/** A decision cannot be asked for before the warning that announces it (PMP-60). */
const phaseMonths: Check = content =>
  keysAt(content, ['switches', 'first_phase_months']).flatMap(type => {
    const path: FieldPath = ['switches', 'first_phase_months', type, 'value', 'decide'];
    const [warn, decide] = [valueAt(content, [...path.slice(0, -1), 'warn']), valueAt(content, path)];
    if (typeof warn !== 'number' || typeof decide !== 'number' || decide >= warn) return [];
    return [finding(path, `au moins ${warn}, le mois de l’avertissement`, `at least ${warn}, the month of the warning`)];
  });

/** A gate on lines that the charter does not have would wait for nothing. */
const gateWithoutLine: Check = content =>
  (
    [
      ['RED', 'red'],
      ['ORANGE', 'orange'],
    ] as const
  ).flatMap(([gate, colour]): Finding[] => {
    const strength = valueAt(content, ['gates', gate, 'strength']);
    const lines = listAt(content, ['lines', 'items']);
    const silent =
      valueAt(content, ['lines']) === 'not-stated' || (lines.length > 0 && !lines.some(line => valueAt(line, ['colour']) === colour));
    if (strength === undefined || strength === 'off' || !silent) return [];
    const path = ['gates', gate, 'strength'];
    return [finding(path, 'off, puisque la charte n’a aucune ligne de cette couleur', 'off, since the charter has no line of this colour')];
  });

export const switchContradictions: readonly Check[] = [unreachable, contrary, phaseMonths, gateWithoutLine];
