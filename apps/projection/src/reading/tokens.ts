/** Names by which parts of the application are handed to controllers. */
export const databasePool = Symbol('Pool');
export const dataSource = Symbol('DataSource');
export const readYourWrites = Symbol('ReadYourWrites');
export const movedListener = Symbol('MovedListener');
export const ingestPath = Symbol('Ingest');
export const modelFollower = Symbol('Follower');
export const rebuildJobs = Symbol('RebuildJobs');
export const healthMonitor = Symbol('HealthMonitor');
export const operatorLog = Symbol('Logger');
