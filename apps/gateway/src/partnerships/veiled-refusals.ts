import type { CommandAnswer, Localized, OpenAction, Refusal, WhyNotAnswer } from '@palabre/contracts';
import { protectedReferences } from './reading.js';

/**
 * Said in the place of a sentence that names a protected case: neither its number, nor its line, nor whom it is about
 * (MDM-65, MDM-68). The rules say so themselves; what an older worker still answers is said so here.
 */
const unreadable: Localized = {
  fr: 'Un cas que vous ne pouvez pas lire l’empêche.',
  en: 'A case that you may not read stands in the way.',
};

const sentences = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+/);

const withoutThem = (text: string, hidden: ReadonlySet<string>, instead: string): string => {
  const names = (sentence: string): boolean => [...hidden].some(reference => sentence.includes(reference));
  const told = sentences(text).map(sentence => (names(sentence) ? instead : sentence));
  return told.filter((sentence, at) => sentence !== instead || told.indexOf(instead) === at).join(' ');
};

const veiledText = ({ fr, en }: Localized, hidden: ReadonlySet<string>): Localized => ({
  fr: withoutThem(fr, hidden, unreadable.fr),
  en: withoutThem(en, hidden, unreadable.en),
});

const veiled = (refusal: Refusal, hidden: ReadonlySet<string>): Refusal =>
  hidden.size === 0 ? refusal : { ...refusal, reason: veiledText(refusal.reason, hidden), next: veiledText(refusal.next, hidden) };

/** True for words in which a case may be named: only then the file is read once more to veil them. */
const namesCase = ({ reason, next }: Refusal): boolean => [reason, next].some(({ fr, en }) => /\bcase-/.test(`${fr} ${en}`));

export const answerNamesCase = (answer: CommandAnswer): boolean =>
  answer.outcome === 'refused' ? namesCase(answer.refusal) : answer.warnings.some(namesCase);

export function veiledAnswer(answer: CommandAnswer, state: unknown): CommandAnswer {
  const hidden = protectedReferences(state);
  return answer.outcome === 'refused'
    ? { ...answer, refusal: veiled(answer.refusal, hidden) }
    : { ...answer, warnings: answer.warnings.map(one => veiled(one, hidden)) };
}

export function veiledWhyNot(answer: WhyNotAnswer, state: unknown): WhyNotAnswer {
  const hidden = protectedReferences(state);
  return {
    ...answer,
    refusals: answer.refusals.map(one => veiled(one, hidden)),
    warnings: answer.warnings.map(one => veiled(one, hidden)),
  };
}

export function veiledActions(actions: readonly OpenAction[], state: unknown): readonly OpenAction[] {
  const hidden = protectedReferences(state);
  return actions.map(action => (action.because === null ? action : { ...action, because: veiled(action.because, hidden) }));
}
