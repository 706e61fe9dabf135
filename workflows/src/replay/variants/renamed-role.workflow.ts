import { livePartnership } from '../../partnership/partnership.workflow.js';
import { announce } from '../../hosting/ports.js';

/** A control, for specs alone: takes the recorded path, but tells of other roles. Its events would fork every stream. */
export const partnership = livePartnership(batch =>
  announce(batch.map(({ attributes, data }) => ({ attributes: { ...attributes, actorrole: 'renamed' }, data }))),
);
