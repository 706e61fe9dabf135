import { askIds, type AskId, type Phase, type Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';
import type { Step } from '../lifecycle.js';
import type { TaskRow } from '../mechanism.js';
import { policyOf, type PartnershipState } from '../state.js';
import { askOf } from '../tasks/task-state.js';
import { actsOf, doThen } from '../tasks/acts.js';
import type { Ask, Lack } from './ask.js';
import * as beginning from './beginning.asks.js';
import * as said from './said.asks.js';
import * as takingPart from './taking-part.asks.js';
import * as texts from './text.asks.js';

/** The asks there are, in the order of their ids: a module tells its exports in another order when it is bundled. */
const askRows: readonly Ask[] = [beginning, texts, said, takingPart]
  .flatMap((rows): readonly Ask[] => Object.values(rows))
  .toSorted((one, other) => askIds.indexOf(one.id) - askIds.indexOf(other.id));

/** Phases whose way forward waits for what is asked in them. In the others an ask is a task and holds nothing back. */
const holding: readonly Phase[] = [
  'idea',
  'mapping',
  'due-diligence',
  'co-construction',
  'validation',
  'setting-up',
  'annual-review',
  'closing',
];

const ending: readonly Phase[] = ['closing', 'after'];

/** Two asks are older than the table: a switch of their own asks for them. */
const bySwitch: Readonly<Partial<Record<AskId, (state: PartnershipState) => boolean>>> = {
  'power-map': state => state.phase === 'co-construction' && policyOf(state).switches.powerMap === 'required',
  'role-table': state => state.phase === 'setting-up' && policyOf(state).switches.roleTable === 'required',
};

const isAsked = (state: PartnershipState, id: AskId): boolean =>
  policyOf(state).switches.askedIn?.[state.phase]?.includes(id) === true || bySwitch[id]?.(state) === true;

/** Whoever came in after the phase in which each party said it has not said it yet: it is asked until the end is in view (PMP-21, PMP-25). */
const isAskedStill = ({ phase, policy, steps }: PartnershipState, { id, ofEach }: Ask): boolean =>
  ofEach === true && !ending.includes(phase) && steps.visited.some(before => policy?.switches.askedIn?.[before]?.includes(id) === true);

/** What is asked in the present phase, under this policy. */
export const askedNow = (state: PartnershipState): readonly Ask[] => askRows.filter(row => isAsked(state, row.id));

interface OpenAsk {
  readonly row: Ask;
  readonly lacks: readonly Lack[];
}

/** What is still lacking in this phase. An emergency makes up for it later (S-19). */
const openAsks = (state: PartnershipState): readonly OpenAsk[] =>
  !holding.includes(state.phase) || state.frame.emergency?.open === true
    ? []
    : askedNow(state)
        .map(row => ({ row, lacks: row.lacks(state) }))
        .filter(({ lacks }) => lacks.length > 0);

/** Everything still lacking, each by itself, with the commands that bring it. */
export const eachStillAsked = (state: PartnershipState): readonly Refusal[] =>
  openAsks(state).flatMap(({ row, lacks }) =>
    lacks.map(({ what }) => because('asked-by-the-charter', row.requirements[0], what, doThen(actsOf(row.doneBy, row.text)))),
  );

/** One refusal that names everything still lacking in this phase, or null. */
export function stillAsked(state: PartnershipState): Refusal | null {
  const open = openAsks(state);
  if (open.length === 0) return null;
  const whats = open.flatMap(({ lacks }) => lacks.map(lack => lack.what));
  const [fr, en] = [whats.map(what => what.fr).join(' '), whats.map(what => what.en).join(' ')];
  return because(
    'asked-by-the-charter',
    open.map(({ row }) => row.requirements[0]).join(', '),
    say(`La charte demande encore : ${fr}`, `The charter still asks: ${en}`),
    say('Répondre à ces tâches, puis redemander.', 'Answer these tasks, then ask again.'),
  );
}

/** Stopping is never held back: only a step that goes forward waits for what is asked. */
export const stillAskedFor = (state: PartnershipState, step: Step): Refusal | null => (step.to === 'closing' ? null : stillAsked(state));

/** The same, each by itself. */
export const eachStillAskedFor = (state: PartnershipState, step: Step): readonly Refusal[] =>
  step.to === 'closing' ? [] : eachStillAsked(state);

/** Each ask is a task of the parties that owe it, as long as the phase lasts; what each says for itself, also of who joins later. */
export const askTasks: readonly TaskRow[] = askRows.map(row => ({
  kind: `asked-${row.id}`,
  title: row.title,
  roles: row.roles ?? ['partnership-officer', 'hq-ops', 'partner-representative'],
  doneBy: row.doneBy,
  ...(row.text === undefined ? {} : { text: row.text }),
  verdicts: { grant: null, refuse: null, contest: null },
  requirements: row.requirements,
  asks: state =>
    state.policy !== null && (isAsked(state, row.id) || isAskedStill(state, row))
      ? [...new Set(row.lacks(state).map(lack => lack.party))].map(party => askOf(party))
      : [],
}));
