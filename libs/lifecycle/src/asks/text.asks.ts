import type { AskId, EventType, Localized, TextKind } from '@palabre/contracts';
import { say } from '../decision.js';
import { hostOf, partnersOf } from '../mechanisms/parties/questions.js';
import { budgetLinesOffTheMap, localChoicesWithoutTheSouth, unpromisedMilestones } from '../mechanisms/text/equity-questions.js';
import { courtOf, headOf, isAgreed } from '../mechanisms/text/questions.js';
import type { PartnershipState } from '../state.js';
import type { Ask, Lack } from './ask.js';

/** A text that is not agreed is owed by those in whose court it is; by the host when nobody has written it. */
function unagreed(state: PartnershipState, kind: TextKind, what: Localized): readonly Lack[] {
  if (isAgreed(state, kind)) return [];
  const court = headOf(state, kind) === undefined ? [hostOf(state)] : courtOf(state, kind);
  return court.map(party => ({ party, what }));
}

const ofHost = (state: PartnershipState, whats: readonly Localized[]): readonly Lack[] =>
  whats.map(what => ({ party: hostOf(state), what }));

/** An ask that is met when both agree a text. */
const textAgreed = (
  id: AskId,
  kind: TextKind,
  requirement: string,
  doneBy: readonly EventType[],
  title: Localized,
  lacking: Localized,
): Ask => ({ id, title, requirements: [requirement], doneBy, text: kind, lacks: state => unagreed(state, kind, lacking) });

/** The same, and what the host still owes once it is written. */
const textAgreedWith = (agreed: Ask, also: (state: PartnershipState) => readonly Localized[]): Ask => ({
  ...agreed,
  lacks: state => [...agreed.lacks(state), ...ofHost(state, also(state))],
});

const roles = textAgreed(
  'role-table',
  'roles',
  'ALE-56',
  ['RolesAgreed', 'TextAccepted'],
  say('Convenir de la table des rôles avant le projet', 'Agree the table of roles before the project'),
  say('Un projet est lié et la table des rôles n’est pas convenue.', 'A project is linked and the table of roles is not agreed.'),
);

/** Asked as soon as a project is linked. */
export const roleTable: Ask = { ...roles, lacks: state => (state.steps.project === null ? [] : roles.lacks(state)) };

export const powerMap = textAgreedWith(
  textAgreed(
    'power-map',
    'power-map',
    'AGI-11',
    ['TextProposed', 'TextAccepted', 'TextAgreed'],
    say('Dessiner ensemble qui décide aujourd’hui et qui devrait décider', 'Draw together who decides today and who should decide'),
    say('La carte des pouvoirs n’est pas convenue.', 'The power map is not agreed.'),
  ),
  state =>
    budgetLinesOffTheMap(state).map(line =>
      say(`La ligne de budget ${line} n’est pas sur la carte des pouvoirs.`, `Budget line ${line} is not on the power map.`),
    ),
);

export const localStrategy: Ask = {
  id: 'local-strategy',
  title: say('Proposer ou approuver la stratégie locale', 'Propose or approve the local strategy'),
  requirements: ['AGI-08'],
  doneBy: ['TextProposed', 'TextAccepted', 'TextAgreed'],
  text: 'strategy',
  lacks: state => {
    if (headOf(state, 'strategy') === undefined) {
      const what = say('Aucune stratégie locale n’est écrite.', 'No local strategy is written.');
      return partnersOf(state).map(party => ({ party, what }));
    }
    const choices = localChoicesWithoutTheSouth(state).join(', ');
    const what = say(
      `Ni proposé ni approuvé par l’organisation du Sud : ${choices}.`,
      `Neither proposed nor approved by the organisation of the South: ${choices}.`,
    );
    return choices === '' ? [] : partnersOf(state).map(party => ({ party, what }));
  },
};

export const scope = textAgreed(
  'scope',
  'scope',
  'PMP-42',
  ['TextProposed', 'TextAccepted', 'TextAgreed'],
  say('Écrire ce qui est dans le champ d’action, et ce qui n’y est pas', 'Write what is in the field of action, and what is not'),
  say('Le champ d’action n’est pas convenu.', 'The field of action is not agreed.'),
);

const sheetNotFilledIn = say(
  'La fiche (canaux, langues, délai de réponse, qui informe qui) n’est pas remplie.',
  'The sheet (channels, languages, response delay, who informs whom) is not filled in.',
);

export const communicationRules = textAgreedWith(
  textAgreed(
    'communication-rules',
    'communication-rules',
    'PMP-31',
    ['TextProposed', 'TextAccepted', 'CommunicationRulesAgreed'],
    say('Convenir de la fiche de communication', 'Agree the communication sheet'),
    say('Les règles de communication ne sont pas convenues.', 'The communication rules are not agreed.'),
  ),
  state =>
    isAgreed(state, 'communication-rules') && headOf(state, 'communication-rules')?.marks['answerWithin'] === undefined
      ? [sheetNotFilledIn]
      : [],
);

export const operatingModes = textAgreed(
  'operating-modes',
  'operating-modes',
  'PMP-28',
  ['TextProposed', 'TextAccepted', 'OperatingModesAgreed'],
  say('Convenir de la forme de la coopération et de la façon de décider', 'Agree the form of cooperation and how decisions are taken'),
  say('Les modes de fonctionnement ne sont pas convenus.', 'The operating modes are not agreed.'),
);

const milestonesAgreed = textAgreed(
  'milestones',
  'milestones',
  'PMP-35',
  ['TextProposed', 'TextAccepted', 'MilestonesDefined', 'CommitmentMade'],
  say('Convenir des jalons, puis promettre les vôtres', 'Agree the milestones, then promise yours'),
  say('Les jalons ne sont pas convenus.', 'The milestones are not agreed.'),
);

/** A milestone binds its owner once it has promised it: nobody is bound by a text alone. */
export const milestones: Ask = {
  ...milestonesAgreed,
  lacks: state => [
    ...milestonesAgreed.lacks(state),
    ...unpromisedMilestones(state).map(({ milestone, owedBy }) => ({
      party: owedBy,
      what: say(`« ${owedBy} » n’a pas promis le jalon ${milestone}.`, `"${owedBy}" has not promised milestone ${milestone}.`),
    })),
  ],
};

export const partnershipPlan = textAgreed(
  'partnership-plan',
  'plan',
  'ALE-68',
  ['TextProposed', 'TextAccepted', 'PartnershipPlanAgreed'],
  say('Convenir du plan de partenariat', 'Agree the partnership plan'),
  say('Le plan de partenariat n’est pas convenu.', 'The partnership plan is not agreed.'),
);

export const sharedVision = textAgreed(
  'shared-vision',
  'vision',
  'MDM-51',
  ['VisionProposed', 'TextAccepted', 'SharedVisionAgreed'],
  say('Convenir de la vision commune avant le comité de direction', 'Agree the shared vision before the steering committee'),
  say('La vision commune n’est pas convenue.', 'The shared vision is not agreed.'),
);
