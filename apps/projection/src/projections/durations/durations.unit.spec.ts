import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { durationsHandles, durationsProjection } from './durations.projection.js';

const hash = 'e'.repeat(64);

const at = (day: string) => ({ factat: `${day}T09:00:00.000Z` });

const docOf = (story: Story, part: string): object | undefined => foldRows(durationsProjection, story.told).get(part)?.doc;

/** Into due diligence and out of it, dated. */
const throughDiligence = (): Story => {
  const story = Story.opened();
  story.tell('StakeholderMappingStarted', { from: 'idea', to: 'mapping', gates: [] }, at('2026-01-11'));
  story.tell('DueDiligenceOpened', { from: 'mapping', to: 'due-diligence', gates: [] }, at('2026-02-01'));
  return story;
};

const finding = (name: string, result: 'clear' | 'concern') => ({
  finding: name,
  about: 'partner',
  line: null,
  result,
  evidenceOn: '2026-02-02',
  note: 'read',
});

describe('durations', () => {
  it('PMP-29: each stay in a phase has its days; the one that goes on has none yet', () => {
    const story = throughDiligence();
    expect(docOf(story, 'stay/0001')).toMatchObject({ phase: 'idea', type: 'OP', days: 10 });
    expect(docOf(story, 'stay/0002')).toMatchObject({ phase: 'mapping', days: 21, until: '2026-02-01T09:00:00.000Z' });
    expect(docOf(story, 'stay/0003')).toMatchObject({ phase: 'due-diligence', days: null, until: null });
    expect(docOf(story, 'stay/0004')).toBeUndefined();
  });

  it('ALE-55: due diligence tells its days, how often it was sent back and the documents that it took', () => {
    const story = throughDiligence();
    story.tell('DueDiligenceFindingRecorded', finding('f-1', 'concern'), at('2026-02-05'));
    story.tell('DueDiligenceFindingRecorded', finding('f-2', 'clear'), at('2026-02-06'));
    expect(docOf(story, 'procedure/due-diligence/file')).toMatchObject({ until: null, returns: 1, documents: 2 });
    story.tell('DueDiligencePassed', { from: 'due-diligence', to: 'co-construction', gates: [] }, at('2026-03-03'));
    story.tell('DueDiligenceFindingRecorded', finding('f-3', 'concern'), at('2026-09-06'));
    expect(docOf(story, 'procedure/due-diligence/file')).toMatchObject({ days: 30, returns: 1, documents: 2, type: 'OP' });
  });

  it('ALE-55: contracting runs from the first draft of the agreement to its signature; objections to other texts do not count', () => {
    const story = throughDiligence();
    const body = { clauses: [{ number: '1', title: 'Purpose', text: 'water' }] };
    const draft = (version: number) => ({ kind: 'agreement' as const, version, hash, proposedBy: 'host', body, staleAcceptances: [] });
    story.tell('AgreementDrafted', draft(1), at('2026-03-01'));
    story.tell('TextContested', { kind: 'agreement', version: 1, hash, party: 'partner', reasons: 'unclear', about: [] }, at('2026-03-05'));
    story.tell('TextContested', { kind: 'roles', version: 1, hash, party: 'partner', reasons: 'unclear', about: [] }, at('2026-03-05'));
    story.tell('AgreementDrafted', draft(2), at('2026-03-08'));
    story.tell('AgreementSigned', { from: 'validation', to: 'setting-up', gates: [], version: 2, hash }, at('2026-03-11'));
    expect(docOf(story, 'procedure/contracting/agreement')).toMatchObject({ days: 10, returns: 1, documents: 2 });
  });

  it('ALE-55: each transfer tells the days from request to receipt, its delays and its vouchers', () => {
    const story = throughDiligence();
    const value = { amount: 50_000, currency: 'EUR' };
    story.tell(
      'FundTransferRequested',
      { transfer: 'm-1', line: 'A.1', value, from: 'host', to: 'partner' },
      { ...at('2026-05-01'), party: 'partner' },
    );
    story.tell('FundTransferDelayed', { transfer: 'm-1', deadline: 'd-1', owedBy: 'host' }, at('2026-05-16'));
    story.tell('FundTransferCompleted', { transfer: 'm-1', receivedOn: '2026-05-21' }, at('2026-05-22'));
    story.tell('ExpenditureJustified', { transfer: 'm-1', value, vouchers: ['v-1', 'v-2'], late: false }, at('2026-06-01'));
    expect(docOf(story, 'procedure/fund-transfer/m-1')).toMatchObject({ days: 20, returns: 1, documents: 2 });
  });

  it('ALE-12: money that who pays announced by itself answers no request, and is no duration of one', () => {
    const story = throughDiligence();
    const value = { amount: 50_000, currency: 'EUR' };
    const announced = { transfer: 'm-2', line: 'A.1', value, from: 'host', to: 'partner' };
    story.tell('FundTransferRequested', announced, { ...at('2026-05-01'), party: 'host' });
    story.tell('FundTransferDelayed', { transfer: 'm-2', deadline: 'd-1', owedBy: 'host' }, at('2026-05-16'));
    story.tell('FundTransferCompleted', { transfer: 'm-2', receivedOn: '2026-05-21' }, at('2026-05-22'));
    expect(docOf(story, 'procedure/fund-transfer/m-2')).toBeUndefined();
  });

  it('HFA-32: a closed file counts no further; a type changed on the way counts from its next stay', () => {
    const story = throughDiligence();
    story.tell('PartnershipClosed', { from: 'closing', to: 'after', gates: [] }, at('2026-02-21'));
    expect(docOf(story, 'stay/0003')).toMatchObject({ phase: 'due-diligence', days: 20 });
    expect(docOf(story, 'stay/0004')).toBeUndefined();
  });

  it('declare every event that leaves a phase, and no message', () => {
    expect(durationsHandles).toEqual(expect.arrayContaining(['AgreementSigned', 'AnnualReviewOpened', 'TransferAbandoned']));
    expect(durationsHandles).not.toContain('PalaverMessagePosted');
  });
});
