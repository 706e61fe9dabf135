import { beforeAll, describe, expect, it } from 'vitest';
import type { PalabreApi } from '../api/palabre-api.js';
import type { HistoryItem } from '../api/reads.js';
import { Failure } from '../failure.js';
import { InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { checkChain } from './chain.js';
import { partings } from './partings.js';

const api = new InMemoryPalabre();

/** The same API with one answer of its own. */
const otherwise = (methods: Partial<PalabreApi>): PalabreApi =>
  new Proxy<PalabreApi>(api, { get: (target, name) => (Reflect.get(methods, name) ?? Reflect.get(target, name)) as unknown });

const verified = (with_: PalabreApi, ...more: string[]) => typed(['verify', api.id, ...more], { api: with_ });

beforeAll(async () => {
  await typed(['play', repositoryFile('test/journeys/dossiers/premier-pas.yaml')], { api });
});

describe('verify', () => {
  it('is equal when ledger, engine and views say the same and the chain holds', async () => {
    const run = await verified(api, '--json');
    expect(run.code).toBe(0);
    expect(jsonOf(run)).toMatchObject({
      equal: true,
      chain: { holds: true, notRecomputed: [] },
      engine: { known: true, equal: true, partsAt: [] },
    });
  });

  it('says where the engine and the ledger part, and ends with 1', async () => {
    const state = async () => ({ ...api.rehearsal.state, phase: 'closing' });
    const run = await verified(otherwise({ state }));
    expect(run.code).toBe(1);
    expect(run.out.join('\n')).toContain('phase: "closing" ≠ "mapping"');
    expect(jsonOf(await verified(otherwise({ state }), '--json'))).toMatchObject({
      equal: false,
      engine: { equal: false, partsAt: [{ path: 'phase' }] },
    });
  });

  it('says which view differs, and in what', async () => {
    const verification = async () => ({
      ...(await api.verification('hq-ops', api.id)),
      readModels: [{ model: 'inbox', equal: false, differing: ['task-1'] }],
    });
    const run = await verified(otherwise({ verification }));
    expect(run.code).toBe(1);
    expect(run.out.join('\n')).toContain('inbox ✖ task-1');
  });

  it('finds one changed word by itself, although the server says that the chain holds', async () => {
    const history = async (): Promise<HistoryItem[]> =>
      api.rehearsal.events.map(event =>
        event.attributes.type === 'PartnershipNeedAssessed'
          ? { ...event, data: { ...(event.data as object), argument: 'Autre chose.' } }
          : event,
      );
    const changed = api.rehearsal.events.findIndex(event => event.attributes.type === 'PartnershipNeedAssessed') + 1;
    const run = await verified(otherwise({ history }));
    expect(run.code).toBe(1);
    expect(run.out.join('\n')).toContain(`broken at version ${changed}`);
  });

  it('HFA-32: an ended file that the engine no longer keeps is verified by the rest', async () => {
    const state = async (): Promise<never> => {
      throw new Failure({ exit: 'refused', what: '', code: 'unknown-partnership' });
    };
    const stateAt = async (...asked: Parameters<PalabreApi['stateAt']>) => {
      const told = await api.stateAt(...asked);
      return { ...told, state: { ...(told.state as object), standing: 'closed' } };
    };
    const run = await verified(otherwise({ state, stateAt }), '--json');
    expect(run.code).toBe(0);
    expect(jsonOf(run)).toMatchObject({ equal: true, engine: { known: false } });
    const lost = await verified(otherwise({ state }), '--json');
    expect(lost.code, 'a file that goes on and that the engine does not know has been lost').toBe(1);
  });
});

describe('the chain, recomputed here', () => {
  it('breaks where a version is missing or where two were exchanged', () => {
    const { events } = api.rehearsal;
    expect(checkChain(events)).toMatchObject({ holds: true, events: events.length, brokenAt: null });
    expect(checkChain(events.filter((_, at) => at !== 3))).toMatchObject({ holds: false, brokenAt: 5 });
    expect(checkChain(events.toSpliced(2, 2, ...events.slice(2, 4).toReversed())).holds).toBe(false);
  });

  const placeOf = ({ attributes }: HistoryItem) => {
    const { stream, streamversion, time, factat, previoushash, hash } = attributes;
    return { stream, streamversion, time, factat, previoushash, hash };
  };

  const veiledAt = (versions: readonly number[]): HistoryItem[] =>
    api.rehearsal.events.map(event =>
      versions.includes(event.attributes.streamversion) ? { attributes: placeOf(event), data: null, withheld: 'MDM-68' } : event,
    );

  it('MDM-68: holds over events that are withheld, and names every link that it could not recompute', async () => {
    expect(checkChain(veiledAt([2, 4, 5]))).toMatchObject({ holds: true, notRecomputed: [2, 4, 5] });
    const run = await verified(otherwise({ history: async () => veiledAt([2, 4, 5]) }));
    expect(run.code).toBe(0);
    expect(run.out.join('\n')).toContain('could not be recomputed here (versions 2, 4–5)');
    expect(run.out.join('\n')).not.toContain('recomputed here\n');
  });

  it('MDM-68: a withheld event that was exchanged, or is missing, still breaks the chain', () => {
    const veiled = veiledAt([3]);
    const other = veiled.map(item =>
      item.withheld === undefined ? item : { ...item, attributes: { ...item.attributes, hash: 'f'.repeat(64) } },
    );
    expect(checkChain(other)).toMatchObject({ holds: false, brokenAt: 4 });
    expect(checkChain(veiled.filter(item => item.withheld === undefined))).toMatchObject({ holds: false, brokenAt: 4 });
  });
});

describe('where two states part', () => {
  it('names the deepest places, leaves out what is veiled, and stops at the most asked for', () => {
    expect(partings({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { b: 2, c: [1, 3] }, d: 1 }, 5)).toEqual([
      { path: 'a.b', one: 1, other: 2 },
      { path: 'a.c.1', one: 2, other: 3 },
    ]);
    expect(partings({ case: { line: 'x' } }, { case: { protected: true } }, 5)).toEqual([]);
    expect(partings({ a: 1, b: 1 }, { a: 2, b: 2 }, 1)).toHaveLength(1);
  });
});
