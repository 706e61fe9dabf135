import { describe, expect, it } from 'vitest';
import { expand, referencesIn, takesKind } from './references.js';

describe('references in a dossier', () => {
  it('finds texts and fields, however deep, with their path', () => {
    const data = { $text: 'budget@first', inner: [{ case: '${finding.case}' }, '${plan.commitment#2}', 'a ${plain} text'] };
    expect(referencesIn(data)).toEqual([
      { to: 'text', text: 'budget', act: 'first', path: ['$text'] },
      { to: 'field', act: 'finding', field: 'case', place: 1, path: ['inner', 0, 'case'] },
      { to: 'field', act: 'plan', field: 'commitment', place: 2, path: ['inner', 1] },
    ]);
  });

  it('MDM-15: a text stands for version and hash, beside what else the act says', () => {
    const expanded = expand(
      { $text: 'agreement', with: ['executive-bureau'] },
      { text: ({ text }) => ({ kind: text, version: 2 }), field: () => 'x' },
    );
    expect(expanded).toEqual({ kind: 'agreement', version: 2, with: ['executive-bureau'] });
  });

  it('names the kind only where the command takes it', () => {
    expect(['AcceptText', 'ContestText', 'TranslateText'].map(type => takesKind(type as 'AcceptText'))).toEqual([true, true, true]);
    expect(['SignAgreement', 'ShareAgreement', 'ApproveReports'].map(type => takesKind(type as 'SignAgreement'))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
