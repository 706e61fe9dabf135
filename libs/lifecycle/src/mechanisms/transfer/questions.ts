import type { Localized, TextKind } from '@palabre/contracts';
import { after, endOfDay } from '../../calendar/span.js';
import { say } from '../../decision.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import { headOf, isAgreed } from '../text/questions.js';

export const transferTrackNames = ['capacity', 'structure'] as const;

export type Track = (typeof transferTrackNames)[number];

export interface Milestone {
  readonly track: Track;
  readonly milestone: string;
  readonly dueAt: string;
}

const planKind: TextKind = 'transfer-plan';

const parse = (track: Track, mark: string | number | boolean | undefined): readonly Milestone[] =>
  String(mark ?? '')
    .split(' ')
    .filter(entry => entry !== '')
    .map(entry => {
      const [milestone = '', dueOn = ''] = entry.split('=');
      return { track, milestone, dueAt: endOfDay(dueOn) };
    });

/** Milestones of the plan that all parties agreed; none before. */
export function plannedMilestones(state: PartnershipState): readonly Milestone[] {
  const marks = isAgreed(state, planKind) ? headOf(state, planKind)?.marks : undefined;
  return transferTrackNames.flatMap(track => parse(track, marks?.[track]));
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
  ...(isAgreed(state, planKind) ? [] : [say('Le plan de transfert n’est pas convenu.', 'The transfer plan is not agreed.')]),
  ...openMilestones(state).map(({ track, milestone }) =>
    say(`Étape ${milestone} (${track}) non atteinte.`, `Milestone ${milestone} (${track}) is not reached.`),
  ),
  ...partyNames(state).flatMap(party => wanting(state, party)),
];

/** Parties that have not signed the present version of the handover deed. */
export function deedUnsignedBy(state: PartnershipState): readonly string[] {
  const hash = headOf(state, 'handover-deed')?.hash;
  return partyNames(state).filter(
    party => !(state.transfer?.deedSignedBy ?? []).some(signed => signed.party === party && signed.hash === hash),
  );
}

const checkTimers = { first: 'post_transfer_first_check', second: 'post_transfer_second_check' } as const;

export interface OwedCheck {
  readonly check: keyof typeof checkTimers;
  readonly dueAt: string;
}

/** Looks back that are still to come or due, in order (MDM-48). */
export function owedChecks(state: PartnershipState): readonly OwedCheck[] {
  const { transfer } = state;
  if (transfer === null || transfer.transferredAt === null) return [];
  const since = transfer.transferredAt;
  return (['first', 'second'] as const)
    .filter(check => !transfer.checks.includes(check))
    .map(check => ({ check, dueAt: after(since, policyOf(state).timers[checkTimers[check]]) }));
}
