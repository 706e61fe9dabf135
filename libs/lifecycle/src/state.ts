import { genesisHash, type PartnershipPolicy, type Phase, type SetDeadline, type Standing } from '@palabre/contracts';
import { noCommitments, type CommitmentSlice } from './mechanisms/commitment/slice.js';
import { nothingDeclared, type DeclarationSlice } from './mechanisms/declaration/slice.js';
import { noForms, type FormSlice } from './mechanisms/form/slice.js';
import { noFrame, type FrameSlice } from './mechanisms/frame/slice.js';
import { noIdea, type IdeaSlice } from './mechanisms/idea/slice.js';
import { emptyJournal, type JournalSlice } from './mechanisms/journal/slice.js';
import { noLines, type LineSlice } from './mechanisms/line/slice.js';
import { noMeetings, type MeetingSlice } from './mechanisms/meeting/slice.js';
import { noMoney, type MoneySlice } from './mechanisms/money/slice.js';
import { noParties, type PartiesSlice } from './mechanisms/parties/slice.js';
import { noSteps, type PhaseSlice } from './mechanisms/phase/slice.js';
import { noSignOffs, type SignOffSlice } from './mechanisms/sign-off/slice.js';
import { noTransfer, type TransferSlice } from './mechanisms/transfer/slice.js';
import { noTexts, type TextSlice } from './mechanisms/text/slice.js';
import { noVoices, type VoiceSlice } from './mechanisms/voice/slice.js';
import type { TaskState } from './tasks/task-state.js';

/**
 * Everything a rule may ask about one partnership: heads, open items, counts, hashes. What people wrote stays in the
 * events, so that ten years of it still travel as a small input. Each mechanism owns one slice.
 */
export interface PartnershipState {
  readonly schema: 1;
  readonly id: string;
  readonly head: { readonly version: number; readonly hash: string };
  readonly standing: Standing;
  readonly phase: Phase;
  /** When the present phase was entered. */
  readonly phaseSince: string;
  readonly policy: PartnershipPolicy | null;
  /** `now` of a rehearsal is its stepped calendar; of a real file, the latest fact. */
  readonly calendar: { readonly kind: 'real' | 'rehearsal'; readonly now: string };
  readonly steps: PhaseSlice;
  readonly idea: IdeaSlice;
  readonly declarations: DeclarationSlice;
  readonly parties: PartiesSlice;
  readonly frame: FrameSlice;
  readonly transfer: TransferSlice | null;
  readonly texts: TextSlice;
  readonly forms: FormSlice;
  readonly signOffs: SignOffSlice;
  readonly lines: LineSlice;
  readonly commitments: CommitmentSlice;
  readonly money: MoneySlice;
  readonly meetings: MeetingSlice;
  readonly journal: JournalSlice;
  readonly voices: VoiceSlice;
  readonly tasks: readonly TaskState[];
  readonly deadlines: readonly SetDeadline[];
}

const beforeTime = '1970-01-01T00:00:00.000Z';

/** A stream before its first event. */
export const initialState = (id: string): PartnershipState => ({
  schema: 1,
  id,
  head: { version: 0, hash: genesisHash },
  standing: 'open',
  phase: 'readiness',
  phaseSince: beforeTime,
  policy: null,
  calendar: { kind: 'real', now: beforeTime },
  steps: noSteps,
  idea: noIdea,
  declarations: nothingDeclared,
  parties: noParties,
  frame: noFrame,
  transfer: noTransfer,
  texts: noTexts,
  forms: noForms,
  signOffs: noSignOffs,
  lines: noLines,
  commitments: noCommitments,
  money: noMoney,
  meetings: noMeetings,
  journal: emptyJournal,
  voices: noVoices,
  tasks: [],
  deadlines: [],
});

/** The policy of a partnership that has begun. A stream without one is a bug: nothing but the opening comes before it. */
export function policyOf(state: PartnershipState): PartnershipPolicy {
  if (state.policy === null) throw new Error('policyOf: the partnership has not begun');
  return state.policy;
}

/** True when nothing moves any more. */
export const hasEnded = (state: Pick<PartnershipState, 'standing'>): boolean => ['closed', 'discarded', 'failed'].includes(state.standing);
