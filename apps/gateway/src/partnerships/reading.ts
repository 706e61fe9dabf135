import type { Actor } from '@palabre/contracts';
import { z } from 'zod';
import { readersOfEveryFile } from '../permissions/permission-table.js';

/** What the gateway looks at in the workflow's state: which organisations are parties. */
const membership = z.looseObject({ parties: z.looseObject({ members: z.array(z.looseObject({ organisation: z.string() })) }) });

const organisationsOf = (state: unknown): readonly string[] => membership.parse(state).parties.members.map(member => member.organisation);

/** An auditor and an operator read every file; everybody else the files of which their organisation is a party (C-07). */
export const mayRead = (actor: Actor, state: unknown): boolean =>
  actor.roles.some(role => readersOfEveryFile.includes(role)) || organisationsOf(state).includes(actor.organisation);
