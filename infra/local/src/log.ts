/** Where the stack says what it does. Texts are for people; machines read `--json` on the standard output. */
export interface Log {
  /** One finished fact. */
  info(text: string): void;
  /** Something that takes time starts; the answer is to be called when it is over, with a word on how it went if there is one. */
  task(text: string): (outcome?: string) => void;
}

/** Says nothing: for specs. */
export const silentLog: Log = { info: () => undefined, task: () => () => undefined };

/** Tells that something takes time, and how it went. */
export async function told<Outcome>(log: Log, text: string, work: Promise<Outcome>): Promise<Outcome> {
  const done = log.task(text);
  try {
    const outcome = await work;
    done();
    return outcome;
  } catch (reason) {
    done('did not work');
    throw reason;
  }
}

const TICK_MS = 1_000;
/** Without a terminal a long task says every so many seconds that it is alive. */
const PLAIN_EVERY_S = 30;

/** Writes to the standard error: one line that counts the seconds on a terminal, plain lines otherwise. */
export function terminalLog(out: NodeJS.WriteStream = process.stderr): Log {
  const open = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  const seconds = (since: number) => Math.round((Date.now() - since) / 1_000);
  const clear = () => out.isTTY && out.write('\r\u001b[K');
  const draw = () => {
    if (!out.isTTY || open.size === 0) return;
    const tasks = [...open].map(([text, since]) => `${text} ${seconds(since)} s`).join(' · ');
    out.write(`\r\u001b[K… ${tasks.slice(0, (out.columns ?? 80) - 3)}`);
  };
  const tick = () => {
    if (out.isTTY) return draw();
    for (const [text, since] of open) {
      const elapsed = seconds(since);
      if (elapsed > 0 && elapsed % PLAIN_EVERY_S === 0) out.write(`… ${text} (${elapsed} s)\n`);
    }
  };
  const line = (text: string) => {
    clear();
    out.write(`${text}\n`);
    draw();
  };
  return {
    info: line,
    task: text => {
      const since = Date.now();
      open.set(text, since);
      if (!out.isTTY) line(`… ${text}`);
      timer ??= setInterval(tick, TICK_MS).unref();
      draw();
      return outcome => {
        if (!open.delete(text)) return;
        if (open.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
        line(`${outcome === undefined ? '✓' : '·'} ${text}${outcome === undefined ? '' : `: ${outcome}`} (${seconds(since)} s)`);
      };
    },
  };
}
