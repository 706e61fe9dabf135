import type { Localized } from '@palabre/contracts';

/** One address of the gateway. `body` and `answers` name schemas of the document; null means any object. */
export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly says: Localized;
  readonly body: string | null;
  readonly answers: string | null;
  readonly success: 200 | 201;
  readonly refusals: readonly number[];
  readonly openToAll: boolean;
}

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
  open('commands', '/v1/commands', 'La table des commandes', 'The table of commands'),
  open('document', '/v1/openapi.json', 'Ce document', 'This document'),
  { ...open('health', '/v1/health', 'La passerelle fonctionne-t-elle', 'Whether the gateway works'), refusals: [] },
];
