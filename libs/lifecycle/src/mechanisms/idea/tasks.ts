import { commands } from '@palabre/contracts';
import { say } from '../../decision.js';
import type { TaskRow } from '../../mechanism.js';
import { askOf } from '../../tasks/task-state.js';
import { headOf } from '../text/questions.js';
import { notYetRead, partiesWithLeaders, withoutOpinion } from './questions.js';

export const ideaTasks: readonly TaskRow[] = [
  {
    kind: 'give-community-opinion',
    title: say('Donner l’avis des responsables communautaires', 'Give the opinion of community leaders'),
    roles: commands.GiveCommunityOpinion.by.roles,
    doneBy: ['CommunityOpinionGiven'],
    verdicts: { grant: 'GiveCommunityOpinion', refuse: null, contest: null },
    requirements: ['AGI-32', 'AGI-08'],
    asks: state =>
      withoutOpinion(state).flatMap(kind => {
        const head = headOf(state, kind);
        if (head === undefined || head.status === 'agreed') return [];
        const subject = { kind, version: head.version, hash: head.hash };
        return partiesWithLeaders(state).map(party => askOf(party, { key: kind, subject }));
      }),
  },
  {
    kind: 'read-brand-incident',
    title: say('Lire un incident qui touche la marque commune, et répondre', 'Read an incident on the shared brand, and answer'),
    roles: commands.AcknowledgeBrandIncident.by.roles,
    doneBy: ['BrandIncidentAcknowledged'],
    verdicts: { grant: 'AcknowledgeBrandIncident', refuse: null, contest: null },
    requirements: ['MDM-59'],
    asks: state =>
      state.idea.incidents.flatMap(open =>
        notYetRead(state, open).map(party => askOf(party, { key: open.incident, about: open.incident })),
      ),
  },
];
