import { alwaysConsulted, fact, type Fact } from '@palabre/contracts';
import { after } from '../calendar/span.js';
import { accept, refuse, type Decision } from '../decision.js';
import type { Decided, OwnedDeciders } from '../streams/owned-tables.js';
import { settingsOf } from '../streams/stream-state.js';
import * as refusals from './refusals.js';
import { clauseOf, livingClauses, type CharterState, type ClauseState, type ConsultationState } from './state.js';

type Deciders<C extends Decided<'charter'>> = OwnedDeciders<'charter', CharterState, C>;

/** The end of a consultation: who answered, and who kept silent, told as silence (MDM-76). */
export const consultationEnds = ({ consultation, bodies, answered }: ConsultationState, deadline: string | null): Fact =>
  fact('CharterConsultationClosed', {
    consultation,
    answered: [...answered],
    silent: bodies.filter(body => !answered.includes(body)),
    deadline,
  });

/** The one body that stands outside: partners answer for themselves, every other body is of the charter's own organisation. */
const outsideBody: (typeof alwaysConsulted)[number] = 'partners';

type Consulting = 'OpenConsultation' | 'AnswerConsultation';

export const consultingDeciders: Deciders<Extract<Decided<'charter'>, Consulting>> = {
  OpenConsultation: (state, { data }, { now, newId }) => {
    if (state.consultation !== null) return refuse(refusals.consultationOpen());
    const missing = alwaysConsulted.filter(body => !data.bodies.includes(body));
    if (missing.length > 0) return refuse(refusals.bodiesLeftOut(missing));
    const known = livingClauses(state);
    const clauses = data.clauses.map(clause => known.find(one => one.clause === clause));
    if (clauses.includes(undefined)) return refuse(refusals.noSuchClause());
    return accept(
      fact('CharterConsultationOpened', {
        consultation: newId('consultation'),
        bodies: [...new Set(data.bodies)],
        clauses: clauses.flatMap(one => (one === undefined ? [] : [{ clause: one.clause, version: one.version, hash: one.hash }])),
        answersDueAt: after(now, settingsOf(state).consultationAnswers),
      }),
    );
  },
  AnswerConsultation: ({ consultation }, { data, actor }, { standpoint }) => {
    if (consultation === null) return refuse(refusals.noConsultation());
    if (!consultation.bodies.includes(data.body)) return refuse(refusals.notConsulted());
    if (consultation.answered.includes(data.body)) return refuse(refusals.answeredAlready());
    if ((data.body === outsideBody) === (standpoint === 'own')) return refuse(refusals.notOfThisBody(data.body === outsideBody));
    if (consultation.answeredBy.includes(actor.person)) return refuse(refusals.answeredForAnother());
    if (data.verdict !== 'validate' && data.text === null) return refuse(refusals.wordsMissing());
    const answer = fact('CharterConsultationAnswered', { consultation: consultation.consultation, ...data });
    const answered = [...consultation.answered, data.body];
    const isLast = consultation.bodies.every(body => answered.includes(body));
    return isLast ? accept(answer, consultationEnds({ ...consultation, answered }, null)) : accept(answer);
  },
};

/** The committee decides on the version that it has read, after its consultation, and never on its own words. */
function decideOn(state: CharterState, clause: string, person: string, then: (found: ClauseState) => Decision): Decision {
  const found = clauseOf(state, clause);
  if (found === undefined || found.standing === 'retired') return refuse(refusals.noSuchClause());
  return found.proposedBy === person ? refuse(refusals.ownProposal()) : then(found);
}

type Validating = 'SetValidationDate' | 'ValidateClause' | 'ReturnClause' | 'RetireClause';

export const validatingDeciders: Deciders<Extract<Decided<'charter'>, Validating>> = {
  SetValidationDate: (_state, { data }) => accept(fact('CharterValidationDateSet', data)),
  ValidateClause: (state, { data, actor }) =>
    decideOn(state, data.clause, actor.person, found => {
      if (found.version !== data.version || found.hash !== data.hash) return refuse(refusals.changedSince(found.version));
      if (found.standing === 'validated') return refuse(refusals.validatedAlready());
      if (found.consulted === null) return refuse(refusals.notConsultedYet());
      const { consultation, silent } = found.consulted;
      return {
        outcome: 'accepted',
        facts: [fact('CharterClauseValidated', { ...data, consultation, silent: [...silent] })],
        warnings: silent.length > 0 ? [refusals.silenceIsNoAgreement(silent)] : [],
      };
    }),
  ReturnClause: (state, { data, actor }) =>
    decideOn(state, data.clause, actor.person, found => accept(fact('CharterClauseReturned', { ...data, version: found.version }))),
  RetireClause: (state, { data, actor }) => decideOn(state, data.clause, actor.person, () => accept(fact('CharterClauseRetired', data))),
};
