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

/** The host proposes, the partner accepts. */
export function agreeText<K extends TextKind>(file: Rehearsal, kind: K, body = sampleBodies[kind]): void {
  file.must('officer', 'ProposeText', { kind, body } as never).must('representative', 'AcceptText', file.text(kind));
}
