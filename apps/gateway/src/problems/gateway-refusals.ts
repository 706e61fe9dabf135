import type { Localized, Refusal } from '@palabre/contracts';
import { Refused, type RefusalContext } from './refused.js';
import type { GatewayCode } from './statuses.js';

interface Wording {
  /** Rule that the request broke; the permission page and the problem types use the same words. */
  readonly rule: string;
  readonly reason: Localized;
  readonly next: Localized;
}

const say = (rule: string, reason: readonly [fr: string, en: string], next: readonly [fr: string, en: string]): Wording => ({
  rule,
  reason: { fr: reason[0], en: reason[1] },
  next: { fr: next[0], en: next[1] },
});

const signInAgain = [
  'Ouvrez une nouvelle session auprès de votre fournisseur d’identité.',
  'Sign in again at your identity provider.',
] as const;

const repeatLater = [
  'Renvoyez la même requête avec le même identifiant : elle ne sera jamais exécutée deux fois.',
  'Send the same request again with the same id: it is never carried out twice.',
] as const;

/** What the gateway itself says, one row for each of its codes. */
export const gatewayWordings: Readonly<Record<GatewayCode, Wording>> = {
  'malformed-request': say(
    'SHAPE',
    ['La requête HTTP est mal formée.', 'The HTTP request is malformed.'],
    ['Comparez l’adresse et les en-têtes avec /v1/openapi.json.', 'Compare address and headers with /v1/openapi.json.'],
  ),
  'malformed-json': say(
    'SHAPE',
    ['Le corps de la requête n’est pas un document JSON lisible.', 'The body of the request is not a readable JSON document.'],
    ['Envoyez un objet JSON en UTF-8.', 'Send one JSON object in UTF-8.'],
  ),
  'no-token': say(
    'IDENTITY',
    ['La requête ne porte pas de jeton d’accès.', 'The request carries no access token.'],
    [
      'Ajoutez l’en-tête « Authorization: Bearer … » avec le jeton de votre session.',
      'Add the header “Authorization: Bearer …” with the token of your session.',
    ],
  ),
  'token-expired': say('IDENTITY', ['Votre session a expiré.', 'Your session has expired.'], signInAgain),
  'token-foreign': say(
    'IDENTITY',
    [
      'Ce jeton n’a pas été émis par notre fournisseur d’identité pour Palabre.',
      'This token was not issued by our identity provider for Palabre.',
    ],
    signInAgain,
  ),
  'token-unusable': say(
    'IDENTITY',
    [
      'Ce jeton ne dit pas, dans une forme connue, quelle personne agit, pour quelle organisation et dans quelles fonctions.',
      'This token does not say, in a known form, which person acts, for which organisation and in which functions.',
    ],
    ['Demandez à l’administration des comptes de vérifier vos fonctions.', 'Ask the account administration to check your functions.'],
  ),
  'not-permitted': say(
    'PERMISSION',
    ['Aucune de vos fonctions ne permet cette commande.', 'None of your functions permits this command.'],
    [
      'Voyez dans /v1/commands qui peut la demander, et adressez-vous à cette personne.',
      'See in /v1/commands who may ask for it, and turn to that person.',
    ],
  ),
  'protected-file': say(
    'AGI-02',
    [
      'Ce dossier est protégé : il est ouvert aux seules personnes que chaque partie a nommées.',
      'This file is protected: it is open only to the people whom each party has named.',
    ],
    ['Demandez à la hiérarchie de votre partie de vous nommer.', 'Ask the hierarchy of your party to name you.'],
  ),
  'no-such-route': say(
    'ROUTES',
    ['Cette adresse n’existe pas.', 'This address does not exist.'],
    ['Les adresses sont décrites dans /v1/openapi.json.', 'The addresses are described in /v1/openapi.json.'],
  ),
  'unknown-stream': say(
    'PERMISSION',
    ['Rien que vous puissiez voir ne porte cet identifiant.', 'Nothing that you may see has this id.'],
    ['Vérifiez l’identifiant, ou demandez l’accès à son organisation.', 'Check the id, or ask its organisation for access.'],
  ),
  'stream-ended': say(
    'ENDED',
    ['C’est terminé : tout s’y lit, rien n’y change.', 'This has ended: everything can be read, nothing changes.'],
    ['Lisez les résultats, ou attendez la prochaine campagne.', 'Read the results, or wait for the next campaign.'],
  ),
  'unknown-partnership': say(
    'PERMISSION',
    ['Aucun partenariat que vous puissiez consulter ne porte cet identifiant.', 'No partnership that you may see has this id.'],
    ['Vérifiez l’identifiant dans la liste de vos partenariats.', 'Check the id in the list of your partnerships.'],
  ),
  'body-too-large': say(
    'LIMITS',
    ['Le corps de la requête dépasse la taille admise.', 'The body of the request is over the size limit.'],
    ['Déposez les longs documents à part et citez leur référence.', 'File long documents elsewhere and quote their reference.'],
  ),
  'unsupported-media-type': say(
    'SHAPE',
    ['Seul le JSON est accepté.', 'Only JSON is accepted.'],
    ['Envoyez l’en-tête « Content-Type: application/json ».', 'Send the header “Content-Type: application/json”.'],
  ),
  'invalid-data': say(
    'SHAPE',
    ['La requête contient des champs inconnus, manquants ou mal formés.', 'The request has unknown, missing or badly formed fields.'],
    ['Corrigez chaque champ de la liste « fields ».', 'Correct each field of the list “fields”.'],
  ),
  'unknown-command': say(
    'COMMANDS',
    ['Cette commande n’existe pas.', 'This command does not exist.'],
    ['La liste des commandes est dans /v1/commands.', 'The list of commands is in /v1/commands.'],
  ),
  'wrong-route-for-command': say(
    'ROUTES',
    ['Cette commande n’est pas reçue à cette adresse.', 'This command is not received at this address.'],
    [
      'OpenPartnership va à /v1/partnerships, toutes les autres à /v1/partnerships/{id}/commands.',
      'OpenPartnership goes to /v1/partnerships, all others to /v1/partnerships/{id}/commands.',
    ],
  ),
  'unknown-charter': say(
    'CHARTER',
    [
      'Cette charte, ou ce type dans cette charte, n’est pas proposé ici.',
      'This charter, or this type in this charter, is not offered here.',
    ],
    ['Choisissez une charte chargée et un type qu’elle propose.', 'Choose a loaded charter and a type that it offers.'],
  ),
  'too-many-requests': say(
    'LIMITS',
    ['Vous avez envoyé trop de requêtes en peu de temps.', 'You have sent too many requests in a short time.'],
    ['Attendez la durée indiquée par Retry-After.', 'Wait as long as Retry-After says.'],
  ),
  'internal-error': say(
    'CONTINUITY',
    ['Palabre a rencontré une erreur qui ne vient pas de vous.', 'Palabre met an error that is not of your making.'],
    ['Signalez-la avec l’identifiant « correlation » de cette réponse.', 'Report it with the “correlation” id of this answer.'],
  ),
  'temporal-away': say(
    'CONTINUITY',
    ['Le moteur des partenariats ne répond pas en ce moment.', 'The engine of the partnerships is not answering at the moment.'],
    repeatLater,
  ),
  'answer-outstanding': say(
    'CONTINUITY',
    ['La décision n’est pas encore revenue ; elle a pu être prise.', 'The decision has not come back yet; it may have been taken.'],
    repeatLater,
  ),
  'issuer-away': say(
    'CONTINUITY',
    [
      'Le fournisseur d’identité ne répond pas ; votre jeton ne peut pas être vérifié.',
      'The identity provider is not answering; your token cannot be verified.',
    ],
    repeatLater,
  ),
  'partnership-ended': say(
    'ENDED',
    ['Ce partenariat est terminé : plus rien n’y change.', 'This partnership has ended: nothing in it changes any more.'],
    [
      'Son histoire se lit toujours ; ouvrez un nouveau partenariat pour continuer ensemble.',
      'Its history can still be read; open a new partnership to go on together.',
    ],
  ),
};

/** More precise words than the row's, for instance the nearest known name. */
export interface Precision {
  readonly reason?: Localized;
  readonly next?: Localized;
}

export const gatewayRefusal = (code: GatewayCode, precision: Precision = {}): Refusal => ({
  code,
  ...gatewayWordings[code],
  ...precision,
  gates: [],
});

export const refuse = (code: GatewayCode, context: RefusalContext = {}, precision: Precision = {}): Refused =>
  new Refused(gatewayRefusal(code, precision), context);
