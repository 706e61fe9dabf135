import { describe, expect, it } from 'vitest';
import { eventTypes } from '@palabre/contracts';
import { Story } from '../../spec/story.js';
import { foldRows, paddedVersion } from '../projection.js';
import { timelineHandles, timelineProjection } from './timeline.projection.js';

const lineAt = (story: Story, version: number) => foldRows(timelineProjection, story.told).get(paddedVersion(version));

const because = { fr: 'sans mandat', en: 'without mandate' };

describe('the timeline', () => {
  it('HFA-15: keeps a refused signature attempt with who tried, for which party, the rule and the reason', () => {
    const story = Story.opened();
    story.tell(
      'SignatureAttemptRefused',
      { commandType: 'SignAgreement', code: 'gate-open', rule: 'SIGNATORY', reason: because, next: because, gates: ['SIGNATORY'] },
      { actor: 'person-4', actorrole: 'country-team', party: 'partner' },
    );
    expect(lineAt(story, 3)).toMatchObject({
      refused: true,
      actor: 'person-4',
      actorRole: 'country-team',
      party: 'partner',
      rule: 'SIGNATORY',
      command: 'SignAgreement',
      reason: because,
      cause: 'command-3',
      correlation: 'click-3',
    });
  });

  it('MDM-11: gives the words of who contested a budget, and is no refusal by Palabre', () => {
    const story = Story.opened();
    story.tell('BudgetContested', {
      kind: 'budget',
      version: 1,
      hash: 'e'.repeat(64),
      party: 'partner',
      reasons: 'nothing for upkeep',
      about: [],
    });
    expect(lineAt(story, 3)).toMatchObject({ refused: false, rule: null, command: null, reason: 'nothing for upkeep', line: null });
  });

  it('notes line and party of what is about a line, whatever mechanism tells it, and takes no budget line for one', () => {
    const story = Story.opened();
    story.tell('OrangeLineRaised', { case: 'c-1', line: 'harassment', about: 'partner', facts: 'told in confidence' });
    const finding = {
      finding: 'f-1',
      about: 'partner',
      line: 'harassment',
      result: 'concern',
      evidenceOn: '2026-01-01',
      note: 'x',
    } as const;
    story.tell('DueDiligenceFindingRecorded', finding);
    story.tell('FundTransferRequested', {
      transfer: 'm-1',
      line: 'L1',
      value: { amount: 1, currency: 'EUR' },
      from: 'host',
      to: 'partner',
    });
    expect(lineAt(story, 3)).toMatchObject({ line: 'harassment', about: 'partner', reason: null });
    expect(lineAt(story, 4)).toMatchObject({ line: 'harassment', about: 'partner' });
    expect(lineAt(story, 5)).toMatchObject({ line: null, about: null });
  });

  it('has one line for every event, in order, whatever its type', () => {
    expect(timelineHandles).toEqual(eventTypes);
    expect([...foldRows(timelineProjection, Story.opened().talk(10).told).keys()]).toEqual(
      Array.from({ length: 12 }, (_, n) => paddedVersion(n + 1)),
    );
  });
});
