import { fileIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import type { FileView } from '../api/reads.js';
import type { TextView } from '../api/text-rows.js';
import { typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const at = '2027-02-01T09:00:00.000Z';

const [first, second] = ['1'.repeat(64), '2'.repeat(64)] as const;

/** A file with one text in two versions, and what was said of it beside. */
function withText(kind: string, body: unknown, text: Partial<TextView>, more: Partial<FileView> = {}): InMemoryPalabre {
  const api = InMemoryPalabre.of(fileIn('co-construction'));
  const versions = [first, second].map((hash, place) => ({ version: place + 1, hash, proposedBy: 'host', at }));
  api.history = async () => versions.map(version => ({ attributes: {}, data: { kind, ...version, body } })) as never;
  const ofFixture = api.file;
  const view: TextView = { state: 'proposed', head: versions.at(-1) ?? null, acceptedBy: ['host'], versions, ...text };
  api.file = async (as, id): Promise<FileView> => ({ ...(await ofFixture(as, id)), texts: { [kind]: view }, ...more });
  return api;
}

const read = async (api: InMemoryPalabre, kind: string): Promise<string> => (await typed(['text', api.id, kind], { api })).out.join('\n');

describe('a text that a body has read', () => {
  it('HFA-34: the approved report shows the session of the assembly: day, people present, quorum and voices', async () => {
    const report = { activities: 'Neuf puits', finances: 'Tout justifié', difficulties: 'Une crue', lessons: 'Écouter' };
    const session = { heldOn: '2027-01-30', minutes: 'c'.repeat(64), count: { quorum: 20, present: 31, inFavour: 28, against: 1 } };
    const signOffs = [
      { party: 'partner', textVersion: 2, hash: second, session },
      { party: 'partner', textVersion: 1, hash: first, session: { ...session, heldOn: '2026-12-12' } },
    ];
    const lines = await read(
      withText('final-report', report, { state: 'approved' }, { signOffs: { decisions: [], signOffs } }),
      'final-report',
    );
    expect(lines).toMatch(/on 2027-01-30: 31 present \(quorum 20\), 28 for, 1 against/);
    expect(lines).toContain('approved');
    expect(lines).not.toContain('2026-12-12');
  });

  it('HFA-16: the agreement shows how many people of each party have read this version', async () => {
    const agreement = { clauses: [{ number: '1', title: 'Objet', text: 'Soigner.' }] };
    const of = (version: number, person: string) => ({ version, party: 'partner', person });
    const lines = await read(withText('agreement', agreement, { read: [of(2, 'a'), of(2, 'b'), of(2, 'b'), of(1, 'c')] }), 'agreement');
    expect(lines).toMatch(/read by +\S.*\(2\)/);
  });
});
