import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { realityHandles, realityProjection } from './reality.projection.js';

const docOf = (story: Story) => foldRows(realityProjection, story.told).get('')?.doc;

const answers = { coConstruction: false, moneyForServices: false, beyondProject: false, sharedGovernance: false, suggested: 'SP' };

describe('label and reality', () => {
  it('MDM-33: another type than the facts suggest is told with its reason; the suggested one raises nothing', () => {
    const story = Story.opened();
    story.tell('PartnershipTypeProposed', { ...answers, chosen: 'OP', reason: 'We mean to build together.' });
    expect(docOf(story)).toMatchObject({
      type: 'OP',
      suggested: 'SP',
      reason: 'We mean to build together.',
      differences: ['another-type-suggested'],
    });
    const matching = Story.opened();
    matching.tell('PartnershipTypeProposed', { ...answers, chosen: 'SP', reason: null });
    expect(docOf(matching)).toMatchObject({ differences: [] });
  });

  it('MDM-33: what happens against the facts declared is told: money without building together, and building that was skipped', () => {
    const story = Story.opened();
    story.tell('PartnershipTypeProposed', { ...answers, coConstruction: true, suggested: 'OP', chosen: 'OP', reason: null });
    expect(docOf(story)?.differences).toEqual([]);
    story.tell('CoConstructionSkipped', { from: 'due-diligence', to: 'validation', gates: [], because: 'type' });
    story.tell('FundTransferRequested', {
      transfer: 'm-1',
      line: 'A.1',
      value: { amount: 1, currency: 'EUR' },
      from: 'host',
      to: 'partner',
    });
    expect(docOf(story)?.differences).toEqual(['co-construction-promised-and-skipped', 'money-for-services-not-told']);
  });

  it('MDM-33: money that follows co-construction is no money for services, and nothing is held against a label without the assistant', () => {
    const story = Story.opened();
    story.tell('CoConstructionOpened', { occasion: 'phase', note: null });
    const money = { line: 'A.1', value: { amount: 1, currency: 'EUR' }, from: 'host', to: 'partner' };
    story.tell('FundTransferRequested', { transfer: 'm-1', ...money });
    expect(docOf(story)).toMatchObject({ declared: null, differences: [], seen: { coConstruction: true, moneyForServices: false } });
  });

  it('declares the events that it is made of', () => {
    expect(realityHandles).toContain('PartnershipTypeProposed');
    expect(realityHandles).not.toContain('CommandRefused');
  });
});
