import { agreeText, fileIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const marks = (out: readonly string[]): Record<string, string> =>
  Object.fromEntries(out.filter(line => /^[✔✖○] \w+ /u.test(line)).map(line => [line.split(' ')[1] ?? '', line[0] ?? '']));

describe('actions', () => {
  it('ticks what would be accepted now, tells apart what its body decides, and offers nothing without a thing to act on', async () => {
    const built = fileIn('co-construction');
    agreeText(built, 'values');
    const api = InMemoryPalabre.of(built);
    const { out } = await typed(['actions', api.id], { api });
    expect(marks(out)).toMatchObject({ ConfirmCoConstruction: '✔', DeclareLimit: '○' });
    expect(marks(out)['AcknowledgeBrandIncident']).toBeUndefined();
    expect(marks(out)['HearParty']).toBeUndefined();
    expect(out.at(-1)).toMatch(/^✔ would be accepted now · ○ may be asked for/);
    const all = (await typed(['actions', api.id, '--all'], { api, language: 'fr' })).out;
    expect(marks(all)).toMatchObject({ AcknowledgeBrandIncident: '✖', ConfirmCoConstruction: '✔' });
    expect(all.find(line => line.includes('AcknowledgeBrandIncident'))).toContain('il n’y a rien de tel ici maintenant');
  });
});
