import { answersTo } from './answers.js';
import { answerAsked } from './asked.js';
import type { Rehearsal } from './rehearsal.js';
import { sampleBodies } from './sample-bodies.js';
import { tasksOf } from './then.js';
import { agreeEnd, agreeText, meeting } from './together.js';

const words = 'Dit ensemble.';

const dayOf = (file: Rehearsal): string => file.state.calendar.now.slice(0, 10);

const ready = { capacity: true, structure: true, note: words };

const plan = {
  continuity: words,
  fundingAfterwards: words,
  budget: { total: { amount: 250_000, currency: 'EUR' } },
  capacity: [{ milestone: 'M1', text: words, dueOn: '2027-09-30' }],
  structure: [{ milestone: 'S1', text: words, dueOn: '2027-10-31' }],
};

/** From implementation, or from a review that time has opened, through the joint review, answered by both sides, back to work. */
export function reviewed(file: Rehearsal): void {
  if (file.state.phase !== 'annual-review') file.must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
  for (const [who, side, place] of [
    ['officer', 'host', 'headquarters'],
    ['representative', 'partner', 'field'],
  ] as const) {
    file.must(who, 'AnswerForm', { form: 'annual-review', answers: answersTo(file.policy, 'annualReview', side), place });
  }
  answerAsked(file).must('officer', 'EnterPhase', { phase: 'implementation', reason: null });
}

/** From implementation through the transfer of the project to the partner, back to what remains to be done together. */
export function transferred(file: Rehearsal): void {
  const reachedOn = dayOf(file);
  file.must('officer', 'OpenTransfer', { object: 'operational', recipient: 'partner' });
  agreeText(file, 'transfer-plan', plan as never);
  file
    .must('officer', 'ReachTransferMilestone', { track: 'capacity', milestone: 'M1', reachedOn, evidence: words })
    .must('representative', 'ReachTransferMilestone', { track: 'structure', milestone: 'S1', reachedOn, evidence: words })
    .must('officer', 'AssessReadiness', ready)
    .must('representative', 'AssessReadiness', ready)
    .must('representative', 'AcceptReadiness', {});
  agreeText(file, 'handover-deed', { sections: [{ heading: 'Biens', text: words }] });
  const { version, hash } = file.text('handover-deed');
  file
    .must('direction', 'SignHandoverDeed', { version, hash })
    .must('presidency', 'SignHandoverDeed', { version, hash })
    .must('officer', 'EnterPhase', { phase: 'implementation', reason: null });
}

/** The two looks back that a transfer owes, each on its day. */
export function lookedBackOn(file: Rehearsal): void {
  const check = (which: 'first' | 'second', on: string): void => {
    file.advanceTo(on).must('representative', 'RecordPostTransferCheck', { check: which, running: true, on, note: words });
  };
  check('first', '2027-07-25');
  check('second', '2028-01-25');
}

/** From implementation to the end of actions, and by a renewed agreement back to work; signed like the first one. */
export function renewed(file: Rehearsal): void {
  file.must('officer', 'EnterPhase', { phase: 'after', reason: null });
  file.must('direction', 'ProposeRenewal', { term: { project: null, endsOn: '2033-01-01' }, guarantorReason: words, reason: words });
  file.must('presidency', 'AgreeToProposal', { proposal: file.state.frame.proposals.at(-1)?.proposal ?? '' });
}

/** The final report, approved by the assemblies and sent to the other side where that is asked. */
function reported(file: Rehearsal): void {
  file.must('officer', 'ProposeText', { kind: 'final-report', body: sampleBodies['final-report'] } as never);
  const { version, hash } = file.text('final-report');
  const count = { quorum: 20, present: 31, inFavour: 28, against: 1 };
  const read = { version, hash, session: { heldOn: dayOf(file), minutes: 'a'.repeat(64), count } };
  file.must('assembly', 'ApproveReports', read).must('hostAssembly', 'ApproveReports', read);
  if (tasksOf(file, 'transmit-reports').length > 0) {
    file.must('officer', 'RecordNote', {
      kind: 'ReportsTransmitted',
      on: dayOf(file),
      to: [file.cast.representative.organisation],
      letter: 'b'.repeat(64),
    } as never);
  }
}

/** From implementation to the end of actions, accounted for by both sides, and by a decision back to work. */
export function continued(file: Rehearsal): void {
  file.must('officer', 'EnterPhase', { phase: 'after', reason: null });
  reported(file);
  file
    .must('direction', 'DeclareAccountRendered', {})
    .must('presidency', 'DeclareAccountRendered', {})
    .must('officer', 'EnterPhase', { phase: 'implementation', reason: words });
}

/** From wherever a closing may begin to the closed file: report, assemblies, conversation, account of both sides. */
export function closed(file: Rehearsal): void {
  if (file.policy.authorities.strategicValidation !== null) file.must('committee', 'ApproveEnd', { reason: words });
  if (file.state.phase !== 'closing') agreeEnd(file).must('officer', 'EnterPhase', { phase: 'closing', reason: words });
  answerAsked(file);
  reported(file);
  for (const { party } of tasksOf(file, 'answer-closing-question')) {
    const side = party === 'host' ? 'host' : 'partner';
    const who = side === 'host' ? 'officer' : 'representative';
    file.must(who, 'AnswerForm', { form: 'closing', answers: answersTo(file.policy, 'closing', side), place: 'headquarters' });
  }
  file
    .must('representative', 'HoldClosingConversation', meeting(dayOf(file)))
    .must('direction', 'DeclareAccountRendered', {})
    .must('presidency', 'DeclareAccountRendered', {})
    .must('officer', 'ClosePartnership', {});
}
