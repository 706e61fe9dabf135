/** Who votes, and how many voices it takes before anything is decided. */
export interface Body {
  readonly members: readonly { readonly party: string; readonly person: string }[];
  readonly quorum: number;
}

export interface Vote {
  readonly person: string;
  readonly verdict: 'grant' | 'refuse';
}

export type Tally = 'waiting' | 'grant' | 'refuse';

/**
 * How a vote stands: the side that more than half of the cast voices are for, once the quorum is reached and the voices
 * still missing cannot change it any more. A tie of all voices is a refusal: nothing is decided by half a body. Each
 * member counts once, with the first vote; voices of anybody else do not count.
 */
export function tally({ members, quorum }: Body, votes: readonly Vote[]): Tally {
  const cast = members.flatMap(member => votes.find(vote => vote.person === member.person) ?? []);
  if (cast.length < quorum) return 'waiting';
  const grants = cast.filter(vote => vote.verdict === 'grant').length;
  const refusals = cast.length - grants;
  const missing = members.length - cast.length;
  if (grants > refusals + missing) return 'grant';
  return refusals >= grants + missing ? 'refuse' : 'waiting';
}
