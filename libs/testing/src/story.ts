import type { Phase } from '@palabre/contracts';
import { answersTo } from './answers.js';
import { answerAsked } from './asked.js';
import { argued, declareAsked, ideaAsked, mapAsked } from './beginnings.js';
import { Rehearsal } from './rehearsal.js';
import { budgetUnder, openingIdea, sampleBodies } from './sample-bodies.js';
import { agreeEnd, agreeText, meeting, membership } from './together.js';

const words = 'Écrit ensemble.';

type Chapter = (file: Rehearsal) => void;

const idea: Chapter = file => {
  file.must('hqOps', 'OpenPartnership', { ...openingIdea, charter: file.policy.charter, type: file.policy.type });
};

const mapping: Chapter = file => {
  argued(file);
  ideaAsked(file);
  file.must('hqOps', 'EnterPhase', { phase: 'mapping', reason: null });
};

const search: Chapter = file => {
  const stakeholder = { on: '2027-01-04', sector: 'civil-society', interest: 4, influence: 3, note: words } as const;
  file
    .must('officer', 'RecordNote', { kind: 'StakeholderIdentified', stakeholder: 's-1', category: 'actor', ...stakeholder })
    .must('officer', 'RecordNote', { kind: 'StakeholderIdentified', stakeholder: 's-2', category: 'existing-partnership', ...stakeholder })
    .must('officer', 'RecordNote', { kind: 'MissingVoiceAcknowledged', on: '2027-01-04', note: words });
  mapAsked(file);
  file.must('officer', 'EnterPhase', { phase: 'search', reason: null });
};

const dueDiligence: Chapter = file => {
  file
    .must('officer', 'ShortlistCandidate', {
      party: 'partner',
      organisation: file.cast.representative.organisation,
      workingLanguage: 'wo',
      reason: words,
    })
    .must('officer', 'HoldIntroduction', meeting('2027-01-04'))
    .must('officer', 'EnterPhase', { phase: 'due-diligence', reason: null });
};

const coConstruction: Chapter = file => {
  const finding = { line: null, result: 'clear', evidenceOn: '2027-01-04', note: words } as const;
  file
    .must('officer', 'AnswerForm', {
      form: 'due-diligence',
      answers: answersTo(file.policy, 'dueDiligence', 'host'),
      place: 'headquarters',
    })
    .must('representative', 'AnswerForm', {
      form: 'due-diligence',
      answers: answersTo(file.policy, 'dueDiligence', 'partner'),
      place: 'field',
    })
    .must('officer', 'RecordFinding', { about: 'partner', ...finding })
    .must('representative', 'RecordFinding', { about: 'host', ...finding });
  declareAsked(file, 'officer', 'representative');
  file.must('officer', 'EnterPhase', { phase: 'co-construction', reason: null });
};

/** Each party writes why it is strengthened; where the plan has to be mutual, both are. */
function agreeCapacityPlan(file: Rehearsal): void {
  const line = { need: words, method: words, objective: 'O1', accompaniment: 'training', track: 'organisational' } as const;
  const ours = { ...line, line: 'C1', from: 'host', to: 'partner', why: words };
  if (file.policy.switches.textAsks?.includes('both-directions') !== true || file.policy.columns.capacityPlan !== 'mutual') {
    file.must('representative', 'ProposeText', { kind: 'capacity-plan', body: { lines: [ours] } });
    file.must('officer', 'AcceptText', file.text('capacity-plan'));
    return;
  }
  const theirs = { ...line, line: 'C2', from: 'partner', to: 'host' };
  file.must('representative', 'ProposeText', { kind: 'capacity-plan', body: { lines: [ours, { ...theirs, why: null }] } });
  file.must('officer', 'ProposeText', { kind: 'capacity-plan', body: { lines: [ours, { ...theirs, why: words }] } });
  file.must('representative', 'AcceptText', file.text('capacity-plan'));
}

const validation: Chapter = file => {
  if (file.state.phase === 'validation') return;
  file
    .must('officer', 'WriteExpectations', { expectations: words, values: [words] })
    .must('representative', 'WriteExpectations', { expectations: words, values: [words] });
  for (const kind of ['values', 'objectives', 'roles'] as const) agreeText(file, kind);
  agreeText(file, 'budget', budgetUnder(file.policy));
  file
    .must('representative', 'ProposeText', { kind: 'evaluation', body: sampleBodies.evaluation! })
    .must('officer', 'AcceptText', file.text('evaluation'));
  agreeCapacityPlan(file);
  for (const who of ['officer', 'representative'] as const) {
    file.must(who, 'ConfirmCoConstruction', { participants: [file.cast[who].person] });
  }
  answerAsked(file).must('officer', 'EnterPhase', { phase: 'validation', reason: null });
};

const settingUp: Chapter = file => {
  agreeText(file, 'agreement');
  file
    .must('officer', 'ShareAgreement', {
      version: file.text('agreement').version,
      hash: file.text('agreement').hash,
      with: ['executive-secretariat'],
    })
    .must('representative', 'ShareAgreement', {
      version: file.text('agreement').version,
      hash: file.text('agreement').hash,
      with: ['executive-bureau'],
    })
    .must('officer', 'RecordMandate', { person: file.cast.direction.person, role: 'signatory-authority', from: '2026-01-01', until: null })
    .must('representative', 'RecordMandate', {
      person: file.cast.presidency.person,
      role: 'signatory-authority',
      from: '2026-01-01',
      until: null,
    })
    .advanceTo('2027-01-20');
  answerAsked(file);
  const { version, hash } = file.text('agreement');
  if (file.policy.authorities.strategicValidation !== null) {
    file.must('officer', 'RequestStrategicValidation', { version, hash }).must('committee', 'GrantStrategicValidation', { version, hash });
  }
  file.must('direction', 'SignAgreement', { version, hash }).must('presidency', 'SignAgreement', { version, hash });
};

const implementation: Chapter = file => {
  file
    .must('direction', 'DesignateOfficer', { person: file.cast.officer.person, isPresident: false })
    .must('direction', 'ConstituteCommittee', {
      members: [
        { party: 'host', person: file.cast.officer.person },
        { party: 'partner', person: file.cast.representative.person },
      ],
      announcedToMembers: true,
    })
    .must('officer', 'HoldPlanningMeeting', meeting('2027-01-20'))
    .must('officer', 'AgreeMeetingCalendar', { every: { months: 1 }, firstOn: '2027-02-15', resources: null })
    .must('officer', 'AnswerForm', {
      form: 'self-assessment',
      answers: answersTo(file.policy, 'selfAssessment', 'host'),
      place: 'headquarters',
    })
    .must('representative', 'AnswerForm', {
      form: 'self-assessment',
      answers: answersTo(file.policy, 'selfAssessment', 'partner'),
      place: 'field',
    });
  answerAsked(file);
  if (file.policy.columns.networkMandate) file.must('officer', 'JoinNetwork', membership(file.cast.representative.person));
  else file.must('officer', 'EnterPhase', { phase: 'implementation', reason: null });
};

const annualReview: Chapter = file => {
  file.must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
};

const closing: Chapter = file => {
  agreeEnd(file).must('officer', 'EnterPhase', { phase: 'closing', reason: words });
};

/** Chapters in order: each leads into its phase from the one before. */
const chapters: readonly (readonly [Phase, Chapter])[] = [
  ['idea', idea],
  ['mapping', mapping],
  ['search', search],
  ['due-diligence', dueDiligence],
  ['co-construction', coConstruction],
  ['validation', validation],
  ['setting-up', settingUp],
  ['implementation', implementation],
];

const detours: Partial<Record<Phase, Chapter>> = { 'annual-review': annualReview, closing };

/** A partnership that has just entered a phase, from where it stands, by the shortest way that every rule accepts. */
export function fileIn(phase: Phase, file = new Rehearsal()): Rehearsal {
  const told = chapters.findIndex(([reached]) => reached === file.state.phase);
  for (const [reached, chapter] of chapters.slice(told + 1)) {
    chapter(file);
    if (reached === phase) return file;
  }
  detours[phase]?.(file);
  return file;
}
