import { z } from 'zod';
import { localized, type Localized } from '../vocabulary/localized.js';
import { problemMediaType } from './problem.js';

type Json = Readonly<Record<string, unknown>>;

/** One address of a service over HTTP. `body` and `answers` name schemas of its document; null means any object. */
export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** With its parameters in braces: `/v1/partnerships/{id}`. */
  readonly path: string;
  readonly says: Localized;
  /** What the query string may hold. */
  readonly query?: z.ZodType;
  readonly body: string | null;
  readonly answers: string | null;
  /** Media type of the answer; JSON when left out. */
  readonly as?: string;
  readonly success: 200 | 201 | 202;
  readonly refusals: readonly number[];
  readonly openToAll: boolean;
}

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly security: readonly Json[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: Json;
}

const statusText: Readonly<Record<number, string>> = {
  200: 'Answered',
  201: 'Opened',
  202: 'Begun',
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

/** JSON Schema (2020-12) of a value that a caller writes. What JSON cannot hold may not be there at all. */
export const writtenSchema = (schema: z.ZodType): Json => {
  const { $schema, ...written } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'undefined') jsonSchema.not = {};
    },
  });
  return $schema === undefined ? {} : written;
};

export const schemaReference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const text: Json = { type: 'string' };

/** The members that a problem of every service of Palabre has; a service adds its own. */
const problemMembers: Json = {
  type: { type: 'string', format: 'uri' },
  title: text,
  status: { type: 'integer' },
  detail: text,
  instance: text,
  code: text,
  rule: text,
  reason: schemaReference('Localized'),
  next: schemaReference('Localized'),
  fields: {
    type: 'array',
    items: { type: 'object', required: ['pointer', 'expected'], properties: { pointer: text, expected: schemaReference('Localized') } },
  },
  correlation: text,
};

/** The schema of a problem (RFC 9457), with the members that one service adds or says more about. */
export const problemSchemaWith = (members: Json = {}): Json => {
  const properties = { ...problemMembers, ...members };
  return { type: 'object', description: 'RFC 9457, with the members of Palabre.', required: Object.keys(properties), properties };
};

function responsesOf({ answers, success, refusals, as = 'application/json' }: Operation): Json {
  const good = {
    description: statusText[success],
    content: { [as]: { schema: answers === null ? { type: 'object' } : schemaReference(answers) } },
  };
  const problem = { [problemMediaType]: { schema: schemaReference('Problem') } };
  const bad = refusals.map(status => [status, { description: statusText[status], content: problem }] as const);
  return { [success]: good, ...Object.fromEntries(bad) };
}

const inPath = (path: string): readonly Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: text }));

function inQuery(query: z.ZodType | undefined): readonly Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = writtenSchema(query) as { readonly properties?: Json; readonly required?: readonly string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function operationOf(operation: Operation): Json {
  const { id, says, body, path, query, openToAll } = operation;
  const parameters = [...inPath(path), ...inQuery(query)];
  return {
    operationId: id,
    summary: says.en,
    description: says.fr,
    ...(openToAll ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === null ? {} : { requestBody: { required: true, content: { 'application/json': { schema: schemaReference(body) } } } }),
    responses: responsesOf(operation),
  };
}

function pathsOf(operations: readonly Operation[]): OpenApiDocument['paths'] {
  const found: Record<string, Record<string, Json>> = {};
  for (const operation of operations) found[operation.path] = { ...found[operation.path], [operation.method]: operationOf(operation) };
  return found;
}

/** The OpenAPI 3.1 description of one service, from its table of addresses. `schemas` holds those that the table names, and `Problem`. */
export const openApiOf = (
  { title, description }: { readonly title: string; readonly description: string },
  operations: readonly Operation[],
  schemas: Json,
): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title, version: '1', description, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
  security: [{ bearer: [] }],
  paths: pathsOf(operations),
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: { ...schemas, Localized: writtenSchema(localized) },
  },
});
