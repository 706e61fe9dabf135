import type { Random } from './random.js';

/** What a client is going to ask, and as whom. The same id is sent until there is an answer. */
export interface Asked {
  readonly partnership: string;
  readonly account: string;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
}

type Act = (turn: number) => Pick<Asked, 'account' | 'type' | 'data'>;

const calendarStart = Date.parse('2027-01-04T08:00:00.000Z');
const hourMs = 3_600_000;

/** Cheap decisions of a file that is still an idea, and three that the rules refuse and record. */
const acts: readonly (readonly [weight: number, act: Act])[] = [
  [36, turn => ({ account: 'hq-officer', type: 'PostPalaverMessage', data: { object: 'agreement', message: `Parole ${turn}` } })],
  [14, turn => ({ account: 'hq-ops', type: 'PostPalaverMessage', data: { object: 'budget', message: `Réponse ${turn}` } })],
  [12, turn => ({ account: 'hq-ops', type: 'RecordNote', data: { kind: 'OpportunityShared', on: '2027-01-04', note: `Piste ${turn}` } })],
  [8, turn => ({ account: 'hq-country-team', type: 'RaiseChallenge', data: { text: `Difficulté ${turn}` } })],
  [
    8,
    turn => ({
      account: 'hq-ops',
      type: 'AssessNeed',
      data: { objective: `Soins ${turn}`, partnershipIsRightMethod: true, argument: 'Personne n’y arrive seul.' },
    }),
  ],
  [8, turn => ({ account: 'hq-ops', type: 'AdvanceCalendar', data: { to: new Date(calendarStart + turn * hourMs).toISOString() } })],
  [5, () => ({ account: 'hq-country-team', type: 'DiscardIdea', data: { reason: 'Sans en avoir le droit.' } })],
  [5, () => ({ account: 'hq-officer', type: 'ConfirmCommitment', data: { commitment: 'none-such', note: null } })],
  [4, () => ({ account: 'hq-officer', type: 'ResolveChallenge', data: { challenge: 'none-such', solution: 'Aucune.' } })],
];

const weights = acts.reduce((sum, [weight]) => sum + weight, 0);

function drawn(random: Random): Act {
  let left = random.between(0, weights);
  for (const [weight, act] of acts) {
    left -= weight;
    if (left < 0) return act;
  }
  return acts[0]?.[1] ?? drawn(random);
}

/** An endless supply of decisions, spread evenly over the partnerships. */
export function decisions(partnerships: readonly string[], random: Random): () => Asked {
  let turn = 0;
  return () => {
    turn += 1;
    const partnership = partnerships[turn % partnerships.length] ?? '';
    return { partnership, id: `fault-${turn}`, ...drawn(random)(Math.ceil(turn / partnerships.length)) };
  };
}
