import type { Actor, Command, CommandData, CommandType } from '@palabre/contracts';

/** Runs the file on the host's side. */
export const officer: Actor = { person: 'person-officer', organisation: 'org-host', roles: ['hq-ops', 'partnership-officer'] };

/** Belongs to no party. */
export const outsider: Actor = { person: 'person-outside', organisation: 'org-elsewhere', roles: ['partnership-officer'] };

type More = Partial<Pick<Command, 'id' | 'actor' | 'at' | 'expectedVersion'>>;

let counted = 0;

/** A command of the officer with an id of its own. */
export function command<T extends CommandType>(type: T, data: CommandData<T>, more: More = {}): Command {
  counted += 1;
  const id = more.id ?? `command-${process.pid}-${counted}`;
  return { id, type, data, actor: officer, correlation: `correlation-${id}`, ...more } as Command;
}

export const openingOf = (calendar: 'real' | 'rehearsal', more: More = {}): Command =>
  command(
    'OpenPartnership',
    {
      title: 'Water points',
      type: 'OP',
      desiredChange: 'Clean water within one hour on foot',
      trigger: 'other',
      origin: 'study',
      rightsServed: 'The right to water',
      whyTogether: 'Neither side can do it alone',
      peopleConcerned: 'Families of the river bank',
      financialFlows: false,
      project: null,
      charter: 'invented',
      workingLanguage: 'fr',
      calendar,
      calendarStartsAt: calendar === 'rehearsal' ? '2030-01-07T09:00:00.000Z' : null,
    },
    more,
  );

/** Something that may be said at any time and brings one event. */
export const message = (text: string, more: More = {}): Command => command('PostPalaverMessage', { object: 'file', message: text }, more);

/** Nothing of what the step asks for is there: refused, and the refusal is recorded. */
export const tooEarly = (more: More = {}): Command => command('EnterPhase', { phase: 'mapping', reason: null }, more);
