import type { CommandData, Refusal } from '@palabre/contracts';
import type { Outcome } from '../../agreement/decision-rule.js';
import { outcomeByVoices, outcomeOf } from '../../agreement/poll.js';
import { dayOf } from '../../calendar/span.js';
import { because, say } from '../../decision.js';
import type { Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { decidersIn, informedIn } from '../journal/chosen-levels.js';
import { noSuchMatter, notASingleDecision, othersDecide } from '../journal/party-refusals.js';
import { votersOf } from '../parties/questions.js';
import { decidersOf } from '../text/equity-questions.js';
import { headOf } from '../text/questions.js';
import { signatureMandateOf } from './questions.js';
import { noMandate } from './refusals.js';
import type { OpenDecision } from './slice.js';

type Asked = CommandData<'ProposeDecision'>;

const decidedAlone = (matter: string): Refusal =>
  because(
    'decided-alone',
    'AGI-22',
    say(
      `La table des décisions confie « ${matter} » à votre seule partie.`,
      `The table of decisions gives "${matter}" to your party alone.`,
    ),
    say(
      'Décider, et le noter avec sa raison (RecordNote, DecisionRecorded).',
      'Decide, and note it with its reason (RecordNote, DecisionRecorded).',
    ),
  );

const noSuchClause = (number: string): Refusal =>
  because(
    'no-such-clause',
    'AGI-30',
    say(`L’accord n’a pas de clause ${number}.`, `The agreement has no clause ${number}.`),
    say('Reprendre les numéros de l’accord.', 'Take the numbers from the agreement.'),
  );

/** Who decides on one matter does not decide on the end of all, nor of a transfer, nor not to meet: everybody is asked (S-06, MDM-15, AGI-25). */
const decidedByAll: readonly Asked['kind'][] = ['end', 'abandon-transfer', 'plan-at-a-distance'];

/** What is wrong with the matter, the clauses or the decision that a proposal names, or null. */
export function misnamed(state: PartnershipState, { kind, matter, area, change, overrules }: Asked, moment: Moment): Refusal | null {
  const isOfAll = decidedByAll.includes(kind);
  if (matter !== undefined) {
    const deciders = decidersOf(state, matter);
    if (deciders === null) return noSuchMatter(matter);
    if (!isOfAll && deciders.length === 1 && deciders[0] === moment.party.party) return decidedAlone(matter);
  }
  const inArea = matter === undefined ? decidersIn(state, area) : null;
  if (!isOfAll && area !== undefined && inArea?.length === 1 && inArea[0] === moment.party.party) return decidedAlone(area);
  const clauses = headOf(state, 'agreement')?.parts ?? [];
  const unknown = change?.touches.find(number => !clauses.includes(number));
  if (unknown !== undefined) return noSuchClause(unknown);
  const known = (state.journal.decisions ?? []).some(one => one.decision === overrules);
  return overrules === undefined || known ? null : notASingleDecision();
}

/**
 * A signed agreement is changed without a new signature only where the charter says so, and no clause is touched (AGI-30).
 * A change that does not say what it touches is taken to touch one: silence is no way round the signature.
 */
const touchesSignature = (state: PartnershipState, { kind, change }: Asked): boolean =>
  kind === 'change' &&
  state.steps.signedAt !== null &&
  (change?.touches.length !== 0 || !policyOf(state).switches.changeWithoutResignature);

/** Who is asked, and whether the hierarchy has to answer: what the engine adds to a proposal. */
export function addressed(
  state: PartnershipState,
  asked: Asked,
): ReturnType<typeof informedIn> & { readonly deciders?: string[]; readonly binding?: true } {
  const named = asked.matter === undefined ? decidersIn(state, asked.area) : decidersOf(state, asked.matter);
  const deciders = decidedByAll.includes(asked.kind) ? null : named;
  return {
    ...informedIn(state, asked.area),
    ...(deciders === null ? {} : { deciders: [...deciders] }),
    ...(touchesSignature(state, asked) ? { binding: true } : {}),
  };
}

/**
 * Parties whose voice counts: those that the table names, or all; never the one that holds the secretariat without a vote
 * (PMP-24). Where the table names that one alone, everybody who votes decides in its place.
 */
export function askedParties(state: PartnershipState, { deciders }: OpenDecision): readonly string[] {
  const voters = votersOf(state);
  const named = deciders === undefined ? voters : voters.filter(party => deciders.includes(party));
  return named.length === 0 ? voters : named;
}

/** Why this person does not answer this decision for its party, or null. A binding change is signed by a mandate (HFA-15). */
export function notTheirs(state: PartnershipState, open: OpenDecision, moment: Moment): Refusal | null {
  const { party } = moment.party;
  if (open.deciders !== undefined && !askedParties(state, open).includes(party)) return othersDecide('decision', open.deciders);
  const signs = moment.actor.roles.includes(policyOf(state).authorities.signature);
  const mandate = signs ? signatureMandateOf(state, party, moment.actor.person, moment.now) : undefined;
  return open.binding === true && mandate === undefined ? noMandate(party, dayOf(moment.now)) : null;
}

/** How a decision stands with these voices; `now` null: by voices alone, whatever time has passed. */
export function outcomeOfDecision(
  state: PartnershipState,
  open: OpenDecision,
  voices: { readonly yes: readonly string[]; readonly no: readonly string[] },
  now: string | null,
): Outcome {
  const asked = askedParties(state, open);
  if (open.binding === true) {
    if (voices.no.length > 0) return 'refused';
    return asked.every(party => voices.yes.includes(party)) ? 'agreed' : 'waiting';
  }
  const among = open.deciders === undefined ? undefined : asked;
  return now === null ? outcomeByVoices(state, voices, among) : outcomeOf(state, { ...voices, askedAt: open.proposedAt }, now, among);
}
