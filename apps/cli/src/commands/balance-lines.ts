import type { BalanceView } from '../api/balance-view.js';
import type { Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines } from '../terminal/table.js';
import type { WordKey } from '../words/words.js';
import { textIn, moneyIn } from './written.js';

type Cells = readonly (readonly string[])[];

const percent = (value: number | null): string => (value === null ? '' : `${value} %`);

/** One part of the page: its title, then a table; nothing at all where there is nothing to tell. */
function table(session: Session, title: WordKey, headings: readonly WordKey[], rows: Cells): string[] {
  const { say, terminal } = session;
  if (rows.length === 0) return [];
  const lines = tableLines(
    terminal,
    headings.map(heading => say(heading)),
    rows,
  );
  return ['', paint(terminal)('strong', say(title)), ...lines];
}

const warned = ({ terminal }: Session, text: string): string => paint(terminal)('warm', text);

function exchanges(session: Session, { exchanges: told, axes }: BalanceView): string[] {
  const { say } = session;
  const { shares, untagged, funderOrPartner } = told;
  const seen = Object.entries(funderOrPartner?.cells[0]?.spread ?? {}).map(([answer, count]) => `${answer} ${count}`);
  return [
    ...table(
      session,
      'balance.exchanges',
      ['col.nature', 'col.count', 'col.share'],
      shares.map(one => [say(`nature.${one.nature}` as WordKey), String(one.count), percent(one.percent)]),
    ),
    ...(untagged > 0 ? [say('balance.untagged', { count: untagged })] : []),
    ...(seen.length > 0 ? [say('balance.funderOrPartner', { month: funderOrPartner?.month ?? '', answers: seen.join(', ') })] : []),
    ...axes.filter(one => one.exchanges > 0).map(one => say('balance.axis', { ...one, axis: say(`axis.${one.axis}` as WordKey) })),
  ];
}

function equality(session: Session, { equality: told, burden }: BalanceView): string[] {
  const { say } = session;
  return [
    ...table(
      session,
      'balance.equality',
      ['col.party', 'col.votes', 'col.turns', 'col.proposed', 'col.taken', 'col.alone'],
      told.parties.map(one => [one.party, ...[one.votes, one.turns, one.proposed, one.taken, one.alone].map(String)]),
    ),
    ...told.equalFooting.map(one => say('balance.footing', { party: one.party, round: one.round, answer: String(one.answer) })),
    ...table(
      session,
      'balance.burden',
      ['col.party', 'col.questions', 'col.forms', 'col.commitments'],
      burden.map(one => [one.party, ...[one.questions, one.forms, one.commitments].map(String)]),
    ),
  ];
}

function relation(session: Session, { relation: told, meetings, changes }: BalanceView): string[] {
  const { say, terminal } = session;
  const { health, results } = told;
  const recent = say('balance.meetings', { months: meetings.windowMonths, planned: meetings.planned, crisis: meetings.crisis });
  return [
    '',
    paint(terminal)('strong', say('balance.relation')),
    say('balance.meetingsKept', health.meetings),
    meetings.flagged ? warned(session, `${recent} ${say('balance.crisis')}`) : recent,
    say('balance.answers', health.answers),
    say('balance.challenges', health.challenges),
    say('balance.promises', results),
    say('balance.changes', changes),
  ];
}

function resultTables(session: Session, { results: told }: BalanceView): string[] {
  const rows = (of: 'project' | 'partnership'): Cells =>
    told[of].map(one => [one.id, one.state ?? '', one.indicators.join(', '), textIn(session, one.text)]);
  const headings = ['col.number', 'col.state', 'col.indicators', 'col.text'] as const;
  return [
    ...table(session, 'balance.projectResults', headings, rows('project')),
    ...table(session, 'balance.partnershipResults', headings, rows('partnership')),
  ];
}

function people(session: Session, { participation, inclusion, voice, connections }: BalanceView): string[] {
  const { say } = session;
  const { groups, people: count, fewerThan, flagged } = participation;
  return [
    ...table(
      session,
      'balance.people',
      ['col.party', 'col.group', 'col.people', 'col.acts'],
      groups.map(one => [one.party, one.role, String(one.people), String(one.acts)]),
    ),
    ...(flagged ? [warned(session, say('balance.fewPeople', { count, fewerThan }))] : []),
    ...(inclusion.meetingsThatTell > 0 ? [say('balance.presence', { ...inclusion })] : []),
    say('balance.access', { needs: inclusion.needs, measures: inclusion.measures }),
    ...voice.spoke.map(one => say('balance.spoke', { party: one.party, times: one.times, actions: voice.actions })),
    say('balance.connections', { ...connections }),
  ];
}

function shared(session: Session, { design, strengths, resources }: BalanceView): string[] {
  const { say } = session;
  const amount = (unit: string, value: number, resource: string): string =>
    resource === 'money' ? moneyIn(session, { amount: value, currency: unit }) : `${value} ${unit}`;
  return [
    ...table(
      session,
      'balance.design',
      ['col.text', 'col.sections', 'col.authors'],
      design.map(one => [one.kind, String(one.sections), one.shares.map(share => `${share.party} ${percent(share.percent)}`).join(', ')]),
    ),
    ...table(
      session,
      'balance.strengths',
      ['col.party', 'col.namedBy', 'col.usedFor', 'col.what'],
      strengths.list.map(one => [one.of, one.namedBy.join(', '), one.unused ? say('balance.unused') : one.activities.join(', '), one.what]),
    ),
    ...(strengths.list.length > 0 ? strengths.missing.map(one => say('balance.missingList', one)) : []),
    ...table(
      session,
      'balance.resources',
      ['col.resource', 'col.total', 'col.shares'],
      resources.map(one => [
        say(`resource.${one.resource}` as WordKey),
        amount(one.unit, one.total, one.resource),
        one.shares.map(share => `${share.party} ${amount(one.unit, share.amount, one.resource)} (${percent(share.percent)})`).join(', '),
      ]),
    ),
  ];
}

/** The page of a partnership's balance: what each does, says, decides, bears and brings. */
export const balanceLines = (session: Session, view: BalanceView): string[] =>
  [exchanges, equality, relation, resultTables, people, shared].flatMap(part => part(session, view)).slice(1);
