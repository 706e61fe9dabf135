import type { Rebuild } from '../api/reads.js';
import { Failure } from '../failure.js';
import { show, type Session } from '../session.js';
import { takeSteps, type Step } from '../terminal/steps.js';
import { tableLines } from '../terminal/table.js';
import { textOption, type CommandRow, type Typed } from './command-row.js';
import { minuteOf } from './dates.js';

const pollMs = 250;

const percent = ({ done, total }: Rebuild): number => (total === 0 ? 100 : Math.floor((done / total) * 100));

async function finished(session: Session, id: string, tell: (progress: string) => void): Promise<Rebuild> {
  for (;;) {
    const job = await session.api.rebuild(session.as, id);
    if (job.state !== 'running') return job;
    tell(session.say('rebuild.progress', { percent: percent(job), done: job.done, total: job.total }));
    await session.pause(pollMs);
  }
}

const isSame = ({ state, report }: Rebuild): boolean => state === 'switched' && report?.equal === true;

function rebuildStep(session: Session, model: string, results: Rebuild[]): Step {
  return {
    title: model,
    run: async tell => {
      const job = await finished(session, await session.api.startRebuild(session.as, model), tell);
      results.push(job);
      const { report } = job;
      const values = {
        model,
        events: report?.events ?? 0,
        rows: report?.after?.rows ?? '0',
        seconds: ((report?.milliseconds ?? 0) / 1_000).toFixed(1),
      };
      return session.say(isSame(job) ? 'rebuild.same' : job.state === 'failed' ? 'rebuild.failed' : 'rebuild.differed', values);
    },
  };
}

async function rebuild(session: Session, typed: Typed): Promise<void> {
  const [model] = typed.args;
  const asked = model === undefined ? await session.api.rebuildable(session.as) : [model];
  const results: Rebuild[] = [];
  await takeSteps(
    session.terminal,
    session.json,
    asked.map(one => rebuildStep(session, one, results)),
  );
  if (session.json) session.terminal.out(JSON.stringify(results, null, 2));
  const unlike = results.find(result => !isSame(result));
  if (unlike !== undefined)
    throw new Failure({
      exit: 'failed',
      what: session.say('trouble.rebuildFailed', { model: unlike.model }),
      next: session.say('rebuild.failedNext'),
      shown: session.json,
    });
}

async function parked(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const retry = textOption(typed, 'retry');
  if (retry !== null) {
    const retried = await session.api.retryParked(session.as, retry);
    return show(session, retried, () => [say('parked.retried', { stream: retry, appended: retried.appended, waiting: retried.waiting })]);
  }
  const streams = await session.api.parked(session.as);
  const headings = [say('col.stream'), say('col.problem'), say('col.waiting'), say('col.since'), say('col.ledgerVersion')];
  const cells = streams.map(one => [
    one.stream,
    one.quarantined ? `${one.problem} (${say('parked.quarantined')})` : one.problem,
    String(one.waiting),
    minuteOf(one.since),
    String(one.ledgerVersion),
  ]);
  show(session, streams, () => (streams.length === 0 ? [say('parked.none')] : tableLines(terminal, headings, cells)));
}

export const operateCommands: readonly CommandRow[] = [
  {
    name: 'rebuild',
    args: ['[model]'],
    says: 'help.rebuild',
    options: [],
    example: 'palabre rebuild timeline',
    asksAs: 'operator',
    run: rebuild,
  },
  {
    name: 'parked',
    args: [],
    says: 'help.parked',
    options: [{ flags: '--retry <stream>', says: 'option.retry' }],
    example: 'palabre parked --retry partnership/ID',
    asksAs: 'operator',
    run: parked,
  },
];
