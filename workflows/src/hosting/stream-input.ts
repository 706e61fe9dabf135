import { opaqueId } from '@palabre/contracts';
import type { Circumstances, StreamRules, StreamState } from '@palabre/lifecycle';
import type { CarriedAnswers } from './answered-commands.js';

/** What a run hands to the next one. */
export interface CarriedStream<S extends StreamState> {
  readonly state: S;
  readonly announcedVersion: number;
  readonly answered: CarriedAnswers;
}

/** What a run starts from, whatever its stream: what was brought when it opened, or what the run before hands over. */
export interface HostedInput<S extends StreamState> {
  readonly id: string;
  readonly brought: Pick<Circumstances, 'policy' | 'settings'>;
  readonly carried: CarriedStream<S> | null;
}

export type Shape = Readonly<Record<string, unknown>>;

/** Turns an input of version `place + 1` into the next version. */
export type InputUpcaster = (input: Shape) => Shape;

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(entry => typeof entry === 'string');

/** A broken input is a bug of whoever wrote it: the workflow task fails and is shown until code that understands it runs. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`Stream input: ${what}`);
}

/** Brings an input of any earlier version to the newest one, step by step. */
export function upcast(input: Shape, steps: readonly InputUpcaster[]): Shape {
  const version = input['schemaVersion'];
  must(typeof version === 'number' && Number.isInteger(version) && version >= 1, 'schemaVersion is missing');
  must(version <= steps.length + 1, `schemaVersion ${version} is newer than this worker, which reads up to ${steps.length + 1}`);
  return steps.slice(version - 1).reduce((older, step) => step(older), input);
}

/** Slices that a later version of the rules brought start empty. */
function readState<S extends StreamState>(rules: StreamRules<S>, id: string, value: unknown): S {
  must(isShape(value) && value['schema'] === 1, 'carried.state has no known schema');
  must(value['id'] === id, `carried.state belongs to another ${rules.kind}`);
  const head = value['head'];
  must(isShape(head) && Number.isInteger(head['version']) && typeof head['hash'] === 'string', 'carried.state has no head');
  return { ...rules.empty(id), ...value };
}

function readAnswers(value: unknown): CarriedAnswers {
  must(
    isShape(value) && isTexts(value['eventTypes']) && isTexts(value['entries']) && Array.isArray(value['refusals']),
    'carried.answered is broken',
  );
  return { eventTypes: value['eventTypes'], refusals: value['refusals'], entries: value['entries'] };
}

function readCarried<S extends StreamState>(rules: StreamRules<S>, id: string, value: unknown): CarriedStream<S> {
  must(isShape(value), 'carried is neither null nor an object');
  const announcedVersion = value['announcedVersion'];
  must(typeof announcedVersion === 'number' && Number.isInteger(announcedVersion), 'carried.announcedVersion is missing');
  return { state: readState(rules, id, value['state']), announcedVersion, answered: readAnswers(value['answered']) };
}

/** Reads what every input has: its id, and what the run before hands over. Throws when it is broken or too new. */
export function readInput<S extends StreamState>(
  rules: StreamRules<S>,
  value: unknown,
  steps: readonly InputUpcaster[],
): { readonly input: Shape; readonly id: string; readonly carried: CarriedStream<S> | null } {
  must(isShape(value), 'not an object');
  const input = upcast(value, steps);
  const id = opaqueId.parse(input['id']);
  return { input, id, carried: input['carried'] === null ? null : readCarried(rules, id, input['carried']) };
}
