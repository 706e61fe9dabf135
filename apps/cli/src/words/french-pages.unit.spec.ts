import { readFileSync } from 'node:fs';
import { charters } from '@palabre/charters';
import { commandTypes, eventTypes, phaseMoves, phases, roles, type OpenTask } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import type { FileView } from '../api/reads.js';
import { houseFor } from '../testing/demo-house.spec.js';
import { typed } from '../testing/desk.spec.js';
import { demoAccounts, repositoryFile, type InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';
import { deadlineRuleWords } from './deadline-words.js';
import { sayIn } from './words.js';

const french = sayIn('fr');

/** Codes that no French sentence holds by chance: those of lines have a word with an underscore, or none in French. */
const codes: readonly string[] = [
  ...new Set(
    [...charters().values()].flatMap(({ content: { lines } }) =>
      lines === 'not-stated' ? [] : lines.items.map(({ code }) => code).filter(code => code.includes('_')),
    ),
  ),
  ...roles.filter(role => role !== 'auditor' && role !== 'operator'),
  ...phases.filter(phase => !french(`phase.${phase}`).includes(phase) && phase !== 'implementation'),
  ...eventTypes,
  ...commandTypes,
  ...Object.keys(deadlineRuleWords),
];

/** Where a command is to be typed: acts of tasks, ways out, examples, the step that a command takes. */
const toBeTyped: readonly RegExp[] = [
  /acte : \w+(?: \([^)]*\))?(?: ou \w+(?: \([^)]*\))?)*/g,
  /^\s*→ .*$/gm,
  /palabre [a-z-]+ .*$/gm,
  /[✔✖] \w+ :/g,
];

/** A reference that stands for a thing: in brackets behind the name of the thing, where commands ask for it. */
const bareReference =
  /(?<![(\w-])(?:case|challenge|commitment|decision|finding|handover|proposal|request|transfer|withdrawal)-[0-9a-f]{12}/g;

const told = (page: string): string => toBeTyped.reduce((text, place) => text.replaceAll(place, ''), page);

const codesIn = (page: string): readonly string[] => {
  const words = new Set(told(page).match(/[A-Za-z][A-Za-z0-9_-]*/g));
  return codes.filter(code => words.has(code));
};

/** Pages on which people read what waits; elsewhere a column of ids is what commands ask for. */
const tellsTasks = (page: string): boolean => page.startsWith('tasks') || page.startsWith('explain');

const referencesIn = (page: string, text: string): readonly string[] => (tellsTasks(page) ? (told(text).match(bareReference) ?? []) : []);

interface Told {
  readonly kind?: string;
  readonly version?: number;
  readonly case?: string;
  readonly line?: string;
  readonly to?: string;
}

/** The file with what its events tell of texts, cases and phases, as the reading service would show it. */
function whole(api: InMemoryPalabre, view: FileView): FileView {
  const events = api.rehearsal.events.map(({ attributes, data }) => ({ attributes, data: (data ?? {}) as Told }));
  const texts = events.flatMap(({ data: { kind, version } }) =>
    kind === undefined || version === undefined ? [] : [[kind, { state: 'agreed', head: { version }, acceptedBy: ['host'] }] as const],
  );
  const cases = events.flatMap(({ data }) =>
    data.case === undefined || data.line === undefined ? [] : [{ case: data.case, colour: 'red', state: 'raised', line: data.line }],
  );
  const moves = events.filter(({ attributes }) => (phaseMoves as readonly string[]).includes(attributes.type));
  const way = moves.map(({ attributes, data }) => ({
    phase: data.to ?? 'idea',
    since: attributes.factat,
    version: attributes.streamversion,
  }));
  const named = { events: events.map(({ data }) => data) };
  return { ...view, ...named, head: { ...view.head, phases: way }, texts: Object.fromEntries(texts), lines: { cases } };
}

/** Every task that was ever asked of an account, as its inbox would show it on that day: a dossier that has closed asks for nothing. */
function everAsked(api: InMemoryPalabre): readonly OpenTask[] {
  const opened = api.rehearsal.events.filter(({ attributes }) => attributes.type === 'TasksOpened');
  const tasks = opened.flatMap(({ data }) => (data as { tasks: OpenTask[] }).tasks);
  return tasks.filter(({ kind, about }, at) => tasks.findIndex(one => one.kind === kind && one.about === about) === at);
}

/** One dossier played as far as it goes, with every page that tells of it. */
async function pagesOf(name: string): Promise<ReadonlyMap<string, string>> {
  const file = repositoryFile(`infra/demo/${name}.yaml`);
  const api = houseFor(file);
  await typed(['play', file], { api });
  const view = api.file;
  api.file = async (...asked) => whole(api, await view(...asked));
  const { title: partnershipTitle } = api.rehearsal.state.steps;
  const beside = { partnership: api.id, partnershipTitle, claimedBy: null, overdue: false, delegatedTo: null };
  api.inbox = async () => everAsked(api).map(task => ({ ...task, ...beside }));
  const readers = demoAccounts.map(({ account }) => account).filter(account => readFileSync(file, 'utf8').includes(` ${account}`));
  const asked = [
    ['list'],
    ['show', api.id],
    ['history', api.id, '--all'],
    ['history', api.id, '--refused'],
    ['deadlines', api.id],
    ['deadlines', api.id, '--what-if', '2099-01-01'],
    ['text', api.id],
    ['tasks', '--as', readers[0] ?? ''],
    ...readers.map(account => ['explain', api.id, '--as', account]),
  ];
  const pages = new Map<string, string>();
  for (const args of asked) pages.set(args.join(' ').replace(api.id, name), (await typed(args, { api, language: 'fr' })).out.join('\n'));
  return pages;
}

describe('pages in French', () => {
  it.each(['sante-fleuve', 'bassin-du-kouri'])('%s is told without a code of the house, but where a command is to be typed', async name => {
    const pages = await pagesOf(name);
    expect(Math.min(...[...pages.values()].map(page => page.length))).toBeGreaterThan(0);
    // An account may bear the name of its function; on its own page it stands as the account.
    const found = [...pages].flatMap(([page, text]) =>
      [...codesIn(text), ...referencesIn(page, text)].flatMap(code => (page.endsWith(`--as ${code}`) ? [] : [`${page}: ${code}`])),
    );
    expect(found).toEqual([]);
  });

  it('every rule that sets a deadline has words, and no word is left without its rule', () => {
    const page = readFileSync(repositoryFile('docs/generated/deadlines-and-tasks.md'), 'utf8').split('## Deadlines')[1] ?? '';
    const rules = [...page.matchAll(/^\| `([^`]+)` \| (.+?) · \*(.+?)\* \|/gm)];
    expect(rules.length).toBeGreaterThan(20);
    const compared = rules.map(([, rule = '', en, fr]) => [rule, { fr, en }] as const);
    expect(compared.filter(([rule, words]) => JSON.stringify(deadlineRuleWords[rule]) !== JSON.stringify(words))).toEqual([]);
  });
});
