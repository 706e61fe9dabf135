export type { PalabreApi } from './api/palabre-api.js';
export { commandRows } from './program.js';
export { Play, type PlayReport } from './dossier/play.js';
export { readDossier, type DossierReading } from './dossier/read-dossier.js';
export { exitCodes } from './exit-codes.js';
export { palabre, type Surroundings } from './palabre.js';
