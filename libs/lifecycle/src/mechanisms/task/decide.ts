import { fact, type Refusal } from '@palabre/contracts';
import { accept, because, refuse, say, type Decision } from '../../decision.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import type { TaskState } from '../../tasks/task-state.js';

const noSuchTask = (): Refusal =>
  because(
    'no-such-task',
    'PMP-43',
    say('Cette tâche n’est pas ouverte : elle est faite, retirée ou inconnue.', 'This task is not open: it is done, withdrawn or unknown.'),
    say('Relire les tâches en attente.', 'Read the waiting tasks again.'),
  );

const notYours = (): Refusal =>
  because(
    'task-not-yours',
    'PMP-43',
    say('Cette tâche attend une autre fonction ou une autre partie.', 'This task waits for another function or another party.'),
    say('Laisser la fonction attendue la prendre.', 'Let the function it waits for take it.'),
  );

const taken = (): Refusal =>
  because(
    'task-taken',
    'PMP-43',
    say('Quelqu’un a déjà pris cette tâche.', 'Somebody has already taken this task.'),
    say('Lui demander de la rendre.', 'Ask that person to hand it back.'),
  );

const neverAroundFourEyes = (): Refusal =>
  because(
    'four-eyes',
    'FOUR-EYES',
    say(
      'Une délégation ne contourne pas les quatre yeux : qui a demandé n’approuve pas.',
      'A delegation never goes around four eyes: who asked does not approve.',
    ),
    say('Déléguer à une autre personne.', 'Delegate to another person.'),
  );

const delegationBackwards = (): Refusal =>
  because(
    'delegation-backwards',
    'S-16',
    say('La délégation finit avant maintenant.', 'The delegation ends before now.'),
    say('Donner une date à venir.', 'Give a date to come.'),
  );

const isAsked = (task: TaskState, moment: Moment): boolean =>
  task.party === moment.party.party && task.roles.some(role => moment.actor.roles.includes(role));

function onTask(state: PartnershipState, id: string, moment: Moment, then: (task: TaskState) => Decision): Decision {
  const task = state.tasks.find(open => open.task === id);
  if (task === undefined) return refuse(noSuchTask());
  return isAsked(task, moment) ? then(task) : refuse(notYours());
}

const claim: Decider<'ClaimTask'> = (state, command, moment) =>
  onTask(state, command.data.task, moment, task => {
    if (task.claimedBy !== null) return refuse(taken());
    if (task.askedBy === moment.actor.person) return refuse(neverAroundFourEyes());
    return accept(fact('TaskClaimed', { task: task.task, person: moment.actor.person }));
  });

const handBack: Decider<'HandBackTask'> = (state, command, moment) =>
  onTask(state, command.data.task, moment, task =>
    task.claimedBy === moment.actor.person
      ? accept(fact('TaskHandedBack', { task: task.task, person: moment.actor.person }))
      : refuse(notYours()),
  );

const delegate: Decider<'DelegateTask'> = (state, command, moment) =>
  onTask(state, command.data.task, moment, task => {
    if (task.askedBy === command.data.to) return refuse(neverAroundFourEyes());
    if (command.data.until <= moment.now) return refuse(delegationBackwards());
    if (task.claimedBy !== null && task.claimedBy !== moment.actor.person) return refuse(taken());
    return accept(fact('TaskDelegated', { task: task.task, from: moment.actor.person, to: command.data.to, until: command.data.until }));
  });

export const taskDeciders: Deciders = { ClaimTask: claim, HandBackTask: handBack, DelegateTask: delegate };
