import { calendarDeciders } from '../mechanisms/calendar/index.js';
import type { OwnedStream } from '../streams/owned-tables.js';
import { organisationEvolvers } from './evolve.js';
import { improvementDeadlines, improvementDeciders, improvementTasks } from './improvement.js';
import { accountDeciders, screeningDeciders, shownDeciders } from './knowledge.js';
import { registerDeciders } from './register.js';
import { emptyOrganisation, type OrganisationState } from './state.js';
import { organisationDeadlines, organisationTasks } from './waits.js';

/**
 * An organisation of the register: what it is, who acts for it, what lists say of its names, what it has answered before,
 * what it lets others see, and the account that it gives of itself every year. It never ends.
 */
export const organisation: OwnedStream<'organisation', OrganisationState> = {
  kind: 'organisation',
  empty: emptyOrganisation,
  deciders: {
    ...calendarDeciders,
    ...registerDeciders,
    ...screeningDeciders,
    ...shownDeciders,
    ...accountDeciders,
    ...improvementDeciders,
  },
  evolvers: organisationEvolvers,
  tasks: [...organisationTasks, ...improvementTasks],
  deadlines: [...organisationDeadlines, ...improvementDeadlines],
  toldUnder: () => null,
  anonymous: [],
  keepsAside: {},
  shown: state => state,
};
