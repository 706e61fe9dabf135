import { describe, expect, it } from 'vitest';
import type { Access } from './access.js';
import { caseReaderOf } from './case-reader.js';
import { discretionOf } from './discretion.js';

const person = (...roles: string[]) => ({ person: 'person-reader', organisation: 'org-any', roles });

const reads = (role: string, party: string | null, about: string) => caseReaderOf(person(role), { party, host: 'host' })(about);

describe('who reads a protected case', () => {
  it('S-07: nobody handles a case about the own side, whichever side it is', () => {
    for (const [own, other] of [
      ['host', 'partner'],
      ['partner', 'host'],
    ] as const) {
      expect(reads('case-handler', own, other)).toBe('independent');
      expect(reads('case-handler', own, own)).toBe('nobody');
      expect(reads('steering-committee', own, other)).toBe('independent');
      expect(reads('steering-committee', own, own)).toBe('concerned');
    }
  });

  it('S-07: who has to be heard reads the case, not who raised it; everybody else of that side reads nothing', () => {
    for (const role of ['partner-representative', 'partnership-officer', 'hq-ops', 'signatory-authority', 'first-authority'])
      expect(reads(role, 'partner', 'partner')).toBe('concerned');
    for (const role of ['country-team', 'general-assembly', 'auditor']) expect(reads(role, 'partner', 'partner')).toBe('nobody');
  });

  it('S-07, C-08: a case about the host is read by the hierarchy of the others, who decide it; elsewhere a hierarchy reads none', () => {
    expect(reads('signatory-authority', 'partner', 'host')).toBe('independent');
    expect(reads('signatory-authority', 'host', 'partner')).toBe('nobody');
    expect(reads('signatory-authority', 'partner', 'partner-2')).toBe('nobody');
  });

  it('S-07: from outside nobody reads it', () => {
    for (const role of ['auditor', 'case-handler', 'steering-committee']) expect(reads(role, null, 'partner')).toBe('nobody');
  });
});

const known = { case: 'case-1', line: 'harassment', about: 'partner', plan: null };

function discretionFor(role: string, party: string | null) {
  const readerOf = caseReaderOf(person(role), { party, host: 'host' });
  const protectedLines = new Set(['harassment']);
  const access: Access = {
    partnership: 'p-1',
    version: 9,
    hash: 'x',
    now: '2026-01-01T00:00:00.000Z',
    party,
    protectedLines,
    isProtected: false,
    inClear: true,
    mayReadCase: (line, about) => !protectedLines.has(line) || readerOf(about) !== 'nobody',
    mayKnowWhoRaised: (line, about) => !protectedLines.has(line) || readerOf(about) === 'independent',
  };
  return discretionOf(access, { cases: [known], restrictions: [] });
}

const on = { case: 'case-1', line: 'harassment', about: 'partner' };
const asked = { kind: 'decide-red-line', about: 'case-1', askedBy: 'person-77' };
const state = { lines: { cases: [{ ...on, raisedBy: 'host', raisedByPerson: 'person-77', heard: false }] }, tasks: [asked] };

describe('who raised a protected case', () => {
  it.each([
    ['RedLineAlleged', { ...on, facts: null }],
    ['OrangeLineRaised', { ...on, facts: null }],
    ['PartnershipSuspended', on],
    ['TasksOpened', { tasks: [asked] }],
  ])('S-07: %s reaches the party concerned without it, its independent reader whole, and others not at all', (type, data) => {
    expect(discretionFor('partner-representative', 'partner').withholds(type, data)).toEqual({ rule: 'S-07' });
    expect(discretionFor('case-handler', 'host').withholds(type, data)).toBeNull();
    for (const [role, party] of [
      ['case-handler', 'partner'],
      ['hq-ops', 'host'],
      ['auditor', null],
    ] as const)
      expect(discretionFor(role, party).withholds(type, data)).toEqual({ rule: 'MDM-68' });
  });

  it('S-07: what else is told of the case reaches the party concerned with who told it', () => {
    const { withholds } = discretionFor('partner-representative', 'partner');
    for (const type of ['PartyHeard', 'MitigationPlanProposed', 'RedLineBreachConfirmed']) expect(withholds(type, on)).toBeNull();
  });

  it('S-07: the state names it to the independent reader alone', () => {
    expect(discretionFor('case-handler', 'host').veiled(state)).toEqual(state);
    expect(discretionFor('partner-representative', 'partner').veiled(state)).toEqual({
      lines: { cases: [{ ...on, raisedBy: 'protected', raisedByPerson: 'protected', heard: false }] },
      tasks: [{ ...asked, askedBy: 'protected' }],
    });
    expect(discretionFor('case-handler', 'partner').veiled(state)).toEqual({
      lines: { cases: [{ protected: true }] },
      tasks: [{ protected: true }],
    });
  });

  it('S-07: an attempt to raise a line that was refused could be about anybody: it tells nobody who tried', () => {
    const refused = {
      commandType: 'RaiseLine',
      code: 'line-already-open',
      rule: 'S-01',
      reason: { fr: 'Déjà ouverte.', en: 'Already open.' },
      next: { fr: 'Suivre le cas.', en: 'Follow the case.' },
      gates: [],
    };
    for (const role of ['partner-representative', 'case-handler', 'steering-committee'])
      expect(discretionFor(role, 'partner').withholds('CommandRefused', refused)).toEqual({ rule: 'MDM-68' });
    const unknown = { ...refused, code: 'unknown-line' };
    expect(discretionFor('partner-representative', 'partner').withholds('CommandRefused', unknown)).toBeNull();
  });
});
