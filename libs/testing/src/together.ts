import type { TextKind } from '@palabre/contracts';
import type { Rehearsal } from './rehearsal.js';
import { sampleBodies } from './sample-bodies.js';

const words = 'Écrit ensemble.';

/** A meeting of two parties, in person, with minutes. */
export const meeting = (heldOn: string) => ({
  heldOn,
  attendance: [
    { party: 'host', people: 2 },
    { party: 'partner', people: 3 },
  ],
  inPerson: true,
  minutes: words,
});

/** What is needed to join a network. */
export const membership = (delegate: string) => ({
  stake: words,
  delegate,
  mandate: 'Parler de la santé des femmes',
  reviewOn: '2028-01-15',
  fee: { amount: 50_000, currency: 'EUR' },
});

/** Texts that a party has to have in its own language before it answers (MDM-16). */
const inEveryLanguage: readonly TextKind[] = ['budget', 'agreement'];

/** The text as it stands, in the working language of every party. */
export function translated(file: Rehearsal, kind: 'budget' | 'agreement'): Rehearsal {
  const members = file.state.parties.members.filter(member => member.standing === 'in');
  const head = file.state.texts.heads[kind];
  const original = members.find(member => member.party === head?.proposedBy)?.workingLanguage;
  const missing = new Set(members.map(member => member.workingLanguage).filter(one => one !== original));
  for (const language of missing) file.must('representative', 'TranslateText', { ...file.text(kind), language, body: words });
  return file;
}

/** The host proposes, the partner accepts what it can read. */
export function agreeText<K extends TextKind>(file: Rehearsal, kind: K, body = sampleBodies[kind]): void {
  file.must('officer', 'ProposeText', { kind, body } as never);
  if (inEveryLanguage.includes(kind)) translated(file, kind as 'budget' | 'agreement');
  file.must('representative', 'AcceptText', file.text(kind));
}

/** True once the term whose actions ended has come to its last day. */
const isTermOver = ({ state: { steps, calendar } }: Rehearsal): boolean =>
  typeof steps.termEndsOn === 'string' && `${steps.termEndsOn}T23:59:59.999Z` <= calendar.now;

/** The parties decide together to end before the term; where a body validated the beginning, its word is asked instead. */
export function agreeEnd(file: Rehearsal): Rehearsal {
  const decidedByBody = file.state.signOffs.validatedBy !== undefined;
  if (decidedByBody || isTermOver(file)) return file;
  const end = { kind: 'end', subject: 'Finir avant le terme', text: words, override: null, crosses: [] } as const;
  file.must('officer', 'ProposeDecision', end);
  return file.must('representative', 'AcceptDecision', { decision: file.state.signOffs.decisions.at(-1)?.decision ?? '' });
}

/** A third party at the table, of the partner's kind, as if it had been there from the start. */
export function withThird(file: Rehearsal): Rehearsal {
  const { parties } = file.state;
  const third = { ...parties.members[1]!, party: 'third', organisation: 'org-third' };
  file.state = { ...file.state, parties: { ...parties, members: [...parties.members, third] } };
  return file;
}
