import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository.js';
import { generatedFolder, generatedPages } from './pages.js';

/** `npm run docs`: writes every generated page. */
const folder = join(repositoryRoot, generatedFolder);
mkdirSync(folder, { recursive: true });
for (const [name, make] of Object.entries(generatedPages)) {
  writeFileSync(join(folder, name), make());
  process.stdout.write(`${generatedFolder}/${name}\n`);
}
