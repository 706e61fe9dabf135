import { describe, expect, it } from 'vitest';
import { events, eventTypes, type EventType } from '@palabre/contracts';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { portfolioHandles, portfolioProjection } from './portfolio.projection.js';

const rowOf = (story: Story) => foldRows(portfolioProjection, story.told).get('');
const step = { gates: [] };

describe('the portfolio', () => {
  it('MDM-21: shows a partnership from its idea on, with its parties as they enter', () => {
    expect(rowOf(Story.opened('p-1', 'Clean water'))).toMatchObject({
      partnership: 'p-1',
      version: 2,
      title: 'Clean water',
      phase: 'idea',
      standing: 'open',
      parties: { host: 'org-host', partner: 'org-partner' },
      organisations: ['org-host', 'org-partner'],
      protectedLines: ['harassment'],
    });
  });

  it('MDM-63: follows phases, suspension and resumption, and moves its version with every event', () => {
    const story = Story.opened();
    story.tell('StakeholderMappingStarted', { from: 'idea', to: 'mapping', ...step });
    story.tell('PartnershipSuspended', { case: 'c-1', line: 'fraud', about: 'partner' });
    expect(rowOf(story)).toMatchObject({ phase: 'mapping', standing: 'suspended', version: 4 });
    story.tell('PartnershipResumed', { case: 'c-1', line: 'fraud', about: 'partner', reason: 'heard and dismissed' });
    story.talk(2);
    expect(rowOf(story)).toMatchObject({ phase: 'mapping', standing: 'open', version: 7, title: 'Clean water' });
  });

  it('HFA-32: a closed partnership stays in the list as closed; a refusal changes nothing but the version', () => {
    const story = Story.opened();
    story.tell('PartnershipClosed', { from: 'closing', to: 'after', ...step });
    const closed = rowOf(story);
    story.tell('CommandRefused', {
      commandType: 'OpenHandover',
      code: 'ended',
      rule: 'HFA-32',
      reason: { fr: 'clos', en: 'closed' },
      next: { fr: 'lire', en: 'read' },
      gates: [],
    });
    expect(closed).toMatchObject({ phase: 'after', standing: 'closed' });
    expect(rowOf(story)).toEqual({
      ...closed,
      version: 4,
      hash: story.envelopes[3]?.attributes.hash,
      movedAt: story.envelopes[3]?.attributes.factat,
    });
  });

  it('declares the events that move it: every event that names a phase is among them', () => {
    const namesPhase = (type: EventType): boolean => {
      const { data } = events[type];
      return 'shape' in data && 'from' in data.shape && 'to' in data.shape && 'gates' in data.shape;
    };
    const moving = eventTypes.filter(namesPhase);
    expect(moving).toContain('AgreementSigned');
    expect(portfolioHandles).toEqual(expect.arrayContaining(moving));
    expect(portfolioHandles).not.toContain('PalaverMessagePosted');
  });
});
