import { hasRole, type Principal } from '../identity/principal.js';

/** Who handles protected cases, as long as they are about another party. */
export const handlers = ['case-handler', 'steering-committee'] as const;
/** Who answers for a party that a case is about, or admits it: they have to know what is said, not by whom. */
const concerned = [
  'partner-representative',
  'partnership-officer',
  'hq-ops',
  'signatory-authority',
  'first-authority',
  'steering-committee',
] as const;

/**
 * How somebody reads a protected case about a party. The channel has an independent reader (S-07): nobody handles a case
 * about the own side. Who is concerned is heard, and so reads the case without who raised it.
 */
export type CaseReader = 'independent' | 'concerned' | 'nobody';

/** `host`: a case about it is decided by the hierarchy of the others (C-08), who therefore read it. */
export const caseReaderOf =
  (principal: Principal, { party, host }: { readonly party: string | null; readonly host: string | null }) =>
  (about: string): CaseReader => {
    if (party === null) return 'nobody';
    if (about === party) return hasRole(principal, ...concerned) ? 'concerned' : 'nobody';
    const decides = about === host && hasRole(principal, 'signatory-authority');
    return decides || hasRole(principal, ...handlers) ? 'independent' : 'nobody';
  };
