import { idsIn, questions, requirements } from './catalogue.js';

/** One test of a vitest JSON report: the part that we read. */
export interface TestResult {
  readonly title: string;
  readonly ancestorTitles: readonly string[];
  readonly status: string;
}

export interface TestFile {
  /** File of the spec. */
  readonly name: string;
  readonly assertionResults: readonly TestResult[];
}

/** A passing test that names a requirement. */
export interface Proof {
  readonly file: string;
  readonly title: string;
}

export interface Shown {
  /** Id → the passing tests that name it; in the order of the catalogue. */
  readonly requirements: ReadonlyMap<string, readonly Proof[]>;
  readonly questions: ReadonlyMap<string, readonly Proof[]>;
  readonly notShown: readonly string[];
  /** Named only by tests that did not pass. */
  readonly broken: readonly string[];
}

interface Naming extends Proof {
  readonly id: string;
  readonly passed: boolean;
}

const namings = (file: TestFile): Naming[] =>
  file.assertionResults.flatMap(({ title, ancestorTitles, status }) =>
    idsIn([...ancestorTitles, title].join(' ')).map(id => ({ id, file: file.name, title, passed: status === 'passed' })),
  );

const proofs = (ids: Iterable<string>, named: readonly Naming[]): Map<string, readonly Proof[]> => {
  const found = new Map<string, readonly Proof[]>();
  for (const id of ids) {
    const passing = named.filter(naming => naming.id === id && naming.passed);
    if (passing.length > 0)
      found.set(
        id,
        passing.map(({ file, title }) => ({ file, title })),
      );
  }
  return found;
};

/** Which entries of the catalogue are shown by passing tests. A test that failed, or did not run, shows nothing. */
export function whatIsShown(files: readonly TestFile[]): Shown {
  const named = files.flatMap(namings);
  const shown = proofs(requirements.keys(), named);
  const notShown = [...requirements.keys()].filter(id => !shown.has(id));
  return {
    requirements: shown,
    questions: proofs(questions.keys(), named),
    notShown,
    broken: notShown.filter(id => named.some(naming => naming.id === id)),
  };
}
