import { streamCommands, type Localized, type OpenAction, type Refusal, type StreamKind, type WhyNotAnswer } from '@palabre/contracts';
import { instantOf } from '../dossier/moments.js';
import { Failure } from '../failure.js';
import { show, spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { argument, flagOption, textOption, type CommandRow, type Typed } from './command-row.js';
import { inWords } from './in-words.js';
import { partyNames } from './party-names.js';
import { dataOption, requestId, requestOptions, sendCommand } from './request.js';

function versionOption({ say }: Session, typed: Typed): { expectedVersion?: number } {
  const text = textOption(typed, 'expectVersion');
  if (text === null) return {};
  if (/^\d+$/.test(text)) return { expectedVersion: Number(text) };
  throw new Failure({
    exit: 'bad-input',
    what: say('trouble.badValue', { value: text, name: '--expect-version' }),
    next: say('trouble.expected', { expected: say('expected.count') }),
  });
}

async function act(session: Session, typed: Typed): Promise<void> {
  const at = textOption(typed, 'at');
  await sendCommand(session, argument(typed, 0), {
    id: requestId(typed),
    type: argument(typed, 1),
    data: dataOption(session, typed) ?? {},
    ...(at === null ? {} : { at: instantOf(at) }),
    ...versionOption(session, typed),
  });
}

/** Whether a command would be accepted, and everything that stands in its way. */
export function whyNotLines(session: Session, answer: WhyNotAnswer, told: (text: string) => string = text => text): string[] {
  const tone = paint(session.terminal);
  const line = (mark: string, refusal: Refusal): string =>
    `${mark} ${told(spoken(session, refusal.reason))} (${session.say('trouble.rule', { rule: refusal.rule })})\n  → ${told(spoken(session, refusal.next))}`;
  return [
    answer.possible
      ? tone('good', session.say('whyNot.possible', { command: answer.command, account: session.as }))
      : tone('bad', session.say('whyNot.impossible', { command: answer.command, account: session.as })),
    ...answer.refusals.map(refusal => line(tone('bad', '✖'), refusal)),
    ...answer.warnings.map(refusal => line(tone('warm', '!'), refusal)),
  ];
}

async function whyNot(session: Session, typed: Typed): Promise<void> {
  const data = dataOption(session, typed);
  const ask = { type: argument(typed, 1), ...(data === null ? {} : { data }) };
  const answer = await session.api.whyNot(session.as, argument(typed, 0), ask);
  const file = await session.api.file(session.as, argument(typed, 0));
  const { sentence } = inWords(session, file.head.charter, await partyNames(session, file));
  show(session, answer, () => whyNotLines(session, answer, sentence));
}

/** The commands of a kind of stream that are possible, judged or with a body that decides; with `--all` the others too, each with its reason. */
export function actionLines(session: Session, kind: StreamKind, typed: Typed, open: readonly OpenAction[]): string[] {
  const tone = paint(session.terminal);
  const rows: Readonly<Record<string, { readonly says: Localized }>> = streamCommands[kind];
  const shown = flagOption(typed, 'all') ? open : open.filter(action => action.possible);
  const lines = shown.map(({ command, possible, because, judged }) => {
    const says = rows[command]?.says;
    const why = because === null ? '' : `  ${tone('dim', spoken(session, because.reason))}`;
    const mark = !possible ? tone('bad', '✖') : judged === false ? '○' : tone('good', '✔');
    return `${mark} ${command.padEnd(28)} ${says === undefined ? '' : spoken(session, says)}${why}`;
  });
  return shown.some(({ possible, judged }) => possible && judged === false) ? [...lines, session.say('actions.legend')] : lines;
}

async function actions(session: Session, typed: Typed): Promise<void> {
  const open = await session.api.openActions(session.as, argument(typed, 0));
  show(session, open, () => actionLines(session, 'partnership', typed, open));
}

async function calendar(session: Session, typed: Typed): Promise<void> {
  const to = textOption(typed, 'to');
  const { say } = session;
  if (to === null)
    throw new Failure({
      exit: 'bad-input',
      what: say('trouble.missingArgument', { name: '--to' }),
      next: say('trouble.seeHelp', { help: 'palabre calendar --help' }),
    });
  await sendCommand(session, argument(typed, 0), { id: requestId(typed), type: 'AdvanceCalendar', data: { to: instantOf(to) } });
}

export const actCommands: readonly CommandRow[] = [
  {
    name: 'do',
    args: ['<id>', '<command>'],
    lists: 'partnership',
    says: 'help.do',
    options: [
      { flags: '--data <json>', says: 'option.data' },
      { flags: '--at <date>', says: 'option.atFact' },
      { flags: '--expect-version <version>', says: 'option.expectVersion' },
      ...requestOptions,
    ],
    example: `palabre do ID DeclareLimit --data '{"limit":"…"}' --as partner-rep`,
    run: act,
  },
  {
    name: 'why-not',
    args: ['<id>', '<command>'],
    says: 'help.whyNot',
    options: [{ flags: '--data <json>', says: 'option.data' }],
    example: `palabre why-not ID EnterPhase --data '{"phase":"validation","reason":null}'`,
    run: whyNot,
  },
  {
    name: 'actions',
    args: ['<id>'],
    says: 'help.actions',
    options: [{ flags: '--all', says: 'option.allActions' }],
    example: 'palabre actions ID --as partner-rep',
    run: actions,
  },
  {
    name: 'calendar',
    args: ['<id>'],
    says: 'help.calendar',
    options: [{ flags: '--to <date>', says: 'option.calendarTo' }, ...requestOptions],
    example: 'palabre calendar ID --to 2024-01-31',
    run: calendar,
  },
];
