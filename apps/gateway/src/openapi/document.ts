import { commandAnswer, commandRequest, commands, commandTypes, localized, refusal } from '@palabre/contracts';
import { z } from 'zod';
import { writtenSchema } from '../commands/command-catalogue.js';
import { whyNotBody } from '../partnerships/why-not-body.js';
import { problemMediaType } from '../problems/problem.js';
import { gatewayStatuses } from '../problems/statuses.js';
import { operations, type Operation } from './operations.js';
import { streamSchemas } from './stream-schemas.js';

type Json = Readonly<Record<string, unknown>>;

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly security: readonly Json[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: Json;
}

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const text: Json = { type: 'string' };

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457, with the members of Palabre.',
  required: [
    'type',
    'title',
    'status',
    'detail',
    'instance',
    'code',
    'rule',
    'reason',
    'next',
    'gates',
    'version',
    'fields',
    'correlation',
  ],
  properties: {
    type: { type: 'string', format: 'uri', examples: ['urn:palabre:refusal:gate-open'] },
    title: text,
    status: { type: 'integer' },
    detail: text,
    instance: text,
    code: {
      type: 'string',
      description: `Codes of the gateway: ${Object.keys(gatewayStatuses).join(', ')}. Others come from the partnership.`,
    },
    rule: text,
    reason: reference('Localized'),
    next: reference('Localized'),
    gates: { type: 'array', items: text },
    version: { type: ['integer', 'null'], description: 'Stream version, when the refusal was recorded.' },
    fields: {
      type: 'array',
      items: { type: 'object', required: ['pointer', 'expected'], properties: { pointer: text, expected: reference('Localized') } },
    },
    correlation: text,
  },
};

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

function anyCommandBut(opening: string): Json {
  const types = commandTypes.filter(type => type !== opening);
  const mapping = Object.fromEntries(types.map(type => [type, `#/components/schemas/${requestSchemaOf(type)}`]));
  return { oneOf: types.map(type => reference(requestSchemaOf(type))), discriminator: { propertyName: 'type', mapping } };
}

const schemas = (): Json => ({
  ...requestSchemas(),
  ...streamSchemas(),
  CommandRequest: anyCommandBut('OpenPartnership'),
  CommandAnswer: writtenSchema(commandAnswer),
  OpeningAnswer: { allOf: [reference('CommandAnswer'), { type: 'object', required: ['partnership'], properties: { partnership: text } }] },
  WhyNotQuestion: writtenSchema(whyNotBody),
  WhyNotAnswer: writtenSchema(
    z.object({ command: z.string(), possible: z.boolean(), refusals: z.array(refusal), warnings: z.array(refusal) }),
  ),
  OpenActions: writtenSchema(z.array(z.object({ command: z.string(), possible: z.boolean(), because: refusal.nullable() }))),
  Localized: writtenSchema(localized),
  Problem: problemSchema,
});

const statusText: Readonly<Record<number, string>> = {
  200: 'Answered',
  201: 'Opened',
  400: 'Not readable',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Refused by the partnership',
  410: 'The partnership has ended',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Data to correct',
  429: 'Too many requests',
  503: 'Briefly unavailable',
};

const problem = { [problemMediaType]: { schema: reference('Problem') } };

function responsesOf({ answers, success, refusals }: Operation): Json {
  const good = {
    description: statusText[success],
    content: { 'application/json': { schema: answers === null ? { type: 'object' } : reference(answers) } },
  };
  const bad = refusals.map(status => [status, { description: statusText[status], content: problem }] as const);
  return { [success]: good, ...Object.fromEntries(bad) };
}

function operationOf(operation: Operation): Json {
  const { id, says, body, path, openToAll } = operation;
  return {
    operationId: id,
    summary: says.en,
    description: says.fr,
    ...(openToAll ? { security: [] } : {}),
    ...(path.includes('{id}') ? { parameters: [{ name: 'id', in: 'path', required: true, schema: text }] } : {}),
    ...(body === null ? {} : { requestBody: { required: true, content: { 'application/json': { schema: reference(body) } } } }),
    responses: responsesOf(operation),
  };
}

function paths(): OpenApiDocument['paths'] {
  const found: Record<string, Record<string, Json>> = {};
  for (const operation of operations) found[operation.path] = { ...found[operation.path], [operation.method]: operationOf(operation) };
  return found;
}

let built: OpenApiDocument | null = null;

/** The OpenAPI 3.1 description of the gateway, from the tables of operations and commands. */
export const openApiDocument = (): OpenApiDocument =>
  (built ??= {
    openapi: '3.1.0',
    info: {
      title: 'Palabre gateway',
      version: '1',
      description: 'Commands to partnerships, and questions to their rules.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    security: [{ bearer: [] }],
    paths: paths(),
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } }, schemas: schemas() },
  });
