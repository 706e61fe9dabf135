import { z } from 'zod';
import { opaqueId } from '@palabre/contracts';

/** Who reads, from the verified token: opaque ids only. */
export interface Principal {
  readonly person: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

/** Claims of an access token. Roles are words; those that mean nothing here simply give nothing. */
const claims = z.object({ person: opaqueId, organisation: opaqueId, roles: z.array(z.string().max(60)).max(40) });

export const readClaims = (payload: object): Principal | null => claims.safeParse(payload).data ?? null;

export const hasRole = (principal: Principal, ...roles: readonly string[]): boolean => roles.some(role => principal.roles.includes(role));
