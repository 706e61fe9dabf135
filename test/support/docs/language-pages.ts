import { commands, commandTypes, events, eventTypes, roles, type CommandType, type EventType } from '@palabre/contracts';
import { phaseWindows } from '@palabre/lifecycle';
import { z } from 'zod';
import { both, code, codes, grouped, ids, page, table } from './markdown.js';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

/** The fields of a payload; one that may be left out has a question mark. Alternatives are told as such. */
function fieldsOf(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const variants = json.oneOf ?? json.anyOf;
  if (variants !== undefined) return `one of ${variants.length} forms`;
  const names = Object.keys(json.properties ?? {});
  return names.length === 0 ? 'nothing' : names.map(name => code(json.required?.includes(name) === true ? name : `${name}?`)).join(' ');
}

const eventRow = (type: EventType): string[] => {
  const { schemaVersion, data, requirements, says } = events[type];
  return [code(type), String(schemaVersion), both(says), fieldsOf(data), ids(requirements)];
};

/** Every event, by mechanism. */
export const eventsPage = (): string =>
  page(
    'Events',
    'the event table (`libs/contracts/src/events/`)',
    `${eventTypes.length} events. Each has a golden example of every version in \`libs/contracts/goldens/\`; the payloads as JSON Schema are in [asyncapi.json](asyncapi.json). How an event travels and is hashed: [verifying](../verifying.md).`,
    ...grouped(eventTypes, type => events[type].mechanism).flatMap(([mechanism, types]) => [
      `## ${mechanism}`,
      table(['Event', 'Version', 'Says', 'Fields', 'Serves'], types.map(eventRow)),
    ]),
  );

const windowOf = (type: CommandType): string => {
  const window = phaseWindows[type];
  return window === undefined ? 'any after the opening' : window.join(', ');
};

const commandRow = (type: CommandType): string[] => {
  const { data, requirements, says } = commands[type];
  return [code(type), both(says), fieldsOf(data), windowOf(type), ids(requirements)];
};

/** Every command, by mechanism. */
export const commandsPage = (): string =>
  page(
    'Commands',
    'the command table (`libs/contracts/src/commands/`) and the phase windows (`libs/lifecycle/src/guards/phase-window.ts`)',
    `${commandTypes.length} commands. Who may ask for them is on [permissions](permissions.md). A command is accepted, or refused with a rule and a way out; most refusals stay in the history.`,
    ...grouped(commandTypes, type => commands[type].mechanism).flatMap(([mechanism, types]) => [
      `## ${mechanism}`,
      table(['Command', 'Says', 'Fields', 'Phases', 'Serves'], types.map(commandRow)),
    ]),
  );

const mark = (type: CommandType, role: (typeof roles)[number]): string => (commands[type].by.roles.includes(role) ? '●' : '');

const shortOf = (role: string): string =>
  role
    .split('-')
    .map(word => word.slice(0, 3))
    .join('-');

/** Role × command × relation. */
export const permissionsPage = (): string =>
  page(
    'Permissions',
    'the command table (`libs/contracts/src/commands/`)',
    'A person may ask for a command with one of the marked roles, when their organisation is a party of the partnership on one of the named sides. The gateway refuses who has no such role; the partnership refuses who stands on the wrong side, and keeps the attempt. Nobody approves what they asked for, through no delegation.',
    '`auditor` and `operator` read every file and ask for nothing inside it.',
    `Roles: ${roles.map(role => `${shortOf(role)} = ${code(role)}`).join(', ')}.`,
    table(
      ['Command', 'Sides', ...roles.map(shortOf)],
      commandTypes.map(type => [code(type), commands[type].by.sides.join(', '), ...roles.map(role => mark(type, role))]),
    ),
    '## One side only',
    'Both sides have the same rights (C-08). The exceptions are what the host prepares before a partner is there, and the body that its charter names:',
    codes(commandTypes.filter(type => commands[type].by.sides.length === 1)),
  );
