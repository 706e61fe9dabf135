import { planBlocks, supportingDocuments, type AskId, type CommandData } from '@palabre/contracts';
import type { PersonName } from './people.js';
import type { Rehearsal } from './rehearsal.js';
import { sampleBodies } from './sample-bodies.js';
import { agreeText, meeting } from './together.js';

const words = 'Dit ensemble.';

const dayOf = (file: Rehearsal): string => file.state.calendar.now.slice(0, 10);

type Note = CommandData<'RecordNote'>;

type Said = Note extends infer N ? (N extends Note ? Omit<N, 'on'> : never) : never;

const note = (file: Rehearsal, who: PersonName, said: Said): void => {
  file.must(who, 'RecordNote', { ...said, on: dayOf(file) });
};

const bothNote = (said: Said) => (file: Rehearsal) => {
  for (const who of ['officer', 'representative'] as const) note(file, who, said);
};

const dueOn = '2029-06-30';

/** A plan that every charter accepts: six blocks, a measure for each kind of means, a strength. */
export const samplePlan = {
  sections: [{ heading: 'Ensemble', text: words }],
  blocks: Object.fromEntries(planBlocks.map(block => [block, words])),
  rebalancing: [
    { measure: 'R1', from: 'host', to: 'partner', text: words, answers: 'financial' as const, owner: 'host', dueOn },
    { measure: 'R2', from: 'host', to: 'partner', text: words, answers: 'technical' as const, owner: 'host', dueOn },
  ],
  strengths: [{ strength: 'S1', kind: 'networks' as const, offeredBy: 'host', text: words }],
};

export const sampleSheet = {
  channels: ['Téléphone', 'Rencontre'],
  languages: ['fr', 'wo'],
  answerWithin: { days: 3 },
  informs: [{ about: 'Argent', from: 'host', to: ['partner'] }],
};

/** Operating modes with both answers; the parties keep deciding all together. */
export const sampleModes = {
  sections: [{ heading: 'Ensemble', text: words }],
  cooperation: words,
  decisions: { rule: 'all' as const, how: words },
};

/** The power map names every line of the budget, where there is one. */
const drawPowerMap = (file: Rehearsal): void => {
  const lines = file.state.texts.heads.budget?.lines.map(line => line.line) ?? [];
  const today = { decidesToday: ['host'], shouldDecide: ['host', 'partner'] };
  agreeText(file, 'power-map', {
    entries: [
      { subject: 'Recrutement', about: 'decision', ...today },
      ...lines.map(subject => ({ subject, about: 'budget-line' as const, ...today })),
    ],
  });
};

const informMembers = (file: Rehearsal): void => {
  const { version, hash } = file.text('agreement');
  for (const who of ['officer', 'representative'] as const) {
    file.must(who, 'ShareAgreement', { version, hash, with: ['member'], summary: words });
  }
};

const assessProgress = (file: Rehearsal): void => {
  const lines = (file.state.texts.heads['capacity-plan']?.parts ?? []).map(line => ({ line, state: 'going-on' as const }));
  bothNote({ kind: 'CapacityPlanProgressAssessed', lines, note: words })(file);
};

const scoreMeasures = (file: Rehearsal): void => {
  for (const { measure } of samplePlan.rebalancing) {
    note(file, 'representative', { kind: 'RebalancingEffectScored', measure, score: 4, note: words });
  }
};

const fileDocuments = (file: Rehearsal): void => {
  for (const [at, document] of supportingDocuments.entries()) {
    note(file, 'officer', { kind: 'SupportingDocumentFiled', document, file: String(at).repeat(64), about: 'Accord' });
  }
};

/** What each ask waits for, done by two parties. */
const answers: { readonly [K in AskId]?: (file: Rehearsal) => void } = {
  'role-table': file => agreeText(file, 'roles'),
  'roles-and-needs': bothNote({ kind: 'RoleAndNeedsStated', role: words, needs: words }),
  'power-map': drawPowerMap,
  'resource-access': bothNote({ kind: 'ResourceAccessStated', financial: 3, technical: 3, human: 3, note: words }),
  'chosen-levels': bothNote({ kind: 'LevelsChosen', areas: [{ area: 'money', information: 'full', decision: 'joint' }] }),
  'local-strategy': file =>
    file
      .must('representative', 'ProposeText', {
        kind: 'strategy',
        body: { choices: [{ choice: 'L1', text: words, local: true, proposedBy: 'partner' }] },
      })
      .must('officer', 'AcceptText', file.text('strategy')),
  scope: file => agreeText(file, 'scope', { in: [{ item: 'I1', text: words }], out: [{ item: 'X1', text: words }] }),
  'communication-rules': file =>
    agreeText(file, 'communication-rules', { sections: [{ heading: 'Se parler', text: words }], sheet: sampleSheet }),
  'operating-modes': file => agreeText(file, 'operating-modes', sampleModes),
  milestones: file => {
    agreeText(file, 'milestones', {
      sections: sampleModes.sections,
      milestones: [{ milestone: 'M1', what: words, owedBy: 'host', dueOn }],
    });
    const promise = { owedBy: 'host', owedTo: 'partner', what: words, dueOn, origin: 'milestone', milestone: 'M1' } as const;
    file.must('officer', 'MakeCommitment', promise);
  },
  'partnership-plan': file => agreeText(file, 'plan', samplePlan),
  'capacity-needs': bothNote({ kind: 'CapacityNeedsAssessed', forProject: words, wider: words, note: words }),
  'shared-vision': file => agreeText(file, 'vision', sampleBodies.values),
  'members-informed': informMembers,
  'supporting-documents': fileDocuments,
  'expectations-review': bothNote({ kind: 'ExpectationReviewed', status: 'partly-met', reason: null }),
  reciprocity: bothNote({ kind: 'ReciprocityNoted', given: words, received: words }),
  'capacity-progress': assessProgress,
  'rebalancing-effect': scoreMeasures,
  'planning-in-person': file => file.must('officer', 'HoldPlanningMeeting', meeting(dayOf(file))),
};

/** Answers what the charter asks in the present phase, as long as it waits, by the shortest way that every rule accepts. */
export function answerAsked(file: Rehearsal): Rehearsal {
  for (const [id, answer] of Object.entries(answers)) {
    if (file.state.tasks.some(task => task.kind === `asked-${id}`)) answer(file);
  }
  return file;
}
