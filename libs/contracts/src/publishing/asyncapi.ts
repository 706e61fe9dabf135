import { z } from 'zod';
import { eventAttributes } from '../envelope.js';
import { events, type EventType } from '../events/index.js';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return rest;
};

const headersOf = (): Json => {
  const schema = schemaOf(eventAttributes);
  const properties = Object.fromEntries(Object.entries(schema['properties'] as Json).map(([name, value]) => [`ce_${name}`, value]));
  return { type: 'object', properties, required: Object.keys(properties) };
};

const messageOf = (type: EventType): Json => ({
  name: type,
  title: events[type].says.en,
  summary: events[type].says.fr,
  contentType: 'application/json',
  headers: { $ref: '#/components/schemas/CloudEventHeaders' },
  payload: schemaOf(events[type].data),
  tags: [...events[type].requirements.map(name => ({ name })), { name: events[type].mechanism }],
});

/** The event contract as an AsyncAPI 3.0 document, made from the same tables that the workflow and the readers use. */
export function asyncApiDocument(topic: string, version: string): Json {
  const names = Object.keys(events) as EventType[];
  const references = Object.fromEntries(names.map(name => [name, { $ref: `#/components/messages/${name}` }]));
  return {
    asyncapi: '3.0.0',
    info: { title: 'Palabre events', version, description: 'CloudEvents 1.0, binary content mode; key = partnership id.' },
    channels: { partnershipEvents: { address: topic, messages: references } },
    operations: { announce: { action: 'send', channel: { $ref: '#/channels/partnershipEvents' } } },
    components: {
      schemas: { CloudEventHeaders: headersOf() },
      messages: Object.fromEntries(names.map(name => [name, messageOf(name)])),
    },
  };
}
