import type { EventData } from '@palabre/contracts';
import { later, startOfDay } from '../calendar/span.js';
import type { OwnedEvolvers } from '../streams/owned-tables.js';
import { livingClauses, type CharterState, type ClauseState, type EditionState } from './state.js';

const onClause = (state: CharterState, clause: string, by: Partial<ClauseState>): CharterState => ({
  ...state,
  clauses: state.clauses.map(one => (one.clause === clause ? { ...one, ...by } : one)),
});

/** A new version starts its way again: whatever was adopted, consulted or validated was another text. */
const proposed: NonNullable<OwnedEvolvers<CharterState>['CharterClauseProposed']> = (state, data, { actor, factat }) => {
  const { clause, part, version, hash } = data;
  const fresh: ClauseState = {
    clause,
    part,
    version,
    hash,
    standing: 'proposed',
    proposedBy: actor,
    proposedAt: factat,
    objected: false,
    consulted: null,
  };
  return { ...state, clauses: [...state.clauses.filter(one => one.clause !== clause), fresh] };
};

/** The clauses that were asked about have been consulted, as far as they are still the version that was. */
const consulted = (state: CharterState, { consultation, silent }: EventData<'CharterConsultationClosed'>): CharterState => {
  const asked = state.consultation?.clauses ?? [];
  return {
    ...state,
    consultation: null,
    clauses: state.clauses.map(one =>
      asked.some(({ clause, version }) => clause === one.clause && version === one.version)
        ? { ...one, consulted: { consultation, silent } }
        : one,
    ),
  };
};

const editionOf = (state: CharterState, edition: number, contentHash: string): EditionState => ({
  edition,
  contentHash,
  clauses: Object.fromEntries(livingClauses(state).map(({ clause, hash }) => [clause, hash])),
});

export const charterEvolvers: OwnedEvolvers<CharterState> = {
  CharterDrafted: (state, data, { factat }) => ({
    ...state,
    owner: data.owner,
    settings: data.settings,
    scope: data.scope,
    calendar: { kind: data.calendar, now: factat },
    trainedAt: factat,
  }),
  QualityGroupMemberJoined: (state, { person, place }) => ({
    ...state,
    group: [...state.group, { person, headquarters: place === 'headquarters' }],
  }),
  QualityGroupActivated: state => ({ ...state, groupActive: true }),
  CharterClauseProposed: proposed,
  CharterClauseObjected: (state, { clause }) => onClause(state, clause, { objected: true }),
  CharterClauseAdopted: (state, { clause }) => onClause(state, clause, { standing: 'adopted' }),
  CharterConsultationOpened: (state, { consultation, bodies, clauses, answersDueAt }) => ({
    ...state,
    consultation: {
      consultation,
      bodies,
      clauses: clauses.map(({ clause, version }) => ({ clause, version })),
      answered: [],
      answeredBy: [],
      dueAt: answersDueAt,
    },
  }),
  CharterConsultationAnswered: (state, { body }, { actor }) => {
    const { consultation } = state;
    if (consultation === null) return state;
    const answered = [...consultation.answered, body];
    return { ...state, consultation: { ...consultation, answered, answeredBy: [...consultation.answeredBy, actor] } };
  },
  CharterConsultationClosed: consulted,
  CharterValidationDateSet: (state, data) => ({ ...state, validationOn: data }),
  CharterClauseValidated: (state, { clause }) => onClause(state, clause, { standing: 'validated' }),
  CharterClauseReturned: (state, { clause }) => onClause(state, clause, { standing: 'under-discussion' }),
  CharterClauseRetired: (state, { clause }) => onClause(state, clause, { standing: 'retired' }),
  CharterLoaded: (state, { edition, contentHash }) => ({ ...state, inForce: editionOf(state, edition, contentHash) }),
  CharterRevisionOpened: state => ({ ...state, revision: 'listening' }),
  ListeningClosed: state => ({ ...state, revision: 'position' }),
  CharterPositionStated: state => ({ ...state, revision: 'tools' }),
  CharterToolsPrepared: state => ({ ...state, revision: 'publication' }),
  CharterRevised: (state, { edition, contentHash }) => ({ ...state, revision: null, inForce: editionOf(state, edition, contentHash) }),
  ExternalCommitmentRegistered: (state, { commitment, members }) => ({
    ...state,
    commitments: [...state.commitments, { commitment, members, consented: [] }],
  }),
  ExternalCommitmentConsentGiven: (state, { commitment, member }) => ({
    ...state,
    commitments: state.commitments.map(one => (one.commitment === commitment ? { ...one, consented: [...one.consented, member] } : one)),
  }),
  TrainingRecorded: (state, { on }) => ({ ...state, trainedAt: later(state.trainedAt ?? '', startOfDay(on)) }),
  GuidanceSheetRequested: (state, { task }) => ({ ...state, sheetsAsked: [...state.sheetsAsked.filter(one => one !== task), task] }),
  GuidanceSheetWritten: (state, { task, version }) => ({
    ...state,
    sheets: { ...state.sheets, [task]: version },
    sheetsAsked: state.sheetsAsked.filter(one => one !== task),
  }),
};
