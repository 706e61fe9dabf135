import { events, formKinds, isEventType, type EventType, type Localized } from '@palabre/contracts';
import type { HistoryItem, TimelineRow } from '../api/reads.js';
import { spoken, type Session } from '../session.js';
import { deadlineRuleWords } from '../words/deadline-words.js';
import { factWords } from '../words/fact-words.js';
import { answersIn } from './answers-in.js';
import { charterLabel } from './charter-label.js';
import { inWords, type InWords } from './in-words.js';
import type { OrganisationNames } from './party-names.js';
import { formNamed } from './question-words.js';
import { saysNothing } from './reference-words.js';
import { isMoney } from './text-body.js';
import { naming, references, shortened } from './things.js';
import { moneyIn } from './written.js';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const isSpoken = (value: Fields): value is Fields & Localized => typeof value['fr'] === 'string' && typeof value['en'] === 'string';

/** How a field of an event is read; each answers null where it has nothing to say. */
type Reading = 'thing' | 'things' | 'text' | 'form' | 'said' | 'party' | 'organisation' | 'word' | 'coded' | 'money' | 'question' | 'about';

/** Fields by which an event names its object, in the order in which a sentence tells them: whatever event carries them. */
const objects: readonly (readonly [field: string, reading: Reading])[] = [
  ['kind', 'text'],
  ['form', 'form'],
  ['question', 'question'],
  ['signOff', 'coded'],
  ...references.slice(0, -1).map(field => [field, 'thing'] as const),
  ...(['tasks', 'deadlines'] as const).map(field => [field, 'things'] as const),
  ['line', 'said'],
  ...['title', 'subject', 'what', 'topic', 'change', 'course', 'tool', 'matter', 'milestone', 'outlet'].map(
    field => [field, 'said'] as const,
  ),
  ...Object.keys(factWords).map(field => [field, 'coded'] as const),
  ...['role', 'body', 'step'].map(field => [field, 'word'] as const),
  ['value', 'money'],
  ['about', 'about'],
  ...['party', 'of', 'to', 'recipient', 'excluded', 'left', 'introduced', 'learnedFrom', 'owedBy', 'offeredBy', 'restrictedFor'].map(
    field => [field, 'party'] as const,
  ),
  ...['organisation', 'applicant', 'donor'].map(field => [field, 'organisation'] as const),
  ...['slot', 'firstOn'].map(field => [field, 'said'] as const),
];

const itemsOf = (data: Fields): readonly Fields[] =>
  Object.values(data).flatMap(value => (Array.isArray(value) ? value.filter(isFields) : []));

/** What each event of one partnership is about, in words: learnt from the events themselves as they are read. */
export class Story {
  readonly #things = new Map<string, string>();
  readonly #data = new Map<number, Fields>();
  readonly #organisations = new Map<string, string>();
  #charter: string | null = null;

  constructor(
    private readonly session: Session,
    private readonly registered: OrganisationNames,
  ) {}

  /** A party by the name of its organisation, as far as the history tells it to the reader. */
  readonly party = (party: string): string => {
    const organisation = this.#organisations.get(party);
    return organisation === undefined ? party : this.registered(organisation);
  };

  get codes(): InWords {
    return inWords(this.session, this.#charter, this.party);
  }

  remember(history: readonly HistoryItem[]): void {
    for (const { attributes, data } of history) {
      if (!('type' in attributes) || !isEventType(attributes.type) || !isFields(data)) continue;
      this.#data.set(attributes.streamversion, data);
      this.#meet(data);
      for (const part of [data, ...itemsOf(data)]) this.#learn(attributes.type, part);
    }
  }

  /** What the event of a line is about; null where its title says it all, or the reader may not know. */
  of({ version, party }: Pick<TimelineRow, 'version' | 'party'>, says: string): string | null {
    const data = this.#data.get(version);
    if (data === undefined) return null;
    const told = objects.flatMap(([field, reading]) => this.#read(reading, field, data, party) ?? []);
    const once = told.filter((piece, at) => piece !== says && !told.slice(0, at).some(before => before.includes(piece)));
    const all = [...new Set([...once, ...answersIn(this.session, data)])];
    return all.length > 0 ? all.join(', ') : this.#read('thing', 'deadline', data, party);
  }

  /** Organisations by the parties that they are, and the charter, whatever event tells them. */
  #meet(data: Fields): void {
    const told = [data, ...itemsOf(data), ...Object.values(data).filter(isFields)];
    for (const { party, organisation } of told) {
      if (typeof party === 'string' && typeof organisation === 'string') this.#organisations.set(party, organisation);
    }
    const { policy } = data;
    if (isFields(policy) && typeof policy['charter'] === 'string') this.#charter = policy['charter'];
  }

  #learn(type: EventType, part: Fields): void {
    for (const field of references) {
      const id = part[field];
      if (typeof id === 'string' && !this.#things.has(id)) this.#things.set(id, this.#nameOf(type, part));
    }
  }

  #nameOf(type: EventType, part: Fields): string {
    const name =
      naming.map(field => this.#named(field, part[field])).find(text => text !== null) ?? spoken(this.session, events[type].says);
    const about = isFields(part['subject']) ? this.#text(part['subject']) : this.#read('about', 'about', part, '');
    return about === null ? name : this.session.say('explain.about', { title: name, about });
  }

  #named(field: (typeof naming)[number], value: unknown): string | null {
    if (isFields(value)) return isSpoken(value) ? spoken(this.session, value) : null;
    if (typeof value !== 'string') return null;
    const rule = field === 'rule' ? deadlineRuleWords[value] : undefined;
    return rule === undefined ? shortened(field === 'line' ? this.codes.word(value) : value) : spoken(this.session, rule);
  }

  #text({ kind, version }: Fields): string | null {
    if (typeof kind !== 'string') return null;
    const text = this.codes.text(kind);
    return text === null || typeof version !== 'number' ? text : this.session.say('explain.textVersion', { text, version });
  }

  #read(reading: Reading, field: string, data: Fields, actor: string): string | null {
    const value = data[field];
    if (reading === 'money') return isMoney(value) ? moneyIn(this.session, value) : null;
    if (reading === 'things') return Array.isArray(value) ? this.#each(value) : null;
    if (reading === 'organisation' && isFields(value)) return this.#read('organisation', 'organisation', value, actor);
    return typeof value === 'string' ? this.#readText(reading, { field, value, data, actor }) : null;
  }

  #each(list: readonly unknown[]): string | null {
    const ids = list.map(one => (isFields(one) ? (one['task'] ?? one['deadline']) : one));
    // The same is asked of several parties at once: its title is told once.
    return [...new Set(ids.flatMap(id => this.#things.get(String(id)) ?? []))].join(' · ') || null;
  }

  #readText(
    reading: Exclude<Reading, 'money' | 'things'>,
    { field, value, data, actor }: { field: string; value: string; data: Fields; actor: string },
  ): string | null {
    const known = (words: string): string | null => (words === value ? null : words);
    const readers: Readonly<Record<typeof reading, () => string | null>> = {
      thing: () => this.#things.get(value) ?? null,
      text: () => this.#text(data),
      form: () => this.#form(value, data['round']),
      said: () => shortened(this.#things.get(value) ?? this.codes.word(value)),
      party: () => (value === actor ? null : known(this.party(value))),
      organisation: () => this.registered(value),
      word: () => known(this.codes.word(value)),
      coded: () => this.#coded(field, value),
      question: () => known(charterLabel(this.session, this.#charter, 'question', value)),
      about: () => (saysNothing(value) ? null : (this.#things.get(value) ?? known(this.codes.word(value)))),
    };
    return readers[reading]();
  }

  #form(value: string, round: unknown): string | null {
    const form = formKinds.find(one => one === value);
    if (form === undefined) return null;
    const name = formNamed(this.session, form);
    return typeof round === 'number' ? this.session.say('history.round', { form: name, round }) : name;
  }

  #coded(field: string, value: string): string | null {
    const words = factWords[field]?.[value];
    return words === undefined ? null : spoken(this.session, words);
  }
}
