import { day, instant } from '@palabre/contracts';
import { sayBoth } from '../words/words.js';
import { finding } from './mistakes.js';
import type { Check } from './shape.js';

/** A dossier's days begin and its acts happen at these hours, UTC, when it names no hour. */
const opensAt = 'T08:00:00.000Z';
const happensAt = 'T09:00:00.000Z';

const isDay = (value: unknown): value is string => day.safeParse(value).success;

const isInstant = (value: unknown): value is string => instant.safeParse(value).success;

/** A calendar day, or a UTC instant. */
export const momentCheck: Check = (value, path) => (isDay(value) || isInstant(value) ? [] : [finding(path, sayBoth('mistake.moment'))]);

export const startOf = (moment: string): string => (isDay(moment) ? `${moment}${opensAt}` : moment);

export const instantOf = (moment: string): string => (isDay(moment) ? `${moment}${happensAt}` : moment);
