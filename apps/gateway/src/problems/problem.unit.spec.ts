import { preferredLanguage } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { aRefusal } from '../testing/fake-workflows.js';
import { gatewayRefusal, gatewayWordings } from './gateway-refusals.js';
import { problemOf } from './problem.js';
import { Refused } from './refused.js';
import { gatewayStatuses, partnershipStatuses, refusedByThePartnership, statusOf, titleOf } from './statuses.js';

describe('problems', () => {
  it('every code of the gateway has a status, a rule, a reason and a next step in French and in English', () => {
    expect(Object.keys(gatewayWordings).toSorted()).toEqual(Object.keys(gatewayStatuses).toSorted());
    for (const [code, status] of Object.entries(gatewayStatuses)) {
      expect(statusOf(code)).toBe(status);
      const { rule, reason, next } = gatewayRefusal(code as keyof typeof gatewayStatuses);
      expect(rule, code).toMatch(/^([A-Z]+|[A-Z]+-\d\d)$/);
      for (const text of [reason.fr, reason.en, next.fr, next.en]) expect(text.length, code).toBeGreaterThan(10);
      expect(titleOf(status).fr, String(status)).not.toBe('Refusé');
    }
  });

  it('every status of the partnership’s own codes has a title, and none is a server error', () => {
    for (const [code, status] of partnershipStatuses) {
      expect(Object.keys(gatewayStatuses), 'one table for each code').not.toContain(code);
      expect([403, 404, 409, 410, 422], code).toContain(status);
      expect(titleOf(status).fr).not.toBe('Refusé');
    }
  });

  it('a code that nobody has listed is a conflict with the file: the request was understood', () => {
    for (const code of ['a-rule-of-tomorrow', 'constructor', '__proto__']) expect(statusOf(code)).toBe(refusedByThePartnership);
  });

  it('only 500 and 503 are the house’s own fault, and nothing a caller writes is answered with them', () => {
    const ours = Object.entries(gatewayStatuses).filter(([, status]) => status >= 500);
    expect(ours.map(([code]) => code).toSorted()).toEqual(['answer-outstanding', 'internal-error', 'issuer-away', 'temporal-away']);
  });

  it('a problem speaks the language of the caller and carries both', () => {
    const circumstances = { instance: '/v1/x', correlation: 'c-1' };
    const french = problemOf(new Refused(aRefusal('gate-open'), { version: 3 }), { ...circumstances, language: 'fr' });
    const english = problemOf(new Refused(aRefusal('gate-open')), { ...circumstances, language: 'en' });
    expect([french.detail, english.detail]).toEqual(['Une raison. Une suite.', 'A reason. A next step.']);
    expect([french.version, english.version]).toEqual([3, null]);
    expect(french.reason).toEqual(english.reason);
  });
});

describe('the language of a caller', () => {
  it.each([
    ['fr', 'fr'],
    ['fr-SN, en;q=0.9', 'fr'],
    ['en;q=0.2, fr;q=0.8', 'fr'],
    ['de, wo;q=0.9, fr;q=0.1', 'fr'],
    ['fr;q=0, en', 'en'],
    ['de', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [';;;,,q=', 'en'],
  ])('%s reads %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
