import { pair } from './pair.js';

/** Organisations, charters and campaigns: help, and what is shown. */
export const nounWords = {
  'help.organisations': pair(
    'Organisations : le registre, ce qu’elles tiennent, où en est chaque partenaire',
    'Organisations: the register, what they keep, where each partner stands',
  ),
  'help.campaigns': pair('Enquêtes auprès des partenaires : ouvrir, inviter, répondre', 'Surveys of the partners: open, invite, answer'),
  'help.commandsOf.organisation': pair('Commandes d’une organisation :', 'Commands of an organisation:'),
  'help.commandsOf.charter': pair('Commandes d’une charte :', 'Commands of a charter:'),
  'help.commandsOf.campaign': pair('Commandes d’une campagne :', 'Commands of a campaign:'),
  'help.organisations.register': pair('Inscrire une organisation au registre', 'Enter an organisation in the register'),
  'help.charters.draft': pair('Mettre une charte en chantier dans Palabre', 'Begin a charter in Palabre'),
  'help.campaigns.open': pair('Ouvrir une campagne d’enquête', 'Open a survey campaign'),
  'help.campaigns.baseline': pair('Inscrire une enquête faite avant Palabre', 'Record a survey made before Palabre'),
  'help.noun.show': pair('Montrer où elle en est', 'Show how it stands'),
  'help.noun.do': pair('Demander un acte à son sujet ; --help en donne la liste', 'Ask for an act about it; --help lists them'),
  'help.noun.actions': pair('Lister ce que vous pouvez demander maintenant', 'List what you may ask for now'),
  'help.noun.whyNot': pair('Dire si un acte serait accepté, et sinon pourquoi', 'Say whether an act would be accepted, and if not, why'),
  'help.campaigns.invite': pair(
    'Faire des invitations d’un seul usage, montrées ici et nulle part ailleurs',
    'Make invitations of one use, shown here and nowhere else',
  ),
  'help.campaigns.from': pair(
    'Ouvrir une campagne avec l’enquête d’une charte ; son titre et sa fin viennent par --data',
    'Open a campaign with the survey of a charter; its title and its end come with --data',
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
