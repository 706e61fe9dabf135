import { partNames } from '../schema/parts.js';
import { proposedDefault } from '../schema/sources.js';
import { finding, type Check } from './findings.js';
import type { Finding } from './mistakes.js';
import { keysAt, listAt, valueAt, type FieldPath } from './paths.js';
import { questionContradictions } from './question-contradictions.js';
import { sectionContradictions } from './section-contradictions.js';
import { switchContradictions } from './switch-contradictions.js';
import { typeContradictions } from './type-contradictions.js';

/** Lists whose items carry a code or an identifier of their own. */
const namedLists: readonly (readonly [FieldPath, string])[] = [
  ...partNames.map(part => [[part, 'items'], 'code'] as const),
  [['documents'], 'code'],
  [['indicators'], 'code'],
  ...['steps', 'qualities', 'lists', 'warnings'].map(section => [[section], 'code'] as const),
  [['leadership', 'levels'], 'code'],
  ...['due_diligence', 'annual_review', 'stage_reflection', 'self_assessment', 'closing', 'trust_pulse', 'team_review'].map(
    form => [['questionnaires', form], 'id'] as const,
  ),
  [['questionnaires', 'survey', 'questions'], 'id'],
];

const namedTwice: Check = content =>
  namedLists.flatMap(([list, key]) => {
    const seen = new Set<unknown>();
    return listAt(content, list).flatMap((item, index) => {
      const name = valueAt(item, [key]);
      if (name === undefined || !seen.has(name)) {
        seen.add(name);
        return [];
      }
      return [finding([...list, index, key], 'un nom qui ne sert qu’une fois dans cette liste', 'a name used only once in this list')];
    });
  });

/** A gate is stated when a document says so, and a default when we propose it: its sources must tell the same story. */
const gateBasis: Check = content =>
  keysAt(content, ['gates']).flatMap(gate => {
    const basis = valueAt(content, ['gates', gate, 'basis']);
    const cited = listAt(content, ['gates', gate, 'source']);
    const path = ['gates', gate, 'source'];
    if (basis === 'stated' && cited.length > 0 && cited.every(source => source === proposedDefault)) {
      return [finding(path, 'la référence qui énonce cette exigence (basis: stated)', 'the entry that states this gate (basis: stated)')];
    }
    if (basis === 'default' && cited.length > 0 && !cited.includes(proposedDefault)) {
      return [
        finding(
          path,
          'la source D, puisque la valeur est proposée (basis: default)',
          'the source D, since the value is proposed (basis: default)',
        ),
      ];
    }
    return [];
  });

/** Only a recorded decision makes a clause validated (MDM-05). */
const validatedWithoutDecision: Check = content => {
  const clauses: FieldPath[] = [
    ['charter'],
    ...partNames.flatMap(part => [[part], ...listAt(content, [part, 'items']).map((_, index) => [part, 'items', index])]),
  ];
  return clauses
    .filter(path => valueAt(content, [...path, 'status']) === 'validated' && valueAt(content, [...path, 'validation']) === undefined)
    .map(path =>
      finding(
        [...path, 'status'],
        'la décision qui valide (validation: body et on), sinon l’état proposed : seule une décision enregistrée valide (MDM-05)',
        'the decision that validates (validation: body and on), or the status proposed: only a recorded decision validates (MDM-05)',
      ),
    );
};

const moreConsentsThanMembers: Check = content =>
  listAt(content, ['charter', 'external_commitments']).flatMap((commitment, index) => {
    const [members, consents] = [valueAt(commitment, ['members']), valueAt(commitment, ['consents'])];
    if (typeof members !== 'number' || typeof consents !== 'number' || consents <= members) return [];
    return [
      finding(
        ['charter', 'external_commitments', index, 'consents'],
        `au plus ${members}, le nombre de membres`,
        `at most ${members}, the number of members`,
      ),
    ];
  });

const checks: readonly Check[] = [
  namedTwice,
  gateBasis,
  validatedWithoutDecision,
  moreConsentsThanMembers,
  ...typeContradictions,
  ...questionContradictions,
  ...switchContradictions,
  ...sectionContradictions,
];

/** What each field allows and the file as a whole does not. */
export function contradictions(content: unknown, matrixTypes: readonly string[]): Finding[] {
  return checks.flatMap(check => check(content, matrixTypes));
}
