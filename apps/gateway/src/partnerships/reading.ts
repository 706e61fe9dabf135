import type { Actor } from '@palabre/contracts';
import { z } from 'zod';
import { readersOfEveryFile } from '../permissions/permission-table.js';

/** What the gateway looks at in the workflow's state: which organisations are parties. */
const membership = z.looseObject({ parties: z.looseObject({ members: z.array(z.looseObject({ organisation: z.string() })) }) });

const organisationsOf = (state: unknown): readonly string[] => membership.parse(state).parties.members.map(member => member.organisation);

const cases = z.looseObject({
  policy: z.looseObject({ lines: z.array(z.looseObject({ code: z.string(), protected: z.boolean() })) }).nullable(),
  lines: z.looseObject({
    cases: z.array(z.looseObject({ line: z.string() })),
    lastRaised: z.array(z.looseObject({ line: z.string() })),
  }),
});

const veil = { protected: true };

/** The state without what it says of protected lines: who raised a case, and about whom, is for its handlers (MDM-65, MDM-68). */
export function veiled(state: unknown): unknown {
  const told = cases.safeParse(state);
  if (!told.success || told.data.policy === null) return state;
  const codes = new Set(told.data.policy.lines.filter(line => line.protected).map(line => line.code));
  const hide = <T extends { line: string }>(one: T): T | typeof veil => (codes.has(one.line) ? veil : one);
  const { lines } = told.data;
  return { ...(state as object), lines: { ...lines, cases: lines.cases.map(hide), lastRaised: lines.lastRaised.map(hide) } };
}

/** An auditor and an operator read every file; everybody else the files of which their organisation is a party (C-07). */
export const mayRead = (actor: Actor, state: unknown): boolean =>
  actor.roles.some(role => readersOfEveryFile.includes(role)) || organisationsOf(state).includes(actor.organisation);
