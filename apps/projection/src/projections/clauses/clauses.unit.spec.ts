import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { clausesHandles, clausesProjection } from './clauses.projection.js';

const hash = 'e'.repeat(64);

const draft = (story: Story, version: number, numbers: readonly string[]): void =>
  void story.tell('AgreementDrafted', {
    kind: 'agreement',
    version,
    hash,
    proposedBy: 'host',
    staleAcceptances: [],
    body: { clauses: numbers.map(number => ({ number, title: `Clause ${number} of v${version}`, text: 'words' })) },
  });

const sign = (story: Story, version: number): void =>
  void story.tell('AgreementSigned', { from: 'validation', to: 'setting-up', gates: [], version, hash });

const clausesOf = (story: Story) => [...foldRows(clausesProjection, story.told).values()].filter(row => row.part !== 'head');

const signedOnce = (): Story => {
  const story = Story.opened();
  draft(story, 1, ['1', '9']);
  draft(story, 2, ['1', '2', '2.1']);
  sign(story, 2);
  return story;
};

describe('clauses', () => {
  it('HFA-18: those of the signed version stand in its order, without a state until a status point speaks of them', () => {
    const before = Story.opened();
    draft(before, 1, ['1']);
    expect(clausesOf(before)).toEqual([]);
    expect(clausesOf(signedOnce()).map(({ number, title, place, state }) => [number, title, place, state])).toEqual([
      ['1', 'Clause 1 of v2', 1, null],
      ['2', 'Clause 2 of v2', 2, null],
      ['2.1', 'Clause 2.1 of v2', 3, null],
    ]);
  });

  it('HFA-26: take the state of the last status point, and count the points at which they were late or breached', () => {
    const story = signedOnce();
    const point = (heldOn: string, clauses: { number: string; state: 'kept' | 'late' | 'breached' | 'not-due' }[]): void =>
      void story.tell('StatusPointRecorded', { heldOn, clauses, note: 'heard' });
    point('2026-02-01', [
      { number: '1', state: 'late' },
      { number: '2', state: 'not-due' },
      { number: '77', state: 'breached' },
    ]);
    point('2026-03-01', [{ number: '1', state: 'kept' }]);
    expect(
      clausesOf(story).map(({ number, state, stateOn, timesKept, timesLate }) => [number, state, stateOn, timesKept, timesLate]),
    ).toEqual([
      ['1', 'kept', '2026-03-01', 1, 1],
      ['2', 'not-due', '2026-02-01', 0, 0],
      ['2.1', null, null, 0, 0],
    ]);
  });

  it('HFA-38: of an agreement signed anew what was known of a clause that stays is kept, and clauses left out are gone', () => {
    const story = signedOnce();
    story.tell('StatusPointRecorded', { heldOn: '2026-02-01', clauses: [{ number: '1', state: 'breached' }], note: 'heard' });
    draft(story, 3, ['1', '3']);
    expect(clausesOf(story).map(row => row.number)).toEqual(['1', '2', '2.1']);
    sign(story, 3);
    expect(clausesOf(story).map(({ number, textVersion, state, timesBreached }) => [number, textVersion, state, timesBreached])).toEqual([
      ['1', 3, 'breached', 1],
      ['3', 3, null, 0],
    ]);
  });

  it('declare their three events', () => {
    expect(clausesHandles).toEqual(['AgreementDrafted', 'AgreementSigned', 'StatusPointRecorded']);
  });
});
