import type { CommandType, FormAnswers, PartnershipPolicy, QuestionPolicy, Side } from '@palabre/contracts';

const sample = (question: QuestionPolicy): FormAnswers[string] => {
  switch (question.kind) {
    case 'scale':
      return 4;
    case 'scale-pair':
      return [4, 3];
    case 'yes-no':
      return question.evidence === true ? { yes: true, comment: 'Un exemple, vu ensemble.' } : { yes: true };
    case 'choice':
      return question.choices?.[0] ?? 'other';
    case 'text':
      return 'Nous l’avons dit ensemble.';
  }
};

/** Occasions of a file in which nothing was noted yet, and which does not rest. */
const nothingNoted = ({ columns }: PartnershipPolicy): readonly string[] => [
  'nothing-seen-of-partner',
  'community-absent',
  `${columns.annualReview}-review`,
];

/** A complete and fitting set of answers of one side to a form of the policy, on these occasions. */
export function answersTo(
  policy: PartnershipPolicy,
  form: keyof PartnershipPolicy['forms'],
  side: Side,
  occasions: readonly string[] = nothingNoted(policy),
): FormAnswers {
  const mine = policy.forms[form]
    .filter(question => ['both', 'each', side].includes(question.answerer))
    .filter(({ askedWhen }) => askedWhen === undefined || occasions.includes(askedWhen));
  return Object.fromEntries(mine.map(question => [question.id, sample(question)]));
}

/** Answers are sealed with a salt that people draw at random; here it is the same on every run. */
export const salted = (type: CommandType, data: object): unknown =>
  type === 'AnswerForm' && !('salt' in data) ? { ...data, salt: '0123456789abcdef0123456789abcdef' } : data;
