import { day, label, opaqueId } from '../fields.js';

/** A project or programme that the partnership carries, with the people it is for (HFA-11). */
export const linkedProject = {
  project: opaqueId,
  title: label,
  /** The population that benefits from it. */
  population: label,
  startsOn: day,
  /** Null: no end is foreseen. */
  endsOn: day.nullable(),
};
