import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoAccounts, InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { describeMistake } from './mistakes.js';
import type { PlayReport } from './play.js';
import { readDossier } from './read-dossier.js';

const demoFolder = repositoryFile('infra/demo');

const demoFile = `${demoFolder}/sante-fleuve.yaml`;

const dossierFiles = [
  ...readdirSync(demoFolder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => ({ name, file: `${demoFolder}/${name}` })),
  { name: 'premier-pas.yaml', file: repositoryFile('test/journeys/dossiers/premier-pas.yaml') },
];

const accounts = demoAccounts.map(({ account }) => account);

describe('the dossiers that come with Palabre', () => {
  it.each(dossierFiles)('PMP-29: $name has no mistake: every act fits its command, its account and its day', ({ file }) => {
    const reading = readDossier(readFileSync(file, 'utf8'), file, { accounts });
    expect(reading.ok ? [] : reading.mistakes.map(mistake => describeMistake(mistake, 'en'))).toEqual([]);
  });
});

describe('the demonstration, played against the rules', () => {
  const api = new InMemoryPalabre();
  const told = (type: string) => api.rehearsal.events.filter(event => event.attributes.type === type);
  const whenFirst = (type: string): number => told(type)[0]?.attributes.streamversion ?? Number.NaN;

  it('MDM-37, HFA-32: goes from the idea to the closure, each act with the rights of its account', async () => {
    const report = jsonOf(await typed(['play', demoFile, '--json'], { api })) as PlayReport;
    expect(report).toMatchObject({ standing: 'closed', alreadyPlayed: false, acts: 191, actsPlayedBefore: 0, refusals: 8 });
    expect(report.events).toBe(api.rehearsal.events.length);
    expect([...new Set(report.phases)]).toEqual([
      'idea',
      'mapping',
      'search',
      'due-diligence',
      'co-construction',
      'validation',
      'setting-up',
      'implementation',
      'annual-review',
      'after',
      'closing',
    ]);
    expect(api.rehearsal.state.tasks).toEqual([]);
  });

  it('MDM-71: tells the orange line on accounts, MDM-11: the contested budget, HFA-15: the attempt to sign without mandate', () => {
    expect(told('OrangeLineRaised').map(event => event.data)).toMatchObject([{ line: 'financial_accountability', about: 'partner' }]);
    expect(whenFirst('BudgetContested')).toBeLessThan(whenFirst('BudgetCoValidated'));
    expect(told('SignatureAttemptRefused')[0]?.data).toMatchObject({ gates: ['SIGNATORY'] });
    expect(whenFirst('SignatureAttemptRefused')).toBeLessThan(whenFirst('AgreementSigned'));
  });

  it('MDM-15: tells an approval made stale, MDM-18: one meeting missed, HFA-20: one justification late, MDM-10: a handover', () => {
    expect(told('SignOffBecameStale').map(event => event.data)).toContainEqual(
      expect.objectContaining({ signOff: 'signature', party: 'host' }),
    );
    expect(told('MeetingMissed').map(event => event.data)).toMatchObject([{ slot: '2023-04-17' }]);
    expect(told('ExpenditureJustified').map(event => (event.data as { late: boolean }).late)).toEqual([false, true, false, false]);
    expect(told('FocalPointHandedOver')).toHaveLength(1);
  });

  it('S-01: hears the party before the alleged red line is dismissed; nothing is paid while suspended', () => {
    expect(whenFirst('RedLineAlleged')).toBeLessThan(whenFirst('LineDismissed'));
    expect(told('RedLineBreachConfirmed')).toEqual([]);
    const [from, to] = [whenFirst('PartnershipSuspended'), whenFirst('PartnershipResumed')];
    const paid = told('FundTransferRequested').map(event => event.attributes.streamversion);
    expect(paid.filter(version => version > from && version < to)).toEqual([]);
  });

  it('played again it changes nothing, also when the engine has forgotten the ended file', async () => {
    const version = api.rehearsal.state.head.version;
    const sent = api.sent.length;
    const again = jsonOf(await typed(['play', demoFile, '--json'], { api })) as PlayReport;
    expect(again).toMatchObject({ alreadyPlayed: true, actsPlayedBefore: 191, version });
    expect(api.sent.slice(sent).map(({ request }) => request.type)).toEqual(['OpenPartnership']);
    api.forget();
    expect(jsonOf(await typed(['play', demoFile, '--json'], { api }))).toMatchObject({ id: api.id, alreadyPlayed: true, version });
    expect(api.rehearsal.state.head.version).toBe(version);
  });
});
