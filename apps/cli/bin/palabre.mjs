#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';

const built = new URL('../dist/main.js', import.meta.url);

if (existsSync(built)) {
  const { main } = await import(built.href);
  await main();
} else {
  process.stderr.write('palabre: pas encore compilé / not built yet. → npm run build\n');
  process.exitCode = 1;
}
