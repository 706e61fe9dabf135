import { readSharedAccount, sharedAccountQuery } from '../accounts/shared-account.query.js';
import { balanceQuery, readBalance } from '../projections/balance/balance.query.js';
import { clausesQuery, listClauses } from '../projections/clauses/clauses.query.js';
import { commitmentsQuery, listCommitments } from '../projections/commitments/commitments.query.js';
import { listPastBreaches, pastBreachesQuery } from '../projections/commitments/past-breaches.query.js';
import { deadlinesQuery, listDeadlines } from '../projections/deadlines/deadlines.query.js';
import { journalOfOneQuery, listJournal } from '../projections/journal/journal.query.js';
import { moneyQuery, readMoney } from '../projections/money/money.query.js';
import { readSectors, sectorsQuery } from '../projections/organisations/sectors.query.js';
import { existingForIdeaQuery, listExistingFor } from '../projections/portfolio/existing.query.js';
import { listTimeline, timelineQuery } from '../projections/timeline/timeline.query.js';
import { linesQuery, listLines } from '../projections/file/lines.query.js';
import {
  activitiesQuery,
  digestsQuery,
  listActivities,
  listDigests,
  listRelationTime,
  relationTimeQuery,
} from '../projections/practice/practice.query.js';
import { listReviews, reviewsQuery } from '../projections/reviews/reviews.query.js';
import { listReadings, readingsQuery } from '../readings/readings.query.js';
import { recordedList } from '../readings/recorded.js';
import { historyQuery, listHistory } from './history.query.js';
import { listOfOne, type ListRow, type ReadingOfOne } from './list-row.js';

/** Lists of one partnership: `GET /v1/partnerships/:id/<name>`. A new one is a row here. */
export const listsOfOne: Readonly<Record<string, ListRow<ReadingOfOne>>> = {
  timeline: listOfOne(
    [
      'L’histoire ligne par ligne : ce qui fut fait, refusé, par qui, pourquoi',
      'The history line by line: what was done or refused, by whom, why',
    ],
    timelineQuery,
    ({ pool, access, discretion }, asked) => listTimeline(pool, access, discretion, asked),
  ),
  deadlines: listOfOne(
    ['Les échéances, passées et à venir', 'Deadlines, past and to come'],
    deadlinesQuery,
    ({ source, access, discretion }, asked) => listDeadlines(source, access, discretion, asked),
  ),
  commitments: listOfOne(
    ['Tout ce qui est dû, de quelque côté que ce soit', 'Everything that is owed, by whichever side'],
    commitmentsQuery,
    ({ pool, access, discretion }, asked) => listCommitments(pool, access, discretion, asked),
  ),
  clauses: listOfOne(
    ['Les clauses de l’accord signé et où elles en sont', 'The clauses of the signed agreement and how they stand'],
    clausesQuery,
    ({ source, access, discretion }, asked) => listClauses(source, access, discretion, asked),
  ),
  money: listOfOne(
    ['L’argent par ligne du budget et par monnaie', 'Money by line of the budget and by currency'],
    moneyQuery,
    ({ pool, access, discretion }, asked) => readMoney(pool, access, discretion, asked),
  ),
  'past-breaches': listOfOne(
    [
      'Les promesses manquées ailleurs par les parties, et leur règlement',
      'Promises that the parties broke elsewhere, and how each was settled',
    ],
    pastBreachesQuery,
    ({ pool, principal, access }, asked) => listPastBreaches(pool, principal, access, asked),
  ),
  sectors: listOfOne(['Quels secteurs sont à la table', 'Which sectors sit at the table'], sectorsQuery, ({ pool, access }) =>
    readSectors(pool, access),
  ),
  existing: listOfOne(
    ['Ce qui existe déjà sur le sujet de cette idée', 'What is there already on the subject of this idea'],
    existingForIdeaQuery,
    ({ pool, principal, access }, asked) =>
      recordedList(pool, principal, 'existing', reader => listExistingFor(pool, reader, access, asked)),
  ),
  journal: listOfOne(
    ['Notes et messages de ce partenariat', 'Notes and messages of this partnership'],
    journalOfOneQuery,
    ({ pool, principal, access }, { after: _after, wait: _wait, ...asked }) =>
      listJournal(pool, principal, { ...asked, partnership: access.partnership }),
  ),
  reviews: listOfOne(
    ['Revues, réflexions et bilans, en notes', 'Reviews, reflections and self-assessments, as scores'],
    reviewsQuery,
    ({ pool, access }, asked) => listReviews(pool, access, asked),
  ),
  lines: listOfOne(['Les cas de lignes rouges et orange', 'Cases of red and orange lines'], linesQuery, ({ pool, access }, asked) =>
    listLines(pool, access, asked),
  ),
  activities: listOfOne(
    ['Réflexions, conceptions et apprentissages communs, année par année', 'Joint reflection, design and learning, year by year'],
    activitiesQuery,
    ({ pool, access }, asked) => listActivities(pool, access, asked),
  ),
  'relation-time': listOfOne(
    ['Le temps prévu et donné à la relation, et ce que chacun a appris', 'Time planned and given to the relation, and what each learned'],
    relationTimeQuery,
    ({ pool, ...reading }, asked) => listRelationTime(pool, reading, asked),
  ),
  digests: listOfOne(
    ['Les résumés des points de suivi, le dernier d’abord', 'Digests of status points, the latest first'],
    digestsQuery,
    ({ pool, ...reading }, asked) => listDigests(pool, reading, asked),
  ),
  balance: listOfOne(
    [
      'Équilibre et charge : ce que chaque côté fait, dit, décide et porte',
      'Balance and burden: what each side does, says, decides and bears',
    ],
    balanceQuery,
    readBalance,
  ),
  'shared-account': listOfOne(
    [
      'Le compte commun que les deux côtés lisent : fonds, activités, décisions, ce que chacun doit encore',
      'The shared account that both sides read: funds, activities, decisions, what each still owes',
    ],
    sharedAccountQuery,
    reading => readSharedAccount(reading),
  ),
  readings: listOfOne(
    ['Qui a lu le dossier protégé, quoi et quand', 'Who read the protected file, what and when'],
    readingsQuery,
    ({ pool, access }, asked) => listReadings(pool, access, asked),
  ),
  history: listOfOne(
    ['Les événements, octet pour octet : ce qu’un auditeur vérifie', 'The events, byte for byte: what an auditor verifies'],
    historyQuery,
    ({ pool, access, discretion }, asked) => listHistory(pool, access, discretion, asked),
  ),
};

/** Lists of a protected file that are told to who does not read it in clear: what happened and when, and who looked. */
export const listsOfShutFile: readonly string[] = ['timeline', 'history', 'readings'];
