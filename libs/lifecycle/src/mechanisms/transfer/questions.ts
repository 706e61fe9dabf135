import type { Localized } from '@palabre/contracts';
import { after, endOfDay } from '../../calendar/span.js';
import { say } from '../../decision.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { hostOf, partyNames } from '../parties/questions.js';
import { headOf } from '../text/questions.js';
import type { TextHead } from '../text/slice.js';
import type { LookedBackOn } from './slice.js';

export const transferTrackNames = ['capacity', 'structure'] as const;

export type Track = (typeof transferTrackNames)[number];

export interface Milestone {
  readonly track: Track;
  readonly milestone: string;
  readonly dueAt: string;
  /** The party that reaches it: the one that the plan names, or the recipient (MDM-47). */
  readonly owedBy: string;
}

/** True from the opening of a transfer until it is made or abandoned, whatever comes in between. */
export const isUnderWay = (state: PartnershipState): boolean => state.transfer?.status === 'open';

/** Where the work goes on after a review or a pause: a transfer under way is taken up again, not forgotten. */
export const resumesIn = (state: PartnershipState): 'implementation' | 'transfer' => (isUnderWay(state) ? 'transfer' : 'implementation');

export const recipientOf = (state: PartnershipState): string => state.transfer?.recipient ?? hostOf(state);

/** The plan of this transfer: one that an earlier transfer used up is no plan for the next. */
export const planOf = (state: PartnershipState): TextHead | undefined =>
  fresh(headOf(state, 'transfer-plan'), state.transfer?.usedUp?.plan);

/** The handover deed of this transfer, in its present version. */
export const deedOf = (state: PartnershipState): TextHead | undefined =>
  fresh(headOf(state, 'handover-deed'), state.transfer?.usedUp?.deed);

const fresh = (head: TextHead | undefined, usedUp = 0): TextHead | undefined =>
  head !== undefined && head.version > usedUp ? head : undefined;

export const isPlanned = (state: PartnershipState): boolean => planOf(state)?.status === 'agreed';

const parse = (track: Track, mark: string | number | boolean | undefined, recipient: string): readonly Milestone[] =>
  String(mark ?? '')
    .split(' ')
    .filter(entry => entry !== '')
    .map(entry => {
      const [milestone = '', dueOn = '', owedBy = recipient] = entry.split('=');
      return { track, milestone, dueAt: endOfDay(dueOn), owedBy };
    });

/** Milestones of the plan that all parties agreed; none before. */
export function plannedMilestones(state: PartnershipState): readonly Milestone[] {
  const marks = isPlanned(state) ? planOf(state)?.marks : undefined;
  return transferTrackNames.flatMap(track => parse(track, marks?.[track], recipientOf(state)));
}

export const isReached = (state: PartnershipState, { track, milestone }: Pick<Milestone, 'track' | 'milestone'>): boolean =>
  state.transfer?.reached.includes(`${track}/${milestone}`) ?? false;

export const openMilestones = (state: PartnershipState): readonly Milestone[] =>
  plannedMilestones(state).filter(milestone => !isReached(state, milestone));

/** What a party's last assessment found wanting; the whole, when it has not assessed. */
const wanting = (state: PartnershipState, party: string): readonly Localized[] => {
  const found = state.transfer?.assessed.find(one => one.party === party);
  if (found === undefined) return [say(`« ${party} » n’a pas évalué la préparation.`, `"${party}" has not assessed readiness.`)];
  return transferTrackNames
    .filter(track => !found[track])
    .map(track => say(`« ${party} » ne juge pas la voie « ${track} » prête.`, `"${party}" does not find the track "${track}" ready.`));
};

/** What is missing before the recipient can accept readiness: the plan, both tracks, the eyes of every party (MDM-47, MDM-48). */
export const missingForReadiness = (state: PartnershipState): readonly Localized[] => [
  ...(isPlanned(state) ? [] : [say('Le plan de transfert n’est pas convenu.', 'The transfer plan is not agreed.')]),
  ...openMilestones(state).map(({ track, milestone }) =>
    say(`Étape ${milestone} (${track}) non atteinte.`, `Milestone ${milestone} (${track}) is not reached.`),
  ),
  ...partyNames(state).flatMap(party => wanting(state, party)),
];

/** Parties that have not signed the present version of the handover deed. */
export function deedUnsignedBy(state: PartnershipState): readonly string[] {
  const hash = deedOf(state)?.hash;
  return partyNames(state).filter(
    party => !(state.transfer?.deedSignedBy ?? []).some(signed => signed.party === party && signed.hash === hash),
  );
}

const checkTimers = { first: 'post_transfer_first_check', second: 'post_transfer_second_check' } as const;

export interface OwedCheck {
  readonly check: keyof typeof checkTimers;
  readonly dueAt: string;
  /** When the project was handed over: tells the checks of two transfers apart. */
  readonly of: string;
}

const transfersMade = (state: PartnershipState): readonly LookedBackOn[] => {
  const { transfer } = state;
  if (transfer === null) return [];
  const { transferredAt, checks, earlier = [] } = transfer;
  return transferredAt === null ? earlier : [...earlier, { transferredAt, checks }];
};

/** Looks back that are still to come or due, those of the first transfer first (MDM-48). */
export const owedChecks = (state: PartnershipState): readonly OwedCheck[] =>
  transfersMade(state).flatMap(({ transferredAt, checks }) =>
    (['first', 'second'] as const)
      .filter(check => !checks.includes(check))
      .map(check => ({ check, of: transferredAt, dueAt: after(transferredAt, policyOf(state).timers[checkTimers[check]]) })),
  );

/** Earlier transfers on which something is still to be looked at, as a new one begins. */
export const stillToLookAt = (state: PartnershipState): readonly LookedBackOn[] =>
  transfersMade(state).filter(({ checks }) => checks.length < Object.keys(checkTimers).length);
