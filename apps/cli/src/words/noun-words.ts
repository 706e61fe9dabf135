import { pair } from './pair.js';

/** Organisations, charters and campaigns: help, and what is shown. */
export const nounWords = {
  'help.organisations': pair('Organisations du registre', 'Organisations of the register'),
  'help.campaigns': pair('Campagnes d’enquête', 'Survey campaigns'),
  'help.commandsOf.organisation': pair('Commandes d’une organisation :', 'Commands of an organisation:'),
  'help.commandsOf.charter': pair('Commandes d’une charte :', 'Commands of a charter:'),
  'help.commandsOf.campaign': pair('Commandes d’une campagne :', 'Commands of a campaign:'),
  'help.organisations.register': pair('Inscrire une organisation au registre', 'Enter an organisation in the register'),
  'help.charters.draft': pair('Commencer une charte', 'Begin a charter'),
  'help.campaigns.open': pair('Ouvrir une campagne d’enquête', 'Open a survey campaign'),
  'help.campaigns.baseline': pair('Inscrire une enquête faite avant Palabre', 'Record a survey made before Palabre'),
  'help.noun.show': pair('Montrer où elle en est', 'Show how it stands'),
  'help.noun.do': pair('Lui demander une commande', 'Ask it for a command'),
  'help.noun.actions': pair('Lister ce que vous pouvez lui demander maintenant', 'List what you may ask of it now'),
  'help.noun.whyNot': pair(
    'Dire si une commande serait acceptée, et sinon pourquoi',
    'Say whether a command would be accepted, and if not, why',
  ),
  'help.campaigns.invite': pair(
    'Faire des invitations d’un seul usage, montrées ici et nulle part ailleurs',
    'Make invitations of one use, shown here and nowhere else',
  ),
  'help.campaigns.survey': pair('Montrer les questions, sans compte', 'Show the questions, without an account'),
  'help.campaigns.answer': pair('Répondre avec une invitation, sans compte', 'Answer with an invitation, without an account'),
  'option.count': pair('nombre d’invitations', 'number of invitations'),
  'option.invitation': pair('invitation reçue', 'invitation that you received'),
  'option.surveyData': pair(
    'réponses : {"answers":{…},"traits":{…}}, ou @fichier.json',
    'answers: {"answers":{…},"traits":{…}}, or @file.json',
  ),
  'noun.opened': pair('Commencé : {id}, version {version}.', 'Begun: {id}, version {version}.'),
  'noun.accepted': pair('Accepté : version {version}.', 'Accepted: version {version}.'),
  'noun.invitations': pair(
    '{count} invitation(s) ; elles ne seront plus montrées. Donnez-les sans noter à qui.',
    '{count} invitation(s); they will not be shown again. Hand them out without noting to whom.',
  ),
  'noun.answered': pair('Merci : la réponse est prise.', 'Thank you: the answer is taken.'),
} as const;
