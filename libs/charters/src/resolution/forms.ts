import type { QuestionPolicy } from '@palabre/contracts';
import { notStated } from '../schema/parts.js';
import type { DiligenceQuestion, FormQuestion } from '../schema/questionnaires.js';
import { resolveDiligenceDepth } from './columns.js';
import { resolved, type Resolved, type ResolvedForms } from './resolved.js';
import type { Rulebook } from './rulebook.js';

const isFor = (question: FormQuestion, type: string): boolean =>
  question.types === undefined || question.types === 'all' || question.types.includes(type);

function asked(book: Rulebook, form: string, question: FormQuestion): Resolved<QuestionPolicy> {
  const { id, who, kind, choices, measures, source, evidence, quotable, again } = question;
  const { confirmed_by: confirmedBy, asked_when: askedWhen } = question;
  const value: QuestionPolicy = {
    id,
    answerer: who,
    kind,
    ...(choices && { choices: choices.map(choice => choice.code) }),
    ...(confirmedBy && { confirmedBy }),
    ...(askedWhen && { askedWhen }),
    ...(evidence && { evidence }),
    ...(quotable && { quotable }),
    ...(again && { again }),
    ...(measures && { measures }),
  };
  return resolved('charter', `${book.charter.code}:questionnaires.${form}.${id}`, { value, source });
}

/**
 * full: every question. short: the lines and money, no question on influence. red-lines: these alone (matrix, M3). A question
 * that names the type is put to it at any depth: the charter and the members of a network, for one.
 */
function diligence(book: Rulebook): DiligenceQuestion[] {
  const { lines, questionnaires } = book.charter.content;
  const red = new Set(lines === notStated ? [] : lines.items.filter(line => line.colour === 'red').map(line => line.code));
  const depth = resolveDiligenceDepth(book).value;
  return questionnaires.due_diligence.filter(({ about, types }) => {
    if (depth === 'full' || (Array.isArray(types) && types.includes(book.type))) return true;
    if (depth === 'short') return 'line' in about || about.topic === 'finance';
    return 'line' in about && red.has(about.line);
  });
}

/** The questions of the stages that the charter switches on, in the order of its themes; all of them when it is silent. */
function stageQuestions(book: Rulebook): FormQuestion[] {
  const { questionnaires, switches } = book.charter.content;
  const themes = switches.stage_questions?.value;
  if (!themes) return questionnaires.stage_reflection;
  return themes.flatMap(theme => questionnaires.stage_reflection.filter(question => question.theme === theme));
}

/** Every form of the charter, reduced to what the type is asked. */
export function resolveForms(book: Rulebook): ResolvedForms {
  const { questionnaires } = book.charter.content;
  const form = (name: string, questions: readonly FormQuestion[]): Resolved<QuestionPolicy>[] =>
    questions.filter(question => isFor(question, book.type)).map(question => asked(book, name, question));
  return {
    dueDiligence: form('due_diligence', diligence(book)),
    annualReview: form('annual_review', questionnaires.annual_review),
    stageReflection: form('stage_reflection', stageQuestions(book)),
    selfAssessment: form('self_assessment', questionnaires.self_assessment),
    closing: form('closing', questionnaires.closing),
  };
}
