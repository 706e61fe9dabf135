import { opaqueId, partnershipPolicy, type PartnershipPolicy } from '@palabre/contracts';
import { initialState, type PartnershipState } from '@palabre/lifecycle';
import type { CarriedAnswers } from './answered-commands.js';

/**
 * What a run of the partnership workflow starts from. A public schema: runs that began years ago hand it on, and the
 * gateway writes it when a partnership opens. A changed shape is a new `schemaVersion` with an upcaster and a golden
 * file in `workflows/inputs`.
 */
export interface PartnershipInput {
  readonly schemaVersion: 1;
  /** Partnership id, without `partnership/`. */
  readonly id: string;
  /** The policy under which the partnership opens; null when it is carried on. */
  readonly policy: PartnershipPolicy | null;
  /** What the run before hands over; null when the partnership opens. */
  readonly carried: Carried | null;
}

export interface Carried {
  readonly state: PartnershipState;
  readonly announcedVersion: number;
  readonly answered: CarriedAnswers;
}

type Shape = Readonly<Record<string, unknown>>;

/** Turns an input of version `place + 1` into the next version. */
export type InputUpcaster = (input: Shape) => Shape;

const upcasters: readonly InputUpcaster[] = [];

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(entry => typeof entry === 'string');

/** A broken input is a bug of whoever wrote it: the workflow task fails and is shown until code that understands it runs. */
function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`Partnership input: ${what}`);
}

/** Brings an input of any earlier version to the newest one, step by step. */
export function upcast(input: Shape, steps: readonly InputUpcaster[]): Shape {
  const version = input['schemaVersion'];
  must(typeof version === 'number' && Number.isInteger(version) && version >= 1, 'schemaVersion is missing');
  must(version <= steps.length + 1, `schemaVersion ${version} is newer than this worker, which reads up to ${steps.length + 1}`);
  return steps.slice(version - 1).reduce((older, step) => step(older), input);
}

/** Slices that a later version of the rules brought start empty. */
function readState(id: string, value: unknown): PartnershipState {
  must(isShape(value) && value['schema'] === 1, 'carried.state has no known schema');
  must(value['id'] === id, 'carried.state belongs to another partnership');
  const head = value['head'];
  must(isShape(head) && Number.isInteger(head['version']) && typeof head['hash'] === 'string', 'carried.state has no head');
  return { ...initialState(id), ...value };
}

function readAnswers(value: unknown): CarriedAnswers {
  must(
    isShape(value) && isTexts(value['eventTypes']) && isTexts(value['entries']) && Array.isArray(value['refusals']),
    'carried.answered is broken',
  );
  return { eventTypes: value['eventTypes'], refusals: value['refusals'], entries: value['entries'] };
}

function readCarried(id: string, value: unknown): Carried {
  must(isShape(value), 'carried is neither null nor an object');
  const announcedVersion = value['announcedVersion'];
  must(typeof announcedVersion === 'number' && Number.isInteger(announcedVersion), 'carried.announcedVersion is missing');
  return { state: readState(id, value['state']), announcedVersion, answered: readAnswers(value['answered']) };
}

/** Reads the input of a run, of whatever version. Throws when it is broken or newer than this code. */
export function readPartnershipInput(value: unknown): PartnershipInput {
  must(isShape(value), 'not an object');
  const input = upcast(value, upcasters);
  const id = opaqueId.parse(input['id']);
  const carried = input['carried'] === null ? null : readCarried(id, input['carried']);
  const policy = input['policy'] === null ? null : partnershipPolicy.parse(input['policy']);
  must(policy !== null || carried !== null, 'a partnership opens under a policy or is carried on');
  return { schemaVersion: 1, id, policy, carried };
}
