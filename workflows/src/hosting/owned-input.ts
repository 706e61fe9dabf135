import { streamSettings, type StreamSettings } from '@palabre/contracts';
import type { OwnedState, StreamRules } from '@palabre/lifecycle';
import type { Hosted } from './stream.workflow.js';
import { must, readInput, type CarriedStream, type InputUpcaster } from './stream-input.js';

/**
 * What a run of an organisation, a charter or a campaign starts from. A public schema, like that of a partnership: a
 * changed shape is a new `schemaVersion` with an upcaster.
 */
export interface OwnedInput<S extends OwnedState = OwnedState> {
  readonly schemaVersion: 1;
  readonly id: string;
  /** What the stream will live by; null when it is carried on. */
  readonly settings: StreamSettings | null;
  readonly carried: CarriedStream<S> | null;
}

const upcasters: readonly InputUpcaster[] = [];

/** How the workflow of one of these streams is hosted. */
export const ownedStream = <S extends OwnedState>(rules: StreamRules<S>): Hosted<S> => ({
  rules,
  read: started => {
    const { input, id, carried } = readInput(rules, started, upcasters);
    const settings = input['settings'] === null ? null : streamSettings.parse(input['settings']);
    must(settings !== null || carried !== null, 'a stream opens with its settings or is carried on');
    return { id, carried, brought: settings === null ? {} : { settings } };
  },
  handOver: (id, carried): OwnedInput<S> => ({ schemaVersion: 1, id, settings: null, carried }),
});
