import type { EventAttributes, OwnedStreamKind } from '@palabre/contracts';
import { hasRole, type Principal } from '../identity/principal.js';
import { placeOf } from '../reading/history.query.js';

/** An event as the ledger holds it: both parts are the stored bytes. */
export interface StoredText {
  readonly attributes: string;
  readonly payload: string;
}

interface StreamReader {
  readonly kind: OwnedStreamKind;
  readonly principal: Principal;
  /** The caller speaks for the organisation that the stream belongs to. */
  readonly isOwner: boolean;
}

/**
 * The rule that withholds an event; null when it may be read. Kept answers may be to protected questions, so their words are
 * for the organisation alone; an auditor sees of a campaign counts, neither conversations nor answers in words.
 */
function ruleAgainst({ kind, principal, isOwner }: StreamReader, type: string, payload: string): 'MDM-68' | 'ALE-39' | null {
  if (kind === 'organisation') return type === 'DueDiligenceAnswersKept' && !isOwner ? 'MDM-68' : null;
  if (kind !== 'campaign' || !hasRole(principal, 'auditor')) return null;
  if (type === 'ListeningConversationHeld') return 'ALE-39';
  const worded = type === 'SurveyResultReleased' && (JSON.parse(payload) as { texts: readonly string[] }).texts.length > 0;
  return worded ? 'ALE-39' : null;
}

/** One event of a history as JSON: byte for byte, or its place in the chain alone and the rule that withholds the rest. */
export function eventText(reader: StreamReader, { attributes, payload }: StoredText): string {
  const told = JSON.parse(attributes) as EventAttributes;
  const withheld = ruleAgainst(reader, told.type, payload);
  if (withheld === null) return `{"attributes":${attributes},"data":${payload}}`;
  return JSON.stringify({ attributes: placeOf(told), data: null, withheld });
}
