import { phases } from '@palabre/contracts';
import { allGates, deadlineTable, lifecycle, taskTable, type Step } from '@palabre/lifecycle';
import { both, code, codes, ids, page, table } from './markdown.js';

const stepsAsking = (gate: string): string =>
  lifecycle
    .filter(({ gates }) => gates.some(asked => asked.gate === gate))
    .map(({ from, to }) => `${from} → ${to}`)
    .join(', ') || 'by its own command';

/** The 25 gates. */
export const gatesPage = (): string =>
  page(
    'Gates',
    'the gates in force (`libs/lifecycle/src/gates/`)',
    `${allGates.length} named preconditions. How strong each is (block, warn, alert, off) is said by the charter for the type; the values of the built-in charter are on [policy](policy.md). \`palabre why-not\` says what is missing, in words.`,
    table(
      ['Gate', 'Asks', 'Asked at', 'Serves'],
      allGates.map(({ id, asks, requirements }) => [code(id), both(asks), stepsAsking(id), ids(requirements)]),
    ),
  );

const nodeOf = (phase: string): string => phase.replaceAll('-', '_');

const arrow = ({ from, to, event, ends }: Step): string => `  ${nodeOf(from)} --> ${ends === undefined ? nodeOf(to) : `[*]`} : ${event}`;

function diagram(): string {
  const named = phases.map(phase => `  state "${phase}" as ${nodeOf(phase)}`);
  const arrows = [...new Set(lifecycle.map(arrow))];
  return ['```mermaid', 'stateDiagram-v2', ...named, `  [*] --> ${nodeOf('readiness')}`, ...arrows, '```'].join('\n');
}

const stepRow = ({ from, to, by, event, gates, conditions, ends }: Step): string[] => [
  from,
  to,
  code(by),
  code(event),
  gates.map(({ gate, atMost }) => (atMost === undefined ? gate : `${gate} (at most ${atMost})`)).join(', ') || '–',
  conditions.join(', ') || '–',
  ends ?? '',
];

/** The thirteen phases and every step between them. */
export const lifecyclePage = (): string =>
  page(
    'Lifecycle',
    'the transition table (`libs/lifecycle/src/lifecycle.ts`)',
    `${phases.length} phases, ${lifecycle.length} steps. A step that is not here does not exist.`,
    diagram(),
    'Besides these steps a file may be discarded (`DiscardIdea`), fail at due diligence (`FailDueDiligence`), be suspended by an alleged red line and resume after it is decided.',
    table(['From', 'To', 'Asked by', 'Told as', 'Gates', 'Conditions', 'Ends'], lifecycle.map(stepRow)),
  );

const verdicts = ({ grant, refuse, contest }: { grant: string | null; refuse: string | null; contest: string | null }): string =>
  [
    ['grant', grant],
    ['refuse', refuse],
    ['contest', contest],
  ]
    .filter(([, command]) => command !== null)
    .map(([name, command]) => `${name} = ${code(command ?? '')}`)
    .join(', ') || '–';

/** Who owes what, and what happens when time passes. */
export const tasksPage = (): string =>
  page(
    'Deadlines and tasks',
    'the task and deadline tables of the mechanisms (`libs/lifecycle/src/mechanisms/`)',
    'A task stands as long as the state asks for it and is done by the event it waits for; it opens and closes by events of its own. A deadline stands with the moment and the outcome it will have; the length comes from the timers of the charter ([policy](policy.md)).',
    '## Tasks',
    table(
      ['Task', 'Title', 'Asked of', 'Done by', 'Verdicts', 'Serves'],
      taskTable().map(row => [
        code(row.kind),
        both(row.title),
        codes(row.roles),
        codes([...new Set(row.doneBy)]),
        verdicts(row.verdicts),
        ids(row.requirements),
      ]),
    ),
    '## Deadlines',
    table(
      ['Rule', 'What passes', 'Outcome', 'Serves'],
      deadlineTable().map(row => [code(row.rule), both(row.says), code(row.outcome), ids(row.requirements)]),
    ),
  );
