import { canonicalJson, contentHash, sha256Hex, type AnyCommand, type CommandAnswer, type Refusal } from '@palabre/contracts';

/** Answers as they travel with continue-as-new: dictionaries, and one short text per command, oldest first. */
export interface CarriedAnswers {
  readonly eventTypes: readonly string[];
  readonly refusals: readonly Refusal[];
  /** `id.body.version.events.warnings` or `id.body.version.!refusal`; numbers in base 36, places in the dictionaries. */
  readonly entries: readonly string[];
}

export const noAnswers: CarriedAnswers = { eventTypes: [], refusals: [], entries: [] };

/** Budget of what travels: about a thousand commands. A client that repeats a command does so within minutes. */
export const carriedEntries = 1_000;
export const carriedCharacters = 24_000;

interface Remembered {
  readonly body: string;
  readonly answer: CommandAnswer;
}

const idKey = (commandId: string): string => sha256Hex(commandId).slice(0, 16);

/** What makes two requests the same: who asks for what. A new token or a new correlation does not change it. */
const bodyKey = (command: AnyCommand): string =>
  contentHash({
    type: command.type,
    data: command.data,
    at: command.at ?? null,
    expectedVersion: command.expectedVersion ?? null,
    person: command.actor.person,
    organisation: command.actor.organisation,
  }).slice(0, 8);

const short = (number: number): string => number.toString(36);
const long = (text: string): number => Number.parseInt(text, 36);

/** Values kept once, each known by its place. */
class Dictionary<T> {
  readonly values: T[] = [];
  readonly #places = new Map<string, number>();

  place(value: T): string {
    const key = canonicalJson(value);
    const place = this.#places.get(key) ?? this.values.push(value) - 1;
    this.#places.set(key, place);
    return short(place);
  }
}

function packed(id: string, { body, answer }: Remembered, types: Dictionary<string>, refusals: Dictionary<Refusal>): string {
  const head = `${id}.${body}.${short(answer.version)}`;
  if (answer.outcome === 'refused') return `${head}.!${refusals.place(answer.refusal)}`;
  const events = answer.events.map(event => `${types.place(event.type)}-${short(answer.version - event.version)}`);
  return `${head}.${events.join(',')}.${answer.warnings.map(warning => refusals.place(warning)).join(',')}`;
}

/** The value at a place. A place outside its dictionary means a broken input: a bug, never an outcome. */
function at<T>(values: readonly T[], place: string): T {
  const value = values[long(place)];
  if (value === undefined) throw new Error(`Answered commands: no value at place ${place}`);
  return value;
}

const listed = (text: string): string[] => (text === '' ? [] : text.split(','));

function unpacked(entry: string, carried: CarriedAnswers): [string, Remembered] {
  const [id = '', body = '', versionText = '', first = '', warnings = ''] = entry.split('.');
  const version = long(versionText);
  if (first.startsWith('!')) return [id, { body, answer: { outcome: 'refused', version, refusal: at(carried.refusals, first.slice(1)) } }];
  const events = listed(first).map(text => {
    const [type = '', back = ''] = text.split('-');
    return { type: at(carried.eventTypes, type), version: version - long(back) };
  });
  return [
    id,
    { body, answer: { outcome: 'accepted', version, events, warnings: listed(warnings).map(place => at(carried.refusals, place)) } },
  ];
}

/**
 * Commands that this stream has answered, by the id their client chose: the same request again gets the same
 * answer, also after continue-as-new. The server's own memory of Updates ends with a run.
 */
export class AnsweredCommands {
  readonly #byId: Map<string, Remembered>;

  constructor(carried: CarriedAnswers) {
    this.#byId = new Map(carried.entries.map(entry => unpacked(entry, carried)));
  }

  /** The earlier answer, `'reused'` when the id belonged to another request, or null for a new command. */
  find(command: AnyCommand): CommandAnswer | 'reused' | null {
    const known = this.#byId.get(idKey(command.id));
    if (known === undefined) return null;
    return known.body === bodyKey(command) ? known.answer : 'reused';
  }

  remember(command: AnyCommand, answer: CommandAnswer): void {
    this.#byId.set(idKey(command.id), { body: bodyKey(command), answer });
  }

  /** The newest answers that fit the budget, in their compact form. */
  carry(): CarriedAnswers {
    const types = new Dictionary<string>();
    const refusals = new Dictionary<Refusal>();
    const entries: string[] = [];
    let characters = 0;
    for (const [id, remembered] of [...this.#byId].reverse().slice(0, carriedEntries)) {
      const entry = packed(id, remembered, types, refusals);
      characters += entry.length + 3;
      if (characters + JSON.stringify([types.values, refusals.values]).length > carriedCharacters) break;
      entries.unshift(entry);
    }
    return { eventTypes: types.values, refusals: refusals.values, entries };
  }
}
