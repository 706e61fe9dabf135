import { describe, expect, it } from 'vitest';
import type { Access } from '../../reading/access.js';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { fileProjection } from './file.projection.js';
import { casesPage } from './lines.query.js';
import type { HeadDoc } from './parts/head.part.js';
import type { LinesDoc } from './parts/lines.part.js';
import { portfolioProjection } from '../portfolio/portfolio.projection.js';

const readerOf = (readable: boolean): Access => ({
  partnership: 'p-1',
  version: 9,
  hash: 'x',
  now: '2026-01-01T00:00:00.000Z',
  party: 'host',
  protectedLines: new Set(['harassment']),
  isProtected: false,
  inClear: true,
  mayReadCase: line => readable || line !== 'harassment',
  mayKnowWhoRaised: () => readable,
});

const raised = (): Story => {
  const story = Story.opened();
  story.tell('OrangeLineRaised', { case: 'c-1', line: 'weak_account', about: 'partner', facts: 'no books for May' });
  story.tell('PartyHeard', { case: 'c-1', line: 'weak_account', about: 'partner', statement: 'they were lost' });
  const steps = [{ step: 's-1', owner: 'partner', dueOn: '2026-06-01', text: 'keep them twice' }];
  story.tell('MitigationPlanAgreed', { case: 'c-1', line: 'weak_account', about: 'partner', acceptedBy: ['host', 'partner'], steps });
  story.tell('OrangeLineRaised', { case: 'c-2', line: 'harassment', about: 'partner', facts: 'told in confidence' });
  return story;
};

const pageOf = (story: Story, access: Access, query: object = {}) => {
  const doc = foldRows(fileProjection, story.told).get('lines')?.doc as LinesDoc;
  return casesPage(doc.cases, access, { wait: 0, limit: 50, ...query });
};

describe('lines', () => {
  it('S-01, MDM-66: each case tells who was heard, the measures agreed and the decision, never the words', () => {
    const { items } = pageOf(raised(), readerOf(true));
    expect(items[0]).toMatchObject({
      case: 'c-1',
      state: 'mitigated',
      line: 'weak_account',
      heard: 1,
      mitigation: { agreed: true, steps: 1 },
      decidedAt: null,
    });
    expect(JSON.stringify(items)).not.toMatch(/books|lost|twice|confidence/);
    const story = raised();
    story.tell('LineDismissed', { case: 'c-1', line: 'weak_account', about: 'partner', reason: 'found again' });
    expect(pageOf(story, readerOf(true)).items[0]).toMatchObject({
      state: 'dismissed',
      decidedAt: story.envelopes.at(-1)?.attributes.factat,
    });
  });

  it('MDM-68: of a protected case others learn that it is there, neither its line nor about whom', () => {
    const { items } = pageOf(raised(), readerOf(false));
    expect(items[1]).toMatchObject({ case: 'c-2', colour: 'orange', protected: true });
    expect(items[1]).not.toHaveProperty('line');
    expect(items[1]).not.toHaveProperty('about');
    expect(pageOf(raised(), readerOf(true)).items[1]).toMatchObject({ line: 'harassment', about: 'partner', protected: true });
  });

  it('MDM-63: a case that holds nothing any more does not open the file while another one still holds it', () => {
    const story = raised();
    story.tell('PartnershipSuspended', { case: 'c-1', line: 'weak_account', about: 'partner' });
    story.tell('PartnershipSuspended', { case: 'c-2', line: 'harassment', about: 'partner' });
    const over = { case: 'c-1', line: 'weak_account', about: 'partner', reason: 'the books are back' };
    const standing = () => [
      (foldRows(fileProjection, story.told).get('head')?.doc as HeadDoc | undefined)?.standing,
      foldRows(portfolioProjection, story.told).get('')?.standing,
    ];
    story.tell('PartnershipResumed', { ...over, leaves: 'suspended' });
    expect(standing()).toEqual(['suspended', 'suspended']);
    expect(pageOf(story, readerOf(true)).items).toMatchObject([{ suspends: false }, { suspends: true }]);
    story.tell('PartnershipResumed', { ...over, case: 'c-2', line: 'harassment' });
    expect(standing()).toEqual(['open', 'open']);
  });

  it('come page by page', () => {
    const first = pageOf(raised(), readerOf(true), { limit: 1 });
    expect(first.items).toHaveLength(1);
    const rest = pageOf(raised(), readerOf(true), { limit: 1, cursor: first.next ?? undefined });
    expect(rest).toMatchObject({ items: [{ case: 'c-2' }], next: null });
  });
});
