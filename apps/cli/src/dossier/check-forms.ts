import { builtInCharter, builtInCharterCodes, resolvePolicy, toPartnershipPolicy } from '@palabre/charters';
import type { PartnershipPolicy, QuestionPolicy } from '@palabre/contracts';
import { nearest } from '../words/nearest.js';
import { sayBoth } from '../words/words.js';
import { finding, type FieldPath, type Finding } from './mistakes.js';
import { isRecord } from './shape.js';
import type { WrittenDossier } from './written.js';

/** The policy that the dossier's partnership will live under, or what is wrong with its charter or type. */
export function policyOf({ charter, type }: WrittenDossier): { policy: PartnershipPolicy } | { findings: Finding[] } {
  const known = builtInCharter(charter);
  if (known === null) return { findings: [finding(['charter'], sayBoth('mistake.oneOf', { values: builtInCharterCodes.join(', ') }))] };
  const resolution = resolvePolicy(known, type);
  if (!resolution.ok) return { findings: [finding(['type'], resolution.refusal.reason)] };
  return { policy: toPartnershipPolicy(resolution.policy) };
}

const formOf = (policy: PartnershipPolicy, form: unknown): readonly QuestionPolicy[] | null => {
  const { forms } = policy;
  const byKind: Readonly<Record<string, readonly QuestionPolicy[]>> = {
    'due-diligence': forms.dueDiligence,
    'annual-review': forms.annualReview,
    'stage-reflection': forms.stageReflection,
    'self-assessment': forms.selfAssessment,
    closing: forms.closing,
  };
  return typeof form === 'string' ? (byKind[form] ?? null) : null;
};

const isScale = (value: unknown): boolean => typeof value === 'number';

const fits: Readonly<Record<QuestionPolicy['kind'], (value: unknown, question: QuestionPolicy) => boolean>> = {
  scale: isScale,
  'scale-pair': value => Array.isArray(value) && value.every(isScale),
  'yes-no': value => isRecord(value) && typeof value['yes'] === 'boolean',
  choice: (value, { choices = [] }) => typeof value === 'string' && choices.includes(value),
  text: value => typeof value === 'string',
};

function answerFindings(questions: readonly QuestionPolicy[], id: string, value: unknown, path: FieldPath): Finding[] {
  const question = questions.find(one => one.id === id);
  if (question !== undefined) {
    const { kind, choices = [] } = question;
    return fits[kind](value, question) ? [] : [finding(path, sayBoth(`mistake.answer-${kind}`, { choices: choices.join(', ') }))];
  }
  const ids = questions.map(one => one.id);
  const close = nearest(id, ids);
  return [
    finding(
      path,
      close === null ? sayBoth('mistake.oneOf', { values: ids.join(', ') }) : sayBoth('mistake.didYouMean', { nearest: close }),
      'key',
    ),
  ];
}

/** Questions that the parties added themselves are known to their file alone (ALE-69). */
const notOwn = ([id]: [string, unknown]): boolean => !id.startsWith('own_');

/** Answers to questions that the charter does not ask, or of another kind than it asks for. */
export function formFindings({ acts = [] }: WrittenDossier, policy: PartnershipPolicy): Finding[] {
  return acts.flatMap((act, at) => {
    if (act.do !== 'AnswerForm' || act.expect !== undefined || !isRecord(act.data) || !isRecord(act.data['answers'])) return [];
    const questions = formOf(policy, act.data['form']);
    if (questions === null) return [];
    return Object.entries(act.data['answers'])
      .filter(notOwn)
      .flatMap(([id, value]) => answerFindings(questions, id, value, ['acts', at, 'data', 'answers', id]));
  });
}
