import type { Localized } from '@palabre/contracts';
import { pair } from './pair.js';

/** Rules that set a deadline, as a sentence says what that day is for. A test compares with the engine's page of deadlines. */
export const deadlineRuleWords: Readonly<Record<string, Localized>> = {
  'annual-review-due': pair(
    'La revue annuelle s’ouvre d’elle-même à l’anniversaire',
    'The annual review opens by itself on the anniversary',
  ),
  'annual-review-overdue': pair('La revue annuelle est en retard', 'The annual review is overdue'),
  'project-ends': pair(
    'La fin du projet ouvre la décision : continuer, se reposer ou clore',
    'The end of the project opens the decision: continue, rest or close',
  ),
  'idea-still-a-draft': pair('L’idée est encore un brouillon', 'The idea is still a draft'),
  'withdrawal-notice': pair('Le préavis de retrait prend fin', 'The notice of withdrawal ends'),
  'silence-agrees': pair(
    'Sans objection dans le délai, la proposition est prise',
    'Without objection within the delay the proposal is taken',
  ),
  'emergency-path-ends': pair('Le chemin d’urgence se ferme', 'The emergency path closes'),
  'emergency-catch-up': pair('Ce que l’urgence a laissé ouvert doit être rattrapé', 'What the emergency left open has to be made up'),
  'establishment-warning': pair('La première phase approche de son terme', 'The first phase comes near its end'),
  'establishment-decision': pair('La suite de la première phase est à décider', 'What follows the first phase is to be decided'),
  'membership-renewal': pair('L’adhésion est à renouveler', 'The membership is to be renewed'),
  'renewal-no-longer-asked': pair(
    'Le partenariat clos n’entend plus parler de renouvellement',
    'The closed partnership no longer hears of a renewal',
  ),
  'rest-contact': pair('Au repos, un contact par an reste', 'At rest, one contact a year remains'),
  'post-transfer-check': pair('Regarder si le projet transféré continue', 'Look whether the transferred project goes on'),
  objection_within: pair(
    'Sans objection d’ici là, le texte proposé est convenu',
    'Without an objection by then, the proposed text is agreed',
  ),
  'due-diligence-refresh': pair('La diligence est à refaire, dans les deux sens', 'Due diligence is to be done again, in both directions'),
  'relation-pulse': pair('Les questions sur la relation se posent de nouveau', 'The questions on the relation are put again'),
  'decision-objection': pair(
    'Sans objection d’ici là, la décision proposée est prise',
    'Without an objection by then, the proposed decision is taken',
  ),
  'agreement-content-known': pair(
    'Le contenu est connu depuis le délai voulu : la signature est demandée',
    'The content has been known for long enough: the signature is asked',
  ),
  'signature-reminder': pair('Rappel aux signataires', 'Reminder to the signatories'),
  'strategic-validation-answer': pair('La validation stratégique attend sa réponse', 'Strategic validation waits for its answer'),
  'final-report-due': pair('Le bilan final est attendu', 'The final report is due'),
  'assembly-due': pair('L’assemblée est attendue', 'The assembly is due'),
  'red-line-decision': pair('La ligne rouge alléguée attend sa décision', 'The alleged red line waits for its decision'),
  'orange-line-plan': pair('La ligne orange attend un plan convenu', 'The orange line waits for an agreed plan'),
  'orange-line-review': pair('Le plan de la ligne orange est à revoir', 'The plan of the orange line is to be reviewed'),
  'commitment-due': pair('L’engagement est à tenir ce jour-là', 'The commitment is to be kept by that day'),
  'milestone-due': pair('Le jalon est à atteindre ce jour-là', 'The milestone is to be reached by that day'),
  transfer_received_in: pair('L’argent demandé est attendu à cette date', 'The money asked for is expected by then'),
  justification_due_in: pair('L’emploi de l’argent reçu est à justifier', 'The use of the money received is to be justified'),
  'contact-answer': pair('Une organisation contactée n’a pas répondu', 'An organisation that was contacted has not answered'),
  'meeting-slot': pair('La rencontre prévue se tient avant la suivante', 'The meeting planned is held before the next one'),
  status_point_every: pair('Le point de situation se fait ce jour-là au plus tard', 'The status point is made on that day at the latest'),
  'task-due': pair('La tâche dépasse son délai', 'The task passes its due date'),
  'task-escalation': pair('La tâche est portée plus haut', 'The task is taken higher up'),
  'campaign-closes': pair('L’enquête se ferme', 'The survey closes'),
  'adopted-without-objection': pair(
    'Sans objection d’ici là, la clause est adoptée',
    'Without an objection by then, the clause is adopted',
  ),
  'training-due': pair('Une formation est attendue', 'A course is due'),
  'consultation-over': pair('La consultation prend fin', 'The consultation ends'),
  'kept-answers-expire': pair('Les réponses gardées ne valent plus', 'The answers kept are no longer valid'),
  'team-review-due': pair('La revue de l’équipe est attendue', 'The review of the team is due'),
  'public-account-due': pair('Le compte public est attendu', 'The public account is due'),
  'procedure-review-due': pair('La revue des procédures est attendue', 'The review of procedures is due'),
};
