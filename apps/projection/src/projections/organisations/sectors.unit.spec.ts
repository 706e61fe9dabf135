import { describe, expect, it } from 'vitest';
import { sectorGauge } from './sectors.query.js';

const known = (party: string, sector: string) => ({
  party,
  organisation: `org-${party}`,
  kind: 'network',
  sector,
  subKind: null,
  level: null,
});

const parties = { agency: 'org-agency', tannery: 'org-tannery', circle: 'org-circle' };

const registered = [known('agency', 'public'), known('tannery', 'private')];

const presentIn = (inside: readonly string[]): readonly string[] =>
  sectorGauge(parties, registered, inside)
    .sectors.filter(({ present }) => present)
    .map(({ sector }) => sector);

describe('the gauge of sectors', () => {
  it('PMP-58: tells who is in; a party that left is in no sector any more, and an absent one is a note', () => {
    expect(presentIn(['agency', 'tannery'])).toEqual(expect.arrayContaining(['public', 'private']));
    expect(presentIn(['agency'])).toEqual(['public']);
    const { sectors } = sectorGauge(parties, registered, ['agency']);
    expect(sectors.find(({ sector }) => sector === 'private')).toMatchObject({
      parties: [],
      note: { en: expect.stringContaining('not an obstacle') },
    });
  });

  it('PMP-58: a party whose organisation nobody registered is told as such only while it is in', () => {
    expect(sectorGauge(parties, registered, ['agency', 'circle']).unregistered).toEqual([{ party: 'circle', organisation: 'org-circle' }]);
    expect(sectorGauge(parties, registered, ['agency']).unregistered).toEqual([]);
  });
});
