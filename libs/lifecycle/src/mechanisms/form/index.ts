import type { Mechanism } from '../../mechanism.js';
import { formDeadlines } from './deadlines.js';
import { formDeciders } from './decide.js';
import { formEvolvers } from './evolve.js';
import { keepSealedAnswers } from './questions.js';
import { answeredRounds } from './reveal.js';
import { formTasks } from './tasks.js';

/** Form: a questionnaire of the charter; what both sides answer is revealed together, or not at all. */
export const formMechanism: Mechanism = {
  deciders: formDeciders,
  evolvers: formEvolvers,
  tasks: formTasks,
  deadlines: formDeadlines,
  consequences: answeredRounds,
  keepsAside: { AnswerForm: (state, answered, party) => keepSealedAnswers(state, { ...answered, party }) },
};
