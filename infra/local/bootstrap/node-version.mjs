/** The oldest Node that every pinned dependency runs on. */
const NEEDED = [20, 19];

/** A message when this Node is too old, else undefined. `version` as in `process.versions.node`. */
export function nodeIsTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
  return enough
    ? undefined
    : `Node ${version} is too old: Palabre needs ${NEEDED.join('.')} or later. Install Node 22 or 24 and start again.`;
}

/** Says what is wrong and ends. */
export function fail(text, code) {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}
