import { fact } from '@palabre/contracts';
import { accept, refuse } from '../../decision.js';
import { stepsFrom } from '../../lifecycle.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { policyOf } from '../../state.js';
import { knockOf, noSuchStep, takeStep } from '../phase/take-step.js';
import { catchUpDueAt } from './effects.js';
import { intensityOf } from './questions.js';
import * as why from './refusals.js';
import { bridgeStands, noDormancy, noMembership, nothingToCatchUp, sameIntensity } from './relation-refusals.js';

const changeIntensity: Decider<'ChangeIntensity'> = (state, command, moment) => {
  const { to, reason } = command.data;
  const from = intensityOf(state);
  if (to === 'dormant' && !policyOf(state).columns.dormancy) return refuse(noDormancy());
  if (from === to && state.frame.intensity !== null) return refuse(sameIntensity());
  return accept(fact('IntensityChanged', { party: moment.party.party, from, to, reason }));
};

const openBridge: Decider<'OpenBridge'> = (state, command, moment) =>
  state.frame.bridgeSince === null ? accept(fact('BridgeOpened', { ...command.data, party: moment.party.party })) : refuse(bridgeStands());

const joinNetwork: Decider<'JoinNetwork'> = (state, command, moment) => {
  const step = stepsFrom(state.phase, 'JoinNetwork')[0];
  return step === undefined ? refuse(noSuchStep(state.phase, 'implementation')) : takeStep(state, step, knockOf(moment), command.data);
};

const renewMembership: Decider<'RenewMembership'> = (state, command, moment) => {
  const { membership } = state.frame;
  if (membership === null) return refuse(noMembership());
  const who = { party: moment.party.party, person: moment.actor.person };
  return accept(fact('MembershipFeeRenewed', { ...command.data, ...who, year: membership.renewals + 1 }));
};

const openCatchUp: Decider<'OpenCatchUp'> = (state, command) =>
  catchUpDueAt(state) === null
    ? refuse(nothingToCatchUp())
    : accept(fact('CoConstructionOpened', { occasion: 'catch-up', note: command.data.note }));

/** A security reason is told between people; the shared file keeps only that there is one (ALE-35). */
const statePreference: Decider<'StateLeadershipPreference'> = (state, command, moment) => {
  const { level, because, note } = command.data;
  const { leadershipLevels } = policyOf(state).columns;
  if (level !== null && !leadershipLevels.includes(level)) return refuse(why.levelNotUsed(leadershipLevels));
  if (because === 'security' && typeof note === 'string') return refuse(why.securityStaysUnsaid());
  return accept(fact('LeadershipPreferenceStated', { ...command.data, party: moment.party.party }));
};

/** How the relation itself lives: stronger or weaker, at rest, bridged between two grants, renewed year after year. */
export const relationDeciders: Deciders = {
  ChangeIntensity: changeIntensity,
  OpenBridge: openBridge,
  JoinNetwork: joinNetwork,
  RenewMembership: renewMembership,
  OpenCatchUp: openCatchUp,
  StateLeadershipPreference: statePreference,
};
