import type { PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import { headOf } from '../text/questions.js';
import { unknownParty } from '../../refusals.js';
import * as no from './exchange-refusals.js';
import type { NoteRule, NoteRules } from './note-rule.js';

/** So that a state stays small: strengths and connections beyond this belong to another entry. */
const mostNamed = 100;

const stranger = (state: PartnershipState, named: readonly string[]): string | undefined =>
  named.find(party => !partyNames(state).includes(party));

const lessonRule: NoteRule<'LessonsLearnedRecorded'> = (_state, { lesson, group, context, task }, moment) => {
  if (task !== undefined && lesson !== 'good-practice') return no.practiceOfNothing();
  if (task !== undefined && !moment.isTask(task)) return no.noSuchTaskKind(task);
  if (lesson === undefined) return null;
  const missing = Object.entries({ group, context }).flatMap(([field, value]) => (value === undefined ? [field] : []));
  return missing.length > 0 ? no.lessonIncomplete(missing) : null;
};

const voiceRule: NoteRule<'VoiceActionTaken'> = (state, { spoke }) => {
  const unknown = stranger(state, spoke);
  return unknown === undefined ? null : unknownParty(unknown, 'ALE-50');
};

const connectionRule: NoteRule<'PartnerConnectionMade'> = (state, { connection }) => {
  if (connection === undefined) return null;
  const { connections } = state.journal;
  if (connections.includes(connection)) return no.connectionKnown(connection);
  return connections.length >= mostNamed ? no.registerFull('AGI-37', mostNamed) : null;
};

const initiativeRule: NoteRule<'InitiativeBorn'> = (state, { connection }) =>
  state.journal.connections.includes(connection) ? null : no.noSuchConnection(connection);

const strengthRule: NoteRule<'StrengthNamed'> = (state, { strength, of }) => {
  if (stranger(state, [of]) !== undefined) return unknownParty(of, 'AGI-17');
  const known = state.journal.strengths.find(one => one.strength === strength);
  if (known !== undefined && known.of !== of) return no.strengthOfAnother(strength, known.of);
  return known === undefined && state.journal.strengths.length >= mostNamed ? no.registerFull('AGI-17', mostNamed) : null;
};

const useRule: NoteRule<'StrengthLinked'> = (state, { strength }) =>
  state.journal.strengths.some(one => one.strength === strength) ? null : no.noSuchStrength(strength);

const shareRule: NoteRule<'ResourcePooled'> = (_state, { resource, share }) =>
  (resource === 'money') === 'currency' in share ? null : no.shareUnfit();

const resultRule: NoteRule<'ResultReported'> = (state, { objective }) =>
  headOf(state, 'objectives')?.parts.includes(objective) === true ? null : no.noSuchObjective(objective);

/** What goes between parties and stays for others. */
export const exchangeRules: NoteRules = {
  LessonsLearnedRecorded: lessonRule,
  VoiceActionTaken: voiceRule,
  PartnerConnectionMade: connectionRule,
  InitiativeBorn: initiativeRule,
  StrengthNamed: strengthRule,
  StrengthLinked: useRule,
  ResourcePooled: shareRule,
  ResultReported: resultRule,
};
