import type { Actor, PartnershipStanding } from '@palabre/contracts';
import { z } from 'zod';
import { readersOfEveryFile } from '../permissions/permission-table.js';

/** What the gateway looks at in the workflow's state: which organisations are parties. */
const membership = z.looseObject({ parties: z.looseObject({ members: z.array(z.looseObject({ organisation: z.string() })) }) });

const organisationsOf = (state: unknown): readonly string[] => membership.parse(state).parties.members.map(member => member.organisation);

const told = z.looseObject({
  policy: z.looseObject({ lines: z.array(z.looseObject({ code: z.string(), protected: z.boolean() })) }).nullable(),
  lines: z.looseObject({ cases: z.array(z.looseObject({ case: z.string(), line: z.string() })) }),
  commitments: z.looseObject({ open: z.array(z.looseObject({ commitment: z.string(), origin: z.string() })) }).optional(),
});

type Item = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Item => typeof value === 'object' && value !== null;

/**
 * Which things say something of a protected line, by what the state knows: a protected line and a party, or a case on
 * one, as tasks, deadlines and votes are. The state does not keep which line a mitigation commitment comes from: where the
 * policy has a protected line, each of them counts as coming from one. Null where the state holds no policy yet.
 */
function protectedBy(state: unknown): ((item: Item) => boolean) | null {
  const known = protectedIn(state);
  if (known === null) return null;
  const { codes, hidden } = known;
  return item =>
    (typeof item['line'] === 'string' && typeof item['about'] === 'string' && codes.has(item['line'])) ||
    Object.values(item).some(one => typeof one === 'string' && hidden.has(one));
}

function protectedIn(state: unknown): { readonly codes: ReadonlySet<string>; readonly hidden: ReadonlySet<string> } | null {
  const read = told.safeParse(state);
  if (!read.success || read.data.policy === null) return null;
  const codes = new Set(read.data.policy.lines.filter(line => line.protected).map(line => line.code));
  const cases = read.data.lines.cases.filter(one => codes.has(one.line)).flatMap(one => [one.case, `line/${one.case}`]);
  const mitigating = codes.size === 0 ? [] : (read.data.commitments?.open ?? []).filter(one => one.origin === 'mitigation');
  return { codes, hidden: new Set([...cases, ...mitigating.map(one => one.commitment)]) };
}

/** Numbers of protected cases and of what belongs to them: words that name one are not for everybody. */
export const protectedReferences = (state: unknown): ReadonlySet<string> => protectedIn(state)?.hidden ?? new Set();

/** The state without what it says of protected lines: who raised a case, and about whom, is for its handlers (MDM-65, MDM-68). */
export function veiled(state: unknown): unknown {
  const isAbout = protectedBy(state);
  if (isAbout === null) return state;
  const veil = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(veil);
    if (!isRecord(value)) return value;
    return isAbout(value) ? { protected: true } : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, veil(one)]));
  };
  return veil(state);
}

/** Where a partnership stands, without the tasks and deadlines of protected cases: they are in the inbox of who handles them. */
export function veiledStanding(standing: PartnershipStanding, state: unknown): PartnershipStanding {
  const isAbout = protectedBy(state);
  if (isAbout === null) return standing;
  const open = (item: object): boolean => !isAbout(item as Item);
  return { ...standing, tasks: standing.tasks.filter(open), deadlines: standing.deadlines.filter(open) };
}

/** An auditor and an operator read every file; everybody else the files of which their organisation is a party (C-07). */
export const mayRead = (actor: Actor, state: unknown): boolean =>
  actor.roles.some(role => readersOfEveryFile.includes(role)) || organisationsOf(state).includes(actor.organisation);
