import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Field of /proc/PID/stat that holds the start time, counted after the closing bracket of the program's name. */
const START_TIME_FIELD = 19;

/**
 * A mark that tells one process from a later one that got the same pid: boot id and start time.
 * Undefined when no such process runs (a zombie does not run).
 */
export function birthOf(pid: number): string | undefined {
  return process.platform === 'linux' ? birthFromProc(pid) : birthFromPs(pid);
}

/** True when the process that was recorded with this mark still runs. */
export function stillRuns(pid: number, birth: string): boolean {
  return birthOf(pid) === birth;
}

function birthFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const started = fields[START_TIME_FIELD];
    if (started === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${bootId()}:${started}`;
  } catch {
    return undefined;
  }
}

function birthFromPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [state, ...started] = line.trim().split(/\s+/);
    return state === undefined || state.startsWith('Z') ? undefined : started.join(' ');
  } catch {
    return undefined;
  }
}

let knownBootId: string | undefined;

function bootId(): string {
  knownBootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return knownBootId;
}
