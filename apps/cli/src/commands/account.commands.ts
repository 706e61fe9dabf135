import { writeFileSync } from 'node:fs';
import type { AnnualExportView, DigestView, ReportDraftView } from '../api/account-views.js';
import type { Query } from '../api/query.js';
import { Failure } from '../failure.js';
import { show, spoken, type Session } from '../session.js';
import { factLines, tableLines } from '../terminal/table.js';
import { argument, textOption, type CommandRow, type Typed } from './command-row.js';
import { scoreIn, spreadIn } from './score.js';

const yearOption = { flags: '--year <year>', says: 'option.accountYear' } as const;

/** The year asked for; the one before this one when none is named, since a year is accounted for once it is over. */
function yearOf({ say }: Session, typed: Typed): number {
  const asked = textOption(typed, 'year') ?? String(new Date().getUTCFullYear() - 1);
  if (/^\d{4}$/.test(asked)) return Number(asked);
  throw new Failure({
    exit: 'bad-input',
    what: say('trouble.badValue', { value: asked, name: '--year' }),
    next: say('trouble.expected', { expected: say('expected.year') }),
  });
}

const ask = <Doc>(session: Session, name: string, query: Query): Promise<Doc> =>
  session.api.views.document<Doc>(session.as, `/v1/${name}`, query);

const scoreText = (session: Session, scored: ReportDraftView['report']['reviews']['results']): string =>
  scored === null ? session.say('survey.noScore') : 'withheld' in scored ? session.say('report.tooFew') : scoreIn(session, scored.mean);

function reportLines(session: Session, { report, ledgerPosition, reportHash, published }: ReportDraftView): string[] {
  const { say, terminal } = session;
  const { survey } = report;
  const surveyed =
    survey?.score == null
      ? null
      : `${say('survey.score', { mean: scoreIn(session, survey.score.mean), top: survey.score.top / 100, gap: scoreIn(session, survey.score.gap) })} (${spreadIn(session, survey.score.spread)})`;
  return [
    ...factLines(terminal, [
      [say('report.year'), String(report.year)],
      [say('report.partnerships'), String(report.partnerships.count)],
      [say('report.named'), report.named.map(({ name }) => name).join(', ') || null],
      [say('report.unnamed'), String(report.unnamed)],
      [say('report.reviews'), say('report.held', { held: report.reviews.held, of: report.reviews.of })],
      [say('measure.results'), scoreText(session, report.reviews.results)],
      [say('measure.process'), scoreText(session, report.reviews.process)],
      [say('report.survey'), surveyed],
      [say('report.victories'), String(report.victories.length)],
      [say('report.withheld'), String(report.victoriesWithheld)],
      [say('report.position'), String(ledgerPosition)],
      [say('report.hash'), reportHash],
    ]),
    say(published === null ? 'report.draft' : published.unchanged ? 'report.published' : 'report.moved', {
      at: published?.at.slice(0, 10) ?? '',
    }),
  ];
}

/** Writes the page where the person wants it. */
function write(session: Session, name: string, page: string): void {
  try {
    writeFileSync(name, page);
  } catch {
    throw new Failure({
      exit: 'bad-input',
      what: session.say('report.unwritable', { file: name }),
      next: session.say('report.unwritableNext'),
    });
  }
  session.terminal.err(session.say('report.written', { file: name }));
}

async function publicReport(session: Session, typed: Typed): Promise<void> {
  const html = textOption(typed, 'html');
  const page = html === null ? {} : { page: true, language: session.terminal.language };
  const query = { organisation: argument(typed, 0), year: yearOf(session, typed), ...page };
  const { page: text, ...draft } = await ask<ReportDraftView>(session, 'public-report', query);
  if (html !== null && text !== undefined) write(session, html, text);
  show(session, draft, () => reportLines(session, draft));
}

async function digest(session: Session, typed: Typed): Promise<void> {
  const { say } = session;
  const event = argument(typed, 0);
  const found = await ask<DigestView>(session, 'event-digest', { event, year: yearOf(session, typed) });
  const mean = (scored: DigestView['scores']['results']): string =>
    scored === null ? say('survey.noScore') : scoreIn(session, scored.mean);
  show(session, found, () => [
    say('digest.title', { event: found.event, year: found.year }),
    ...factLines(session.terminal, [
      [say('measure.results'), mean(found.scores.results)],
      [say('measure.process'), mean(found.scores.process)],
    ]),
    ...found.citations.map(({ words }) => say('digest.citation', { words })),
    ...found.changes.map(({ on, partnership, says }) => say('digest.change', { on, partnership, says: spoken(session, says) })),
  ]);
}

const countsIn = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

async function exported(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const found = await ask<AnnualExportView>(session, 'annual-export', { year: yearOf(session, typed) });
  const headings = [say('col.team'), say('report.partnerships'), say('col.commitments'), say('col.scores'), say('col.changes')];
  const cells = found.teams.map(({ team, partnerships, commitments, scores, changes }) => [
    team ?? say('export.noTeam'),
    String(partnerships.length),
    countsIn(commitments),
    Object.entries(scores)
      .flatMap(([measure, score]) =>
        score === null ? [] : [`${say(`measure.${measure}` as 'measure.results')} ${scoreIn(session, score)}`],
      )
      .join(', '),
    countsIn(changes),
  ]);
  show(session, found, () => (cells.length === 0 ? [say('list.none')] : tableLines(terminal, headings, cells)));
}

/** The accounts of a year: to everybody, at an event, for the plan. */
export const accountCommands: readonly CommandRow[] = [
  {
    name: 'report',
    args: ['<id>'],
    says: 'help.report',
    options: [yearOption, { flags: '--html <file>', says: 'option.html' }],
    example: 'palabre report ORGANISATION --year 2026 --html report.html',
    run: publicReport,
  },
  {
    name: 'event-digest',
    args: ['<event>'],
    says: 'help.eventDigest',
    options: [yearOption],
    example: 'palabre event-digest "JdM 2027" --year 2026',
    run: digest,
  },
  {
    name: 'annual-export',
    args: [],
    says: 'help.annualExport',
    options: [yearOption],
    example: 'palabre annual-export --year 2026 --json',
    run: exported,
  },
];
