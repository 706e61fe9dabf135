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
  portfolio: listOfAll(portfolioQuery, ({ pool, principal }, asked) => listPortfolio(pool, principal, asked)),
  inbox: listOfAll(inboxQuery, ({ pool, principal }, asked) => listInbox(pool, principal, asked)),
  organisations: listOfAll(organisationsQuery, ({ pool, principal }, asked) => listOrganisations(pool, principal, asked)),
  'organisation-counts': listOfAll(organisationCountsQuery, ({ pool, principal }, asked) => listOrganisationCounts(pool, principal, asked)),
  accountability: listOfAll(accountabilityQuery, ({ pool, principal }, asked) => readAccountability(pool, principal, asked)),
  pipeline: listOfAll(pipelineQuery, ({ pool, principal }, asked) => listPipeline(pool, principal, asked)),
  localisation: listOfAll(localisationQuery, ({ pool, principal }, asked) => readLocalisation(pool, principal, asked)),
  existing: listOfAll(existingQuery, ({ pool, principal }, asked) => listExisting(pool, principal, asked)),
  journal: listOfAll(journalQuery, ({ pool, principal }, asked) => listJournal(pool, principal, asked)),
  library: listOfAll(libraryQuery, ({ pool }, asked) => listLibrary(pool, asked)),
  directory: listOfAll(directoryQuery, ({ pool }, asked) => listDirectory(pool, asked)),
  allies: listOfAll(alliesQuery, ({ pool, principal }, asked) => listAllies(pool, principal, asked)),
  surveys: listOfAll(surveysQuery, ({ pool, principal }, asked) => listSurveys(pool, principal, asked)),
  durations: listOfAll(durationsQuery, ({ pool, principal }, asked) => listDurations(pool, principal, asked)),
  improvements: listOfAll(improvementsQuery, ({ pool, principal }, asked) => listImprovements(pool, principal, asked)),
  teams: listOfAll(teamYearsQuery, ({ pool, principal }, asked) => listTeamYears(pool, principal, asked)),
  'scale-ups': listOfAll(scaleUpsQuery, ({ pool, principal }, asked) => listScaleUps(pool, principal, asked)),
  reality: listOfAll(realityQuery, ({ pool, principal }, asked) => listReality(pool, principal, asked)),
  'public-report': listOfAll(publicReportQuery, ({ pool, principal }, asked) => readPublicReport(pool, principal, asked)),
  'event-digest': listOfAll(eventDigestQuery, ({ pool, principal }, asked) => readEventDigest(pool, principal, asked)),
  'annual-export': listOfAll(annualExportQuery, ({ pool, principal }, asked) => readAnnualExport(pool, principal, asked)),
};
