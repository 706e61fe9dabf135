import { declarations, fact, type CommandData, type Fact, type Refusal } from '@palabre/contracts';
import { refuse } from '../../decision.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { emptyCells, sectorsOfAll, trustFall } from './questions.js';
import { emptyInGrid, spanBackwards, tooFewSectors } from './refusals.js';
import type { Motivation } from './slice.js';

type Declared = CommandData<'MakeDeclaration'>;

/** The name of the event is said by the kind; the party is the speaker's own. */
const told = ({ kind, ...fields }: Declared, party: string): Fact =>
  ({ type: declarations[kind].event, data: { ...fields, party } }) as unknown as Fact;

const wrongSpan = (data: Declared): Refusal | null => {
  const backwards = data.kind === 'culture' ? data.avoid.find(span => span.until < span.from) : undefined;
  return backwards === undefined ? null : spanBackwards(backwards.name);
};

/** A warning as soon as everybody has spoken and all come from too few sectors (PMP-10). */
export function fewSectors(
  state: PartnershipState,
  motivations: readonly Motivation[] = state.declarations.motivations,
): readonly Refusal[] {
  const wanted = policyOf(state).switches.minSectorsWarning;
  const sectors = sectorsOfAll(state, motivations);
  return sectors !== null && sectors.length < wanted ? [tooFewSectors(sectors, wanted)] : [];
}

/** A warning that names the empty cells of the grid, once somebody has begun to fill it. */
export const holesInGrid = (state: PartnershipState): readonly Refusal[] => {
  const rows = emptyCells(state);
  return rows.length === 0 ? [] : [emptyInGrid(rows)];
};

const makeDeclaration: Decider<'MakeDeclaration'> = (state, { data }, moment) => {
  const { party } = moment.party;
  const wrong = wrongSpan(data);
  if (wrong !== null) return refuse(wrong);
  const fall = data.kind === 'trust' ? trustFall(state, party, data) : null;
  const agenda = fall === null ? [] : [fact('TrustPutOnAgenda', { party, fell: [...fall.fell], points: fall.points })];
  const motivations =
    data.kind === 'motivation' ? [...state.declarations.motivations.filter(one => one.party !== party), { ...data, party }] : null;
  return {
    outcome: 'accepted',
    facts: [told(data, party), ...agenda],
    warnings: motivations === null ? [] : fewSectors(state, motivations),
  };
};

export const declarationDeciders: Deciders = { MakeDeclaration: makeDeclaration };
