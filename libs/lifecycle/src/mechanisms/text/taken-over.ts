import { contentHash, fact, type CommandData, type Fact, type Refusal, type TextKind } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import { because, say } from '../../decision.js';
import type { Moment } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';

/** Mechanisms that partnerships learn from each other (PMP-14). What binds these very parties is never copied. */
const adoptable: readonly TextKind[] = [
  'operating-modes',
  'communication-rules',
  'code-of-conduct',
  'values',
  'evaluation',
  'milestones',
  'plan',
  'scope',
  'power-map',
  'brand-rules',
];

const notAdoptable = (kind: TextKind): Refusal =>
  because(
    'not-adoptable',
    'PMP-14',
    say(
      `« ${kind} » engage ces parties-ci : on ne le reprend pas d’un autre dossier.`,
      `"${kind}" binds these very parties: it is not taken from another file.`,
    ),
    say('L’écrire ensemble, sans `takenFrom`.', 'Write it together, without `takenFrom`.'),
  );

const fromOneself = (): Refusal =>
  because(
    'taken-from-oneself',
    'PMP-14',
    say('Un mécanisme se reprend d’un autre partenariat.', 'A mechanism is taken over from another partnership.'),
    say('Nommer l’autre partenariat, ou proposer une version.', 'Name the other partnership, or propose a version.'),
  );

type Proposal = CommandData<'ProposeText'>;

export function wrongOrigin(state: PartnershipState, { kind, takenFrom }: Proposal): Refusal | null {
  if (takenFrom === undefined) return null;
  if (!adoptable.includes(kind)) return notAdoptable(kind);
  return takenFrom.partnership === state.id ? fromOneself() : null;
}

/** Where the mechanism came from, kept beside the text; its hash there tells if it was taken word for word. */
export function adoption({ kind, body, takenFrom }: Proposal, moment: Moment): Fact[] {
  if (takenFrom === undefined) return [];
  const { partnership: origin, version, hash } = takenFrom;
  const wordForWord = contentHash({ kind, version, body }) === hash;
  const text = { kind, version, hash, wordForWord };
  return [fact('MechanismAdopted', { party: moment.party.party, on: dayOf(moment.now), origin, text, note: kind })];
}
