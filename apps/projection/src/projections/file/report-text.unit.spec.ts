import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { fileProjection } from './file.projection.js';

const hash = 'e'.repeat(64);

const textOf = (story: Story, kind: string): Record<string, unknown> =>
  foldRows(fileProjection, story.told).get(`text/${kind}`)?.doc as unknown as Record<string, unknown>;

function submitted(): Story {
  const story = Story.opened();
  const body = { activities: 'wells', finances: 'books', difficulties: 'floods', lessons: 'listen' };
  story.tell('FinalReportSubmitted', { kind: 'final-report', version: 1, hash, proposedBy: 'host', body, staleAcceptances: [] });
  return story;
}

describe('the final report', () => {
  it('HFA-34: is approved once an assembly has approved it, with the session in which it did, and no longer stands as proposed', () => {
    const story = submitted();
    expect(textOf(story, 'final-report')['state']).toBe('proposed');
    const session = { heldOn: '2026-06-01', minutes: hash, count: { quorum: 20, present: 31, inFavour: 28, against: 1 } };
    story.tell('ReportsApprovedByAssembly', { party: 'partner', person: 'person-1', version: 1, hash, session });
    expect(textOf(story, 'final-report')['state']).toBe('approved');
    expect(foldRows(fileProjection, story.told).get('sign-offs')?.doc).toMatchObject({ signOffs: [{ signOff: 'assembly', session }] });
    expect(textOf(story, 'agreement')).toBeUndefined();
  });

  it('HFA-34: one return outweighs an approval, an answer on another version says nothing, and a new version is proposed again', () => {
    const story = submitted();
    story.tell('ReportsApprovedByAssembly', { party: 'partner', person: 'person-1', version: 2, hash });
    expect(textOf(story, 'final-report')['state']).toBe('proposed');
    story.tell('ReportsReturnedByAssembly', { party: 'host', person: 'person-2', version: 1, hash, reason: 'a line is missing' });
    story.tell('ReportsApprovedByAssembly', { party: 'partner', person: 'person-1', version: 1, hash });
    expect(textOf(story, 'final-report')['state']).toBe('returned');
    const body = { activities: 'wells', finances: 'all books', difficulties: 'floods', lessons: 'listen' };
    story.tell('FinalReportSubmitted', { kind: 'final-report', version: 2, hash, proposedBy: 'host', body, staleAcceptances: [] });
    expect(textOf(story, 'final-report')['state']).toBe('proposed');
  });

  it('HFA-16: who read the agreement before its signature stands with the version that was read', () => {
    const story = Story.opened();
    const body = { clauses: [{ number: '1', title: 'Purpose', text: 'water' }] };
    story.tell('AgreementDrafted', { kind: 'agreement', version: 1, hash, proposedBy: 'host', body, staleAcceptances: [] });
    story.tell('AgreementContentRead', { party: 'partner', on: '2026-01-10', version: 1, hash });
    expect(textOf(story, 'agreement')['read']).toMatchObject([{ version: 1, party: 'partner', person: expect.any(String) as string }]);
  });
});
