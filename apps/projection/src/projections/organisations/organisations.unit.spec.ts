import { asRehearsal, StreamRehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@palabre/contracts';
import { ledgerEvent } from '../../ledger/ledger-event.js';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { organisationsHandles, organisationsProjection } from './organisations.projection.js';

const profile = {
  name: 'Rives du fleuve',
  kind: 'network',
  sector: 'civil-society',
  subKind: 'association',
  level: 'local',
  country: 'SN',
  workingLanguages: ['wo', 'fr'],
  funding: 'we-fund',
  registration: 'SN-1042',
  documents: { statutes: 'doc-1' },
} as const;

const told = (file: StreamRehearsal<'organisation'>) =>
  file.events.map(({ attributes, data }, index) => ledgerEvent(BigInt(index + 1), attributes, data, canonicalJson(data)));

const rowOf = (file: StreamRehearsal<'organisation'>) => foldRows(organisationsProjection, told(file)).get('');

const registered = (more: object = {}) =>
  new StreamRehearsal('organisation', 'org-riviere').must('hqOps', 'RegisterOrganisation', {
    organisation: 'org-riviere',
    ...profile,
    workingLanguages: [...profile.workingLanguages],
    ...asRehearsal,
    ...more,
  });

const screening = (resembles: { entry: string; score: number }[]) => ({
  list: 'list-1',
  listHash: 'a'.repeat(64),
  subjects: [{ subject: 'name-1', resembles }],
});

describe('the register as a list', () => {
  it('ALE-02, ALE-65, HFA-07: tells kind, sector with its sub-kind, level and country as registered and as changed', () => {
    const file = registered();
    expect(rowOf(file)).toMatchObject({ kind: 'network', sector: 'civil-society', subKind: 'association', level: 'local', country: 'SN' });
    file.must('hqOps', 'ChangeProfile', { ...profile, workingLanguages: ['wo'], level: 'national', countryTeam: 'team-sn' });
    expect(rowOf(file)).toMatchObject({
      level: 'national',
      countryTeam: 'team-sn',
      workingLanguages: ['wo'],
      version: file.events.findLastIndex(event => event.attributes.type === 'OrganisationProfileChanged') + 1,
    });
  });

  it('S-02: shows what screening came to, from never to looked at, and never a name', () => {
    const file = registered();
    expect(rowOf(file)).toMatchObject({ screening: 'never', screenedAt: null });
    file.must('hqOps', 'RecordScreening', screening([]));
    expect(rowOf(file)).toMatchObject({ screening: 'clear', openHits: [] });
    file.must('hqOps', 'RecordScreening', screening([{ entry: 'entry-9', score: 91 }]));
    file.must('hqOps', 'RecordScreening', screening([{ entry: 'entry-9', score: 93 }]));
    expect(rowOf(file)?.openHits).toHaveLength(1);
    expect(rowOf(file)?.screening).toBe('to-examine');
    const hit = String((file.last('NamesScreened')['hits'] as { hit: string }[])[0]?.hit);
    file.must('officer', 'ConfirmScreeningMatch', { hit, reason: 'La même organisation.' });
    expect(rowOf(file)).toMatchObject({ screening: 'confirmed', openHits: [], confirmed: ['entry-9'] });
  });

  it('ALE-54: keeps until when answers serve again, and lets go of those to be asked anew', () => {
    const file = registered();
    file.must('representative', 'KeepDueDiligenceAnswers', { partnership: 'p-1', answers: { DD1: 'yes' } });
    expect(Object.keys(rowOf(file)?.kept ?? {})).toEqual(['DD1']);
    file.advanceTo('2035-01-01');
    expect(rowOf(file)?.kept).toEqual({});
  });

  it('HFA-03: a subcontractor has its place in the register, with the type proposed for a service', () => {
    expect(rowOf(registered({ relation: 'subcontractor' }))).toMatchObject({ relation: 'subcontractor', proposedType: 'SP' });
    expect(rowOf(registered({ relation: 'partner' }))).toMatchObject({ relation: 'partner', proposedType: null });
  });

  it('is made of organisations alone: a partnership leaves no row', () => {
    expect(foldRows(organisationsProjection, Story.opened('org-riviere').told).size).toBe(0);
    expect(organisationsHandles).not.toContain('PartnershipIdeaRecorded');
  });
});
