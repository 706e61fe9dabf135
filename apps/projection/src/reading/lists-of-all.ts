import { inboxQuery, listInbox } from '../projections/inbox/inbox.query.js';
import { alliesQuery, listAllies } from '../projections/journal/allies.query.js';
import { directoryQuery, listDirectory } from '../projections/journal/directory.query.js';
import { journalQuery, listJournal } from '../projections/journal/journal.query.js';
import { libraryQuery, listLibrary } from '../projections/journal/library.query.js';
import { listOrganisationCounts, organisationCountsQuery } from '../projections/organisations/organisation-counts.query.js';
import { listOrganisations, organisationsQuery } from '../projections/organisations/organisations.query.js';
import { accountabilityQuery, readAccountability } from '../projections/organisations/accountability.query.js';
import { listPipeline, pipelineQuery } from '../projections/organisations/pipeline.query.js';
import { localisationQuery, readLocalisation } from '../projections/leadership/localisation.query.js';
import { existingQuery, listExisting } from '../projections/portfolio/existing.query.js';
import { listPortfolio, portfolioQuery } from '../projections/portfolio/portfolio.query.js';
import { durationsQuery, listDurations } from '../projections/durations/durations.query.js';
import { listScaleUps, scaleUpsQuery } from '../projections/practice/practice.query.js';
import { listReality, realityQuery } from '../projections/reality/reality.query.js';
import { listQualities, qualitiesQuery } from '../projections/reviews/qualities.query.js';
import { listTraining, trainingQuery } from '../projections/training/training.query.js';
import { listSurveys, surveysQuery } from '../projections/surveys/surveys.query.js';
import { improvementsQuery, listImprovements, listTeamYears, teamYearsQuery } from '../projections/teamwork/teamwork.query.js';
import {
  annualExportQuery,
  eventDigestQuery,
  publicReportQuery,
  readAnnualExport,
  readEventDigest,
  readPublicReport,
} from '../accounts/accounts.query.js';
import { listOfAll, type ListRow, type ReadingOfAll } from './list-row.js';

/** Lists over everything that the caller may see: `GET /v1/<name>`. A new one is a row here. */
export const listsOfAll: Readonly<Record<string, ListRow<ReadingOfAll>>> = {
  portfolio: listOfAll(
    ['Vos partenariats, les plus récents d’abord', 'Your partnerships, newest first'],
    portfolioQuery,
    ({ pool, principal }, asked) => listPortfolio(pool, principal, asked),
  ),
  inbox: listOfAll(
    [
      'Les tâches ouvertes d’une personne et de ses groupes, les plus pressantes d’abord',
      'Open tasks of a person and of the groups she belongs to, most pressing first',
    ],
    inboxQuery,
    ({ pool, principal }, asked) => listInbox(pool, principal, asked),
  ),
  organisations: listOfAll(
    ['Le registre des organisations, avec leurs partenariats', 'The register of organisations, with their partnerships'],
    organisationsQuery,
    ({ pool, principal }, asked) => listOrganisations(pool, principal, asked),
  ),
  'organisation-counts': listOfAll(
    [
      'Combien d’organisations et de partenariats, par deux de leurs marques',
      'How many organisations and partnerships, by two of their marks',
    ],
    organisationCountsQuery,
    ({ pool, principal }, asked) => listOrganisationCounts(pool, principal, asked),
  ),
  accountability: listOfAll(
    ['Comment une organisation tient parole', 'How an organisation keeps its word'],
    accountabilityQuery,
    ({ pool, principal }, asked) => readAccountability(pool, principal, asked),
  ),
  pipeline: listOfAll(
    ['Chaque partenaire et le chemin fait avec lui', 'Each partner and how far things have come with it'],
    pipelineQuery,
    ({ pool, principal }, asked) => listPipeline(pool, principal, asked),
  ),
  localisation: listOfAll(
    ['Qui mène et qui est financé directement, année par année', 'Who leads and who is funded directly, year by year'],
    localisationQuery,
    ({ pool, principal }, asked) => readLocalisation(pool, principal, asked),
  ),
  existing: listOfAll(
    ['Ce qui existe déjà sur un thème ou sous ces mots', 'What is there already on a theme or under these words'],
    existingQuery,
    ({ pool, principal }, asked) => listExisting(pool, principal, asked),
  ),
  journal: listOfAll(
    ['Notes et messages de vos partenariats, les plus récents d’abord', 'Notes and messages of your partnerships, newest first'],
    journalQuery,
    ({ pool, principal }, asked) => listJournal(pool, principal, asked),
  ),
  library: listOfAll(
    ['Ce que les partenariats partagent avec toute la maison', 'What partnerships share with everybody in the house'],
    libraryQuery,
    ({ pool }, asked) => listLibrary(pool, asked),
  ),
  directory: listOfAll(
    ['Les organisations qui veulent être trouvées par d’autres', 'Organisations that want to be found by others'],
    directoryQuery,
    ({ pool }, asked) => listDirectory(pool, asked),
  ),
  allies: listOfAll(
    ['Le réseau des alliés par pays et région', 'The network of allies by country and region'],
    alliesQuery,
    ({ pool, principal }, asked) => listAllies(pool, principal, asked),
  ),
  surveys: listOfAll(
    ['Les campagnes d’écoute de votre organisation, mois par mois', 'Survey campaigns of your organisation, month by month'],
    surveysQuery,
    ({ pool, principal }, asked) => listSurveys(pool, principal, asked),
  ),
  durations: listOfAll(
    ['Jours par phase et par type, et poids des procédures', 'Days by phase and type, and the burden of the procedures'],
    durationsQuery,
    ({ pool, principal }, asked) => listDurations(pool, principal, asked),
  ),
  improvements: listOfAll(
    ['Les plans d’amélioration des équipes', 'Improvement plans of teams'],
    improvementsQuery,
    ({ pool, principal }, asked) => listImprovements(pool, principal, asked),
  ),
  teams: listOfAll(['Les équipes année par année', 'Teams, year by year'], teamYearsQuery, ({ pool, principal }, asked) =>
    listTeamYears(pool, principal, asked),
  ),
  qualities: listOfAll(
    ['Une note par qualité, des équipes ou des organisations', 'One score for each quality, of teams or of organisations'],
    qualitiesQuery,
    ({ pool, principal }, asked) => listQualities(pool, principal, asked),
  ),
  training: listOfAll(
    [
      'Qui a suivi une formation au partenariat dans le délai de sa charte, par partenariat ou par organisation',
      'Who has followed a course on partnership in the time of its charter, by partnership or by organisation',
    ],
    trainingQuery,
    ({ pool, principal }, asked) => listTraining(pool, principal, asked),
  ),
  'scale-ups': listOfAll(
    ['Les projets communs prêts à grandir', 'Joint projects that are ready to grow'],
    scaleUpsQuery,
    ({ pool, principal }, asked) => listScaleUps(pool, principal, asked),
  ),
  reality: listOfAll(
    [
      'Ce que dit le type d’un partenariat et ce que montre son histoire',
      'What the label of a partnership says, and what its history shows',
    ],
    realityQuery,
    ({ pool, principal }, asked) => listReality(pool, principal, asked),
  ),
  'public-report': listOfAll(
    ['Le projet de rapport public d’une année, en données ou en page', 'Draft of the public report of a year, as data or as a page'],
    publicReportQuery,
    ({ pool, principal }, asked) => readPublicReport(pool, principal, asked),
  ),
  'event-digest': listOfAll(
    ['De quoi nourrir un événement interne, pour une année', 'What an internal event may show of a year'],
    eventDigestQuery,
    ({ pool, principal }, asked) => readEventDigest(pool, principal, asked),
  ),
  'annual-export': listOfAll(
    ['Engagements, notes et changements d’une année par équipe', 'Commitments, scores and changes of a year by team'],
    annualExportQuery,
    ({ pool, principal }, asked) => readAnnualExport(pool, principal, asked),
  ),
};
