import type { CommandData, Localized, Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import { asksFor } from '../../practices.js';
import type { PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';

const introductionThin = (unsaid: Localized): Refusal =>
  because(
    'introduction-incomplete',
    'AGI-03, AGI-05',
    say(`La présentation est notée ; il y manque : ${unsaid.fr}.`, `The introduction is recorded; it lacks: ${unsaid.en}.`),
    say('En parler à la prochaine rencontre et le noter.', 'Speak about it at the next meeting and note it.'),
  );

/** A warning, where the charter asks for it: who will work together is named, and the five topics were spoken of. */
export function leftUnsaid(state: PartnershipState, { topics, preferences = [] }: CommandData<'HoldIntroduction'>): readonly Refusal[] {
  if (!asksFor(state, 'introductionForm')) return [];
  const nobody = preferences.length < partyNames(state).length;
  return [
    ...(nobody
      ? [
          introductionThin(
            say('les personnes de chaque partie qui travailleront ensemble', 'the people of each party who will work together'),
          ),
        ]
      : []),
    ...(topics === undefined
      ? [
          introductionThin(
            say(
              'les cinq sujets (valeurs, expériences, attentes, horaires, communication)',
              'the five topics (values, experience, expectations, hours, communication)',
            ),
          ),
        ]
      : []),
  ];
}
