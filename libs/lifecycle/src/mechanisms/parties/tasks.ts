import { say } from '../../decision.js';
import { after } from '../../calendar/span.js';
import type { TaskRow } from '../../mechanism.js';
import { asksFor } from '../../practices.js';
import { policyOf } from '../../state.js';
import { askOf } from '../../tasks/task-state.js';
import { hostOf, otherParties, partnersOf, partyNames } from './questions.js';

const none = { grant: null, refuse: null, contest: null } as const;

export const partiesTasks: readonly TaskRow[] = [
  {
    kind: 'shortlist-candidate',
    title: say('Retenir un candidat', 'Shortlist a candidate'),
    roles: ['hq-ops', 'partnership-officer'],
    doneBy: ['CandidateShortlisted'],
    verdicts: none,
    requirements: ['PMP-19'],
    asks: state => (state.phase === 'search' && partnersOf(state).length === 0 ? [askOf(hostOf(state))] : []),
  },
  {
    kind: 'designate-officer',
    title: say('Désigner la personne chargée du partenariat', 'Designate the partnership officer'),
    roles: ['signatory-authority'],
    doneBy: ['PartnershipOfficerDesignated'],
    verdicts: none,
    requirements: ['HFA-17'],
    asks: state =>
      state.phase === 'setting-up' && state.parties.officer === null && state.steps.signedAt !== null
        ? [askOf(hostOf(state), { dueAt: after(state.steps.signedAt, policyOf(state).timers.officer_named_in) })]
        : [],
  },
  {
    kind: 'state-availability',
    title: say(
      'Dire quand l’on vous joint, et qui répond en votre absence',
      'Say when you can be reached, and who answers in your absence',
    ),
    roles: ['partnership-officer'],
    doneBy: ['AvailabilityStated'],
    verdicts: { grant: 'StateAvailability', refuse: null, contest: null },
    requirements: ['AGI-28'],
    asks: state => {
      const { officer, availability } = state.parties;
      const stated = officer !== null && availability.some(one => one.person === officer.person);
      return officer === null || stated || state.phase === 'after' || !asksFor(state, 'availability')
        ? []
        : [askOf(officer.party, { key: officer.person })];
    },
  },
  {
    kind: 'name-readers',
    title: say('Nommer qui, chez vous, lit le dossier protégé', 'Name who of your party reads the protected file'),
    roles: ['partnership-officer', 'hq-ops', 'partner-representative', 'signatory-authority', 'first-authority'],
    doneBy: ['FileProtected', 'ProtectedReadersNamed'],
    verdicts: { grant: 'NameReaders', refuse: null, contest: null },
    requirements: ['AGI-02'],
    asks: state => {
      const { protection } = state.parties;
      if (protection === undefined) return [];
      return partyNames(state)
        .filter(party => protection.readers[party] === undefined)
        .map(party => askOf(party));
    },
  },
  {
    kind: 'constitute-committee',
    title: say('Constituer le comité de suivi et l’annoncer', 'Constitute the follow-up committee and announce it'),
    roles: ['first-authority', 'signatory-authority', 'partnership-officer', 'hq-ops'],
    doneBy: ['FollowUpCommitteeConstituted'],
    verdicts: none,
    requirements: ['HFA-25', 'HFA-30'],
    asks: state =>
      state.phase === 'setting-up' &&
      policyOf(state).columns.followUpCommittee &&
      state.parties.committee === null &&
      state.steps.signedAt !== null
        ? [askOf(hostOf(state), { dueAt: after(state.steps.signedAt, policyOf(state).timers.set_up_in) })]
        : [],
  },
  {
    kind: 'confirm-handover',
    title: say('Confirmer la passation du point focal', 'Confirm the handover of the focal point'),
    roles: ['partnership-officer', 'hq-ops', 'partner-representative'],
    doneBy: ['HandoverConfirmed', 'FocalPointHandedOver'],
    verdicts: { grant: 'ConfirmHandover', refuse: null, contest: null },
    requirements: ['MDM-10'],
    asks: state =>
      state.parties.handovers.flatMap(open => [
        ...(open.confirmedBy.includes('newcomer') ? [] : [askOf(open.party, { key: 'newcomer', about: open.handover })]),
        ...(open.confirmedBy.includes('other-party')
          ? []
          : otherParties(state, open.party).map(party => askOf(party, { key: 'other-party', about: open.handover }))),
      ]),
  },
  {
    kind: 'offer-mediation',
    title: say('Proposer une médiation avant le départ', 'Offer mediation before the departure'),
    roles: ['partnership-officer', 'hq-ops', 'partner-representative', 'signatory-authority'],
    doneBy: ['MediationOffered'],
    verdicts: none,
    requirements: ['S-06', 'PMP-54'],
    asks: state =>
      state.parties.withdrawals
        .filter(open => open.mediation === null)
        .flatMap(open => otherParties(state, open.party).map(party => askOf(party, { about: open.withdrawal, dueAt: open.endsAt }))),
  },
  {
    kind: 'answer-mediation',
    title: say('Répondre à la médiation proposée', 'Answer the mediation offered'),
    roles: ['partnership-officer', 'hq-ops', 'partner-representative', 'signatory-authority'],
    doneBy: ['MediationAnswered', 'WithdrawalRevoked'],
    verdicts: { grant: 'AnswerMediation', refuse: null, contest: null },
    requirements: ['S-06', 'MDM-25'],
    asks: state =>
      state.parties.withdrawals
        .filter(open => open.mediation === 'offered')
        .map(open => askOf(open.party, { about: open.withdrawal, dueAt: open.endsAt })),
  },
];
