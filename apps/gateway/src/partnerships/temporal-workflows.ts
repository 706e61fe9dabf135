import type { StreamRef, StreamWorkflows } from '../streams/stream-workflows.port.js';
import type { PartnershipWorkflows } from './workflows.port.js';

const of = (id: string): StreamRef => ({ kind: 'partnership', id });

/** The partnerships among all streams. */
export const partnershipsAmong = (streams: StreamWorkflows): PartnershipWorkflows => ({
  open: ({ partnership, policy, command }) =>
    streams.open(of(partnership), { schemaVersion: 1, id: partnership, policy, carried: null }, command),
  execute: (partnership, command) => streams.execute(of(partnership), command),
  standing: partnership => streams.standing(of(partnership)),
  state: partnership => streams.state(of(partnership)),
  whyNot: (partnership, question) => streams.whyNot(of(partnership), question),
  openActions: (partnership, actor) => streams.openActions(of(partnership), actor),
  reachable: () => streams.reachable(),
  close: () => streams.close(),
});
