import type { CommandData, Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { markedNames, unpromisedMilestones } from '../text/equity-questions.js';
import { headOf, isAgreed } from '../text/questions.js';

type Promised = CommandData<'MakeCommitment'>;

const listMissing = (): Refusal =>
  because(
    'work-list-missing',
    'PMP-27',
    say(
      'Une tâche de la phase de travail est au contenu ou à l’organisation, et sert un objectif.',
      'A task of the work phase belongs to content or to organisation, and serves an objective.',
    ),
    say('Donner `list` et `objective`.', 'Give `list` and `objective`.'),
  );

const noSuchObjective = (objective: string): Refusal =>
  because(
    'no-such-objective',
    'PMP-27',
    say(`Les objectifs communs n’ont pas d’objectif ${objective}.`, `The common objectives have no objective ${objective}.`),
    say('Reprendre les numéros des objectifs convenus.', 'Take the numbers of the agreed objectives.'),
  );

const outsideScope = (item: string): Refusal =>
  because(
    'outside-scope',
    'PMP-42',
    say(
      `« ${item} » est hors du champ d’action : la tâche demande un changement de périmètre convenu.`,
      `"${item}" is outside the field of action: the task needs an agreed change of scope.`,
    ),
    say(
      'Proposer le changement (ProposeDecision, genre `scope`), puis le nommer dans `decision`.',
      'Propose the change (ProposeDecision, kind `scope`), then name it in `decision`.',
    ),
  );

const noSuchItem = (item: string): Refusal =>
  because(
    'no-such-item',
    'PMP-42',
    say(`Le champ d’action convenu ne connaît pas « ${item} ».`, `The agreed field of action does not know "${item}".`),
    say('Reprendre les numéros du champ d’action.', 'Take the numbers of the field of action.'),
  );

/** A promise for an item of the scope: inside it is free, outside only what everybody let in. */
function scopeRule(state: PartnershipState, { item, decision }: Promised): Refusal | null {
  if (item === undefined) return null;
  if (isAgreed(state, 'scope') && markedNames(state, 'scope', 'inside').includes(item)) return null;
  if (!isAgreed(state, 'scope') || !markedNames(state, 'scope', 'outside').includes(item)) return noSuchItem(item);
  const agreed = decision !== undefined && (state.signOffs.scopeChanges ?? []).includes(decision);
  return agreed ? null : outsideScope(item);
}

const notAMilestone = (milestone: string): Refusal =>
  because(
    'no-such-milestone',
    'PMP-35',
    say(
      `Aucun jalon convenu ${milestone} n’attend une promesse de cette partie pour ce jour.`,
      `No agreed milestone ${milestone} waits for a promise of this party for this day.`,
    ),
    say('Reprendre numéro, responsable et date des jalons convenus.', 'Take number, owner and day from the agreed milestones.'),
  );

/** A milestone is promised as it was agreed, by its owner, for its day, once. */
function milestoneRule(state: PartnershipState, { milestone, owedBy, dueOn, origin }: Promised): Refusal | null {
  if (milestone === undefined) return null;
  const waits = unpromisedMilestones(state).some(one => one.milestone === milestone && one.owedBy === owedBy && one.dueOn === dueOn);
  return waits && origin === 'milestone' ? null : notAMilestone(milestone);
}

/** What is wrong with the place of a promise in the work: its list, its objective, its scope; or null. */
export function outOfPlace(state: PartnershipState, promised: Promised): Refusal | null {
  const { list, objective } = promised;
  const working = state.phase === 'implementation' && policyOf(state).switches.workLists === 'required';
  if (working && (list === undefined || objective === undefined)) return listMissing();
  if (objective !== undefined && !(headOf(state, 'objectives')?.parts ?? []).includes(objective)) return noSuchObjective(objective);
  return milestoneRule(state, promised) ?? scopeRule(state, promised);
}
