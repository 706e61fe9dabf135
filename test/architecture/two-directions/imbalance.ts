import type { Role, Side } from '@palabre/contracts';
import type { PartnershipState } from '@palabre/lifecycle';
import { mirrored, mirroredState } from './mirror.js';

/** A right as the tables give it: to whom, on which sides. */
export interface Right {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly sides: readonly Side[];
}

/** Functions that run the file for the party that brought the charter, and the one that runs it for a partner. */
const hostFunctions: readonly Role[] = ['hq-ops', 'partnership-officer'];
const partnerFunction: Role = 'partner-representative';

/** Rights that one side has and the other has not: by the side that is named, or by functions that only one side has. */
export const oneSided = (rights: readonly Right[]): readonly string[] =>
  rights
    .filter(({ roles, sides }) => {
      const forHost = roles.some(role => hostFunctions.includes(role));
      return sides.length < 2 || forHost !== roles.includes(partnerFunction);
    })
    .map(({ name }) => name);

/** A row of the task table, as far as it matters who is asked. */
export interface Asking {
  readonly kind: string;
  readonly asks: (state: PartnershipState) => readonly unknown[];
}

const inOrder = (asks: readonly unknown[]): string =>
  asks
    .map(ask => JSON.stringify(ask))
    .sort()
    .join('\n');

/** Kinds of tasks that are asked of a side for what it is: in the mirrored file they are not asked of the other. */
export const askedOfOneSide = (rows: readonly Asking[], states: readonly PartnershipState[]): readonly string[] =>
  rows
    .filter(row =>
      states.some(state => inOrder(mirrored(row.asks(state)) as readonly unknown[]) !== inOrder(row.asks(mirroredState(state)))),
    )
    .map(({ kind }) => kind);

/** Kinds of tasks that somebody is asked for in these files. */
export const asked = (rows: readonly Asking[], states: readonly PartnershipState[]): readonly string[] =>
  rows.filter(row => states.some(state => row.asks(state).length > 0)).map(({ kind }) => kind);
