import { contentHash, fact } from '@palabre/contracts';
import { accept, refuse } from '../decision.js';
import type { Decided, OwnedDeciders } from '../streams/owned-tables.js';
import * as refusals from './refusals.js';
import { clauseOf, isMember, type CharterState } from './state.js';

type Drafting =
  | 'DraftCharter'
  | 'JoinQualityGroup'
  | 'ActivateQualityGroup'
  | 'ProposeClause'
  | 'ObjectToClause'
  | 'RequestGuidanceSheet'
  | 'WriteGuidanceSheet'
  | 'RecordTraining'
  | 'PostPalaverMessage';

/** The quality group at work: horizontal, without a chair (MDM-75). */
export const draftingDeciders: OwnedDeciders<'charter', CharterState, Extract<Decided<'charter'>, Drafting>> = {
  DraftCharter: (_state, { data, actor }, { settings }) => {
    if (settings === null) throw new Error('DraftCharter: the workflow brought no settings');
    const { title, scope, supersedes, horizonYears, calendar } = data;
    return accept(fact('CharterDrafted', { title, scope, supersedes, horizonYears, calendar, settings, owner: actor.organisation }));
  },
  JoinQualityGroup: (state, { data }) =>
    isMember(state, data.person) ? refuse(refusals.alreadyMember()) : accept(fact('QualityGroupMemberJoined', data)),
  ActivateQualityGroup: state => {
    if (state.group.length === 0) return refuse(refusals.emptyGroup());
    const onlyHeadquarters = state.group.every(({ headquarters }) => headquarters);
    return {
      outcome: 'accepted',
      facts: [fact('QualityGroupActivated', { members: state.group.length, headquartersOnly: onlyHeadquarters })],
      warnings: onlyHeadquarters ? [refusals.headquartersOnly()] : [],
    };
  },
  ProposeClause: (state, { data, actor }) => {
    if (!isMember(state, actor.person)) return refuse(refusals.notInTheGroup());
    const version = (clauseOf(state, data.clause)?.version ?? 0) + 1;
    return accept(fact('CharterClauseProposed', { ...data, version, hash: contentHash(data.text) }));
  },
  ObjectToClause: (state, { data, actor }) => {
    if (!isMember(state, actor.person)) return refuse(refusals.notInTheGroup());
    const found = clauseOf(state, data.clause);
    if (found === undefined) return refuse(refusals.noSuchClause());
    if (found.standing !== 'proposed') return refuse(refusals.nothingToObject());
    return accept(fact('CharterClauseObjected', { ...data, version: found.version }));
  },
  RequestGuidanceSheet: (_state, { data }) => accept(fact('GuidanceSheetRequested', data)),
  WriteGuidanceSheet: (state, { data, actor }) =>
    isMember(state, actor.person)
      ? accept(fact('GuidanceSheetWritten', { ...data, version: (state.sheets[data.task] ?? 0) + 1, hash: contentHash(data.text) }))
      : refuse(refusals.notInTheGroup()),
  RecordTraining: (_state, { data }, { newId }) => accept(fact('TrainingRecorded', { training: newId('training'), ...data })),
  PostPalaverMessage: (_state, { data }, { standpoint }) =>
    accept(fact('PalaverMessagePosted', { ...data, party: standpoint === 'own' ? 'owner' : 'other' })),
};
