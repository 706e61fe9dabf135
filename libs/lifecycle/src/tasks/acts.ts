import {
  actsBringing,
  gateIds,
  textKinds,
  type Act,
  type EventType,
  type GateId,
  type Localized,
  type OpenTask,
  type TextKind,
} from '@palabre/contracts';
import { say } from '../decision.js';
import { openedBy } from '../gates/opened-by.js';
import type { TaskRow } from '../mechanism.js';
import { textNames } from '../mechanisms/text/kinds.js';

const textNamed = (name: string | null): TextKind | undefined => textKinds.find(kind => kind === name);

/** The one kind of text whose event this is; undefined for an event that several kinds share. */
function textOf(event: EventType): TextKind | undefined {
  const kinds = textKinds.filter(kind => textNames[kind].proposed === event || textNames[kind].agreed === event);
  return kinds.length === 1 ? kinds[0] : undefined;
}

const same = (one: Act, other: Act): boolean => one.command === other.command && one.kind === other.kind;

/** What a row of the task table says of how its tasks are done. */
interface Row extends Pick<TaskRow, 'doneBy' | 'text'> {
  readonly verdicts: OpenTask['verdicts'];
}

/** The acts that bring any of these events, each once; `text`: the text that they are about, where the events do not say. */
export function actsOf(events: readonly EventType[], text?: TextKind): readonly Act[] {
  const acts = events.flatMap(event => actsBringing(event, text ?? textOf(event)));
  return acts.filter((act, at) => acts.findIndex(other => same(act, other)) === at);
}

const gateNamed = (name: string | null): GateId | undefined => gateIds.find(gate => gate === name);

/**
 * By which act an open task is done: derived from the events that it waits for; of a gate to make up for, from those that
 * open this one. None where verdicts answer it, which name their commands themselves.
 */
export function actsFor(row: Row, { subject, about }: Pick<OpenTask, 'subject' | 'about'>): readonly Act[] {
  if (Object.values(row.verdicts).some(verdict => verdict !== null)) return [];
  const gate = gateNamed(about);
  return gate === undefined ? actsOf(row.doneBy, row.text ?? subject?.kind ?? textNamed(about)) : actsOf(openedBy[gate]);
}

/** What to do next about something that is missing: the commands that bring it, by name. */
export function doThen(acts: readonly Act[]): Localized {
  if (acts.length === 0) return say('Compléter ce qui manque, puis redemander.', 'Complete what is missing, then ask again.');
  const commands = [...new Set(acts.map(({ command }) => command))];
  const named = commands.map(command => {
    const kinds = acts.flatMap(act => (act.command === command && act.kind !== undefined ? [act.kind] : []));
    return kinds.length === 0 ? command : `${command} (${kinds.join(', ')})`;
  });
  return say(`Faire ${named.join(' ou ')}, puis redemander.`, `Do ${named.join(' or ')}, then ask again.`);
}
