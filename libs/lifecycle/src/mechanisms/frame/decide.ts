import { fact, type Fact, type Refusal } from '@palabre/contracts';
import type { Verdict } from '../../agreement/decision-rule.js';
import { accept, refuse } from '../../decision.js';
import { dayOf } from '../../calendar/span.js';
import type { Knock } from '../../gates/gate.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askerNeverApproves } from '../../refusals.js';
import { checkAnswers, checkWeight } from '../form/answers.js';
import { questionsFor } from '../form/asked.js';
import { knockOf } from '../phase/take-step.js';
import { noMandate } from '../sign-off/refusals.js';
import { mandateToSign } from '../sign-off/signature.js';
import { headOf } from '../text/questions.js';
import { endedWith, rowOf } from './effects.js';
import {
  proposeAccession,
  proposeEmergency,
  proposeEstablishment,
  proposeLeadership,
  proposeLiftingProtection,
  proposeRenewal,
  proposeSecretariat,
  proposeTypeChange,
} from './proposing.js';
import { isWithinOneParty, openProposal, outcomeOf, pollOn } from './questions.js';
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
export const takenFact = (state: PartnershipState, open: OpenProposal, verdicts: readonly Verdict[], knock: Knock): Fact =>
  rowOf(open).agreed(state, open, saidYes(verdicts), knock);

/** Whether this person may speak for its party on a proposal: not about its own exclusion, and with a mandate where a yes is a signature. */
function barredFromAgreeing(state: PartnershipState, open: OpenProposal, moment: Moment): Refusal | null {
  const { party } = moment.party;
  if (!pollOn(state, open).parties.includes(party)) return why.noVoice();
  const answered = open.verdicts.some(verdict => verdict.party === party && verdict.says === 'yes');
  if (answered && !isWithinOneParty(state, open)) return why.alreadyAnswered();
  if (open.proposedByPerson === moment.actor.person) return askerNeverApproves();
  const unsigned = rowOf(open).signs === true && mandateToSign(state, moment) === undefined;
  return unsigned ? noMandate(party, dayOf(moment.now)) : null;
}

/**
 * One party's yes. The last voice that the rule needs takes the proposal, if nothing else is missing; an earlier voice
 * is refused for what is missing too, so that nobody agrees to something that cannot be.
 */
const agree: Decider<'AgreeToProposal'> = (state, command, moment) => {
  const open = openProposal(state, command.data.proposal);
  if (open === undefined) return refuse(why.noSuchProposal());
  const { party } = moment.party;
  const obstacle = barredFromAgreeing(state, open, moment) ?? rowOf(open).obstacle(state, open, knockOf(moment));
  if (obstacle !== null) return refuse(obstacle);
  const verdicts = voices(open, party, 'yes');
  if (outcomeOf(state, open, verdicts, moment.now) !== 'agreed')
    return accept(fact('FrameChangeAccepted', { proposal: open.proposal, kind: open.kind, party }));
  const warnings = rowOf(open).warnings?.(state, knockOf(moment)) ?? [];
  return { outcome: 'accepted', facts: [takenFact(state, open, verdicts, knockOf(moment))], warnings };
};

/** Saying no is always open, to the proposer too, who thereby withdraws it (MDM-25). */
const decline: Decider<'DeclineProposal'> = (state, command, moment) => {
  const open = openProposal(state, command.data.proposal);
  if (open === undefined) return refuse(why.noSuchProposal());
  const { party } = moment.party;
  if (!pollOn(state, open).parties.includes(party)) return refuse(why.noVoice());
  const verdicts = voices(open, party, 'no');
  const closes = party === open.proposedBy || outcomeOf(state, open, verdicts, moment.now) === 'refused';
  const declined = fact('FrameChangeDeclined', { proposal: open.proposal, kind: open.kind, party, reason: command.data.reason, closes });
  return accept(...(closes ? endedWith(state, open) : []), declined);
};

const answerAccession: Decider<'AnswerAccession'> = (state, command, moment) => {
  if (moment.party.standing !== 'applicant') return refuse(notTheApplicant());
  const questions = questionsFor(state, 'due-diligence', moment.party);
  const wrong = checkAnswers('due-diligence', questions, command.data.answers) ?? checkWeight(command.data.answers);
  return wrong === null
    ? accept(fact('AccessionAnswersGiven', { party: moment.party.party, answers: command.data.answers }))
    : refuse(wrong);
};

/** A code of conduct is free to adopt; once adopted it binds whoever joins later (PMP-34). */
const adoptedCode = (state: PartnershipState): { readonly codeOfConduct?: string } => {
  const code = headOf(state, 'code-of-conduct');
  return code?.status === 'agreed' ? { codeOfConduct: code.hash } : {};
};

const acceptRules: Decider<'AcceptRules'> = (state, _command, moment) =>
  moment.party.standing === 'applicant'
    ? accept(
        fact('RulesInForceAccepted', {
          party: moment.party.party,
          charterHash: policyOf(state).charterHash,
          agreement: headOf(state, 'agreement')?.hash ?? null,
          ...adoptedCode(state),
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
  ProposeLiftingProtection: proposeLiftingProtection,
  AgreeToProposal: agree,
  DeclineProposal: decline,
  ...relationDeciders,
};
