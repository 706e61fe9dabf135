import { pair } from './pair.js';

/** Forms: what is asked, of whom, and how to answer. */
export const askedFormWords = {
  'help.form': pair(
    'Montrer les questions d’un questionnaire, à qui elles sont posées, ce qui est répondu ; ou un fichier de réponses à remplir',
    'Show the questions of a form, of whom they are asked, what is answered; or a file of answers to fill in',
  ),
  'option.skeleton': pair(
    'le fichier de vos réponses, à remplir puis à donner à `palabre do ID AnswerForm --data @fichier.yaml`',
    'the file of your answers, to fill in and then give to `palabre do ID AnswerForm --data @file.yaml`',
  ),
  'option.place': pair('headquarters ou field, pour la réflexion d’étape', 'headquarters or field, for the reflection on the stage'),
  'form.title': pair('{form} · {title}', '{form} · {title}'),
  'form.open': pair('Ce questionnaire est ouvert.', 'This form is open.'),
  'form.closed': pair(
    'Ce questionnaire n’est pas ouvert maintenant ; voici ce qu’il demanderait.',
    'This form is not open now; this is what it would ask.',
  ),
  'form.answered': pair('a répondu', 'has answered'),
  'form.nothingAsked': pair('rien ne lui est demandé', 'nothing is asked of it'),
  'form.toAnswer': pair('n’a pas encore répondu ({count} questions)', 'has not answered yet ({count} questions)'),
  'form.wouldAsk': pair('{count} questions', '{count} questions'),
  'form.headquarters': pair('au siège', 'at headquarters'),
  'form.field': pair('sur le terrain', 'in the field'),
  'form.askedOf': pair('posée à : {parties}', 'asked of: {parties}'),
  'form.mayStand': pair('votre réponse d’avant peut rester', 'your earlier answer may stand'),
  'form.comment': pair('↳ {party} : {comment}', '↳ {party}: {comment}'),
  'form.said': pair('{party} : {answer}', '{party}: {answer}'),
  'form.choices': pair('parmi : {choices}', 'one of: {choices}'),
  'form.choice': pair('{code} ({says})', '{code} ({says})'),
  'form.evidence': pair('un oui dit dans « comment » ce qui le montre', 'a yes says in “comment” what shows it'),
  'form.how': pair(
    'Pour répondre : palabre form {id} {form} --skeleton > reponses.yaml, remplir le fichier, puis palabre do {id} AnswerForm --data @reponses.yaml',
    'To answer: palabre form {id} {form} --skeleton > answers.yaml, fill in the file, then palabre do {id} AnswerForm --data @answers.yaml',
  ),
  'form.notYours': pair(
    'Le questionnaire « {form} » ne demande rien à votre partie à cet endroit.',
    'The form “{form}” asks nothing of your party in this place.',
  ),
  'form.notYoursNext': pair('Ce qui est demandé à qui : palabre form {id} …', 'What is asked of whom: palabre form {id} …'),
  'form.skeletonKept': pair(
    'Déjà répondu : ces réponses restent. Pour en changer une, retirez-la d’ici et écrivez-la plus bas.',
    'Answered before: these answers stand. To change one, take it out here and write it below.',
  ),
  'form.skeletonQuestion': pair('{asks} ({kind})', '{asks} ({kind})'),
  'form.none': pair('ne demande rien', 'asks nothing'),
  'form.isClosed': pair('pas ouvert maintenant', 'not open now'),
  'form.waitsFor': pair('ouvert ; attend {parties}', 'open; waits for {parties}'),
  'form.allAnswered': pair('ouvert ; tous ont répondu', 'open; everybody has answered'),
  'col.form': pair('questionnaire', 'form'),
  'col.questions': pair('questions', 'questions'),
} as const;
