/** One command of the README's first tour and what the page says it prints. */
export interface TourStep {
  readonly args: readonly string[];
  readonly printed: string;
}

/** Id of the partnership on the page; a reader's own differs, and so do the hashes, which cover the instant of recording. */
export const tourId = '7dba1b79-b285-8309-8bd9-91dbeef47411';

/** What a command printed, as the page shows it: the page's id, and hashes and case ids by a mark. */
export const asOnThePage = (printed: string, id: string): string =>
  printed
    .replaceAll(id, tourId)
    .replaceAll(/\b[0-9a-f]{40,64}\b/g, '<hash>')
    .replaceAll(/\bcase-[0-9a-f]{12}\b/g, 'case-123456789abc')
    .replace(/^\n+/, '')
    .trimEnd();

const prompt = '$ npx palabre ';

/** The steps of the first `console` block of a page: each line with a prompt is a command, what follows is its output. */
export function tourOf(page: string): readonly TourStep[] {
  const block = /```console\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  return block
    .split(/^(?=\$ )/m)
    .filter(part => part.startsWith(prompt))
    .map(part => {
      const [command = '', ...printed] = part.trimEnd().split('\n');
      return { args: command.slice(prompt.length).trim().split(/\s+/), printed: printed.join('\n').trimEnd() };
    });
}
