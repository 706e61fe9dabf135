import { beforeAll, describe, expect, it } from 'vitest';
import { typed } from '../testing/desk.spec.js';
import { InMemoryPalabre, repositoryFile } from '../testing/in-memory-palabre.spec.js';

describe('a history that says of what', () => {
  const api = new InMemoryPalabre();

  beforeAll(async () => {
    await typed(['play', repositoryFile('infra/demo/sante-fleuve.yaml')], { api });
    api.views.answers.set('/v1/organisations', [
      { organisation: 'org-horizon-soins', name: 'Horizon Soins' },
      { organisation: 'org-rives-du-fleuve', name: 'Rives du Fleuve' },
    ]);
  });

  const told = async (language: 'fr' | 'en', ...options: string[]): Promise<readonly string[]> =>
    (await typed(['history', api.id, ...options], { api, language })).out;

  it('MDM-01, HFA-37: each line names its text with the version, its task, its reminder, its decision or its party', async () => {
    const lines = (await told('en', '--all')).join('\n');
    expect(lines).toContain('Budget proposed: Budget v1');
    expect(lines).toMatch(/Text agreed: [A-Z]\w+.* v\d/);
    expect(lines).toMatch(/Reminder due: \S/);
    expect(lines).not.toMatch(/(Reminder due|Task escalated|Task overdue|Text (proposed|accepted by one party|agreed)) {2}/);
    expect(lines).toMatch(/Tasks opened: Say the objective/);
  });

  it('MDM-01: who acted is told by function and organisation, in the language of the reader, and no code stands for a word', async () => {
    const french = (await told('fr')).join('\n');
    expect(french).toContain('responsable du partenariat (Horizon Soins)');
    expect(french).toContain('Tentative de signature refusée : ');
    expect(french).not.toMatch(/partnership-officer|hq-ops|partner-representative|SignAgreement|EnterPhase|\(host\)|« partner »/);
    const refused = (await told('en', '--refused')).join('\n');
    expect(refused).toContain('about "Rives du Fleuve" waits');
    expect(refused).not.toContain('"partner"');
  });

  it('what is asked of several parties at once is named once in a line, tasks and deadlines alike', async () => {
    const pieces = (await told('fr', '--all'))
      .filter(line => line.includes(' · '))
      .map(line => (line.split(' : ')[1] ?? '').split(/ · | {2}/));
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.filter(line => new Set(line).size < line.length)).toEqual([]);
  });

  it('of an event that the reader may not read nothing is told but its place', async () => {
    const whole = api.history;
    const version = api.rehearsal.events.find(({ attributes }) => attributes.type === 'BudgetContested')?.attributes.streamversion ?? 0;
    api.history = async (...asked) =>
      (await whole(...asked)).map(item =>
        item.attributes.streamversion === version ? { attributes: item.attributes, data: null, withheld: 'MDM-17' } : item,
      );
    const line = (await told('en')).find(one => one.includes('Budget contested')) ?? '';
    api.history = whole;
    expect(line).toContain('Budget contested');
    expect(line).not.toContain('Budget v');
  });

  it('S-06: an answer is told, also where its word stands inside another: a no that the title seems to hold is said', async () => {
    const whole = api.history;
    const answer = { subject: 'Médiation annoncée', accepts: false };
    api.history = async (...asked) =>
      (await whole(...asked)).map(item =>
        'type' in item.attributes && item.attributes.type === 'BudgetContested' ? { attributes: item.attributes, data: answer } : item,
      );
    const line = (await told('en')).find(one => one.includes('Budget contested')) ?? '';
    api.history = whole;
    expect(line).toMatch(/Médiation annoncée, no\b/);
  });
});
