import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from '@palabre/contracts';
import type { AccountsFile } from '@palabre/local';
import { openHouse, type House } from '../../support/house.js';
import { mustEqual, type BenchContext, type Finding } from '../bench-case.js';
import { budgetOf, commandsInto } from '../decide/decisions.js';
import { percentile, shown } from '../measuring/spread.js';
import { InboxWatch } from './inbox-watch.js';

const files = 20;
const pacedMs = 50;
/** A proposal that nobody saw by then is lost, not late. */
const seenWithinMs = 60_000;

const proposer = 'hq-officer';
const watcher = 'partner-rep';

/** Accounts that act for the people of the recorded story. */
const accountOf: Readonly<Record<string, string>> = {
  'person-hq-ops': 'hq-ops',
  'person-officer': proposer,
  'person-representative': watcher,
};

/** The recorded commands, with the organisations of the accounts. */
function story(house: House): readonly Command[] {
  const { accounts } = JSON.parse(readFileSync(house.stack.accountsFile, 'utf8')) as AccountsFile;
  const partner = accounts.find(one => one.account === watcher)?.organisation ?? '';
  return JSON.parse(JSON.stringify(commandsInto('co-construction')).replaceAll('org-riviere', partner)) as Command[];
}

async function openFile(house: House, commands: readonly Command[], file: number): Promise<string> {
  const send = async (path: string, { id, type, data, actor }: Command) => {
    const account = accountOf[actor.person] ?? actor.person;
    const reply = await house.call(account, 'POST', path, { id: `file-${file}-${id}`, type, data });
    if (reply.status >= 300) throw new Error(`${type} was answered ${reply.status}: ${JSON.stringify(reply.body).slice(0, 400)}`);
    return reply;
  };
  const [opening, ...others] = commands;
  if (!opening) throw new Error('the story is empty');
  const id = String((await send('/v1/partnerships', opening)).body['partnership']);
  for (const command of others) await send(`/v1/partnerships/${id}/commands`, command);
  return id;
}

interface Taken {
  /** Milliseconds from the click to the answer, and from the click to the task in the other's inbox. */
  readonly answered: number;
  readonly visible: number;
}

async function propose(house: House, watch: InboxWatch, id: string, version: number): Promise<Taken> {
  const clicked = performance.now();
  const seen = watch.untilSeen(id, version);
  const late = pause(seenWithinMs, null, { ref: false }).then(() => {
    throw new Error(`${id}: budget ${version} was not in the inbox within ${seenWithinMs} ms`);
  });
  late.catch(() => undefined);
  const reply = await house.ask(proposer, id, 'ProposeText', { kind: 'budget', body: budgetOf(version) });
  const answered = performance.now() - clicked;
  if (reply.status !== 200) throw new Error(`the proposal was answered ${reply.status}: ${JSON.stringify(reply.body).slice(0, 400)}`);
  return { answered, visible: (await Promise.race([seen, late])) - clicked };
}

/** Proposes at a steady pace, whatever the answers take. */
async function paced(house: House, watch: InboxWatch, ids: readonly string[], from: number, count: number): Promise<Taken[]> {
  const began = performance.now();
  const under: Promise<Taken>[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const early = began + turn * pacedMs - performance.now();
    if (early > 0) await pause(early);
    const id = ids[turn % ids.length] ?? '';
    const taken = propose(house, watch, id, from + Math.floor(turn / ids.length) + 1);
    // Awaited together below; a failure meanwhile must not count as unhandled.
    taken.catch(() => undefined);
    under.push(taken);
  }
  return Promise.all(under);
}

async function measure(house: House, context: BenchContext): Promise<Taken[]> {
  const commands = story(house);
  const ids: string[] = [];
  for (let file = 1; file <= files; file += 1) ids.push(await openFile(house, commands, file));
  const watch = new InboxWatch(house, watcher);
  await watch.open();
  try {
    const perRound = context.quick ? files * 3 : files * 12;
    const turns = perRound / files;
    const taken: Taken[] = [];
    await paced(house, watch, ids, 0, files);
    for (let round = 0; round < context.rounds; round += 1) {
      const found = await paced(house, watch, ids, 1 + round * turns, perRound);
      taken.push(...found);
      context.tell(
        `round ${round + 1} of ${context.rounds}: p99 ${shown(
          percentile(
            found.map(one => one.visible),
            0.99,
          ),
        )} ms`,
      );
    }
    mustEqual('proposals seen', taken.length, perRound * context.rounds);
    return taken;
  } finally {
    await watch.close();
  }
}

export async function visibleCase(context: BenchContext): Promise<Finding> {
  const house = await openHouse(context.servers, { dataDir: join(context.folder, 'visible'), env: { PALABRE_TOKEN_SECONDS: '43200' } });
  try {
    const taken = await measure(house, context);
    const of = (pick: (one: Taken) => number, share: number): number => percentile(taken.map(pick), share);
    const visible = of(one => one.visible, 0.99);
    const ms = (value: number): string => `${shown(value)} ms`;
    return {
      title: 'From a decision to another user’s inbox',
      conditions: [
        `20 decisions per second through the gateway, ${taken.length} in all, over ${files} partnerships: the officer proposes a budget, the partner's representative gets a task.`,
        'From the click until the task is in an answer of the inbox, read by the other user when the live stream says that the partnership moved. All programs and servers run on the one machine.',
      ],
      figures: [
        {
          what: 'Click to visible in the other’s inbox, p99',
          ours: ms(visible),
          baseline: `answered: p50 ${ms(of(one => one.answered, 0.5))}, p99 ${ms(of(one => one.answered, 0.99))}`,
          result: `p50 ${ms(of(one => one.visible, 0.5))}`,
          target: {
            words: 'p99 ≤ 250 ms',
            met: visible <= 250,
            whenShort:
              'The way leads through Temporal twice, Kafka, the ledger and every read model; each waits for the disk and shares two processors.',
          },
        },
      ],
      checks: ['every proposal appeared in the inbox with its version'],
    };
  } finally {
    await house.stop();
  }
}
