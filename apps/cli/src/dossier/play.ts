import type { EventEnvelope, Refusal } from '@palabre/contracts';
import type { Answer, Request } from '../api/request.js';
import { salted } from '../api/salted.js';
import { Failure } from '../failure.js';
import type { Say } from '../words/words.js';
import { commandIds, type Act, type Dossier } from './dossier.js';
import { expectationText, isExpected } from './expectation.js';
import { NoSuchReference, Produced } from './produced.js';
import { beginRun, type BegunRun, type PlayCircumstances } from './run.js';
import { isReadable, readTogether } from './read-together.js';
import { isRefusal, summaryOf, type HistorySummary } from './summary.js';

export interface PlayReport extends HistorySummary {
  readonly id: string;
  readonly dossier: string;
  /** True when an earlier play had done everything: this one changed nothing. */
  readonly alreadyPlayed: boolean;
  /** Acts of the dossier, and how many of them an earlier play had done. */
  readonly acts: number;
  readonly actsPlayedBefore: number;
  readonly standing: string;
  /** What let acts through with a warning, as whoever acted was told. */
  readonly warnings: readonly ActWarning[];
}

/** A warning of one act. */
export interface ActWarning extends Pick<Refusal, 'rule' | 'reason'> {
  readonly act: number;
  readonly type: string;
}

export interface ActOutcome {
  readonly already: boolean;
  readonly refusal: Refusal | null;
}

const ended = 'partnership-ended';

const refusalOf = (event: EventEnvelope): Refusal => event.data as Refusal;

/**
 * One playing of a dossier: opens the partnership, or finds the one it opened before, and takes the acts one by one with
 * the rights of their accounts. What the history already tells is not asked for again.
 */
export class Play {
  readonly #ids: ReturnType<typeof commandIds>;
  readonly #produced = new Produced(act => this.#eventsOf(act));
  readonly #versions = new Map<number, number>();
  readonly #warnings: ActWarning[] = [];
  #begun: BegunRun | null = null;
  #now = '';
  #already = 0;
  #version = 0;

  constructor(
    readonly dossier: Dossier,
    private readonly circumstances: PlayCircumstances,
  ) {
    this.#ids = commandIds(circumstances.run, dossier);
  }

  /** Opens the partnership or finds it. Answers its id. */
  async begin(): Promise<string> {
    this.#begun = await beginRun(this.dossier, this.#ids, this.circumstances);
    this.#now = this.#begun.now;
    this.#version = this.#begun.version;
    return this.#begun.id;
  }

  /** Takes one act. Throws Failure when it does not end as the dossier expects. */
  async act(act: Act): Promise<ActOutcome> {
    const before = this.#run().played.get(this.#ids.act(act));
    if (before !== undefined) {
      this.#already += 1;
      const refused = before.find(isRefusal);
      return this.#settled(act, refused === undefined ? null : refusalOf(refused), true);
    }
    if (this.#run().changed.has(act.number)) throw this.#failure(act, 'play.changed', 'refused', {}, 'play.changedNext');
    await this.#reach(act);
    const answer = await this.#send(act.as, {
      id: this.#ids.act(act),
      type: act.type,
      data: await this.#dataOf(act),
      ...(act.at === null ? {} : { at: act.at }),
    });
    if (answer.outcome === 'accepted') {
      this.#versions.set(act.number, answer.events[0]?.version ?? answer.version);
      this.#warnings.push(...answer.warnings.map(({ rule, reason }) => ({ act: act.number, type: act.type, rule, reason })));
    }
    this.#version = answer.version ?? this.#version;
    return this.#settled(act, answer.outcome === 'refused' ? answer.refusal : null, false);
  }

  /** What the whole history amounts to now. */
  async report(): Promise<PlayReport> {
    const { api } = this.circumstances;
    const { id } = this.#run();
    const history = await readTogether(api, this.dossier, id, 1, { after: this.#version });
    const { head } = await api.file(this.dossier.openedBy, id, { after: this.#version });
    return {
      id,
      dossier: this.dossier.id,
      ...summaryOf(history),
      alreadyPlayed: this.#run().continued && this.#already === this.dossier.acts.length,
      acts: this.dossier.acts.length,
      actsPlayedBefore: this.#already,
      standing: head.standing,
      warnings: this.#warnings,
    };
  }

  #run(): BegunRun {
    if (this.#begun === null) throw new Error('Play: begin() comes first');
    return this.#begun;
  }

  #send(as: string, request: Request): Promise<Answer> {
    return this.circumstances.api.command(as, this.#run().id, salted(request));
  }

  /** Moves the rehearsal calendar to the day of an act. */
  async #reach(act: Act): Promise<void> {
    if (act.on <= this.#now) return;
    const answer = await this.#send(this.dossier.openedBy, { id: this.#ids.calendar(act), type: 'AdvanceCalendar', data: { to: act.on } });
    if (answer.outcome === 'accepted') this.#now = act.on;
    else if (answer.refusal.code !== ended) throw this.#refused(act, answer.refusal);
  }

  async #dataOf(act: Act): Promise<unknown> {
    try {
      return await this.#produced.dataOf(act);
    } catch (error) {
      if (!(error instanceof NoSuchReference)) throw error;
      throw this.#failure(act, 'play.noReference', 'bad-input', { reference: error.reference });
    }
  }

  #settled(act: Act, refusal: Refusal | null, already: boolean): ActOutcome {
    if (refusal === null && act.refused !== null) throw this.#failure(act, 'play.notRefused', 'failed', {});
    if (refusal !== null && act.refused === null) throw this.#refused(act, refusal);
    if (refusal !== null && act.refused !== null && !isExpected(act.refused, refusal))
      throw this.#failure(act, 'play.refusedOtherwise', 'failed', {
        found: `${refusal.code}, ${refusal.rule}`,
        expected: expectationText(act.refused),
      });
    if (refusal === null) this.#produced.remember(act);
    return { already, refusal };
  }

  async #eventsOf(act: Act): Promise<readonly EventEnvelope[]> {
    const { api } = this.circumstances;
    const { id, played } = this.#run();
    const cause = this.#ids.act(act);
    const known = played.get(cause);
    if (known !== undefined) return known;
    const from = this.#versions.get(act.number) ?? 1;
    const events = await readTogether(api, this.dossier, id, from, { after: this.#version });
    const mine = events.filter(isReadable).filter(event => event.attributes.cause === cause);
    played.set(cause, mine);
    return mine;
  }

  #refused(act: Act, { code, rule, reason, next }: Refusal): Failure {
    const { language } = this.circumstances;
    const what = this.#sentence(act, 'play.stoppedAt', { reason: reason[language] });
    return new Failure({ exit: 'refused', what, code, rule, next: next[language] });
  }

  #failure(
    act: Act,
    key: Parameters<Say>[0],
    exit: 'failed' | 'refused' | 'bad-input',
    values: Record<string, string>,
    next: Parameters<Say>[0] = 'play.refusedNext',
  ): Failure {
    return new Failure({ exit, what: this.#sentence(act, key, values), next: this.circumstances.say(next) });
  }

  #sentence(act: Act, key: Parameters<Say>[0], values: Record<string, string>): string {
    const { number, type, line } = act;
    return this.circumstances.say(key, { number, type, line, file: this.dossier.file, ...values });
  }
}
