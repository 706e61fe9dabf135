import { questions, requirements } from './catalogue.js';
import type { Proof, Shown } from './shown.js';

const entry = (id: string, title: string, proofs: readonly Proof[]): string =>
  [`${id}  ${title}`, ...proofs.map(({ title: test, file }) => `    ✓ ${test} (${file})`)].join('\n');

const wrapped = (ids: readonly string[], perLine = 12): string => {
  const lines = Array.from({ length: Math.ceil(ids.length / perLine) }, (_, at) => ids.slice(at * perLine, (at + 1) * perLine).join(' '));
  return lines.map(line => `    ${line}`).join('\n');
};

const some = (title: string, ids: readonly string[]): string[] => (ids.length === 0 ? [] : [`${title}\n${wrapped(ids)}`]);

/** The list for people. */
export function asText(shown: Shown, from: string): string {
  const listed = [...shown.requirements].map(([id, proofs]) => entry(id, requirements.get(id) ?? '', proofs));
  const also = [...shown.questions].map(([id, proofs]) => entry(id, questions.get(id) ?? '', proofs));
  return `${[
    ...listed,
    ...(also.length > 0 ? ['Contradictions and silences of the sources that tests name', ...also] : []),
    ...some('Not shown', shown.notShown),
    ...some('Among them, named only by tests that did not pass', shown.broken),
    `${shown.requirements.size} of ${requirements.size} requirements are shown by passing tests (${from}).`,
  ].join('\n\n')}\n`;
}

/** The list for machines. */
export const asJson = (shown: Shown, from: string): string =>
  `${JSON.stringify(
    {
      from,
      shown: shown.requirements.size,
      of: requirements.size,
      requirements: Object.fromEntries(shown.requirements),
      questions: Object.fromEntries(shown.questions),
      notShown: shown.notShown,
      broken: shown.broken,
    },
    null,
    2,
  )}\n`;
