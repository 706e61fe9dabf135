import type { TextBodies, TimerKey } from '@palabre/contracts';
import type { TransferView } from '../api/file-parts.js';
import type { FileView } from '../api/reads.js';
import { show, spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { factLines, tableLines } from '../terminal/table.js';
import { checkWords, trackWords, transferObjectWords } from '../words/fact-words.js';
import { argument, type CommandRow, type Typed } from './command-row.js';
import { dayOf } from './dates.js';
import { policyFor } from './file-policy.js';
import { partyNames, type PartyNames } from './party-names.js';
import { valueInWords } from './policy-values.js';
import { bodyLines } from './text-body.js';
import { textIn } from './written.js';

type Plan = TextBodies['transfer-plan'];

const tracks = ['capacity', 'structure'] as const;

const coded = (session: Session, words: typeof trackWords, code: string): string => {
  const known = words[code];
  return known === undefined ? code : spoken(session, known);
};

/** The plan of this transfer: one that was there when an earlier transfer ended was used up with it. */
function planOf({ texts, transfer: told }: FileView): Plan | null {
  const text = texts['transfer-plan'];
  const isUsedUp = (text?.head?.at ?? '9999') <= (told?.project?.earlierEndedAt ?? '');
  return text === undefined || isUsedUp ? null : (text.body as Plan);
}

/** Who holds the project: the host, who brought it in, until the transfer is done. */
function holdersOf({ parties }: FileView, { state, recipient }: TransferView): readonly string[] {
  if (state === 'transferred') return [recipient];
  return (parties?.parties ?? []).filter(({ side }) => side === 'host').map(({ party }) => party);
}

/** Who holds the project now, in one line of `show`; nothing where no transfer was opened (MDM-48). */
export function transferSummary(session: Session, file: FileView): string[] {
  const project = file.transfer?.project ?? null;
  if (project === null) return [];
  const facts: readonly [string, string][] = [
    [session.say('transfer.heldBy'), `${holdersOf(file, project).join(', ')} (${stateText(session, project)})`],
  ];
  return ['', ...factLines(session.terminal, facts)];
}

function stateText(session: Session, { state, openedAt, endedAt, abandonedBecause }: TransferView): string {
  const on = dayOf(state === 'open' ? openedAt : endedAt);
  return session.say(`transfer.state.${state}`, { on, reason: textIn(session, abandonedBecause) });
}

function headLines(session: Session, file: FileView, project: TransferView, names: PartyNames): string[] {
  const { say, terminal } = session;
  const signed = (one: { readonly party: string; readonly at: string }): string =>
    say('transfer.acceptedBy', { party: names(one.party), on: dayOf(one.at) });
  const title = say('transfer.title', { object: coded(session, transferObjectWords, project.object), recipient: names(project.recipient) });
  return [
    paint(terminal)('strong', title),
    ...factLines(terminal, [
      [say('transfer.state'), stateText(session, project)],
      [say('transfer.heldBy'), holdersOf(file, project).map(names).join(', ')],
      [say('transfer.accepted'), project.accepted === null ? say('transfer.notYet') : signed(project.accepted)],
      [say('transfer.deed'), project.deedSignedBy.map(signed).join(' ; ') || say('transfer.notYet')],
    ]),
  ];
}

/** Milestones of both tracks as they are planned, each with who reaches it and the day on which it was reached. */
function milestoneLines(session: Session, plan: Plan | null, { milestones, recipient }: TransferView, names: PartyNames): string[] {
  const { say, terminal } = session;
  if (plan === null) return ['', say('transfer.noPlan')];
  const rows = tracks.flatMap(track =>
    plan[track].map(({ milestone, text, dueOn, owedBy = recipient }) => {
      const reached = milestones.find(one => one.track === track && one.milestone === milestone);
      const when = [dueOn, reached?.reachedOn ?? say('transfer.notYet')];
      return [coded(session, trackWords, track), milestone, names(owedBy), ...when, textIn(session, text)];
    }),
  );
  const headings = (['track', 'milestone', 'reachedBy', 'due', 'reached', 'what'] as const).map(name => say(`col.${name}`));
  return ['', ...tableLines(terminal, headings, rows)];
}

function readinessLines(session: Session, { readiness }: TransferView, names: PartyNames): string[] {
  const { say, terminal } = session;
  if (readiness.length === 0) return [];
  const word = (ready: boolean): string => say(ready ? 'transfer.ready' : 'transfer.notReady');
  const rows = readiness.map(one => [names(one.party), word(one.capacity), word(one.structure), textIn(session, one.note)]);
  const headings = [say('col.party'), ...tracks.map(track => coded(session, trackWords, track)), say('col.note')];
  return ['', paint(terminal)('strong', say('transfer.readiness')), ...tableLines(terminal, headings, rows)];
}

const checkTimers: Readonly<Record<string, TimerKey>> = { first: 'post_transfer_first_check', second: 'post_transfer_second_check' };

/** Which look back it is, and after how long the charter asks for it. */
function checkText(session: Session, { head }: FileView, check: string): string {
  const timer = checkTimers[check];
  const policy = policyFor(head.charter ?? null, head.type);
  const name = coded(session, checkWords, check);
  if (timer === undefined || policy === null) return name;
  return session.say('transfer.checkAfter', { check: name, span: valueInWords(session, 'timers', policy.timers[timer].value) });
}

function checkLines(session: Session, file: FileView, { state, checks }: TransferView, names: PartyNames): string[] {
  const { say, terminal } = session;
  if (state !== 'transferred') return [];
  const rows = Object.keys(checkWords).flatMap(check => {
    const told = checks.filter(one => one.check === check);
    const when = checkText(session, file, check);
    if (told.length === 0) return [[when, '', '', say('transfer.notYet'), '']];
    return told.map(one => [
      when,
      one.on,
      names(one.party),
      say(one.running ? 'transfer.goesOn' : 'transfer.stopped'),
      textIn(session, one.note),
    ]);
  });
  const headings = [say('col.check'), say('col.day'), say('col.party'), say('col.result'), say('col.note')];
  return ['', paint(terminal)('strong', say('transfer.checks')), ...tableLines(terminal, headings, rows)];
}

/** The budget of the transfer, where the plan has one (MDM-44). */
function budgetLines(session: Session, plan: Plan | null, names: PartyNames): string[] {
  const budget = plan?.budget;
  if (budget === undefined) return [];
  return ['', paint(session.terminal)('strong', session.say('transfer.budget')), ...bodyLines({ session, names }, { budget })];
}

async function transfer(session: Session, typed: Typed): Promise<void> {
  const file = await session.api.file(session.as, argument(typed, 0));
  const project = file.transfer?.project ?? null;
  const plan = planOf(file);
  const names = await partyNames(session, file);
  show(session, { project, plan }, () =>
    project === null
      ? [session.say('transfer.none')]
      : [
          ...headLines(session, file, project, names),
          ...milestoneLines(session, plan, project, names),
          ...budgetLines(session, plan, names),
          ...readinessLines(session, project, names),
          ...checkLines(session, file, project, names),
        ],
  );
}

export const transferCommands: readonly CommandRow[] = [
  { name: 'transfer', args: ['<id>'], says: 'help.transfer', options: [], example: 'palabre transfer ID', run: transfer },
];
