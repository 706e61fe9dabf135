import { contentHash } from '@palabre/contracts';
import type { PalabreApi } from '../api/palabre-api.js';
import type { Verification } from '../api/reads.js';
import { Failure } from '../failure.js';
import { checkChain, type ChainCheck } from './chain.js';
import { partings, type Parting } from './partings.js';

/** The workflow's own state beside the one that the ledger gives. `forgotten`: the engine keeps ended files for a time only. */
export interface EngineCheck {
  readonly known: boolean;
  readonly equal: boolean;
  readonly version: number | null;
  readonly contentHash: string | null;
  readonly partsAt: readonly Parting[];
}

export interface VerifyResult {
  readonly id: string;
  readonly equal: boolean;
  readonly version: number;
  readonly ledger: { readonly contentHash: string; readonly chain: Verification['chain'] };
  /** Recomputed on this machine from the events as they came. */
  readonly chain: ChainCheck;
  readonly engine: EngineCheck;
  readonly readModels: Verification['readModels'];
}

const mostPartings = 10;

/** A file may move while it is looked at: then it is looked at again. */
const mostTries = 5;

interface Engine {
  readonly version: number;
  readonly state: unknown;
}

async function engineOf(api: PalabreApi, as: string, id: string): Promise<Engine | null> {
  try {
    const state = await api.state(as, id);
    const version = (state as { head?: { version?: unknown } } | null)?.head?.version;
    return { version: typeof version === 'number' ? version : 0, state };
  } catch (error) {
    const forgotten = error instanceof Failure && ['partnership-ended', 'unknown-partnership'].includes(error.trouble.code ?? '');
    if (forgotten) return null;
    throw error;
  }
}

const ended: readonly unknown[] = ['closed', 'discarded', 'failed'];

/** The engine keeps ended files for a time only. One that goes on and is unknown to it has been lost. */
async function withoutEngine(api: PalabreApi, as: string, id: string, report: Verification): Promise<EngineCheck> {
  const { state } = await api.stateAt(as, id, { version: String(report.state.version) });
  const isOver = ended.includes((state as { standing?: unknown } | null)?.standing);
  return { known: false, equal: isOver, version: null, contentHash: null, partsAt: [] };
}

/** Of a protected file the engine tells where it stands, so that far goes the comparison; its head names the hash of everything before. */
function asFarAs(told: unknown, state: unknown): unknown {
  if ((told as { protected?: unknown } | null)?.protected !== true) return state;
  const both = { ...(state as object), protected: true };
  return Object.fromEntries(Object.entries(both).filter(([key]) => Object.hasOwn(told as object, key)));
}

async function compared(api: PalabreApi, as: string, id: string, engine: Engine | null, report: Verification): Promise<EngineCheck> {
  if (engine === null) return withoutEngine(api, as, id, report);
  const hash = contentHash(engine.state);
  const base = { known: true, version: engine.version, contentHash: hash };
  if (hash === report.state.contentHash) return { ...base, equal: true, partsAt: [] };
  const { state } = await api.stateAt(as, id, { version: String(report.state.version) });
  const partsAt = partings(engine.state, asFarAs(engine.state, state), mostPartings);
  // What this reader may not see is veiled on both sides; then the parts that are left decide.
  return { ...base, equal: partsAt.length === 0, partsAt };
}

/**
 * Holds four things against each other: the workflow's own state, the state that the rules give from the ledger, the
 * read models, and the hash chain, recomputed here.
 */
export async function verify(api: PalabreApi, as: string, id: string): Promise<VerifyResult> {
  for (let tries = 1; ; tries += 1) {
    const engine = await engineOf(api, as, id);
    const freshness = engine === null ? {} : { after: engine.version };
    const report = await api.verification(as, id, freshness);
    if (engine !== null && engine.version < report.state.version && tries < mostTries) continue;
    const history = await api.history(as, id, 1, { after: report.chain.version });
    const chain = checkChain(history.filter(item => item.attributes.streamversion <= report.chain.version));
    const engineCheck = await compared(api, as, id, engine, report);
    const readModelsEqual = report.readModels.every(model => model.equal);
    return {
      id,
      equal: report.chain.holds && chain.holds && chain.head === report.chain.hash && engineCheck.equal && readModelsEqual,
      version: report.state.version,
      ledger: { contentHash: report.state.contentHash, chain: report.chain },
      chain,
      engine: engineCheck,
      readModels: report.readModels,
    };
  }
}
