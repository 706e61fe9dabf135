import { phases, type Phase, type Refusal, type WhyNotAnswer } from '@palabre/contracts';
import type { PalabreApi } from '../api/palabre-api.js';
import type { Explanation, NextStep } from './explanation.js';

/** Version and hash that no text has. */
const noText = { version: 1, hash: '0'.repeat(64) };

/** A signature binds to the agreement as it stands; where there is none yet, the rules say so of one that is not there. */
function agreementIn(state: unknown): unknown {
  const { texts } = (state ?? {}) as { readonly texts?: { readonly heads?: Readonly<Record<string, typeof noText>> } };
  const { version, hash } = texts?.heads?.['agreement'] ?? noText;
  return { version, hash };
}

interface Ask {
  readonly type: string;
  readonly data: unknown;
}

/** The step out of a phase that a command of its own takes, if there is one. */
function ownStep(from: Phase, state: unknown): Ask | null {
  if (from === 'validation') return { type: 'SignAgreement', data: agreementIn(state) };
  return from === 'closing' ? { type: 'ClosePartnership', data: {} } : null;
}

const isNoStep = ({ code }: Refusal): boolean => code === 'no-such-step';

const same = (one: Refusal, other: Refusal): boolean => one.code === other.code && one.rule === other.rule;

const stepOf = (answer: WhyNotAnswer, phase: string | null): NextStep => ({
  command: answer.command,
  phase,
  possible: answer.possible,
  missing: answer.refusals,
  warnings: answer.warnings,
});

/**
 * Every step that leads out of a phase, asked of the rules one by one. No step leads from a phase to itself, so what
 * is in the way of that one besides is in the way of all: it is told once.
 */
export async function nextSteps(
  api: PalabreApi,
  as: string,
  id: string,
  from: Phase,
  state: unknown,
): Promise<Pick<Explanation, 'obstacles' | 'steps'>> {
  const asked = (phase: Phase): Promise<WhyNotAnswer> => api.whyNot(as, id, { type: 'EnterPhase', data: { phase, reason: 'explain' } });
  const obstacles = (await asked(from)).refusals.filter(refusal => !isNoStep(refusal));
  const others = phases.filter(phase => phase !== from);
  const answers = await Promise.all(others.map(async phase => ({ phase, answer: await asked(phase) })));
  const steps = answers
    .filter(({ answer }) => !answer.refusals.some(isNoStep))
    .filter(({ answer }) => answer.possible || answer.refusals.some(refusal => !obstacles.some(known => same(known, refusal))))
    .map(({ phase, answer }) => stepOf(answer, phase));
  const own = ownStep(from, state);
  return { obstacles, steps: own === null ? steps : [...steps, stepOf(await api.whyNot(as, id, own), null)] };
}
