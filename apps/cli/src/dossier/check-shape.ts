import { commandTypes, isCommandType, label, language, opaqueId } from '@palabre/contracts';
import { nearest } from '../words/nearest.js';
import { sayBoth } from '../words/words.js';
import { finding, type Finding } from './mistakes.js';
import { momentCheck } from './moments.js';
import { registerEntry } from './register.js';
import { anything, bySchema, listOf, mapOf, may, need, recordOf, text, type Check } from './shape.js';

const name = /^[a-z][a-z0-9-]{0,39}$/;

const aName = text(name, 'mistake.name');

/** Its names; and, for the register, what it is. */
const organisation = mapOf({ fr: need(bySchema(label)), en: need(bySchema(label)), register: may(bySchema(registerEntry)) });

const commandName: Check = (value, path) => {
  if (typeof value === 'string' && isCommandType(value) && value !== 'OpenPartnership') return [];
  const close = typeof value === 'string' ? nearest(value, commandTypes) : null;
  return [finding(path, close === null ? sayBoth('mistake.command') : sayBoth('mistake.didYouMean', { nearest: close }))];
};

const expectation = mapOf({
  refused: need(
    mapOf({ code: may(text(/./, 'mistake.text')), rule: may(text(/./, 'mistake.text')), gate: may(text(/./, 'mistake.text')) }),
  ),
});

export const actFields = {
  name: may(aName),
  chapter: may(bySchema(label)),
  on: need(momentCheck),
  as: need(aName),
  do: need(commandName),
  data: may(anything),
  at: may(momentCheck),
  expect: may(expectation),
};

const yesOrNo: Check = (value, path) => (typeof value === 'boolean' ? [] : [finding(path, sayBoth('mistake.yesOrNo'))]);

/** `founder: true`: another party that opens the partnership together with the host (PMP-21). */
const party = mapOf({ organisation: need(bySchema(opaqueId)), language: need(bySchema(language)), founder: may(yesOrNo) });

const calendarKinds: Check = (value, path) =>
  value === 'real' || value === 'rehearsal' ? [] : [finding(path, sayBoth('mistake.calendarKind'))];

const opening: Check = (value, path) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? [] : [finding(path, sayBoth('mistake.map'))];

const dossierFields = mapOf({
  dossier: need(aName),
  title: need(bySchema(label)),
  organisations: need(recordOf(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/, 'mistake.name', organisation)),
  parties: need(recordOf(name, 'mistake.name', party)),
  charter: need(text(/./, 'mistake.text')),
  type: need(text(/./, 'mistake.text')),
  calendar: need(mapOf({ kind: need(calendarKinds), startsOn: may(momentCheck) })),
  opening: need(opening),
  acts: may(listOf(mapOf(actFields))),
});

const hostParty = (content: unknown): Finding[] => {
  const parties = (content as { parties?: unknown }).parties;
  if (typeof parties !== 'object' || parties === null || Object.hasOwn(parties, 'host')) return [];
  return [finding(['parties', 'host'], sayBoth('mistake.missing', { field: 'host' }), 'key')];
};

/** The form of a dossier: which fields, and what each holds. What they mean together is checked afterwards. */
export const shapeFindings = (content: unknown): Finding[] => {
  const found = [...dossierFields(content, [])];
  return [...found, ...(typeof content === 'object' && content !== null ? hostParty(content) : [])];
};
