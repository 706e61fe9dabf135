import type { SurveyCell, SurveyDimension, SurveyQuestion, SurveyTraits } from '@palabre/contracts';

/** One respondent's answer to one question, with what it said of itself. */
export interface Given {
  readonly traits: SurveyTraits;
  readonly answer: number | boolean | string;
}

/** A group of respondents: everybody, those of one trait, or those of two. */
interface Group {
  readonly traits: SurveyTraits;
  /** Places in the list of respondents. */
  readonly members: number[];
}

export interface Release {
  readonly cells: readonly SurveyCell[];
  /** Groups of somebody that are not shown. */
  readonly withheld: number;
}

/** The traits by which a respondent is counted: none, each one, each two of different dimensions. */
function traitsOf({ traits }: Given, dimensions: readonly SurveyDimension[]): SurveyTraits[] {
  const own = dimensions.flatMap(({ name }) => (traits[name] === undefined ? [] : [[name, traits[name]] as const]));
  const pairs = own.flatMap((one, place) => own.slice(place + 1).map(other => Object.fromEntries([one, other])));
  return [{}, ...own.map(one => Object.fromEntries([one])), ...pairs];
}

/** Every group that somebody belongs to, wider ones first, in an order that depends on names alone. */
function groupsOf(given: readonly Given[], dimensions: readonly SurveyDimension[]): Group[] {
  const groups = new Map<string, Group>();
  given.forEach((one, place) => {
    for (const traits of traitsOf(one, dimensions)) {
      const name = JSON.stringify(traits);
      const group = groups.get(name) ?? { traits, members: [] };
      group.members.push(place);
      groups.set(name, group);
    }
  });
  const width = (group: string): number => Object.keys(groups.get(group)?.traits ?? {}).length;
  return [...groups.keys()]
    .toSorted((one, other) => width(one) - width(other) || (one < other ? -1 : 1))
    .flatMap(name => groups.get(name) ?? []);
}

/**
 * Which groups may be shown, so that no group of fewer than the minimum can be seen or computed. All that anybody can
 * compute from shown groups is a union of the regions into which they cut the respondents; so a group is shown only if
 * every region that it cuts stays, on both sides of the cut, empty or at least the minimum.
 */
function shownGroups(groups: readonly Group[], respondents: number, minimum: number): Group[] {
  const regionOf = Array.from({ length: respondents }, () => 0);
  const sizes = [respondents];
  return groups.filter(({ members }) => {
    const inside = new Map<number, number>();
    for (const place of members) inside.set(regionOf[place] ?? 0, (inside.get(regionOf[place] ?? 0) ?? 0) + 1);
    const outside = (region: number, count: number): number => (sizes[region] ?? 0) - count;
    const isSafe = [...inside].every(
      ([region, count]) => count >= minimum && (outside(region, count) === 0 || outside(region, count) >= minimum),
    );
    if (!isSafe) return false;
    const cut = new Map<number, number>();
    for (const [region, count] of inside) {
      if (outside(region, count) === 0) continue;
      cut.set(region, sizes.push(count) - 1);
      sizes[region] = outside(region, count);
    }
    for (const place of members) regionOf[place] = cut.get(regionOf[place] ?? 0) ?? regionOf[place] ?? 0;
    return true;
  });
}

const wordOf = (answer: Given['answer']): string => (typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer));

function cellOf({ traits, members }: Group, given: readonly Given[], kind: SurveyQuestion['kind']): SurveyCell {
  const answers = members.flatMap(place => given[place]?.answer ?? []);
  const spread: Record<string, number> = {};
  for (const answer of kind === 'text' ? [] : answers) spread[wordOf(answer)] = (spread[wordOf(answer)] ?? 0) + 1;
  const scores = answers.filter(answer => typeof answer === 'number');
  const sum = scores.reduce((total, score) => total + score, 0);
  const meanHundredths = kind === 'scale' && scores.length > 0 ? Math.round((sum * 100) / scores.length) : null;
  return { group: traits, responses: members.length, spread, meanHundredths };
}

/** Results of one question by group. Pure; the order of what was given makes no difference. */
export function releaseOf(
  given: readonly Given[],
  kind: SurveyQuestion['kind'],
  dimensions: readonly SurveyDimension[],
  minimum: number,
): Release {
  const groups = groupsOf(given, dimensions);
  const shown = shownGroups(groups, given.length, minimum);
  return { cells: shown.map(group => cellOf(group, given, kind)), withheld: groups.length - shown.length };
}
