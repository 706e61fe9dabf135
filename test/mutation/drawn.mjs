import { readFileSync } from 'node:fs';
import { nameOf } from './draw.mjs';

/** A checker of Stryker that lets pass the mutants of the sample: what was not drawn is said not to compile, and counts nowhere. */
class Drawn {
  #turns = new Map();

  init() {
    const { drawn } = JSON.parse(readFileSync('.palabre/mutation-order.json', 'utf8'));
    this.#turns = new Map(drawn.map((name, at) => [name, at]));
    return Promise.resolve();
  }

  /** One by one in the order of the draw, so that a run that is broken off leaves a fair sample too. */
  group(mutants) {
    const turnOf = mutant => this.#turns.get(nameOf(mutant)) ?? Infinity;
    const drawn = mutants.filter(mutant => turnOf(mutant) !== Infinity).toSorted((one, other) => turnOf(one) - turnOf(other));
    const others = mutants.filter(mutant => turnOf(mutant) === Infinity).map(({ id }) => id);
    return Promise.resolve([...drawn.map(({ id }) => [id]), others].filter(group => group.length > 0));
  }

  check(mutants) {
    const said = mutant => (this.#turns.has(nameOf(mutant)) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' });
    return Promise.resolve(Object.fromEntries(mutants.map(mutant => [mutant.id, said(mutant)])));
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'drawn', injectableClass: Drawn }];
