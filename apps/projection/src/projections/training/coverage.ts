import type { CountedOnDoc, CourseDoc, FollowedDoc, OfficerDoc } from './training.entity.js';

/** A living partnership with what is told of its officer and of the courses that its parties followed. */
export interface TrainedFile {
  readonly partnership: string;
  readonly title: string;
  readonly charter: string;
  /** Organisation by party. */
  readonly parties: Readonly<Record<string, string>>;
  /** Day that the calendar of the partnership has reached. */
  readonly today: string;
  readonly officer: OfficerDoc | null;
  readonly countedOn: CountedOnDoc | null;
  readonly followed: readonly FollowedDoc[];
}

export interface LastCourse {
  readonly course: string;
  readonly on: string;
  /** Whether partners were among those who followed it; null where the party alone told of it. */
  readonly partnersIncluded: boolean | null;
}

export interface FileCoverage {
  readonly partnership: string;
  readonly title: string;
  readonly charter: string;
  /** Organisation of the officer; null while nobody is designated. */
  readonly organisation: string | null;
  readonly everyMonths: number;
  readonly lastCourse: LastCourse | null;
  /** Whether the officer has followed a course within that time; null where the charter counts on none, or nobody is designated. */
  readonly covered: boolean | null;
}

export interface OrganisationCoverage {
  readonly organisation: string;
  /** Living partnerships whose officer it designated and that count on a course, and those of them whose officer followed one. */
  readonly officers: { readonly counted: number; readonly covered: number };
  /** The last course that named it, or that one of its officers followed. */
  readonly lastCourse: LastCourse | null;
}

const latest = (courses: readonly LastCourse[]): LastCourse | null =>
  courses.toSorted((one, other) => (one.on < other.on ? 1 : -1))[0] ?? null;

/** A day so many months before another; at the end of a shorter month, its last day. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}

const recorded = ({ course, on, partnersIncluded }: CourseDoc): LastCourse => ({ course, on, partnersIncluded });

/** Whether the officer of a partnership has followed a course: by name in the records of a charter, or as its party has told (MDM-80). */
export function coverageOf(file: TrainedFile, courses: readonly CourseDoc[]): FileCoverage {
  const { partnership, title, charter, officer, followed, parties, today } = file;
  const everyMonths = file.countedOn?.everyMonths ?? 0;
  const own = [
    ...courses.filter(({ people }) => officer !== null && people.includes(officer.person)).map(recorded),
    ...followed.filter(({ party }) => party === officer?.party).map(({ course, on }) => ({ course, on, partnersIncluded: null })),
  ].filter(({ on }) => on <= today);
  const lastCourse = latest(own);
  const asked = officer !== null && everyMonths > 0;
  return {
    partnership,
    title,
    charter,
    organisation: officer === null ? null : (parties[officer.party] ?? null),
    everyMonths,
    lastCourse,
    covered: asked ? lastCourse !== null && lastCourse.on > monthsBefore(today, everyMonths) : null,
  };
}

/** The same by organisation: partners too, whoever designates the officers. */
export function coverageByOrganisation(files: readonly TrainedFile[], courses: readonly CourseDoc[]): readonly OrganisationCoverage[] {
  const covered = files.map(file => coverageOf(file, courses));
  const named = [...new Set(files.flatMap(({ parties }) => Object.values(parties)))].toSorted();
  return named.map(organisation => {
    const own = covered.filter(one => one.organisation === organisation);
    const counted = own.filter(one => one.covered !== null);
    return {
      organisation,
      officers: { counted: counted.length, covered: counted.filter(one => one.covered).length },
      lastCourse: latest([
        ...courses.filter(({ organisations }) => organisations.includes(organisation)).map(recorded),
        ...own.flatMap(({ lastCourse }) => lastCourse ?? []),
      ]),
    };
  });
}
