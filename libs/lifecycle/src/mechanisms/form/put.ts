import type { FormKind, QuestionPolicy } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';
import { questionsFor } from './asked.js';
import { alreadyKnown } from './burden.js';
import { partiesIn } from '../parties/questions.js';
import type { PartyState } from '../parties/slice.js';
import { openRound, twoSided, type TwoSidedKind } from './questions.js';
import type { Place } from './slice.js';
import { putNow, stageOwed } from './stage.js';

const twoSidedKinds: readonly string[] = ['due-diligence', 'annual-review'] satisfies readonly TwoSidedKind[];

const isTwoSided = (form: FormKind): form is TwoSidedKind => twoSidedKinds.includes(form);

type OneSidedKind = Exclude<FormKind, TwoSidedKind>;

/** When a form that each party answers for itself alone takes answers. */
const openWhen: Readonly<Record<OneSidedKind, (state: PartnershipState) => boolean>> = {
  'self-assessment': ({ phase }) => phase === 'setting-up' || phase === 'closing',
  'stage-reflection': ({ phase }) => phase !== 'readiness',
  closing: ({ phase }) => phase === 'closing',
};

/** True when a form takes answers now. */
export const isFormOpen = (state: PartnershipState, form: FormKind): boolean =>
  isTwoSided(form) ? openRound(state, form) !== null : openWhen[form](state);

const answeredBy: Readonly<Record<OneSidedKind, (state: PartnershipState, party: string, place: Place) => boolean>> = {
  'self-assessment': ({ phase, forms }, party) => (phase === 'closing' ? forms.repeatedBy : forms.baselineOf).includes(party),
  'stage-reflection': (state, party, place) => stageOwed(state, party, place) === null,
  closing: ({ forms }, party) => forms.closingAnsweredBy.includes(party),
};

/** True when a party has given its answers to the form that is open, in that place. */
export const hasAnswered = (state: PartnershipState, form: FormKind, party: string, place: Place): boolean =>
  isTwoSided(form) ? twoSided(state, form).sealed.some(one => one.party === party) : answeredBy[form](state, party, place);

/** Parties to which the charter puts questions at the end and that have not answered them yet: each side its own (MDM-14). */
export const silentAboutTheEnd = (state: PartnershipState): readonly PartyState[] =>
  partiesIn(state).filter(
    member => questionsFor(state, 'closing', member).length > 0 && !hasAnswered(state, 'closing', member.party, 'headquarters'),
  );

/** What a form puts to one party. */
export interface FormPut {
  readonly party: string;
  /** Where it is answered: the questions of a stage are put at headquarters and in the field, every other form once. */
  readonly place: Place;
  readonly answered: boolean;
  readonly questions: readonly QuestionPolicy[];
  /** Questions whose earlier answer may be kept as it is (ALE-54); of the forms that are revealed together alone. */
  readonly known: readonly string[];
}

/** The questions that a form puts to each party now; those of a form that is not open are the ones it would put. */
export const formPut = (state: PartnershipState, form: FormKind): readonly FormPut[] =>
  state.parties.members.flatMap(member =>
    (form === 'stage-reflection' ? (['headquarters', 'field'] as const) : (['headquarters'] as const)).map(place => {
      const owed = form === 'stage-reflection' ? stageOwed(state, member.party, place) : null;
      const questions = putNow(owed, questionsFor(state, form, member));
      const known = isTwoSided(form) ? alreadyKnown(state, member.party, questions) : [];
      return {
        party: member.party,
        place,
        answered: isFormOpen(state, form) && hasAnswered(state, form, member.party, place),
        questions,
        known,
      };
    }),
  );
