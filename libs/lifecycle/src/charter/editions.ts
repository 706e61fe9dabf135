import { charterParts, fact, type EventData } from '@palabre/contracts';
import { accept, refuse, type Decision } from '../decision.js';
import type { Decided, OwnedDeciders } from '../streams/owned-tables.js';
import * as refusals from './edition-refusals.js';
import { livingClauses, type CharterState, type CommitmentOfMembers, type EditionState, type RevisionStep } from './state.js';

type Deciders<C extends Decided<'charter'>> = OwnedDeciders<'charter', CharterState, C>;
type Difference = EventData<'CharterRevised'>['difference'];

/** What differs between the edition in force and the clauses as they stand now. */
export function differenceFrom(inForce: EditionState, state: CharterState): Difference {
  const living = livingClauses(state);
  const moved = living.flatMap(({ clause, hash }): Difference => {
    const was = inForce.clauses[clause] ?? null;
    return was === hash ? [] : [{ clause, change: was === null ? 'added' : 'changed', was, is: hash }];
  });
  const gone = Object.entries(inForce.clauses)
    .filter(([clause]) => !living.some(one => one.clause === clause))
    .map(([clause, was]) => ({ clause, change: 'retired' as const, was, is: null }));
  return [...moved, ...gone].toSorted((one, other) => (one.clause < other.clause ? -1 : 1));
}

const inStep = (state: CharterState, step: RevisionStep, then: () => Decision): Decision =>
  state.revision === step ? then() : refuse(refusals.notThisStep(state.revision));

type Editions = 'LoadCharter' | 'OpenRevision' | 'CloseListening' | 'StatePosition' | 'PrepareTools' | 'PublishRevision';

export const editionDeciders: Deciders<Extract<Decided<'charter'>, Editions>> = {
  LoadCharter: (state, { data }) => {
    if (state.inForce !== null) return refuse(refusals.loadedAlready());
    const absent = charterParts.filter(part => data.parts[part] === undefined);
    if (absent.length > 0) return refuse(refusals.partsAbsent(absent));
    const clauses = livingClauses(state);
    const empty = charterParts.filter(part => data.parts[part] === 'written' && !clauses.some(clause => clause.part === part));
    if (empty.length > 0) return refuse(refusals.partEmpty(empty));
    if (state.scope === null) throw new Error('LoadCharter: a charter without scope has not begun');
    return accept(
      fact('CharterLoaded', {
        edition: 1,
        ...data,
        scope: state.scope,
        clauses: clauses.map(({ clause, version, hash, standing }) => ({ clause, version, hash, standing })),
      }),
    );
  },
  OpenRevision: (state, { data }) => {
    if (state.inForce === null) return refuse(refusals.nothingInForce());
    return state.revision === null ? accept(fact('CharterRevisionOpened', data)) : refuse(refusals.revisionOpen());
  },
  CloseListening: (state, { data }) =>
    inStep(state, 'listening', () => (data.sources.length === 0 ? refuse(refusals.noSources()) : accept(fact('ListeningClosed', data)))),
  StatePosition: (state, { data }) => inStep(state, 'position', () => accept(fact('CharterPositionStated', data))),
  PrepareTools: (state, { data }) => inStep(state, 'tools', () => accept(fact('CharterToolsPrepared', data))),
  PublishRevision: (state, { data }) =>
    inStep(state, 'publication', () => {
      const { inForce } = state;
      if (inForce === null) return refuse(refusals.nothingInForce());
      const difference = differenceFrom(inForce, state);
      if (difference.length === 0) return refuse(refusals.nothingChanged());
      const unvalidated = livingClauses(state).flatMap(({ clause, standing }) => (standing === 'validated' ? [] : [clause]));
      const told = { edition: inForce.edition + 1, ...data, supersedesHash: inForce.contentHash, difference, unvalidated };
      const warnings = unvalidated.length > 0 ? [refusals.notValidated(unvalidated)] : [];
      return { outcome: 'accepted', facts: [fact('CharterRevised', told)], warnings };
    }),
};

/** Members that have not consented, by name (MDM-06). */
export const missingMembers = ({ members, consented }: CommitmentOfMembers): string[] =>
  members.filter(member => !consented.includes(member));

const commitmentIn = (state: CharterState, id: string): CommitmentOfMembers | undefined =>
  state.commitments.find(({ commitment }) => commitment === id);

type External = 'RegisterExternalCommitment' | 'ConsentToCommitment' | 'StartCommitmentSigning';

export const externalDeciders: Deciders<Extract<Decided<'charter'>, External>> = {
  RegisterExternalCommitment: (state, { data }) =>
    commitmentIn(state, data.commitment) === undefined
      ? accept(fact('ExternalCommitmentRegistered', { ...data, members: [...new Set(data.members)] }))
      : refuse(refusals.commitmentKnown()),
  ConsentToCommitment: (state, { data, actor }) => {
    const found = commitmentIn(state, data.commitment);
    if (found === undefined) return refuse(refusals.noSuchCommitment());
    if (!missingMembers(found).includes(actor.organisation)) return refuse(refusals.notAMember());
    return accept(fact('ExternalCommitmentConsentGiven', { ...data, member: actor.organisation }));
  },
  StartCommitmentSigning: (state, { data }) => {
    const found = commitmentIn(state, data.commitment);
    if (found === undefined) return refuse(refusals.noSuchCommitment());
    const missing = missingMembers(found);
    const { members, consented } = found;
    return {
      outcome: 'accepted',
      facts: [fact('ExternalCommitmentSigningStarted', { ...data, consented: consented.length, members: members.length, missing })],
      warnings: missing.length > 0 ? [refusals.notUnanimous(missing)] : [],
    };
  },
};
