import { changeWhere, filePart, type PartHandlers } from '../file-part.js';

/** A strength of one party, whoever named it, and the activities that use it (AGI-17, AGI-18). */
export interface StrengthView {
  readonly strength: string;
  readonly of: string;
  readonly what: string;
  readonly namedBy: readonly string[];
  readonly activities: readonly string[];
}

/** What each named of itself and of the others, merged in one list. */
export interface StrengthsDoc {
  readonly list: readonly StrengthView[];
}

const withMore = (names: readonly string[], name: string): readonly string[] => [...new Set([...names, name])];

const on: PartHandlers<StrengthsDoc> = {
  StrengthNamed: ({ list }, { data: { strength, of, what, party } }) => ({
    list: list.some(one => one.strength === strength)
      ? changeWhere(
          list,
          one => one.strength === strength,
          one => ({ ...one, namedBy: withMore(one.namedBy, party) }),
        )
      : [...list, { strength, of, what, namedBy: [party], activities: [] }],
  }),
  StrengthLinked: ({ list }, { data: { strength, activity } }) => ({
    list: changeWhere(
      list,
      one => one.strength === strength,
      one => ({ ...one, activities: withMore(one.activities, activity) }),
    ),
  }),
};

export const strengthsPart = filePart<StrengthsDoc>('strengths', { list: [] }, on);
