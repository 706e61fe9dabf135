import {
  commands,
  commandTypes,
  roles,
  sides,
  type CommandType,
  type Localized,
  type Mechanism,
  type Role,
  type Side,
} from '@palabre/contracts';

/** How a person stands to a partnership: acts for a party of one side, or for none of its parties. */
export type Relation = Side | 'stranger';

/** One line of the permission page: who may ask for a command. */
export interface PermissionRow {
  readonly command: CommandType;
  readonly says: Localized;
  readonly mechanism: Mechanism;
  readonly roles: readonly Role[];
  readonly sides: readonly Side[];
  readonly requirements: readonly string[];
}

/** The permissions of every command, in the order of the command table. */
export const permissionTable = (): PermissionRow[] =>
  commandTypes.map(command => {
    const { by, says, mechanism, requirements } = commands[command];
    return { command, says, mechanism, roles: by.roles, sides: by.sides, requirements };
  });

/** Does one of the person's roles appear for the command? */
export const mayAsk = (command: CommandType, held: readonly Role[]): boolean =>
  held.some(role => commands[command].by.roles.includes(role));

/** What the table says of a request. Only the opening is stopped at the gateway; a partnership refuses, and records, the rest. */
export type PermissionVerdict = 'allowed' | 'refused';

/** One cell of role × command × relation. */
export function permissionVerdict(role: Role, command: CommandType, relation: Relation): PermissionVerdict {
  const allowedSides: readonly Relation[] = commands[command].by.sides;
  return mayAsk(command, [role]) && allowedSides.includes(relation) ? 'allowed' : 'refused';
}

/** Roles that read every file because reading all of them is their task. */
export const readersOfEveryFile: readonly Role[] = ['auditor', 'operator'];

/** Every role and every relation, for pages and tests that walk the whole matrix. */
export const permissionAxes = { roles, relations: [...sides, 'stranger'] as readonly Relation[] };
