import { contentHash, fact, type Fact, type TextKind } from '@palabre/contracts';
import { outcomeOf } from '../../agreement/poll.js';
import { accept, refuse, type Decision } from '../../decision.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import { strengthOf } from '../../gates/index.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askerNeverApproves, noSuchText, staleVersion } from '../../refusals.js';
import { isPassedOver } from '../frame/questions.js';
import type { PartyState } from '../parties/slice.js';
import { staleSignOffs } from '../sign-off/questions.js';
import { definedByOneAlone } from './authorship.js';
import { fundingWarnings } from './budget-rules.js';
import { clausesMissing } from './clause-template.js';
import { capacityWarnings, checkContent } from './content-rules.js';
import { textNames } from './kinds.js';
import { afterObjection } from './objection.js';
import { keptFrom, onlyVisionYet, wrongReaders } from './reserved.js';
import { adoption, wrongOrigin } from './taken-over.js';
import { membersAreInformed, missingTranslations, ruleOn, translatedKinds } from './questions.js';
import { incomplete } from './text-asks.js';
import { toldByEvents } from './told-by-events.js';
import {
  membersLeftOut,
  summaryMissing,
  alreadyAccepted,
  alreadyContested,
  alreadyTranslated,
  noSuchPart,
  notTranslatedYet,
  contestedStays,
} from './refusals.js';
import type { TextHead } from './slice.js';

const named = (type: Fact['type'], data: unknown): Fact => ({ type, data }) as unknown as Fact;

const proposeText: Decider<'ProposeText'> = (state, command, moment) => {
  const { kind } = command.data;
  const body = kind === 'final-report' ? { ...command.data.body, told: toldByEvents(state) } : command.data.body;
  const wrong =
    onlyVisionYet(state, command.data) ??
    wrongOrigin(state, command.data) ??
    wrongReaders(command.data, moment.party.party) ??
    checkContent(state, kind, body, moment.party.party);
  if (wrong !== null) return refuse(wrong);
  const before = state.texts.heads[kind];
  const version = (before?.version ?? 0) + 1;
  const proposal = {
    kind,
    version,
    hash: contentHash({ kind, version, body }),
    proposedBy: moment.party.party,
    body,
    staleAcceptances: [...(before?.acceptedBy ?? [])],
    ...(command.data.takenFrom === undefined ? {} : { takenFrom: command.data.takenFrom }),
  };
  return {
    outcome: 'accepted',
    facts: [
      ...keptFrom(state, command.data),
      named(textNames[kind].proposed, proposal),
      ...adoption(command.data, moment),
      ...staleSignOffs(state, kind),
    ],
    warnings:
      command.data.kind === 'budget'
        ? fundingWarnings(state, command.data.body)
        : [
            ...definedByOneAlone(command.data, moment.party.party),
            ...clausesMissing(state, command.data),
            ...capacityWarnings(state, command.data),
          ],
  };
};

type OnVersion = { readonly kind: TextKind; readonly version: number; readonly hash: string };

/** The head a person answers on, or why it is not the present one. */
function present(state: PartnershipState, on: OnVersion): { head: TextHead } | { refused: Decision } {
  const head = state.texts.heads[on.kind];
  if (head === undefined) return { refused: refuse(noSuchText(on.kind)) };
  if (head.version !== on.version || head.hash !== on.hash) return { refused: refuse(staleVersion(on.kind, head.version)) };
  return { head };
}

function acceptance(state: PartnershipState, on: OnVersion, head: TextHead, moment: Moment): Decision {
  const acceptedBy = [...head.acceptedBy, moment.party.party];
  const binding = { kind: on.kind, version: on.version, hash: on.hash };
  const voices = { yes: acceptedBy, no: head.contestedBy.filter(party => party !== moment.party.party), askedAt: head.proposedAt };
  const by = ruleOn(state, on.kind);
  const lacking = incomplete(state, on.kind);
  const agrees = outcomeOf(state, { ...voices, by }, moment.now) === 'agreed';
  if (agrees && lacking !== null) return refuse(lacking);
  return agrees
    ? accept(named(textNames[on.kind].agreed, { ...binding, acceptedBy }))
    : accept(fact('TextAccepted', { ...binding, party: moment.party.party }));
}

/** The language of a party that a text does not exist in, where the charter lets nobody agree to what it cannot read; else null. */
function unreadBy(state: PartnershipState, kind: TextKind, { workingLanguage }: PartyState): string | null {
  const asked = policyOf(state).columns.translationGate && strengthOf(state, { gate: 'LANGUAGE' }) === 'block';
  if (!asked || isPassedOver(state, 'LANGUAGE') || !translatedKinds.some(one => one === kind)) return null;
  return missingTranslations(state, kind).includes(workingLanguage) ? workingLanguage : null;
}

const acceptText: Decider<'AcceptText'> = (state, command, moment) => {
  const found = present(state, command.data);
  if ('refused' in found) return found.refused;
  const { head } = found;
  if (head.status === 'contested') return refuse(contestedStays(command.data.kind));
  if (head.acceptedBy.includes(moment.party.party)) return refuse(alreadyAccepted(command.data.kind));
  if (head.proposedByPerson === moment.actor.person) return refuse(askerNeverApproves());
  const unread = unreadBy(state, command.data.kind, moment.party);
  if (unread !== null) return refuse(notTranslatedYet(command.data.kind, unread));
  return acceptance(state, command.data, head, moment);
};

const contestText: Decider<'ContestText'> = (state, command, moment) => {
  const found = present(state, command.data);
  if ('refused' in found) return found.refused;
  const { kind, version, hash, reasons, about } = command.data;
  const unknown = (about ?? []).find(part => found.head.parts.length > 0 && !found.head.parts.includes(part));
  if (unknown !== undefined) return refuse(noSuchPart(kind, unknown));
  if (found.head.contestedBy.includes(moment.party.party)) return refuse(alreadyContested(kind));
  const { party } = moment.party;
  const leaves = afterObjection(state, { kind, head: found.head }, party, moment.now);
  return accept(
    named(textNames[kind].contested, { kind, version, hash, party, reasons, about: about ?? [], leaves }),
    ...(leaves === 'agreed' ? [] : staleSignOffs(state, kind)),
  );
};

const commentText: Decider<'CommentText'> = (state, command, moment) => {
  const found = present(state, command.data);
  if ('refused' in found) return found.refused;
  return accept(fact('TextCommented', { ...command.data, party: moment.party.party }));
};

const translateText: Decider<'TranslateText'> = (state, command) => {
  const found = present(state, command.data);
  if ('refused' in found) return found.refused;
  if (found.head.translations.includes(command.data.language)) return refuse(alreadyTranslated(command.data.language));
  return accept(fact('DocumentTranslated', command.data));
};

const writeExpectations: Decider<'WriteExpectations'> = (_state, command, moment) =>
  accept(fact('ExpectationsRecorded', { ...command.data, party: moment.party.party }));

const shareAgreement: Decider<'ShareAgreement'> = (state, command, moment) => {
  const found = present(state, { kind: 'agreement', ...command.data });
  if ('refused' in found) return found.refused;
  const toMembers = state.steps.signedAt !== null && membersAreInformed(state);
  if (toMembers && command.data.summary === undefined) return refuse(summaryMissing());
  if (toMembers && !command.data.with.includes('member')) return refuse(membersLeftOut());
  return accept(fact('AgreementContentShared', { ...command.data, party: moment.party.party }));
};

export const textDeciders: Deciders = {
  ProposeText: proposeText,
  AcceptText: acceptText,
  ContestText: contestText,
  CommentText: commentText,
  TranslateText: translateText,
  WriteExpectations: writeExpectations,
  ShareAgreement: shareAgreement,
};
