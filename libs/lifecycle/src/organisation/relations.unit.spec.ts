import { sectorSubKinds } from '@palabre/contracts';
import { asRehearsal, StreamRehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const firm = {
  organisation: 'org-atelier',
  name: 'Atelier du port',
  kind: 'informal-group',
  sector: 'private',
  subKind: 'company',
  level: 'local',
  country: 'SN',
  workingLanguages: ['fr'],
  funding: 'we-fund',
  registration: null,
  documents: {},
  ...asRehearsal,
} as const;

const asked = (more: object) => {
  const file = new StreamRehearsal('organisation', 'org-atelier');
  return { file, answer: file.ask('hqOps', 'RegisterOrganisation', { ...firm, workingLanguages: ['fr'], ...more }) };
};

describe('an organisation in its sector', () => {
  it.each(['supplier', 'subcontractor'] as const)('HFA-03: a %s is accepted, and the type of a service is proposed', relation => {
    const { file } = asked({ relation });
    expect(file.last('OrganisationRegistered')).toMatchObject({ relation, proposedType: 'SP' });
  });

  it('HFA-03: no type is proposed for a partner, nor where no relation was told', () => {
    for (const more of [{ relation: 'partner' }, {}]) {
      const { file } = asked(more);
      expect(file.last('OrganisationRegistered')).not.toHaveProperty('proposedType');
    }
  });

  it('HFA-07: a sub-kind belongs to its sector; one of another sector is refused, and nothing is registered', () => {
    for (const [sector, subKinds] of Object.entries(sectorSubKinds)) {
      for (const subKind of subKinds) expect(asked({ sector, subKind }).answer).toMatchObject({ outcome: 'accepted' });
    }
    const { file, answer } = asked({ sector: 'civil-society', subKind: 'state' });
    expect(answer).toMatchObject({ refusal: { code: 'sub-kind-elsewhere', rule: 'HFA-07' } });
    expect(file.events).toEqual([]);
    expect(asked({ sector: 'science', subKind: 'ngo' }).answer).toMatchObject({ refusal: { code: 'sub-kind-elsewhere' } });
  });

  it('ALE-02: a level that nobody told is waited for, and the profile that tells it ends the wait', () => {
    const { file, answer } = asked({ level: undefined });
    expect(answer).toMatchObject({ outcome: 'accepted' });
    expect(file.waiting()).toContain('complete-profile');
    const { organisation: _id, calendar: _calendar, calendarStartsAt: _start, ...profile } = firm;
    file.must('hqOps', 'ChangeProfile', { ...profile, workingLanguages: ['fr'] });
    expect(file.waiting()).not.toContain('complete-profile');
    expect(asked({}).file.waiting()).not.toContain('complete-profile');
  });

  it.each(['network', 'movement', 'cooperative', 'university', 'public-body'] as const)(
    'ALE-65: a %s has its place among the kinds of organisation',
    kind => {
      const { file } = asked({ kind, registration: 'SN-1' });
      expect(file.state.profile).toMatchObject({ kind });
    },
  );
});
