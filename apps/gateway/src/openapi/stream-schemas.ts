import {
  commandRequest,
  commandTypesOf,
  definitionOf,
  isOpening,
  ownedStreamKinds,
  writtenSchema,
  type OwnedStreamKind,
} from '@palabre/contracts';
import { answerBody, invitationsBody } from '../streams/campaign.controller.js';

type Json = Readonly<Record<string, unknown>>;

const nameOf = (kind: OwnedStreamKind): string => `${kind[0]?.toUpperCase()}${kind.slice(1)}`;

function requestSchema(kind: OwnedStreamKind, type: string): Json {
  const outer = writtenSchema(commandRequest.omit({ type: true, data: true })) as { properties: Json };
  const { data, says, requirements } = definitionOf(kind, type);
  return {
    type: 'object',
    title: says.en,
    description: `${says.fr}. ${requirements.join(', ')}.`,
    required: ['id', 'type', 'data'],
    additionalProperties: false,
    properties: { ...outer.properties, type: { const: type }, data: writtenSchema(data) },
  };
}

function schemasOf(kind: OwnedStreamKind): readonly (readonly [string, Json])[] {
  const schemaName = (type: string): string => `${nameOf(kind)}${type}Request`;
  const reference = (type: string): Json => ({ $ref: `#/components/schemas/${schemaName(type)}` });
  const types: readonly string[] = commandTypesOf(kind);
  return [
    ...types.map(type => [schemaName(type), requestSchema(kind, type)] as const),
    [`${nameOf(kind)}Opening`, { oneOf: types.filter(type => isOpening(kind, type)).map(reference) }],
    [`${nameOf(kind)}Command`, { oneOf: types.filter(type => !isOpening(kind, type)).map(reference) }],
  ];
}

/** One request schema for each command of organisations, charters and campaigns, and the bodies of a survey. */
export const streamSchemas = (): Json => ({
  ...Object.fromEntries(ownedStreamKinds.flatMap(schemasOf)),
  InvitationsRequest: writtenSchema(invitationsBody),
  InvitationsAnswer: {
    allOf: [
      { $ref: '#/components/schemas/CommandAnswer' },
      { type: 'object', required: ['invitations'], properties: { invitations: { type: 'array', items: { type: 'string' } } } },
    ],
  },
  SurveyAnswer: writtenSchema(answerBody),
});
