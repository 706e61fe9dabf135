import type { AskId, IdeaPart } from '@palabre/contracts';
import { say } from '../decision.js';
import { missingOf, type AskedDeclaration } from '../mechanisms/declaration/questions.js';
import { untoldIn } from '../mechanisms/idea/questions.js';
import { partNames } from '../mechanisms/idea/refusals.js';
import { isListed, notesOf } from '../mechanisms/journal/questions.js';
import { hostOf, partyNames, partyOf } from '../mechanisms/parties/questions.js';
import type { Ask } from './ask.js';

/** A part of the idea: until it is told the idea is a draft. */
const ideaPart = (part: IdeaPart & AskId, requirement: string, title: Ask['title']): Ask => ({
  id: part,
  title,
  requirements: [requirement],
  doneBy: ['PartnershipIdeaCompleted'],
  lacks: state =>
    untoldIn(state, part).length === 0
      ? []
      : [{ party: hostOf(state), what: partNames[part] ?? say(`${part} manque.`, `${part} is missing.`) }],
});

/** The title says what the word means: organisations that go together in order to do something in common. */
export const commonAction = ideaPart(
  'common-action',
  'HFA-02',
  say(
    'Nommer l’action commune : un partenariat, ce sont des organisations associées pour mener une action ensemble',
    'Name the common action: a partnership is organisations that join in order to carry out an action together',
  ),
);

export const problem = ideaPart('problem', 'PMP-56', say('Écrire le problème à résoudre', 'Write the problem to solve'));

export const agenda2030 = ideaPart(
  'agenda-2030',
  'PMP-01',
  say(
    'Dire l’objectif de l’Agenda 2030 et pourquoi un acteur seul n’y suffit pas',
    'Say the goal of Agenda 2030, and why one actor alone cannot do it',
  ),
);

export const nature = ideaPart('nature', 'HFA-05', say('Dire la nature du partenariat', 'Tell the nature of the partnership'));

export const form = ideaPart('form', 'ALE-03', say('Dire la forme qui convient au contexte', 'Tell the form that fits the context'));

export const horizon = ideaPart('horizon', 'MDM-49', say('Dire l’horizon en années', 'Tell the horizon in years'));

export const peopleConcerned = ideaPart(
  'people-concerned',
  'MDM-21',
  say('Nommer les personnes dont les droits sont en jeu', 'Name the people whose rights are pursued'),
);

/** Something that each party says of itself. */
const eachDeclares = (kind: AskedDeclaration & AskId, event: Ask['doneBy'][number], requirement: string, title: Ask['title']): Ask => ({
  id: kind,
  title,
  requirements: [requirement],
  doneBy: [event],
  lacks: state => partyNames(state).flatMap(party => missingOf(state, kind, party).map(what => ({ party, what }))),
});

export const motivation = eachDeclares(
  'motivation',
  'MotivationStated',
  'PMP-10',
  say('Dire votre motivation, et d’où vient l’initiative', 'State your motivation, and where the initiative comes from'),
);

export const will = eachDeclares(
  'will',
  'WillDeclared',
  'PMP-57',
  say('Déclarer votre volonté de coopérer et de chercher des compromis', 'Declare your will to cooperate and to compromise'),
);

export const trust = eachDeclares(
  'trust',
  'TrustPulseAnswered',
  'PMP-16',
  say('Donner le pouls de la confiance', 'Answer the trust pulse'),
);

export const peopleAffected: Ask = {
  id: 'people-affected',
  title: say(
    'Nommer les personnes directement concernées et leur représentation, ou dire pourquoi il n’y en a pas',
    'Name the people directly affected and how they are represented, or say why there are none',
  ),
  requirements: ['ALE-01'],
  doneBy: ['StakeholderIdentified', 'StakeholderListDeclaredEmpty'],
  lacks: state =>
    isListed(state, 'people-affected')
      ? []
      : [
          {
            party: hostOf(state),
            what: say(
              'La cartographie ne nomme aucune personne directement concernée, et ne dit pas pourquoi.',
              'The map names nobody directly affected, and does not say why.',
            ),
          },
        ],
};

export const protection: Ask = {
  id: 'protection',
  title: say(
    'Peser si des personnes nommées ici seraient en danger : protéger le dossier, ou dire pourquoi il n’en est pas besoin',
    'Weigh whether people named here would be in danger: protect the file, or say why there is no need',
  ),
  requirements: ['AGI-02'],
  doneBy: ['FileProtected', 'NobodyEndangered'],
  lacks: state =>
    state.parties.protection !== undefined || notesOf(state, 'NobodyEndangered') > 0
      ? []
      : [
          {
            party: hostOf(state),
            what: say('Personne n’a dit si ce dossier doit être protégé.', 'Nobody has said whether this file has to be protected.'),
          },
        ],
};

export const fileHolder: Ask = {
  id: 'file-holder',
  title: say('Nommer qui tient le dossier jusqu’à la signature', 'Name who holds the file until signature'),
  requirements: ['S-24', 'HFA-17'],
  roles: ['hq-ops', 'signatory-authority'],
  doneBy: ['FileHolderNamed'],
  lacks: state =>
    state.parties.holder === undefined
      ? [{ party: hostOf(state), what: say('Personne ne tient le dossier en attendant.', 'Nobody holds the file for the time being.') }]
      : [],
};

/** Each party decides for itself to cooperate, and says so: a no is an answer, and no decision to cooperate. */
export const consent: Ask = {
  id: 'consent',
  title: say('Dire si votre organisation décide de coopérer', 'Say whether your organisation decides to cooperate'),
  requirements: ['HFA-04'],
  doneBy: ['PartyConsentRecorded'],
  lacks: state =>
    partyNames(state)
      .filter(party => partyOf(state, party)?.consents !== true)
      .map(party => ({
        party,
        what: say(`« ${party} » n’a pas dit qu’elle décide de coopérer.`, `"${party}" has not said that it decides to cooperate.`),
      })),
};

export const changeLinks: Ask = {
  id: 'change-links',
  title: say('Relier chaque changement recherché aux acteurs qu’il demande', 'Link each sought change to the actors that it needs'),
  requirements: ['ALE-25'],
  doneBy: ['SoughtChangeLinked'],
  lacks: state =>
    notesOf(state, 'SoughtChangeLinked') > 0
      ? []
      : [
          {
            party: hostOf(state),
            what: say('Aucun changement recherché n’est relié à des acteurs.', 'No sought change is linked to actors.'),
          },
        ],
};
