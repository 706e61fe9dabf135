import type { Refusal } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { answerNamesCase, veiledActions, veiledAnswer, veiledWhyNot } from './veiled-refusals.js';

const state = {
  policy: {
    lines: [
      { code: 'harassment', protected: true },
      { code: 'corruption', protected: false },
    ],
  },
  lines: {
    cases: [
      { case: 'case-0a0a0a0a0a0a', line: 'harassment', about: 'host' },
      { case: 'case-1b1b1b1b1b1b', line: 'corruption', about: 'host' },
    ],
  },
};

const named = (id: string, line: string): Refusal => ({
  code: 'gate-open',
  rule: 'gate RED',
  reason: {
    fr: `Aucune ligne rouge n’est confirmée. La ligne rouge « ${line} » est confirmée au sujet de « host » (cas ${id}).`,
    en: `No red line is confirmed. Red line "${line}" is confirmed about "host" (case ${id}).`,
  },
  next: { fr: 'Compléter.', en: 'Complete it.' },
  gates: ['RED'],
});

const secret = named('case-0a0a0a0a0a0a', 'harassment');
const open = named('case-1b1b1b1b1b1b', 'corruption');

describe('refusals that leave the gateway', () => {
  it('MDM-68: a refusal names neither a protected case, nor its line, nor whom it is about, and says that there is one', () => {
    const told = JSON.stringify(veiledAnswer({ outcome: 'refused', version: 4, refusal: secret }, state));
    for (const word of ['case-0a0a0a0a0a0a', 'harassment', 'host']) expect(told).not.toContain(word);
    expect(told).toContain('No red line is confirmed. A case that you may not read stands in the way.');
    expect(told).toContain('un cas que vous ne pouvez pas lire'.replace('un', 'Un'));
  });

  it('a case that everybody may read is named as before', () => {
    expect(veiledAnswer({ outcome: 'refused', version: 4, refusal: open }, state)).toEqual({
      outcome: 'refused',
      version: 4,
      refusal: open,
    });
  });

  it('MDM-68: so do the answers to why not, the open actions and the warnings', () => {
    const answers = [
      veiledWhyNot({ command: 'EnterPhase', possible: false, refusals: [secret, open], warnings: [secret] }, state),
      veiledActions([{ command: 'EnterPhase', possible: false, because: secret }], state),
      veiledAnswer({ outcome: 'accepted', version: 5, events: [], warnings: [secret] }, state),
    ];
    expect(JSON.stringify(answers)).not.toContain('case-0a0a0a0a0a0a');
    expect(JSON.stringify(answers[0])).toContain('case-1b1b1b1b1b1b');
  });

  it('the file is read again only for words in which a case may stand', () => {
    expect(answerNamesCase({ outcome: 'refused', version: 4, refusal: secret })).toBe(true);
    const plain = { ...secret, reason: { fr: 'Trop tôt.', en: 'Too early.' } };
    expect(answerNamesCase({ outcome: 'refused', version: 4, refusal: plain })).toBe(false);
    expect(answerNamesCase({ outcome: 'accepted', version: 4, events: [], warnings: [] })).toBe(false);
  });
});
