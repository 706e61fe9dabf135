import { fact, type Fact } from '@palabre/contracts';
import type { Verdict } from '../../agreement/decision-rule.js';
import { accept, refuse } from '../../decision.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askerNeverApproves } from '../../refusals.js';
import { checkAnswers, checkWeight } from '../form/answers.js';
import { questionsFor } from '../form/questions.js';
import { headOf } from '../text/questions.js';
import { rowOf } from './effects.js';
import {
  hasVoice,
  proposeAccession,
  proposeEmergency,
  proposeEstablishment,
  proposeLeadership,
  proposeRenewal,
  proposeSecretariat,
  proposeTypeChange,
} from './proposing.js';
import { openProposal, outcomeOf } from './questions.js';
import { notTheApplicant } from './accession-refusals.js';
import * as why from './refusals.js';
import { relationDeciders } from './relation.js';
import type { OpenProposal } from './slice.js';

const voices = (open: OpenProposal, party: string, says: Verdict['says']): readonly Verdict[] => [
  ...open.verdicts.filter(verdict => verdict.party !== party),
  { party, says },
];

const saidYes = (verdicts: readonly Verdict[]): string[] => verdicts.filter(({ says }) => says === 'yes').map(({ party }) => party);

/** What an agreement makes. Under no-objection, silence is in it without being named as a yes. */
export const takenFact = (state: PartnershipState, open: OpenProposal, verdicts: readonly Verdict[], now: string): Fact =>
  rowOf(open).agreed(state, open, saidYes(verdicts), now);

/**
 * One party's yes. The last voice that the rule needs takes the proposal, if nothing else is missing; an earlier voice
 * is refused for what is missing too, so that nobody agrees to something that cannot be.
 */
const agree: Decider<'AgreeToProposal'> = (state, command, moment) => {
  const open = openProposal(state, command.data.proposal);
  if (open === undefined) return refuse(why.noSuchProposal());
  if (!hasVoice(state, moment)) return refuse(why.noVoice());
  const { party } = moment.party;
  if (open.verdicts.some(verdict => verdict.party === party && verdict.says === 'yes')) return refuse(why.alreadyAnswered());
  if (open.proposedByPerson === moment.actor.person) return refuse(askerNeverApproves());
  const obstacle = rowOf(open).obstacle(state, open, moment.now);
  if (obstacle !== null) return refuse(obstacle);
  const verdicts = voices(open, party, 'yes');
  return outcomeOf(state, open, verdicts, moment.now) === 'agreed'
    ? accept(takenFact(state, open, verdicts, moment.now))
    : accept(fact('FrameChangeAccepted', { proposal: open.proposal, kind: open.kind, party }));
};

/** Saying no is always open, to the proposer too, who thereby withdraws it (MDM-25). */
const decline: Decider<'DeclineProposal'> = (state, command, moment) => {
  const open = openProposal(state, command.data.proposal);
  if (open === undefined) return refuse(why.noSuchProposal());
  if (!hasVoice(state, moment)) return refuse(why.noVoice());
  const { party } = moment.party;
  const verdicts = voices(open, party, 'no');
  const closes = party === open.proposedBy || outcomeOf(state, open, verdicts, moment.now) === 'refused';
  return accept(fact('FrameChangeDeclined', { proposal: open.proposal, kind: open.kind, party, reason: command.data.reason, closes }));
};

const answerAccession: Decider<'AnswerAccession'> = (state, command, moment) => {
  if (moment.party.standing !== 'applicant') return refuse(notTheApplicant());
  const questions = questionsFor(policyOf(state).forms.dueDiligence, moment.party);
  const wrong = checkAnswers('due-diligence', questions, command.data.answers) ?? checkWeight(command.data.answers);
  return wrong === null
    ? accept(fact('AccessionAnswersGiven', { party: moment.party.party, answers: command.data.answers }))
    : refuse(wrong);
};

const acceptRules: Decider<'AcceptRules'> = (state, _command, moment) =>
  moment.party.standing === 'applicant'
    ? accept(
        fact('RulesInForceAccepted', {
          party: moment.party.party,
          charterHash: policyOf(state).charterHash,
          agreement: headOf(state, 'agreement')?.hash ?? null,
        }),
      )
    : refuse(notTheApplicant());

export const frameDeciders: Deciders = {
  ProposeTypeChange: proposeTypeChange,
  ProposeLeadership: proposeLeadership,
  ProposeAccession: proposeAccession,
  AnswerAccession: answerAccession,
  AcceptRules: acceptRules,
  ProposeSecretariat: proposeSecretariat,
  ProposeRenewal: proposeRenewal,
  ProposeEmergency: proposeEmergency,
  ProposeEstablishment: proposeEstablishment,
  AgreeToProposal: agree,
  DeclineProposal: decline,
  ...relationDeciders,
};
