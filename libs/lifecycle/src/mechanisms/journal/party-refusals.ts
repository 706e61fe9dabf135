import type { Refusal, TextKind } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const linesWithoutState = (lines: readonly string[]): Refusal =>
  because(
    'lines-without-state',
    'ALE-60',
    say(
      `La réflexion de l’année dit l’état de chaque ligne du plan de capacités ; il manque : ${lines.join(', ')}.`,
      `The reflection of the year says the state of each line of the capacity plan; missing: ${lines.join(', ')}.`,
    ),
    say('Donner l’état de ces lignes dans `lines`.', 'Give the state of these lines in `lines`.'),
  );

export const noSuchLine = (kind: TextKind, line: string, rule: string): Refusal =>
  because(
    'no-such-line',
    rule,
    say(`Le texte « ${kind} » n’a pas de ligne ${line}.`, `The text "${kind}" has no line ${line}.`),
    say('Reprendre les numéros du texte convenu.', 'Take the numbers from the agreed text.'),
  );

export const notPlannedBetween = (measure: string, from: string): Refusal =>
  because(
    'not-planned',
    'AGI-13',
    say(
      `Le plan convenu n’a pas de mesure ${measure} par laquelle « ${from} » cède quelque chose à votre partie.`,
      `The agreed plan has no measure ${measure} by which "${from}" hands something to your party.`,
    ),
    say(
      'Reprendre le numéro du plan convenu, ou noter la mesure sans `planned` : aucun droit ne passe alors.',
      'Take the number from the agreed plan, or note the measure without `planned`: then no right moves.',
    ),
  );

export const noSuchMatter = (matter: string): Refusal =>
  because(
    'no-such-matter',
    'AGI-19',
    say(`La table des décisions convenue ne connaît pas « ${matter} ».`, `The agreed table of decisions does not know "${matter}".`),
    say(
      'Reprendre un sujet de la table, ou décider ensemble sans sujet (ProposeDecision).',
      'Take a subject of the table, or decide together without one (ProposeDecision).',
    ),
  );

export const othersDecide = (matter: string, deciders: readonly string[]): Refusal =>
  because(
    'decided-by-others',
    'AGI-19',
    say(
      `D’après la table des décisions, « ${matter} » est décidé par : ${deciders.join(', ')}.`,
      `By the table of decisions, "${matter}" is decided by: ${deciders.join(', ')}.`,
    ),
    say('Proposer une décision sur ce sujet (ProposeDecision).', 'Propose a decision on this matter (ProposeDecision).'),
  );

export const noExpectationsWritten = (): Refusal =>
  because(
    'no-expectations',
    'PMP-33',
    say('Votre partie n’a pas écrit d’attentes à revoir.', 'Your party has written no expectations to review.'),
    say('Les écrire d’abord (WriteExpectations).', 'Write them first (WriteExpectations).'),
  );

export const droppedWithoutReason = (): Refusal =>
  because(
    'reason-missing',
    'PMP-33',
    say('Une attente abandonnée dit pourquoi.', 'An expectation that is dropped says why.'),
    say('Donner la raison.', 'Give the reason.'),
  );

export const strengthNotOffered = (strength: string): Refusal =>
  because(
    'strength-not-offered',
    'ALE-57',
    say(`Aucune autre partie n’offre la force ${strength} dans le plan.`, `No other party offers strength ${strength} in the plan.`),
    say('Reprendre les forces que le plan vous offre.', 'Take the strengths that the plan offers you.'),
  );

export const scoredByWhoGains = (to: string): Refusal =>
  because(
    'scored-by-who-gains',
    'ALE-44',
    say(
      `L’effet se note par la partie à qui la mesure sert : « ${to} ».`,
      `The effect is scored by the party that the measure is for: "${to}".`,
    ),
    say('La laisser noter.', 'Let it score the effect.'),
  );

export const noSuchRequirement = (): Refusal =>
  because(
    'no-such-requirement',
    'ALE-53',
    say('Cette exigence n’attend rien : non demandée, ou déjà remplie.', 'This requirement waits for nothing: not needed, or met already.'),
    say('Reprendre l’exigence parmi les tâches ouvertes.', 'Take the requirement from the open tasks.'),
  );

export const reportsNotApproved = (): Refusal =>
  because(
    'reports-not-approved',
    'HFA-35',
    say('Seule une version approuvée du bilan est transmise.', 'Only an approved version of the final report is sent.'),
    say('Remettre le bilan et le faire approuver.', 'Submit the report and have it approved.'),
  );

export const nothingToReceive = (): Refusal =>
  because(
    'nothing-to-receive',
    'HFA-35',
    say('Aucun bilan de cette empreinte n’attend votre accusé de réception.', 'No report with this hash waits for your acknowledgement.'),
    say('Reprendre l’empreinte de la transmission.', 'Take the hash from the transmission.'),
  );

export const notTransmittedYet = (): Refusal =>
  because(
    'reports-not-transmitted',
    'HFA-36',
    say(
      'Les médias viennent après les partenaires : les rapports ne sont pas transmis.',
      'The media come after the partners: the reports are not sent yet.',
    ),
    say('Transmettre d’abord (ReportsTransmitted).', 'Send them first (ReportsTransmitted).'),
  );

export const notClearedByAll = (): Refusal =>
  because(
    'not-cleared-by-all',
    'HFA-36',
    say('Aucune décision commune n’a permis cette diffusion.', 'No joint decision has cleared this dissemination.'),
    say(
      'La faire approuver (ProposeDecision, genre `external-release`), puis la nommer dans `decision`.',
      'Have it approved (ProposeDecision, kind `external-release`), then name it in `decision`.',
    ),
  );

export const areaTwice = (area: string): Refusal =>
  because(
    'area-twice',
    'AGI-21',
    say(`Le domaine « ${area} » a deux réponses.`, `The area "${area}" has two answers.`),
    say('Une réponse par domaine.', 'One answer for each area.'),
  );

export const divisionNotNamed = (): Refusal =>
  because(
    'division-not-named',
    'AGI-21',
    say(
      'Les parties ont choisi qui décide où : une décision prise seule dit de quoi elle relève.',
      'The parties chose who decides where: a decision taken alone says where it falls.',
    ),
    say('Nommer la décision de la table (matter) ou le domaine (area).', 'Name the decision of the table (matter) or the area (area).'),
  );

export const decidedTogether = (area: string): Refusal =>
  because(
    'decided-together',
    'AGI-21',
    say(`Dans le domaine « ${area} », aucune partie ne décide seule.`, `In the area "${area}" no party decides alone.`),
    say('Proposer une décision commune (ProposeDecision).', 'Propose a joint decision (ProposeDecision).'),
  );

export const notASingleDecision = (): Refusal =>
  because(
    'no-such-decision',
    'AGI-22',
    say('Aucune décision prise seule ne porte cette référence.', 'No decision taken by one party has this reference.'),
    say('Reprendre la référence de la décision notée.', 'Take the reference of the decision noted.'),
  );

export const ownDecision = (): Refusal =>
  because(
    'own-decision',
    'AGI-22',
    say('Cette décision est celle de votre partie.', 'This decision is that of your own party.'),
    say('En prendre une autre, et la noter avec sa raison.', 'Take another one, and note it with its reason.'),
  );

export const decisionChallenged = (matter: string): Refusal =>
  because(
    'decision-challenged',
    'AGI-22',
    say(
      `La décision prise sur « ${matter} » est contestée par une difficulté : elle attend que celle-ci soit résolue.`,
      `The decision on "${matter}" is challenged: it waits until the difficulty is resolved.`,
    ),
    say(
      'En parler, et laisser dire la difficulté résolue à qui l’a soulevée ; ou décider ensemble (ProposeDecision).',
      'Talk, and let the party that raised the difficulty call it resolved; or decide together (ProposeDecision).',
    ),
  );
