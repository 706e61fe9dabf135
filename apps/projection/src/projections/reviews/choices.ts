import type { FormAnswers, QuestionPolicy } from '@palabre/contracts';
import { positions, type Position, type ReviewDoc } from './reviews.entity.js';
import type { PartyAnswers } from './scores.js';

/** True for a question that asks a party to say whether it leads, stands beside or behind (MDM-82). */
export const asksWhereWeStand = ({ kind, choices = [] }: QuestionPolicy): boolean =>
  kind === 'choice' && choices.length === positions.length && positions.every(position => choices.includes(position));

/** Where somebody stands by these answers; null where none of the questions that ask it was answered. */
export const standsAt = (answers: FormAnswers, asking: readonly string[]): Position | null =>
  positions.find(position => asking.some(question => answers[question] === position)) ?? null;

/** Codes chosen by question and party, of the questions that are answered by one of a list: never words. */
export function chosen(answered: readonly PartyAnswers[], asked: readonly string[]): NonNullable<ReviewDoc['choices']> {
  const given = (question: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      answered.flatMap(({ party, answers }) => {
        const code = answers[question];
        return typeof code === 'string' ? [[party, code]] : [];
      }),
    );
  return Object.fromEntries(
    asked.map(question => [question, given(question)] as const).filter(([, codes]) => Object.keys(codes).length > 0),
  );
}
