import { planBlocks, type Localized, type Refusal, type TextAskId, type TextKind } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import { noClauseOn, topicsWithoutClause } from './clause-template.js';
import { headOf } from './questions.js';
import { datedMeasures, markedNames, rebalancingMeasures, resourceGaps } from './equity-questions.js';

/** What a charter may ask of a text before it can be agreed; the text may be proposed and worked on without it. */
interface TextAsk {
  readonly kind: TextKind;
  /** Where in the body of the text it is said. */
  readonly field: string;
  readonly requirement: string;
  readonly lacks: (state: PartnershipState) => readonly Localized[];
}

const textAsks: Readonly<Record<TextAskId, TextAsk>> = {
  'results-of-all': {
    kind: 'roles',
    field: 'results',
    requirement: 'HFA-08',
    lacks: state =>
      partyNames(state)
        .filter(party => !markedNames(state, 'roles', 'answering').includes(party))
        .map(party => say(`« ${party} » ne répond d’aucun résultat.`, `"${party}" answers for no result.`)),
  },
  'rebalancing-measure': {
    kind: 'plan',
    field: 'rebalancing',
    requirement: 'ALE-44',
    lacks: state =>
      !state.steps.financialFlows || rebalancingMeasures(state).length > 0
        ? []
        : [
            say(
              'Une partie finance l’autre, et le plan n’a aucune mesure de rééquilibrage.',
              'One party funds the other, and the plan has no rebalancing measure.',
            ),
          ],
  },
  'gaps-answered': {
    kind: 'plan',
    field: 'rebalancing[].answers',
    requirement: 'AGI-12',
    lacks: state =>
      resourceGaps(state)
        .filter(kind => !markedNames(state, 'plan', 'answers').includes(kind))
        .map(kind => say(`Aucune mesure ne répond à l’écart de moyens « ${kind} ».`, `No measure answers the gap in ${kind} resources.`)),
  },
  'dated-measures': {
    kind: 'plan',
    field: 'rebalancing[].owner, dueOn',
    requirement: 'AGI-13',
    lacks: state => {
      const dated = datedMeasures(state).map(({ measure }) => measure);
      return rebalancingMeasures(state)
        .filter(({ measure }) => !dated.includes(measure))
        .map(({ measure }) =>
          say(`La mesure ${measure} n’a pas de responsable ou pas de date.`, `Measure ${measure} has no owner or no day.`),
        );
    },
  },
  'six-blocks': {
    kind: 'plan',
    field: 'blocks',
    requirement: 'ALE-68',
    lacks: state =>
      planBlocks
        .filter(block => !markedNames(state, 'plan', 'blocks').includes(block))
        .map(block => say(`Le bloc « ${block} » est vide.`, `The block "${block}" is empty.`)),
  },
  'organisational-track': {
    kind: 'capacity-plan',
    field: 'lines[].track',
    requirement: 'ALE-17',
    lacks: state =>
      markedNames(state, 'capacity-plan', 'organisational').length > 0
        ? []
        : [
            say(
              'Aucune ligne n’appartient au volet organisationnel, qui survit au projet.',
              'No line belongs to the organisational track, which outlives the project.',
            ),
          ],
  },
  'both-directions': {
    kind: 'capacity-plan',
    field: 'lines[].to',
    requirement: 'MDM-54',
    lacks: state =>
      policyOf(state).columns.capacityPlan === 'mutual'
        ? partyNames(state)
            .filter(party => !markedNames(state, 'capacity-plan', 'strengthened').includes(party))
            .map(party => say(`Aucune ligne du plan ne renforce « ${party} ».`, `No line of the plan strengthens "${party}".`))
        : [],
  },
  'partnership-result': {
    kind: 'objectives',
    field: 'objectives[].resultOf, indicators',
    requirement: 'AGI-07',
    lacks: state =>
      Number(headOf(state, 'objectives')?.marks['ofPartnership'] ?? 0) > 0
        ? []
        : [
            say(
              'Aucun résultat ne porte sur le partenariat lui-même, avec ses indicateurs.',
              'No result is about the partnership itself, with its indicators.',
            ),
          ],
  },
  'form-and-decisions': {
    kind: 'operating-modes',
    field: 'cooperation, decisions',
    requirement: 'PMP-28',
    lacks: state => {
      const marks = headOf(state, 'operating-modes')?.marks;
      return [
        ...(marks?.['cooperation'] === true
          ? []
          : [say('La forme que prend la coopération n’est pas dite.', 'The form that cooperation takes is not told.')]),
        ...(marks?.['decisionRule'] === undefined
          ? [say('La façon de décider n’est pas choisie.', 'How decisions are taken is not chosen.')]
          : []),
      ];
    },
  },
  'dated-milestones': {
    kind: 'milestones',
    field: 'milestones',
    requirement: 'PMP-35',
    lacks: state =>
      markedNames(state, 'milestones', 'planned').length > 0
        ? []
        : [say('Aucun jalon n’a de date et de responsable.', 'No milestone has a day and an owner.')],
  },
  'transfer-budget': {
    kind: 'transfer-plan',
    field: 'budget',
    requirement: 'MDM-44',
    lacks: state =>
      headOf(state, 'transfer-plan')?.marks['budget'] === undefined
        ? [say('Le transfert est un projet, et son budget n’est pas dit.', 'The transfer is a project, and its budget is not told.')]
        : [],
  },
  'clauses-of-the-type': {
    kind: 'agreement',
    field: 'clauses[].covers',
    requirement: 'HFA-14',
    lacks: state => topicsWithoutClause(state, markedNames(state, 'agreement', 'covers')).map(noClauseOn),
  },
};

/** What follows from a gate that the charter holds shut: objectives without one on rights are recorded by nobody (MDM-26). */
const rightsObjective: TextAsk = {
  kind: 'objectives',
  field: 'objectives[].aboutRights',
  requirement: 'MDM-26',
  lacks: state =>
    policyOf(state).gates.OBJECTIVES !== 'block' || Number(headOf(state, 'objectives')?.marks['rights'] ?? 0) > 0
      ? []
      : [
          say(
            'Aucun objectif ne porte sur les droits, et la charte en demande un.',
            'No objective is about rights, and the charter asks for one.',
          ),
        ],
};

/** Why a text as it stands cannot be agreed yet under this charter, or null. */
export function incomplete(state: PartnershipState, kind: TextKind): Refusal | null {
  const open = [rightsObjective, ...(policyOf(state).switches.textAsks ?? []).map(id => textAsks[id])]
    .filter(row => row.kind === kind)
    .map(row => ({ row, lacks: row.lacks(state) }))
    .filter(({ lacks }) => lacks.length > 0);
  if (open.length === 0) return null;
  const whats = open.flatMap(({ lacks }) => lacks);
  const fields = open.map(({ row }) => `\`${row.field}\``).join(', ');
  return because(
    'text-incomplete',
    open.map(({ row }) => row.requirement).join(', '),
    say(whats.map(what => what.fr).join(' '), whats.map(what => what.en).join(' ')),
    say(`Proposer une version qui le dit dans ${fields} (ProposeText).`, `Propose a version that says so in ${fields} (ProposeText).`),
  );
}
