import { contentHash, type FormKind, type PartnershipPolicy, type QuestionOccasion, type QuestionPolicy } from '@palabre/contracts';
import { policyOf, type PartnershipState } from '../../state.js';
import { isDormant } from '../frame/questions.js';
import { communityWasThere, sawPartnerContribute } from '../journal/relation-questions.js';
import { proposedByOneSide } from '../sign-off/balance.js';
import { purposesLeftEmpty } from '../text/equity-questions.js';
import type { PartyState } from '../parties/slice.js';

/* Which questions a form puts: the common ones of the charter, those of an occasion, and those the parties added. */

const inPolicy = {
  'due-diligence': 'dueDiligence',
  'annual-review': 'annualReview',
  'stage-reflection': 'stageReflection',
  'self-assessment': 'selfAssessment',
  closing: 'closing',
} as const satisfies Record<FormKind, keyof PartnershipPolicy['forms']>;

/** The questions that the charter puts to every team: nobody takes one away (ALE-69). */
export const commonQuestions = (state: PartnershipState, form: FormKind): readonly QuestionPolicy[] =>
  policyOf(state).forms[inPolicy[form]];

/** What the common questions of a form are known by: equal for two teams exactly when they are asked the same. */
export const templateOf = (state: PartnershipState, form: FormKind): string => contentHash(commonQuestions(state, form));

/** The parties' own questions come after the common ones. */
export const ownQuestions = (state: PartnershipState, form: FormKind): readonly QuestionPolicy[] =>
  state.forms.own.filter(one => one.form === form).map(({ id, answerer, kind }) => ({ id, answerer, kind }));

/** What the yearly review of the type looks at; a relation that rests has its short form (MDM-53, ALE-46). */
const reviewOf = (state: PartnershipState): PartnershipPolicy['columns']['annualReview'] =>
  isDormant(state) ? 'short' : policyOf(state).columns.annualReview;

/** When a question of an occasion is put. */
const occasions: Readonly<Record<QuestionOccasion, (state: PartnershipState) => boolean>> = {
  implemented: state => state.frame.leadership?.position.level === 'IMPLEMENTED',
  'nothing-seen-of-partner': state => !sawPartnerContribute(state, state.forms.annualReview.revealedAt),
  'community-absent': state => !communityWasThere(state, state.forms.annualReview.revealedAt),
  'decided-by-one-side': proposedByOneSide,
  'south-south-empty': state => purposesLeftEmpty(state).includes('southSouth'),
  'full-review': state => reviewOf(state) === 'full',
  'stake-review': state => reviewOf(state) === 'stake',
  'shared-review': state => reviewOf(state) === 'shared',
};

/** Questions that a party has to answer now: `host` and `partner` name one side, every other question is everybody's. */
export const questionsFor = (state: PartnershipState, form: FormKind, party: PartyState): readonly QuestionPolicy[] =>
  [...commonQuestions(state, form), ...ownQuestions(state, form)]
    .filter(({ answerer }) => answerer === 'both' || answerer === 'each' || answerer === party.side)
    .filter(({ askedWhen }) => askedWhen === undefined || occasions[askedWhen](state));
