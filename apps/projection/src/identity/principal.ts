/** Who reads, from the verified token: opaque ids only. */
export interface Principal {
  readonly person: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

export const hasRole = (principal: Principal, ...roles: readonly string[]): boolean => roles.some(role => principal.roles.includes(role));
