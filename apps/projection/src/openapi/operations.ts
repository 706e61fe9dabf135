import type { Operation } from '@palabre/contracts';
import type { z } from 'zod';
import { headsQuery, pageQuery, recordsQuery } from '../operating/operator.controller.js';
import { listsOfAll } from '../reading/lists-of-all.js';
import { listsOfOne } from '../reading/lists-of-one.js';
import { fileQuery } from '../reading/partnership.controller.js';
import { atQuery, questionsQuery, verifyQuery } from '../replay/replay.controller.js';
import { historyQuery } from '../replay/stream.controller.js';

const ofReaders = [400, 401, 404, 503] as const;

type Spoken = readonly [fr: string, en: string];

const read = (id: string, path: string, [fr, en]: Spoken, query?: z.ZodType): Operation => ({
  id,
  method: 'get',
  path,
  says: { fr, en },
  ...(query === undefined ? {} : { query }),
  body: null,
  answers: null,
  success: 200,
  refusals: ofReaders,
  openToAll: false,
});

const followed = (id: string, path: string, says: Spoken): Operation => ({ ...read(id, path, says), as: 'text/event-stream' });

/** For operators alone. */
const operated = (operation: Operation): Operation => ({ ...operation, refusals: [...operation.refusals, 403] });

const act = (id: string, path: string, says: Spoken, body: string | null = null): Operation =>
  operated({ ...read(id, path, says), method: 'post', body });

const open = (id: string, path: string, says: Spoken, refusals: readonly number[] = []): Operation => ({
  ...read(id, path, says),
  refusals,
  openToAll: true,
});

/** `past-breaches` of partnerships as the name of an operation: `partnershipPastBreaches`. */
const named = (of: string, list: string): string =>
  [of, ...list.split('-')].map((word, at) => (at === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`)).join('');

const partnership = '/v1/partnerships/{id}';

const lists: readonly Operation[] = [
  ...Object.entries(listsOfAll).map(([name, { says, query }]) => read(named('list', name), `/v1/${name}`, [says.fr, says.en], query)),
  ...Object.entries(listsOfOne).map(([name, { says, query }]) =>
    read(named('partnership', name), `${partnership}/${name}`, [says.fr, says.en], query),
  ),
];

/** Every address of the reading side; a test compares it with the routes that the server really has. */
export const operations: readonly Operation[] = [
  ...lists,
  read('partnershipFile', partnership, ['Un partenariat, en entier', 'One partnership, whole'], fileQuery),
  read(
    'partnershipAt',
    `${partnership}/at`,
    ['L’état à une version ou à une date, et qui l’a posé', 'The state at a version or date, and who set it'],
    atQuery,
  ),
  read(
    'partnershipQuestions',
    `${partnership}/questions`,
    ['Ce qu’un questionnaire demande à chaque partie maintenant', 'What a form asks of each party now'],
    questionsQuery,
  ),
  read(
    'partnershipVerify',
    `${partnership}/verify`,
    ['Le registre, les vues et la chaîne, comparés', 'Ledger, views and chain compared'],
    verifyQuery,
  ),
  followed('partnershipLive', `${partnership}/live`, [
    'Ce qui bouge dans un partenariat, au fil de l’eau',
    'What moves in one partnership, live',
  ]),
  followed('live', '/v1/live', ['Ce qui bouge dans vos partenariats, au fil de l’eau', 'What moves in your partnerships, live']),
  read(
    'streamHistory',
    '/v1/streams/{kind}/{id}/history',
    ['Les événements d’une organisation, d’une charte ou d’une campagne', 'The events of an organisation, a charter or a campaign'],
    historyQuery,
  ),
  read('streamVerify', '/v1/streams/{kind}/{id}/verify', [
    'Le registre et la chaîne d’un tel flux, comparés',
    'Ledger and chain of such a stream compared',
  ]),
  operated(read('parked', '/v1/parked', ['Les flux mis de côté', 'Streams that are parked'], pageQuery)),
  operated(
    read('parkedRecords', '/v1/parked/{stream}', ['Ce qui attend dans un flux mis de côté', 'What waits in a parked stream'], recordsQuery),
  ),
  act('retryParked', '/v1/parked/{stream}/retry', ['Relire ce qui attend', 'Look again at what waits']),
  act(
    'dismissParked',
    '/v1/parked/{stream}/dismiss',
    ['Écarter ce qui n’aura jamais de place', 'Set aside what will never find a place'],
    'Dismissal',
  ),
  {
    ...act('rebuild', '/v1/rebuilds', ['Reconstruire une vue depuis le registre', 'Rebuild a read model from the ledger'], 'Rebuild'),
    success: 202,
  },
  operated(read('rebuilds', '/v1/rebuilds', ['Les reconstructions', 'Rebuilds'])),
  operated(read('rebuildJob', '/v1/rebuilds/{id}', ['Une reconstruction et où elle en est', 'One rebuild, and how far it is'])),
  operated(read('heads', '/v1/heads', ['La tête de chaque flux', 'The head of every stream'], headsQuery)),
  open('document', '/v1/openapi.json', ['Ce document', 'This document']),
  open('health', '/v1/health', ['Le côté lecture suit-il', 'Whether the reading side keeps up'], [503]),
  open('healthProbe', '/health', ['La même réponse, pour une sonde', 'The same answer, for a probe'], [503]),
];
