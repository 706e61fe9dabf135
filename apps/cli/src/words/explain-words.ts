import { pair } from './pair.js';

/** Sentences of `palabre explain` and of `deadlines --what-if`. */
export const explainWords = {
  'explain.kind': pair(
    'Partenariat de type {type}, sous la charte « {charter} » ; version {version}, calendrier au {now}.',
    'A partnership of type {type} under the charter “{charter}”; version {version}, calendar at {now}.',
  ),
  'explain.phaseSince': pair('Il est en phase « {phase} » depuis le {since}.', 'It has been in the phase “{phase}” since {since}.'),
  'explain.phase': pair('Il est en phase « {phase} ».', 'It is in the phase “{phase}”.'),
  'explain.suspended': pair('Il est suspendu : ni argent, ni signature, ni étape.', 'It is suspended: no money, no signature, no step.'),
  'explain.ended': pair(
    'Il est terminé ({standing}) : tout se lit, rien ne change.',
    'It has ended ({standing}): everything can be read, nothing changes.',
  ),
  'explain.waiting': pair('Ce qui attend ({count}) :', 'What waits ({count}):'),
  'explain.nothingWaits': pair('Aucune tâche n’attend.', 'No task waits.'),
  'explain.typeNamed': pair('« {name} » ({code})', '“{name}” ({code})'),
  'explain.task': pair(
    '{party} ({roles}) : {title}, depuis le {since}{due}{answer}',
    '{party} ({roles}): {title}, since {since}{due}{answer}',
  ),
  'explain.answer': pair(' · {answer}', ' · {answer}'),
  'explain.textVersion': pair('{text} v{version}', '{text} v{version}'),
  'explain.about': pair('{title} ({about})', '{title} ({about})'),
  'explain.due': pair(', pour le {date}', ', due {date}'),
  'explain.late': pair(', en retard depuis le {date}', ', late since {date}'),
  'explain.claimed': pair(' (prise)', ' (claimed)'),
  'explain.withheld': pair(
    '{count} tâche(s) d’un cas protégé, dont rien d’autre n’est dit (règle MDM-68).',
    '{count} task(s) about a protected case, of which nothing else is told (rule MDM-68).',
  ),
  'explain.steps': pair('Les étapes suivantes, demandées par {account} :', 'The next steps, asked by {account}:'),
  'explain.noStep': pair('Aucune étape ne se demande d’ici par {account}.', 'No step can be asked for from here by {account}.'),
  'explain.obstacles': pair('{account} ne peut demander aucune étape de phase :', '{account} cannot ask for a change of phase:'),
  'explain.stepOpen': pair('vers « {to} » : possible maintenant', 'to “{to}”: possible now'),
  'explain.stepWarned': pair('vers « {to} » : possible maintenant, avec avertissement', 'to “{to}”: possible now, with a warning'),
  'explain.stepClosed': pair('vers « {to} » : pas encore, il manque', 'to “{to}”: not yet, missing is'),
  'explain.commandOpen': pair('{command} : possible maintenant', '{command}: possible now'),
  'explain.commandWarned': pair('{command} : possible maintenant, avec avertissement', '{command}: possible now, with a warning'),
  'explain.commandClosed': pair('{command} : pas encore, il manque', '{command}: not yet, missing is'),
  'explain.gates': pair('passage {gates}', 'gate {gates}'),
  'explain.deadlines': pair('Les échéances à venir ({count}) :', 'The deadlines to come ({count}):'),
  'explain.noDeadline': pair('Aucune échéance à venir.', 'No deadline to come.'),
  'explain.deadline': pair('le {date} : sinon « {outcome} » ({rule}{party})', 'on {date}: otherwise “{outcome}” ({rule}{party})'),
  'explain.forParty': pair(', {party}', ', {party}'),
  'whatIf.noDeadline': pair('Aucune échéance à venir.', 'No deadline to come.'),
  'whatIf.nothingFires': pair('D’ici le {date}, rien ne se déclencherait.', 'By {date}, nothing would fire.'),
  'whatIf.fires': pair(
    'D’ici le {date}, si rien ne se passait, {count} échéance(s) se déclencheraient :',
    'By {date}, if nothing happened, {count} deadline(s) would fire:',
  ),
  'whatIf.later': pair('Après cette date ({count}) :', 'After that date ({count}):'),
  'whatIf.today': pair(
    'D’après les échéances posées aujourd’hui : chacune, en se déclenchant, peut en poser ou en lever d’autres.',
    'By the deadlines set today: each one that fires may set or lift others.',
  ),
  'expected.moment': pair('un jour (AAAA-MM-JJ) ou un instant UTC', 'a day (YYYY-MM-DD) or a UTC instant'),
} as const;
