import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { builtInCharter, loadCharterText, resolvePolicy, toPartnershipPolicy } from './index.js';

const types = ['SP', 'OP', 'TR', 'ST', 'AL', 'NW', 'MM', 'MSP'];

const equityOf = (code: string): string[] =>
  (builtInCharter(code)?.content.questionnaires.annual_review ?? []).filter(question => question.equity === true).map(({ id }) => id);

describe('equity, whatever the relation', () => {
  it.each(['alert', 'palabre'])('ALE-43: every type that the charter %s offers is asked all its questions of equity', code => {
    const charter = builtInCharter(code)!;
    const equity = equityOf(code);
    expect(equity.length).toBeGreaterThanOrEqual(3);
    const offered = types.map(type => resolvePolicy(charter, type)).filter(resolution => resolution.ok);
    expect(offered.length).toBeGreaterThan(0);
    for (const { policy } of offered) {
      const { forms, columns } = toPartnershipPolicy(policy);
      const asked = forms.annualReview.filter(question => equity.includes(question.id));
      expect([columns.leadershipLevels, asked.map(({ id }) => id)]).toEqual([columns.leadershipLevels, equity]);
      expect(asked.filter(question => 'askedWhen' in question)).toEqual([]);
    }
  });

  it.each([
    ['types', ['OP']],
    ['asked_when', 'IMPLEMENTED'],
  ])('ALE-43: a charter that keeps a question of equity for some (%s) is refused at its line', (key, value) => {
    const alert = parseDocument(readFileSync(new URL('../data/alert.yaml', import.meta.url), 'utf8'));
    const at = (builtInCharter('alert')?.content.questionnaires.annual_review ?? []).findIndex(question => question.equity === true);
    alert.setIn(['questionnaires', 'annual_review', at, key], alert.createNode(value));
    const loading = loadCharterText(alert.toString(), 'alert.yaml');
    expect(loading.ok ? [] : loading.mistakes.map(mistake => mistake.field)).toContain(`questionnaires.annual_review[${at}].${key}`);
  });
});
