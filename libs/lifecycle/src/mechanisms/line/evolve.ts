import type { EventAttributes } from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import { hasEnded, type PartnershipState } from '../../state.js';
import { breachAcknowledged } from '../commitment/breaches.js';
import { ballotClosed, ballotOn } from '../sign-off/ballots.js';
import type { LineCase, LineSlice } from './slice.js';

type OnCase = { readonly case: string; readonly line: string; readonly about: string };

type Raised = OnCase & { readonly examines?: readonly string[] | undefined };

const withLines = (state: PartnershipState, lines: Partial<LineSlice>): PartnershipState => ({
  ...state,
  lines: { ...state.lines, ...lines },
});

const changeCase = (state: PartnershipState, id: string, change: (open: LineCase) => LineCase): PartnershipState =>
  withLines(state, { cases: state.lines.cases.map(open => (open.case === id ? change(open) : open)) });

const closeCase = (state: PartnershipState, id: string): PartnershipState =>
  state.lines.cases.some(open => open.case === id)
    ? withLines(state, { cases: state.lines.cases.filter(open => open.case !== id), closed: state.lines.closed + 1 })
    : state;

const raised =
  (colour: LineCase['colour']) =>
  (state: PartnershipState, { case: id, line, about, examines }: Raised, attributes: EventAttributes): PartnershipState => {
    const open: LineCase = {
      case: id,
      line,
      colour,
      about,
      raisedBy: attributes.party,
      raisedByPerson: attributes.actor,
      raisedAt: attributes.factat,
      ...(examines && { examines }),
      heard: false,
      plan: null,
      planAgreedAt: null,
      confirmed: null,
    };
    const elsewhere = state.lines.lastRaised.filter(one => one.line !== line || one.about !== about);
    return withLines(state, {
      cases: [...state.lines.cases, open],
      lastRaised: [...elsewhere, { line, about, at: attributes.factat }],
    });
  };

/** A suspension lasts as long as one case holds it. An ended file stays ended. */
const standsBy = (state: PartnershipState, suspending: readonly string[]): PartnershipState => ({
  ...withLines(state, { suspending }),
  standing: hasEnded(state) ? state.standing : suspending.length > 0 ? 'suspended' : 'open',
});

/** An organisation that does not come in after all holds nobody up: its cases are over, with what they held. */
export function withoutCasesAbout(state: PartnershipState, party: string): PartnershipState {
  const over = state.lines.cases.filter(open => open.about === party).map(open => open.case);
  const cases = state.lines.cases.filter(open => open.about !== party);
  const ended = withLines(state, { cases, closed: state.lines.closed + over.length });
  const freed = { ...ended, money: { ...ended.money, frozenBy: ended.money.frozenBy.filter(id => !over.includes(id)) } };
  return over.length === 0
    ? state
    : standsBy(
        freed,
        state.lines.suspending.filter(id => !over.includes(id)),
      );
}

/**
 * Ends what a case holds. Said of a confirmed breach, it means that the breach is over and closes the case; a confirmed
 * freeze is over when the transfers are released.
 */
function resumed(state: PartnershipState, { case: id }: OnCase): PartnershipState {
  const others = state.lines.suspending.filter(one => one !== id);
  const confirmed = state.lines.cases.find(open => open.case === id)?.confirmed ?? null;
  const over = confirmed !== null && confirmed !== 'freeze-transfers';
  return over ? closeCase(standsBy(state, others), id) : standsBy(state, others);
}

export const lineEvolvers: Evolvers = {
  OwnLimitDeclared: (state, { party }) => {
    const before = state.lines.limits.find(one => one.party === party)?.count ?? 0;
    return withLines(state, { limits: [...state.lines.limits.filter(one => one.party !== party), { party, count: before + 1 }] });
  },
  OrangeLineRaised: raised('orange'),
  RedLineAlleged: raised('red'),
  PartyHeard: (state, data) => changeCase(state, data.case, open => ({ ...open, heard: true })),
  MitigationPlanProposed: (state, data, attributes) =>
    changeCase(state, data.case, open => ({
      ...open,
      plan: { proposedBy: data.proposedBy, proposedByPerson: attributes.actor, acceptedBy: [data.proposedBy], steps: data.steps },
    })),
  MitigationPlanAccepted: (state, data) =>
    changeCase(state, data.case, open =>
      open.plan === null ? open : { ...open, plan: { ...open.plan, acceptedBy: [...open.plan.acceptedBy, data.party] } },
    ),
  MitigationPlanAgreed: (state, data, attributes) =>
    changeCase(state, data.case, open => ({ ...open, plan: null, planAgreedAt: attributes.factat })),
  OrangeLineLifted: (state, data) => closeCase(state, data.case),
  RedLineBreachConfirmed: (state, data) =>
    changeCase(ballotClosed(state, ballotOn.line(data.case)), data.case, open => ({ ...open, confirmed: data.consequence })),
  /** What came to nothing is no breach that a first authority would have to take note of. */
  LineDismissed: (state, { case: id, about, examined = [] }) =>
    examined.reduce((told, breach) => breachAcknowledged(told, breach, about), closeCase(ballotClosed(state, ballotOn.line(id)), id)),
  PartnershipSuspended: (state, data) => standsBy(state, [...new Set([...state.lines.suspending, data.case])]),
  ResumptionRefused: (state, data) => ballotClosed(state, ballotOn.line(data.case)),
  ReleaseRefused: (state, data) => ballotClosed(state, ballotOn.line(data.case)),
  LineLapsed: (state, data) => closeCase(ballotClosed(state, ballotOn.line(data.case)), data.case),
  PartnershipResumed: (state, data) => resumed(ballotClosed(state, ballotOn.line(data.case)), data),
};
