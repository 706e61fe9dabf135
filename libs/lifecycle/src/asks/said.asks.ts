import type { EventType, Localized } from '@palabre/contracts';
import { hasCome } from '../calendar/reminder.js';
import { endOfDay } from '../calendar/span.js';
import { say } from '../decision.js';
import type { SaidKind } from '../mechanisms/journal/said-kinds.js';
import { missingDocuments, saidAt } from '../mechanisms/journal/said.js';
import { hostOf, partyNames } from '../mechanisms/parties/questions.js';
import { livingCapacityLines, measuresToComplete, rebalancingMeasures } from '../mechanisms/text/equity-questions.js';
import { headOf } from '../mechanisms/text/questions.js';
import { policyOf, type PartnershipState } from '../state.js';
import type { Ask, Lack } from './ask.js';

/** Parties that have not said something; with `since`, not since that instant. */
function unsaid(state: PartnershipState, kind: SaidKind, what: (party: string) => Localized, since = ''): readonly Lack[] {
  return partyNames(state)
    .filter(party => {
      const at = saidAt(state, kind, party);
      return at === null || at < since;
    })
    .map(party => ({ party, what: what(party) }));
}

/** An ask that each party meets by saying something for itself, once. */
const eachSays = (id: Ask['id'], kind: SaidKind & EventType, requirement: string, title: Localized, lacking: Localized): Ask => ({
  id,
  title,
  requirements: [requirement],
  ofEach: true,
  doneBy: [kind],
  lacks: state => unsaid(state, kind, party => say(`${lacking.fr} « ${party} ».`, `${lacking.en} "${party}".`)),
});

export const rolesAndNeeds = eachSays(
  'roles-and-needs',
  'RoleAndNeedsStated',
  'PMP-25',
  say('Dire « notre rôle » et « nos besoins » à toutes les parties', 'Tell all parties "our role" and "our needs"'),
  say('Son rôle et ses besoins ne sont pas dits par', 'Role and needs are not stated by'),
);

export const resourceAccess = eachSays(
  'resource-access',
  'ResourceAccessStated',
  'AGI-12',
  say('Dire votre accès aux moyens financiers, techniques et humains', 'State your access to financial, technical and human resources'),
  say('L’accès aux moyens n’est pas dit par', 'Access to resources is not stated by'),
);

export const chosenLevels = eachSays(
  'chosen-levels',
  'LevelsChosen',
  'AGI-21',
  say('Dire ce que vous voulez savoir et décider, domaine par domaine', 'Say what you want to know and to decide, area by area'),
  say('Les niveaux d’information et de décision ne sont pas choisis par', 'Levels of information and decision are not chosen by'),
);

const needsOfEach = eachSays(
  'capacity-needs',
  'CapacityNeedsAssessed',
  'ALE-59',
  say('Dire les compétences que vous voulez développer', 'Say which skills you want to develop'),
  say('Les besoins de capacités ne sont pas évalués par', 'Capacity needs are not assessed by'),
);

/** Where the type has a capacity plan at all (M4). */
export const capacityNeeds: Ask = {
  ...needsOfEach,
  lacks: state => (policyOf(state).columns.capacityPlan === 'none' ? [] : needsOfEach.lacks(state)),
};

export const membersInformed: Ask = {
  id: 'members-informed',
  title: say('Partager l’accord signé et son résumé avec les membres', 'Share the signed agreement and its summary with the members'),
  requirements: ['HFA-29'],
  doneBy: ['AgreementContentShared'],
  lacks: state =>
    partyNames(state)
      .filter(party => !(state.texts.membersInformed ?? []).includes(party))
      .map(party => ({
        party,
        what: say(
          `Les membres de « ${party} » n’ont pas reçu le texte signé et son résumé.`,
          `The members of "${party}" have not been given the signed text and its summary.`,
        ),
      })),
};

export const supportingDocuments: Ask = {
  id: 'supporting-documents',
  title: say('Déposer les pièces qui manquent à l’accord', 'File the documents that the agreement still lacks'),
  requirements: ['HFA-27'],
  doneBy: ['SupportingDocumentFiled'],
  lacks: state =>
    missingDocuments(state).map(document => ({
      party: hostOf(state),
      what: say(`Pièce manquante : ${document}.`, `Missing document: ${document}.`),
    })),
};

export const expectationsReview: Ask = {
  id: 'expectations-review',
  title: say('Dire où en sont vos attentes, après ce jalon', 'Say how your expectations stand, after this milestone'),
  requirements: ['PMP-33'],
  doneBy: ['ExpectationReviewed'],
  lacks: state => {
    const since = state.commitments.milestoneAt;
    if (since === undefined) return [];
    return unsaid(
      state,
      'ExpectationReviewed',
      party => say(`Les attentes de « ${party} » ne sont pas revues.`, `The expectations of "${party}" are not reviewed.`),
      since,
    ).filter(lack => state.texts.expectationsOf.includes(lack.party));
  },
};

export const reciprocity: Ask = {
  id: 'reciprocity',
  title: say('Noter ce que vous avez donné et reçu', 'Note what you gave and received'),
  requirements: ['MDM-51', 'MDM-14'],
  doneBy: ['ReciprocityNoted'],
  lacks: state =>
    unsaid(
      state,
      'ReciprocityNoted',
      party => say(`« ${party} » n’a pas noté le donné et le reçu.`, `"${party}" has not noted what was given and received.`),
      state.phaseSince,
    ),
};

export const capacityProgress: Ask = {
  id: 'capacity-progress',
  title: say('Dire l’état de chaque ligne du plan de capacités', 'Say the state of each line of the capacity plan'),
  requirements: ['ALE-60'],
  doneBy: ['CapacityPlanProgressAssessed'],
  lacks: state => {
    const lines = livingCapacityLines(state);
    if (lines.length === 0) return [];
    const names = lines.join(', ');
    return unsaid(
      state,
      'CapacityPlanProgressAssessed',
      party => say(`« ${party} » n’a pas dit l’état des lignes ${names}.`, `"${party}" has not said the state of lines ${names}.`),
      state.phaseSince,
    );
  },
};

/** Measures of the plan whose day is over and that nobody has told as completed, with that day and who carries them (AGI-13). */
const lateMeasures = (state: PartnershipState): ReadonlyMap<string, { readonly owner: string; readonly dueOn: string }> =>
  new Map(
    measuresToComplete(state)
      .filter(({ dueOn }) => hasCome(endOfDay(dueOn), state.calendar.now))
      .map(({ measure, owner, dueOn }) => [measure, { owner, dueOn }]),
  );

const effectUnscored = (measure: string, late: { readonly owner: string; readonly dueOn: string } | undefined): Localized =>
  late === undefined
    ? say(`L’effet de la mesure ${measure} n’est pas noté.`, `The effect of measure ${measure} is not scored.`)
    : say(
        `L’effet de la mesure ${measure}, en retard depuis le ${late.dueOn} chez « ${late.owner} », n’est pas noté.`,
        `The effect of measure ${measure}, late since ${late.dueOn} with "${late.owner}", is not scored.`,
      );

/** Scored by the party that a measure is for, never by the one that grants it. */
export const rebalancingEffect: Ask = {
  id: 'rebalancing-effect',
  title: say('Noter l’effet de chaque mesure de rééquilibrage', 'Score the effect of each rebalancing measure'),
  requirements: ['ALE-44'],
  doneBy: ['RebalancingEffectScored'],
  lacks: state =>
    headOf(state, 'plan')?.status === 'agreed'
      ? rebalancingMeasures(state)
          .filter(({ measure }) => (state.journal.effects?.[measure] ?? '') < state.phaseSince)
          .map(({ measure, to }) => ({
            party: to,
            what: effectUnscored(measure, lateMeasures(state).get(measure)),
          }))
      : [],
};
