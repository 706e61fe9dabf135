import { actor } from '@palabre/contracts';

/** Who reads, from the verified token: opaque ids only. */
export interface Principal {
  readonly person: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

/** Person, organisation and roles as the contracts know them; whatever else a token says is not looked at. */
export function readClaims({ person, organisation, roles }: Readonly<Record<string, unknown>>): Principal | null {
  return actor.safeParse({ person, organisation, roles }).data ?? null;
}

export const hasRole = (principal: Principal, ...roles: readonly string[]): boolean => roles.some(role => principal.roles.includes(role));
