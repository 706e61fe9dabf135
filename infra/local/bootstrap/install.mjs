import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runShown } from './progress.mjs';

/** Installs what package-lock.json names, unless that very lock file is installed already. */
export async function install(root) {
  const stamp = join(root, 'node_modules', '.palabre-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!installedByHand(root)) {
    const npm = process.env.npm_execpath;
    const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
    await runShown('installing packages', command, [...before, 'ci', '--no-fund', '--no-audit', '--loglevel=error'], root);
  }
  writeFileSync(stamp, wanted);
}

/** npm writes its own lock file into node_modules when it is done: newer than ours means that somebody ran npm since. */
function installedByHand(root) {
  const own = join(root, 'node_modules', '.package-lock.json');
  return existsSync(own) && statSync(own).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}
