import { commands, type EventData } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { restrictionsFor } from './restrictions.js';

const budget = { kind: 'budget', version: 1, hash: 'a'.repeat(64), body: { lines: ['wells'] }, proposedBy: 'host' };

const restriction: EventData<'AccessRestrictionRecorded'> = {
  object: 'budget',
  restrictedFor: 'partner',
  reason: 'A tender is under way.',
};

const document = { texts: { budget: { kind: 'budget', words: 'wells' } }, restrictions: [restriction] };

describe('who reads what', () => {
  it('PMP-23: every document is visible to every party as long as nobody has chosen a narrower audience', () => {
    for (const party of ['host', 'partner', 'partner-2', null]) {
      const read = restrictionsFor(party, []);
      expect([read.none, read.ofText('budget'), read.ofEvent('BudgetProposed', budget)]).toEqual([true, null, null]);
      expect(read.applied(document)).toBe(document);
    }
  });

  it('PMP-23: a narrower audience is chosen with a reason, which all can see, also the party that is left out', () => {
    const ask = commands.RestrictAccess.data;
    expect(ask.safeParse(restriction).success).toBe(true);
    expect(ask.safeParse({ object: 'budget', restrictedFor: 'partner' }).success).toBe(false);
    expect(ask.safeParse({ ...restriction, reason: '' }).success).toBe(false);
    for (const party of ['host', 'partner', 'partner-2']) {
      const read = restrictionsFor(party, [restriction]);
      expect(read.ofEvent('AccessRestrictionRecorded', restriction)).toBeNull();
      expect(read.applied({ restrictions: [restriction] })).toEqual({ restrictions: [restriction] });
    }
    const leftOut = restrictionsFor('partner', [restriction]);
    expect(leftOut.ofText('budget')).toEqual({ rule: 'MDM-17', reason: 'A tender is under way.' });
    expect(JSON.stringify(leftOut.applied(document))).not.toContain('wells');
    expect(JSON.stringify(restrictionsFor('partner-2', [restriction]).applied(document))).toContain('wells');
  });

  it('PMP-23: a narrower audience for one document leaves all others open', () => {
    const read = restrictionsFor('partner', [restriction]);
    expect([read.ofText('agreement'), read.ofEvent('AgreementProposed', { ...budget, kind: 'agreement' })]).toEqual([null, null]);
  });
});
