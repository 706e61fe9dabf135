import { relative } from 'node:path';
import type { DemoAccount } from '../identity/accounts.js';
import type { StackAddresses } from '../supervisor/stack-file.js';
import type { PlayedDossier } from './demo.js';

/** Everything that `npm start` tells when it is ready. */
export interface StartReport {
  readonly readyInSeconds: number;
  readonly addresses: StackAddresses;
  readonly accounts: readonly DemoAccount[];
  readonly accountsFile: string;
  readonly dataDir: string;
  readonly demo: readonly PlayedDossier[];
  /** Playing and verifying of all dossiers together. */
  readonly demoSeconds: number;
  /** Why the demo was not played to its end. */
  readonly demoFailure: string | undefined;
}

/** True when every dossier was played and verified. */
export function demoWentWell(report: StartReport): boolean {
  return report.demoFailure === undefined && report.demo.every(({ verified }) => verified);
}

/** The report as JSON, with `ok`. */
export function asJson(report: StartReport): string {
  const accounts = report.accounts.map(({ account, organisation, roles, name }) => ({ account, organisation, roles, name }));
  return JSON.stringify({ ok: demoWentWell(report), ...report, accounts });
}

/** The report for people; `once` leaves out what is only useful while the stack runs. */
export function asText(report: StartReport, once: boolean): string {
  const parts = once ? [demoText(report)] : [readyText(report), accountsText(report), demoText(report), nextText(report)];
  return `\n${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function readyText(report: StartReport): string {
  const { addresses } = report;
  const lines: [string, string | undefined][] = [
    ['Commands (gateway)', addresses.gateway],
    ['Reading (projection)', addresses.projection],
    ['Sign-in (OpenID)', addresses.identity],
    ['Temporal', addresses.temporal],
    ['Temporal pages', addresses.temporalUi],
    ['Kafka', addresses.kafka],
    ['PostgreSQL', addresses.database],
  ];
  const known = lines.filter(([, address]) => address !== undefined).map(([what, address]) => `  ${what.padEnd(22)}${address}`);
  return [`Palabre is ready (${report.readyInSeconds} s).`, ...known].join('\n');
}

function accountsText(report: StartReport): string {
  const width = Math.max(...report.accounts.map(({ account }) => account.length)) + 2;
  const lines = report.accounts.map(({ account, name, roles }) => `  ${account.padEnd(width)}${name.en} (${roles.join(', ')})`);
  return [`Demo accounts (their secrets: ${shown(report.accountsFile)}):`, ...lines].join('\n');
}

function demoText(report: StartReport): string {
  const lines = report.demo.map(
    one =>
      `  ${one.dossier} → ${one.id}${one.alreadyPlayed ? ' (from an earlier start)' : ''}\n` +
      `    ${count(one.phases.length, 'phase')}, ${count(one.decisions, 'decision')}, ${count(one.refusals, 'refusal')}, ${count(one.events, 'event')}; ` +
      `verify: ${one.verified ? 'equal' : 'NOT EQUAL'}${one.phases.length === 0 ? '' : `\n    ${one.phases.join(' → ')}`}`,
  );
  const failure = report.demoFailure === undefined ? [] : [`  The demo was not played to its end: ${report.demoFailure}`];
  return lines.length + failure.length === 0 ? '' : [`Demo (${report.demoSeconds} s):`, ...lines, ...failure].join('\n');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function nextText(report: StartReport): string {
  const id = report.demo[0]?.id ?? 'ID';
  const commands = ['list', `show ${id}`, `history ${id} --refused`, `verify ${id}`, 'tasks --as hq-ops'];
  return [
    'Next, in another terminal:',
    ...commands.map(command => `  npx palabre ${command}`),
    `Ctrl-C stops everything; the data stay in ${shown(report.dataDir)}.`,
  ].join('\n');
}

/** A path as one would type it: from here when it is below, else whole. */
function shown(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere || '.';
}
