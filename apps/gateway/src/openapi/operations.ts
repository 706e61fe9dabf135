import { ownedStreamKinds, type Localized, type Operation, type OwnedStreamKind } from '@palabre/contracts';
import { collections } from '../streams/stream.controllers.js';

const ofEveryone = [401, 429, 503] as const;
const ofReaders = [...ofEveryone, 404] as const;
const ofWriters = [...ofEveryone, 400, 403, 409, 410, 413, 415, 422] as const;

const question = (id: string, path: string, answers: string | null, fr: string, en: string): Operation => ({
  id,
  method: 'get',
  path,
  says: { fr, en },
  body: null,
  answers,
  success: 200,
  refusals: ofReaders,
  openToAll: false,
});

const open = (id: string, path: string, fr: string, en: string): Operation => ({
  ...question(id, path, null, fr, en),
  refusals: [429],
  openToAll: true,
});

const stated = (kind: OwnedStreamKind): Localized =>
  ({
    organisation: { fr: 'une organisation du registre', en: 'an organisation of the register' },
    charter: { fr: 'une charte', en: 'a charter' },
    campaign: { fr: 'une campagne d’écoute', en: 'a survey campaign' },
  })[kind];

/** The addresses that each kind of these streams has alike. */
function ownedOperations(kind: OwnedStreamKind): readonly Operation[] {
  const path = `/v1/${collections[kind]}`;
  const [of, name] = [stated(kind), `${kind[0]?.toUpperCase()}${kind.slice(1)}`];
  const writing = { method: 'post', openToAll: false } as const;
  return [
    {
      ...writing,
      id: `open${name}`,
      path,
      says: { fr: `Commencer ${of.fr}`, en: `Begin ${of.en}` },
      body: `${name}Opening`,
      answers: 'CommandAnswer',
      success: 201,
      refusals: ofWriters,
    },
    {
      ...writing,
      id: `send${name}Command`,
      path: `${path}/{id}/commands`,
      says: { fr: `Adresser une commande à ${of.fr}`, en: `Send a command to ${of.en}` },
      body: `${name}Command`,
      answers: 'CommandAnswer',
      success: 200,
      refusals: [...ofWriters, 404],
    },
    question(`${kind}Standing`, `${path}/{id}/standing`, null, `Où en est ${of.fr}`, `Where ${of.en} stands`),
    question(`${kind}State`, `${path}/{id}/state`, null, `L’état de ${of.fr}, pour vérifier`, `The state of ${of.en}, for verifying`),
    question(
      `${kind}OpenActions`,
      `${path}/{id}/open-actions`,
      'OpenActions',
      `Ce que vous pouvez demander à ${of.fr}`,
      `What you may ask of ${of.en}`,
    ),
    {
      ...writing,
      id: `${kind}WhyNot`,
      path: `${path}/{id}/why-not`,
      says: { fr: `Pourquoi ${of.fr} refuserait une commande`, en: `Why ${of.en} would refuse a command` },
      body: 'WhyNotQuestion',
      answers: 'WhyNotAnswer',
      success: 200,
      refusals: [...ofReaders, 400, 413, 415, 422],
    },
  ];
}

const surveyOperations: readonly Operation[] = [
  {
    id: 'issueInvitations',
    method: 'post',
    path: '/v1/campaigns/{id}/invitations',
    says: { fr: 'Émettre des invitations, montrées une seule fois', en: 'Issue invitations, shown once only' },
    body: 'InvitationsRequest',
    answers: 'InvitationsAnswer',
    success: 200,
    refusals: [...ofWriters, 404],
    openToAll: false,
  },
  {
    ...open('survey', '/v1/campaigns/{id}/survey', 'Les questions d’une campagne', 'The questions of a campaign'),
    refusals: [404, 429, 503],
  },
  {
    id: 'answerSurvey',
    method: 'post',
    path: '/v1/campaigns/{id}/answers',
    says: { fr: 'Répondre à une enquête avec une invitation, sans session', en: 'Answer a survey with an invitation, without a login' },
    body: 'SurveyAnswer',
    answers: null,
    success: 200,
    refusals: [400, 403, 404, 410, 413, 415, 422, 429, 503],
    openToAll: true,
  },
];

/** Every address of the gateway; a test compares it with the routes that the server really has. */
export const operations: readonly Operation[] = [
  {
    id: 'openPartnership',
    method: 'post',
    path: '/v1/partnerships',
    says: { fr: 'Ouvrir un partenariat', en: 'Open a partnership' },
    body: 'OpenPartnershipRequest',
    answers: 'OpeningAnswer',
    success: 201,
    refusals: ofWriters,
    openToAll: false,
  },
  {
    id: 'sendCommand',
    method: 'post',
    path: '/v1/partnerships/{id}/commands',
    says: { fr: 'Adresser une commande à un partenariat', en: 'Send a command to a partnership' },
    body: 'CommandRequest',
    answers: 'CommandAnswer',
    success: 200,
    refusals: [...ofWriters, 404],
    openToAll: false,
  },
  question('standing', '/v1/partnerships/{id}/standing', null, 'Où en est le partenariat', 'Where the partnership stands'),
  question('state', '/v1/partnerships/{id}/state', null, 'État complet, pour vérifier', 'The whole state, for verifying'),
  question(
    'openActions',
    '/v1/partnerships/{id}/open-actions',
    'OpenActions',
    'Ce que vous pouvez demander maintenant',
    'What you may ask for now',
  ),
  {
    id: 'whyNot',
    method: 'post',
    path: '/v1/partnerships/{id}/why-not',
    says: { fr: 'Pourquoi une commande serait refusée', en: 'Why a command would be refused' },
    body: 'WhyNotQuestion',
    answers: 'WhyNotAnswer',
    success: 200,
    refusals: [...ofReaders, 400, 413, 415, 422],
    openToAll: false,
  },
  ...ownedStreamKinds.flatMap(ownedOperations),
  ...surveyOperations,
  open('commands', '/v1/commands', 'La table des commandes', 'The table of commands'),
  open('document', '/v1/openapi.json', 'Ce document', 'This document'),
  { ...open('health', '/v1/health', 'La passerelle fonctionne-t-elle', 'Whether the gateway works'), refusals: [] },
];
