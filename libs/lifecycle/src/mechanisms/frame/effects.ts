import { fact, type Fact, type FrameKind, type Localized, type Refusal } from '@palabre/contracts';
import { after, startOfDay } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { GateVerdict, Knock } from '../../gates/gate.js';
import { askGates, blockedBy, standingsOf, warningsOf } from '../../gates/index.js';
import { stepsFrom } from '../../lifecycle.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { undeclaredBy } from '../declaration/questions.js';
import { casesOfDeclined } from '../line/lapsed.js';
import { confirmedRedLines, isProtected, openRedLines } from '../line/questions.js';
import { unreadableCase } from '../line/refusals.js';
import { partyNames } from '../parties/questions.js';
import { gatesOf } from '../phase/step.js';
import { resumesIn } from '../transfer/questions.js';
import { excluded } from './exclusion.js';
import { adaptedPolicy } from './questions.js';
import type { OpenProposal } from './slice.js';
import { applicantNotReady } from './accession-refusals.js';
import { gatesOfNewType } from './refusals.js';
import { gatesUnder, missingUnder, unmetUnder } from './type-change.js';

/** What stands in the way of an agreement besides voices, and what the agreement makes. One row per kind of proposal. */
export interface FrameRow<K extends FrameKind> {
  readonly obstacle: (state: PartnershipState, open: OpenProposal<K>, knock: Knock) => Refusal | null;
  readonly agreed: (state: PartnershipState, open: OpenProposal<K>, acceptedBy: string[], knock: Knock) => Fact;
  /** A yes is a signature: only a person with a mandate to sign gives it for a party (HFA-15). */
  readonly signs?: true;
  /** What lets the change through with a warning. */
  readonly warnings?: (state: PartnershipState, knock: Knock) => readonly Refusal[];
}

const free = (): null => null;

const levels = ['IMPLEMENTED', 'MANAGED', 'LED'] as const;

function directionOf(from: (typeof levels)[number], to: (typeof levels)[number]): 'towards-the-partner' | 'away-from-the-partner' | 'same' {
  const moved = levels.indexOf(to) - levels.indexOf(from);
  if (moved === 0) return 'same';
  return moved > 0 ? 'towards-the-partner' : 'away-from-the-partner';
}

/** What the organisation that asks to come in, and the others towards it, still owe before its entry (PMP-21, MDM-14). */
export function missingOfApplicant(state: PartnershipState, party: string): readonly Localized[] {
  const { applicant } = state.frame;
  const inside = partyNames(state);
  const found = state.forms.findings;
  const lines = [...openRedLines(state), ...confirmedRedLines(state)].filter(line => line.about === party);
  return [
    ...(applicant?.answered === true ? [] : [say('Elle n’a pas répondu au questionnaire.', 'It has not answered the form.')]),
    ...(found.some(one => one.about === party && inside.includes(one.by))
      ? []
      : [say('Aucune partie n’a noté de constat à son sujet.', 'No party has recorded a finding about it.')]),
    ...(found.some(one => one.by === party)
      ? []
      : [say('Elle n’a noté aucun constat sur les autres.', 'It has recorded no finding about the others.')]),
    ...(applicant?.rulesAcceptedAt ? [] : [say('Elle n’a pas accepté les règles en vigueur.', 'It has not accepted the rules in force.')]),
    ...undeclaredBy(state, party),
    ...lines.map(line =>
      isProtected(state, line)
        ? say(`Elle est concernée par ${unreadableCase.fr}.`, `It is concerned by ${unreadableCase.en}.`)
        : say(`Une ligne rouge la concerne (${line.line}).`, `A red line concerns it (${line.line}).`),
    ),
  ];
}

const typeRow: FrameRow<'type'> = {
  obstacle: (state, { effect }, { now }) => {
    const missing = missingUnder(state, effect.policy, now);
    const unmet = unmetUnder(state, effect.policy);
    return missing.length + unmet.length === 0 ? null : gatesOfNewType(missing, unmet);
  },
  agreed: (state, { proposal, effect }, acceptedBy, { now }) =>
    fact('PartnershipTypeChanged', {
      proposal,
      acceptedBy,
      from: policyOf(state).type,
      to: effect.to,
      gates: [...standingsOf(gatesUnder(state, effect.policy, now))],
      policy: adaptedPolicy(state, effect.policy),
    }),
};

const leadershipRow: FrameRow<'leadership'> = {
  obstacle: free,
  agreed: (state, { proposal, effect }, acceptedBy) => {
    const before = state.frame.leadership?.position.level;
    const told = { proposal, acceptedBy, position: effect.position };
    return before === undefined
      ? fact('LeadershipPositionSet', told)
      : fact('LeadershipPositionChanged', { ...told, from: before, direction: directionOf(before, effect.position.level) });
  },
};

const accessionRow: FrameRow<'accession'> = {
  obstacle: (state, { effect }) => {
    const missing = missingOfApplicant(state, effect.applicant.party);
    return missing.length === 0 ? null : applicantNotReady(missing);
  },
  agreed: (_state, { proposal, effect }, acceptedBy) => fact('PartnerJoined', { proposal, acceptedBy, applicant: effect.applicant }),
};

/** The gates of the step back into implementation, asked wherever a term is renewed: it is signed like the first one. */
const renewalGates = (state: PartnershipState, knock: Knock): readonly GateVerdict[] =>
  askGates(
    state,
    knock,
    stepsFrom('after', 'AgreeToProposal')
      .filter(({ to }) => to === resumesIn(state))
      .flatMap(step => gatesOf(state, step)),
  );

const renewalRow: FrameRow<'renewal'> = {
  signs: true,
  obstacle: (state, _open, knock) => blockedBy(renewalGates(state, knock)),
  warnings: (state, knock) => warningsOf(renewalGates(state, knock)),
  agreed: (state, { proposal, effect }, acceptedBy, knock) =>
    fact('AgreementRenewed', {
      from: state.phase,
      to: state.phase === 'after' ? resumesIn(state) : state.phase,
      gates: [...standingsOf(renewalGates(state, knock))],
      proposal,
      acceptedBy,
      term: effect.term,
    }),
};

/** Both delays count from the agreement: that many days to sign, then as many to make up (S-19). */
const emergencyRow: FrameRow<'emergency'> = {
  obstacle: free,
  agreed: (state, { proposal }, acceptedBy, { now }) => {
    const { pathDays, catchUpDays } = policyOf(state).switches.emergency;
    return fact('EmergencyPathOpened', {
      proposal,
      acceptedBy,
      endsAt: after(now, { days: pathDays }),
      catchUpBy: after(now, { days: catchUpDays }),
    });
  },
};

export const frameRows: { readonly [K in FrameKind]: FrameRow<K> } = {
  type: typeRow,
  leadership: leadershipRow,
  accession: accessionRow,
  secretariat: {
    obstacle: free,
    agreed: (_state, { proposal, effect }, acceptedBy) => fact('NeutralSecretariatAppointed', { proposal, acceptedBy, ...effect }),
  },
  renewal: renewalRow,
  emergency: emergencyRow,
  establishment: {
    obstacle: free,
    agreed: (_state, { proposal, effect }, acceptedBy) => fact('EstablishmentDecided', { proposal, acceptedBy, ...effect }),
  },
  exclusion: { obstacle: free, agreed: excluded },
  protection: {
    obstacle: free,
    agreed: (_state, { proposal }, acceptedBy) => fact('ProtectionLifted', { proposal, acceptedBy }),
  },
};

/** The row of a proposal, for whichever kind it is. */
export const rowOf = (open: OpenProposal): FrameRow<FrameKind> => frameRows[open.kind] as unknown as FrameRow<FrameKind>;

/** When the catch-up after a bid made in haste is due (ALE-34); null when none is owed. */
export function catchUpDueAt(state: PartnershipState): string | null {
  const { leadership } = state.frame;
  if (leadership === null || leadership.catchUpDone || leadership.position.awardedOn === null) return null;
  return after(startOfDay(leadership.position.awardedOn), policyOf(state).timers.catch_up_after_bid);
}

/** What falls with a proposal that is not taken: the cases about who asked to come in. */
export const endedWith = (state: PartnershipState, { kind, effect }: OpenProposal): Fact[] =>
  kind === 'accession' ? casesOfDeclined(state, effect.applicant.party) : [];
