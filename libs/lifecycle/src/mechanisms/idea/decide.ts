import { fact, type GroupVote, type TextKind } from '@palabre/contracts';
import { accept, refuse } from '../../decision.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { noSuchText, staleVersion } from '../../refusals.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { isAgreed } from '../text/questions.js';
import { brandDeciders } from './brand.js';
import { ideaFields, withPresetGoal, wrongCard } from './card.js';
import { isLinked, isRequired, isSwitchedOff } from './questions.js';
import * as why from './refusals.js';

const completeIdea: Decider<'CompleteIdea'> = (state, { data }, moment) => {
  if (!ideaFields.some(field => data[field] !== undefined)) return refuse(why.nothingTold());
  const wrong = wrongCard(state, data);
  if (wrong !== null) return refuse(wrong);
  const goals = data.goals === undefined ? {} : { goals: withPresetGoal(data.goals) };
  return accept(fact('PartnershipIdeaCompleted', { ...data, ...goals, party: moment.party.party }));
};

/** One ends so that the other may begin: the idea is set aside, with the partnership that its maker asks to join. */
const joinExisting: Decider<'JoinExisting'> = (state, { data }, moment) =>
  state.idea.seen.includes(data.partnership)
    ? accept(
        fact('IdeaTurnedIntoMembershipRequest', { ...data, organisation: moment.actor.organisation }),
        fact('PartnershipIdeaDiscarded', { reason: data.reason }),
      )
    : refuse(why.notAmongTheSeen(data.partnership));

const linkProject: Decider<'LinkProject'> = (state, { data }, moment) => {
  if (isLinked(state, data.project)) return refuse(why.projectKnown(data.project));
  if (data.endsOn !== null && data.endsOn < data.startsOn) return refuse(why.projectBackwards());
  if (policyOf(state).switches.roleTable === 'required' && !isAgreed(state, 'roles')) return refuse(why.rolesBeforeProject());
  return accept(fact('ProjectLinked', { ...data, party: moment.party.party }));
};

const endLinkedProject: Decider<'EndLinkedProject'> = (state, { data }, moment) =>
  isLinked(state, data.project)
    ? accept(fact('LinkedProjectEnded', { ...data, party: moment.party.party }))
    : refuse(why.projectUnknown(data.project));

const hasBegun = (state: PartnershipState, step: TextKind): boolean => state.texts.heads[step] !== undefined;

const switchStep: Decider<'SwitchStep'> = (state, { data }, moment) => {
  if (!data.on && isRequired(state, data.step)) return refuse(why.stepRequired(data.step));
  if (data.on !== isSwitchedOff(state, data.step)) return refuse(why.alreadySo(data.step));
  if (!data.on && hasBegun(state, data.step)) return refuse(why.stepInUse(data.step));
  return accept(fact('OptionalStepSwitched', { ...data, party: moment.party.party }));
};

const voicesOf = ({ inFavour, against, abstained }: GroupVote): number => inFavour + against + abstained;

const giveOpinion: Decider<'GiveCommunityOpinion'> = (state, { data }, moment) => {
  const head = state.texts.heads[data.kind];
  if (head === undefined) return refuse(noSuchText(data.kind));
  if (head.version !== data.version || head.hash !== data.hash) return refuse(staleVersion(data.kind, head.version));
  if (data.vote !== undefined && voicesOf(data.vote) === 0) return refuse(why.nobodyVoted());
  return accept(fact('CommunityOpinionGiven', { ...data, person: moment.actor.person }));
};

export const ideaDeciders: Deciders = {
  CompleteIdea: completeIdea,
  JoinExisting: joinExisting,
  LinkProject: linkProject,
  EndLinkedProject: endLinkedProject,
  SwitchStep: switchStep,
  GiveCommunityOpinion: giveOpinion,
  ...brandDeciders,
};
