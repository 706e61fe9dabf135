import { deadlinesProjection } from './deadlines/deadlines.projection.js';
import { fileProjection } from './file/file.projection.js';
import { inboxProjection } from './inbox/inbox.projection.js';
import { portfolioProjection } from './portfolio/portfolio.projection.js';
import type { Projection } from './projection.js';
import { timelineProjection } from './timeline/timeline.projection.js';

/** The read models in force. A new one is a folder, a migration in the list, and a row here. */
export const projections = [
  portfolioProjection,
  fileProjection,
  inboxProjection,
  timelineProjection,
  deadlinesProjection,
] as unknown as readonly Projection[];

export const projectionNamed = (name: string): Projection | undefined => projections.find(one => one.name === name);
