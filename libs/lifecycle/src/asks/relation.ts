import type { Localized } from '@palabre/contracts';
import { say } from '../decision.js';
import type { TaskRow } from '../mechanism.js';
import { introductionHeld } from '../mechanisms/meeting/questions.js';
import { hostOf } from '../mechanisms/parties/questions.js';
import { withoutExpectations } from '../mechanisms/text/questions.js';
import { policyOf, type PartnershipState } from '../state.js';
import { askOf } from '../tasks/task-state.js';

/** Signed, under a charter that holds a contract for not enough (AGI-04). */
const signedWithMoreToBuild = (state: PartnershipState): boolean =>
  state.policy !== null && state.steps.signedAt !== null && policyOf(state).switches.contractIsEnough === false;

const nobodyMet = (state: PartnershipState): boolean => signedWithMoreToBuild(state) && !introductionHeld(state);

const unspoken = (state: PartnershipState): readonly string[] => (signedWithMoreToBuild(state) ? withoutExpectations(state) : []);

/** What a signed agreement still lacks to be a relation: people who have met, and what each side expects. */
export const relationToBuild = (state: PartnershipState): readonly Localized[] => [
  ...(nobodyMet(state)
    ? [say('Les personnes qui travaillent ensemble ne se sont pas présentées.', 'The people who work together have not been introduced.')]
    : []),
  ...unspoken(state).map(party => say(`Les attentes de « ${party} » ne sont pas dites.`, `The expectations of "${party}" are not told.`)),
];

const roles = ['partnership-officer', 'hq-ops', 'partner-representative'] as const;

const none = { grant: null, refuse: null, contest: null } as const;

export const relationTasks: readonly TaskRow[] = [
  {
    kind: 'build-relation',
    title: say(
      'Se présenter : l’accord est signé, la relation reste à construire',
      'Meet: the agreement is signed, the relation is to be built',
    ),
    roles,
    doneBy: ['IntroductionHeld'],
    verdicts: none,
    requirements: ['AGI-04'],
    asks: state => (nobodyMet(state) ? [askOf(hostOf(state))] : []),
  },
  {
    kind: 'tell-expectations',
    title: say('Dire vos attentes, que la signature n’a pas dites', 'Tell your expectations, which the signature did not'),
    roles,
    doneBy: ['ExpectationsRecorded'],
    verdicts: none,
    requirements: ['AGI-04'],
    asks: state => unspoken(state).map(party => askOf(party)),
  },
];
