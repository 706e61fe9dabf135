import type { Command, Phase } from '@palabre/contracts';
import { fileIn, people, RecordedRehearsal, sampleBodies } from '@palabre/testing';

/** The commands that lead a new partnership into a phase. */
export function commandsInto(phase: Phase): readonly Command[] {
  const file = new RecordedRehearsal();
  fileIn(phase, file);
  return file.commands;
}

/** A budget that differs from every other turn's. */
export function budgetOf(turn: number): unknown {
  const { budget } = sampleBodies;
  if (!budget) throw new Error('the fixtures have no budget');
  return { ...budget, lines: budget.lines.map((line, place) => (place === 0 ? { ...line, label: `${line.label} ${turn}` } : line)) };
}

/** In turn a word under the tree (one event) and a budget proposed anew (a fact, a task withdrawn, a task opened). */
export function decision(turn: number): Command {
  const id = `decision-${turn}`;
  const asked =
    turn % 2 === 0
      ? { type: 'PostPalaverMessage', data: { object: 'budget', message: `Parole ${turn}` } }
      : { type: 'ProposeText', data: { kind: 'budget', body: budgetOf(turn) } };
  return { id, correlation: id, actor: people.officer, ...asked } as Command;
}
