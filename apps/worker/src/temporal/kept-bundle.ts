import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the compiled workflows lie, and the file in which a bundle of exactly this state is kept. */
export interface BundlePlace {
  readonly workflowsPath: string;
  readonly file: string;
}

const folder = fileURLToPath(new URL('../../dist/workflow-bundles/', import.meta.url));

const ourPackages = ['@palabre/lifecycle', '@palabre/contracts'];

/** Packages of others that are bundled with ours: an upgrade makes another bundle. */
const otherPackages = ['@temporalio/workflow', '@temporalio/common', '@temporalio/worker', 'zod', '@noble/hashes', 'canonicalize'];

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

async function compiledFiles(entry: string): Promise<string[]> {
  const found = await readdir(dirname(entry), { recursive: true });
  return found
    .filter(name => name.endsWith('.js'))
    .sort()
    .map(name => join(dirname(entry), name));
}

/** The package.json that a package's code would find: it names the version. */
async function manifestOf(name: string, from: NodeJS.Require): Promise<string> {
  for (const folderOfPackages of from.resolve.paths(name) ?? []) {
    const manifest = await textOf(join(folderOfPackages, name, 'package.json'));
    if (manifest !== null) return manifest;
  }
  throw new Error(`Package ${name} is not installed`);
}

/** Finds the place of the bundle for the present state of the compiled code. */
export async function bundlePlace(): Promise<BundlePlace> {
  const workflowsPath = createRequire(import.meta.url).resolve('@palabre/workflows');
  const fromWorkflows = createRequire(workflowsPath);
  const fromContracts = createRequire(fromWorkflows.resolve('@palabre/contracts'));
  const state = createHash('sha256');
  for (const entry of [workflowsPath, ...ourPackages.map(name => fromWorkflows.resolve(name))]) {
    for (const file of await compiledFiles(entry)) state.update(file).update(await readFile(file));
  }
  for (const name of otherPackages) state.update(await manifestOf(name, fromContracts));
  return { workflowsPath, file: join(folder, `${state.digest('hex').slice(0, 32)}.js`) };
}

/** The bundle kept at a place, or null. */
export const keptBundle = ({ file }: BundlePlace): Promise<string | null> => textOf(file);

/** Keeps a bundle, and drops those of earlier states. Where nothing may be written, every start bundles anew. */
export async function keepBundle({ file }: BundlePlace, code: string): Promise<void> {
  const half = `${file}.${randomUUID()}`;
  const beside = dirname(file);
  try {
    await mkdir(beside, { recursive: true });
    await writeFile(half, code);
    await rename(half, file);
    for (const other of await readdir(beside)) {
      if (other.endsWith('.js') && join(beside, other) !== file) await rm(join(beside, other), { force: true });
    }
  } catch {
    await rm(half, { force: true }).catch(() => undefined);
  }
}
