import {
  commandAnswer,
  commandRequest,
  commands,
  commandTypes,
  isOpening,
  openApiOf,
  problemSchemaWith,
  refusal,
  schemaReference,
  writtenSchema,
  type OpenApiDocument,
} from '@palabre/contracts';
import { z } from 'zod';
import { whyNotBody } from '../partnerships/why-not-body.js';
import { gatewayStatuses } from '../problems/statuses.js';
import { operations } from './operations.js';
import { streamSchemas } from './stream-schemas.js';

type Json = Readonly<Record<string, unknown>>;

const text: Json = { type: 'string' };

const problemSchema = problemSchemaWith({
  type: { type: 'string', format: 'uri', examples: ['urn:palabre:refusal:gate-open'] },
  code: {
    type: 'string',
    description: `Codes of the gateway: ${Object.keys(gatewayStatuses).join(', ')}. Others come from the partnership.`,
  },
  gates: { type: 'array', items: text },
  version: { type: ['integer', 'null'], description: 'Stream version, when the refusal was recorded.' },
});

const requestSchemaOf = (type: string): string => `${type}Request`;

/** One request schema for each command, all with the same outer fields. */
function requestSchemas(): Json {
  const outer = writtenSchema(commandRequest.omit({ type: true, data: true })) as { properties: Json };
  const entries = commandTypes.map(type => {
    const { data, says, requirements } = commands[type];
    const schema = {
      type: 'object',
      title: says.en,
      description: `${says.fr}. ${requirements.join(', ')}.`,
      required: ['id', 'type', 'data'],
      additionalProperties: false,
      properties: { ...outer.properties, type: { const: type }, data: writtenSchema(data) },
    };
    return [requestSchemaOf(type), schema] as const;
  });
  return Object.fromEntries(entries);
}

/** Every command but the one that has an address of its own. */
function anyLaterCommand(): Json {
  const types = commandTypes.filter(type => !isOpening('partnership', type));
  const mapping = Object.fromEntries(types.map(type => [type, `#/components/schemas/${requestSchemaOf(type)}`]));
  return { oneOf: types.map(type => schemaReference(requestSchemaOf(type))), discriminator: { propertyName: 'type', mapping } };
}

const schemas = (): Json => ({
  ...requestSchemas(),
  ...streamSchemas(),
  CommandRequest: anyLaterCommand(),
  CommandAnswer: writtenSchema(commandAnswer),
  OpeningAnswer: {
    allOf: [schemaReference('CommandAnswer'), { type: 'object', required: ['partnership'], properties: { partnership: text } }],
  },
  WhyNotQuestion: writtenSchema(whyNotBody),
  WhyNotAnswer: writtenSchema(
    z.object({ command: z.string(), possible: z.boolean(), refusals: z.array(refusal), warnings: z.array(refusal) }),
  ),
  OpenActions: writtenSchema(
    z.array(z.object({ command: z.string(), possible: z.boolean(), because: refusal.nullable(), judged: z.boolean().optional() })),
  ),
  Problem: problemSchema,
});

let built: OpenApiDocument | null = null;

/** The OpenAPI 3.1 description of the gateway, from the tables of operations and commands. */
export const openApiDocument = (): OpenApiDocument =>
  (built ??= openApiOf(
    { title: 'Palabre gateway', description: 'Commands to partnerships, and questions to their rules.' },
    operations,
    schemas(),
  ));
