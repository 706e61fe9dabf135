import { accessSync, chmodSync, chownSync, constants, lstatSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRoot, onPath } from '../provision/machine.js';

/** How PostgreSQL's programs are run: directly, as another user, or with root shown to them as an ordinary user. */
export interface PostgresAccount {
  readonly uid?: number;
  readonly gid?: number;
  /** Program and arguments to put before the command. */
  readonly prefix: readonly string[];
}

/**
 * PostgreSQL refuses to run as root. When we are root its programs run as the system's `postgres` (or `nobody`), if that
 * user can reach programs and data; otherwise (a clone below a closed home folder) in a user namespace where root is shown
 * as an ordinary user.
 */
export function postgresAccount(bin: string, dataFolder: string): PostgresAccount {
  if (!isRoot()) return { prefix: [] };
  const user = systemUser('postgres') ?? systemUser('nobody');
  if (user !== undefined && reachable(bin) && reachable(dirname(dataFolder))) {
    giveFolder(dataFolder, user);
    return { ...user, prefix: [] };
  }
  const unshare = onPath('unshare');
  if (user === undefined || unshare === undefined) {
    throw new Error(
      `PostgreSQL does not run as root, and no other user can reach ${dataFolder}. Work as an ordinary user, or in a folder that others can enter.`,
    );
  }
  giveFolder(dataFolder, { uid: 0, gid: 0 });
  return { prefix: [unshare, '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`, '--'] };
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

function systemUser(name: string): User | undefined {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find(entry => entry.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined;
  }
}

/** True when everybody may enter the folder and all folders above it. */
function reachable(folder: string): boolean {
  const above = dirname(folder);
  return mayEnter(folder) && (above === folder || reachable(above));
}

function mayEnter(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK);
    return (lstatSync(folder).mode & constants.S_IXOTH) !== 0;
  } catch {
    return false;
  }
}

/** Lets everybody pass through a folder of ours, without showing what is in it. */
export function letOthersPass(folder: string): void {
  if (isRoot()) chmodSync(folder, lstatSync(folder).mode | constants.S_IXOTH | constants.S_IXGRP);
}

function giveFolder(folder: string, owner: User): void {
  if (lstatSync(folder).uid === owner.uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chownSync(join(folder, entry), owner.uid, owner.gid);
  chownSync(folder, owner.uid, owner.gid);
}
