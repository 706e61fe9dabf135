import type { Refusal } from '@palabre/contracts';
import { fileIn, type Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { askGates, toRefusal } from '../../gates/index.js';

const sealed = { sealed: 'c2VhbGVk', key: 'key-1' };

const told = (refusal: Refusal | undefined): string => JSON.stringify([refusal?.reason, refusal?.next]);

/** A case on a protected line about the partner. */
function raised(colour: 'red' | 'orange'): { file: Rehearsal; id: string; line: string } {
  const file = fileIn('implementation');
  const line = file.policy.lines.find(one => one.protected && one.colour === colour)!.code;
  file.must('officer', 'RaiseLine', { line, about: 'partner', facts: null });
  const event = colour === 'red' ? 'RedLineAlleged' : 'OrangeLineRaised';
  return { file, id: String(file.last(event)['case']), line };
}

describe('refusals that concern a protected case', () => {
  it.each(['red', 'orange'] as const)('MDM-68: a second %s one is refused without the number of the first', colour => {
    const { file, id, line } = raised(colour);
    const answer = file.ask('representative', 'RaiseLine', { line, about: 'partner', facts: null });
    const refusal = answer.outcome === 'refused' ? answer.refusal : undefined;
    expect(refusal?.code).toBe('line-already-open');
    expect(told(refusal)).not.toContain(id);
    expect(told(refusal)).toContain('a case that you may not read');
    expect(JSON.stringify(file.last('CommandRefused'))).not.toContain(id);
  });

  it('MDM-65, MDM-68: who may not be heard or decide yet is not told whom the case is about', () => {
    const { file, id } = raised('red');
    for (const answer of [
      file.ask('officer', 'HearParty', { case: id, statement: sealed }),
      file.ask('committee', 'ConfirmLine', { case: id, reason: sealed }),
    ]) {
      expect(answer.outcome).toBe('refused');
      expect(told(answer.outcome === 'refused' ? answer.refusal : undefined)).not.toContain('partner"');
    }
  });

  it.each(['red', 'orange'] as const)(
    'MDM-65, MDM-68: the gate that a protected %s line shuts names neither case, line nor party',
    colour => {
      const { file, id, line } = raised(colour);
      file.must('representative', 'HearParty', { case: id, statement: sealed });
      if (colour === 'red') file.must('committee', 'ConfirmLine', { case: id, reason: sealed });
      const knock = { now: file.state.calendar.now, person: null, party: null };
      const verdicts = askGates(file.state, knock, [{ gate: colour === 'red' ? 'RED' : 'ORANGE' }]);
      expect(verdicts).toMatchObject([{ state: 'open' }]);
      const words = JSON.stringify(verdicts.map(toRefusal));
      for (const word of [id, line, 'partner']) expect(words).not.toContain(word);
      expect(words).toContain('a case that you may not read');
    },
  );

  it('MDM-65: money held back by a protected case is refused without its number', () => {
    const { file, id } = raised('red');
    file.state = { ...file.state, standing: 'open', money: { ...file.state.money, frozenBy: [id] } };
    const value = { amount: 1, currency: 'EUR' };
    const answer = file.ask('representative', 'RequestTransfer', { line: 'A.1', value, from: 'host', to: 'partner' });
    const refusal = answer.outcome === 'refused' ? answer.refusal : undefined;
    expect(refusal?.code).toBe('transfers-held');
    expect(told(refusal)).not.toContain(id);
  });
});
