import { partnershipStream } from '@palabre/contracts';
import type { House } from '../../support/house.js';
import { until } from '../../support/until.js';
import { behind } from '../checks.js';
import type { Tally } from '../clients.js';
import { countLosses, type Losses } from '../counting.js';
import { readKept } from '../ledger.js';

const restMs = 40_000;

/** Waits until every stream has come to its end: level with its workflow, or stopped for good by what was told twice. */
async function comeToRest(house: House, ids: readonly string[]): Promise<void> {
  const moving = async (): Promise<string[]> => {
    const stopped = new Set((await readKept(house)).parked.map(({ stream }) => stream));
    return (await behind(house, ids)).filter(line => !stopped.has(partnershipStream(line.split(':')[0] ?? '')));
  };
  // A stream that never becomes level is what the control is for: it is counted below.
  await until('the streams rest', moving, found => found.length === 0, restMs).catch(() => undefined);
}

/** What clients were promised and the ledger does not hold, or holds otherwise, for these partnerships alone. */
export async function damageAtRest(house: House, ids: readonly string[], { acknowledged }: Tally): Promise<Losses> {
  await comeToRest(house, ids);
  const kept = await readKept(house);
  const streams = new Set(ids.map(partnershipStream));
  const ours = <T extends { stream: string }>(list: readonly T[]): T[] => list.filter(({ stream }) => streams.has(stream));
  return countLosses(acknowledged, { rows: ours(kept.rows), parked: ours(kept.parked) });
}
