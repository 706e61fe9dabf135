import { Listr } from 'listr2';
import type { Terminal } from './terminal.js';

/** One part of a long command. `run` may tell how far it is; it answers the sentence that stays when it is done. */
export interface Step {
  readonly title: string;
  readonly run: (tell: (progress: string) => void) => Promise<string>;
}

/** A person sees moving progress; a file gets one line for each part; a machine (`quiet`) nothing but the result. */
export async function takeSteps(terminal: Terminal, quiet: boolean, steps: readonly Step[]): Promise<void> {
  if (terminal.interactive && !quiet) return watched(steps);
  for (const step of steps) {
    const done = await step.run(() => undefined);
    if (!quiet) terminal.err(done);
  }
}

async function watched(steps: readonly Step[]): Promise<void> {
  const tasks = steps.map(({ title, run }) => ({
    title,
    task: async (_context: unknown, task: { title: string; output: string }): Promise<void> => {
      task.title = await run(progress => {
        task.output = progress;
      });
    },
  }));
  await new Listr(tasks, {
    renderer: 'default',
    registerSignalListeners: false,
    rendererOptions: { collapseErrors: false, showErrorMessage: false },
  }).run();
}
