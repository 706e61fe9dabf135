import { textBodies } from '@palabre/contracts';
import { fileIn, sampleBodies } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import type { FileView } from '../api/reads.js';
import type { TextView } from '../api/text-rows.js';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';
import { textFieldWords } from '../words/text-field-words.js';

const at = '2027-02-01T09:00:00.000Z';

const line = (id: string, label: string, amount: number) => ({
  line: id,
  label,
  cost: { amount, currency: 'EUR' },
  spentBy: id === 'L1' ? 'host' : 'partner',
  overhead: false,
});

const budget = (first: number) => ({
  lines: [line('L1', 'Sages-femmes', first), line('L2', 'Pirogue', 1_200_000)],
  total: { amount: first + 1_200_000, currency: 'EUR' },
});

/** A file in which the host has proposed these versions of a text, the earlier ones contested by the partner. */
function withText(kind: string, bodies: readonly unknown[], more: Partial<TextView> = {}): InMemoryPalabre {
  const api = InMemoryPalabre.of(fileIn('co-construction'));
  api.views.answers.set('/v1/organisations', [
    { organisation: 'org-horizon', name: 'Horizon Soins' },
    { organisation: 'org-riviere', name: 'Rives du fleuve' },
  ]);
  const versions = bodies.map((_, place) => ({ version: place + 1, hash: String(place + 1).repeat(64), proposedBy: 'host', at }));
  const told = versions.map(({ at: _at, ...version }, place) => ({ attributes: {}, data: { kind, ...version, body: bodies[place] } }));
  api.history = async () => told as never;
  const ofFixture = api.file;
  const text: TextView = { state: 'proposed', head: versions.at(-1) ?? null, acceptedBy: ['host'], versions, ...more };
  api.file = async (as, id): Promise<FileView> => ({ ...(await ofFixture(as, id)), texts: { [kind]: text } });
  return api;
}

const read = async (api: InMemoryPalabre, kind: string, ...more: readonly string[]): Promise<string> =>
  (await typed(['text', api.id, kind, ...more], { api })).out.join('\n');

describe('text', () => {
  it('MDM-11: the budget is read by line with its amounts, whose turn it is, and what has changed since the version before', async () => {
    const api = withText('budget', [budget(2_800_000), budget(3_000_000)], {
      contests: [{ version: 1, party: 'partner', reasons: 'Trop peu pour les sages-femmes', about: ['L1'], at }],
      comments: [{ version: 2, party: 'partner', comment: 'Mieux ainsi', at }],
      translations: [
        { version: 1, language: 'wo', body: 'x' },
        { version: 2, language: 'en', body: 'The budget' },
      ],
    });
    const lines = await read(api, 'budget', '--as', 'partner-rep');
    expect(lines).toMatch(/^Budget, version 2/);
    expect(lines).toMatch(/L1 +EUR 30,000\.00 +Horizon Soins +Sages-femmes/);
    expect(lines).toContain('total: EUR 42,000.00');
    expect(lines).toContain('for Rives du fleuve to accept or contest');
    expect(lines).toContain('~ lines › L1 › cost: EUR 28,000.00 → EUR 30,000.00');
    expect(lines).not.toContain('› L2');
    expect(lines).toContain('Rives du fleuve, v1, 2027-02-01: Trop peu pour les sages-femmes (about L1)');
    expect(lines).toContain('wo (version 1, to be redone), en (version 2)');
    expect(lines).toContain('2'.repeat(64));
    expect(lines).toContain('AcceptText');
    expect(await read(api, 'budget')).not.toContain('AcceptText');
    expect(await read(api, 'budget', '--in', 'en')).toBe('The budget');
    expect((await typed(['text', api.id, 'budget', '--in', 'wo'], { api })).code).not.toBe(0);
  });

  it('HFA-14: the agreement is read clause by clause, by its numbers; an earlier version too, as what it was', async () => {
    const first = { clauses: [{ number: '1', title: 'Objet', text: 'Soigner ensemble.' }] };
    const second = { clauses: [...first.clauses, { number: '2', title: 'Durée', text: 'Trois ans.', covers: ['duration'] }] };
    const api = withText('agreement', [first, second], { state: 'agreed', acceptedBy: ['host', 'partner'] });
    const lines = await read(api, 'agreement', '--as', 'partner-rep');
    expect(lines).toContain('1  Objet\n      Soigner ensemble.');
    expect(lines).toContain('2  Durée\n      Trois ans.\n      settles: the duration');
    expect(lines).toContain('+ clauses › 2: 2  Durée');
    expect(lines).toContain('nobody: the text is agreed');
    expect(lines).not.toContain('AcceptText');
    const earlier = await read(api, 'agreement', '--of-version', '1');
    expect(earlier).toContain('replaced; the latest is version 2');
    expect(earlier).not.toContain('Durée');
    const { code, err } = await typed(['text', api.id, 'agreement', '--of-version', '7'], { api });
    expect([code === 0, err.join('\n')]).toEqual([false, expect.stringContaining('Versions: 1, 2')]);
  });

  it('every field of every body has words, and no body shows a key where a name belongs', async () => {
    const fieldsOf = (schema: unknown): string[] => {
      const { shape, element, innerType } = ((schema as { def?: object }).def ?? {}) as Record<string, unknown>;
      const inner = element ?? innerType;
      const own = shape === undefined ? [] : Object.entries(shape as object).flatMap(([name, field]) => [name, ...fieldsOf(field)]);
      return [...own, ...(inner === undefined ? [] : fieldsOf(inner))];
    };
    const fields = [...new Set(Object.values(textBodies).flatMap(fieldsOf))];
    expect(fields.length).toBeGreaterThan(80);
    expect(fields.filter(name => textFieldWords[name] === undefined)).toEqual([]);
    for (const [kind, body] of Object.entries(sampleBodies)) {
      const lines = await read(withText(kind, [body]), kind);
      expect(lines.split('\n').length).toBeGreaterThan(7);
      expect(lines).not.toMatch(/\[object|undefined|^(host|partner)\b/m);
    }
  });

  it('lists the texts with their names; says in French what it says in English; keeps a restricted text shut', async () => {
    const api = withText('budget', [budget(2_800_000)]);
    expect(await read(api, 'budget')).not.toContain('Changed since');
    const { out } = await typed(['text', api.id], { api, language: 'fr' });
    expect(out[1]).toMatch(/^budget +v1 +proposé +Budget +à Rives du fleuve d’accepter ou de contester$/);
    const french = (await typed(['text', api.id, 'budget'], { api, language: 'fr' })).out.join('\n');
    expect(french).toContain('28 000,00 EUR');
    expect(french).not.toMatch(/proposed by|EUR 28/);
    const shut = withText('budget', [budget(2_800_000)], { restricted: {} });
    expect(await read(shut, 'budget')).toBe('The content of this text is not open to you.');
    expect(jsonOf(await typed(['text', api.id, 'budget', '--json'], { api }))).toMatchObject({ shown: { version: 1 }, before: null });
  });
});
