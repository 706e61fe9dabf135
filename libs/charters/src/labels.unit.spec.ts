import { gateIds, timerKeys } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { charters, label, resolvePolicy } from './index.js';

const mdm = [...charters().values()].find(charter => charter.code === 'mdm');

describe('names for screens', () => {
  it('a line, a value, a type, a question and a choice have a name in each language', () => {
    if (!mdm) throw new Error('the MdM charter comes with Palabre');
    expect(label(mdm, 'line', 'corruption', 'fr')).toBe('Corruption');
    expect(label(mdm, 'line', 'care_quality', 'en')).toBe('Quality of care');
    expect(label(mdm, 'value', 'balance', 'fr')).toBe('Équilibre');
    expect(label(mdm, 'type', 'OP', 'en')).toBe('Operational partnership');
    expect(label(mdm, 'type', 'MSP', 'fr')).toBe('Partenariat multipartite');
    expect(label(mdm, 'question', 'MQ25', 'en')).toBe('What did we learn from each other?');
    expect(label(mdm, 'question', 'MS14', 'fr')).toContain('apprendre');
    expect(label(mdm, 'choice', 'CL1.relief', 'fr')).toBe('Un soulagement');
  });

  it('each gate, each timer and each question of a policy has a name, so that no screen shows a bare code', () => {
    if (!mdm) throw new Error('the MdM charter comes with Palabre');
    const resolution = resolvePolicy(mdm, 'OP');
    const questions = resolution.ok ? Object.values(resolution.policy.forms).flat() : [];
    expect(questions.length).toBeGreaterThan(60);
    for (const language of ['fr', 'en'] as const) {
      for (const gate of gateIds) expect(label(mdm, 'gate', gate, language)).not.toBeNull();
      for (const timer of timerKeys) expect(label(mdm, 'timer', timer, language)).not.toBeNull();
      for (const { value } of questions) {
        expect(label(mdm, 'question', value.id, language)).not.toBeNull();
        for (const choice of value.choices ?? []) expect(label(mdm, 'choice', `${value.id}.${choice}`, language)).not.toBeNull();
      }
    }
  });

  it('a code that the charter does not know has no name', () => {
    if (!mdm) throw new Error('the MdM charter comes with Palabre');
    expect(label(mdm, 'line', 'gravity', 'fr')).toBeNull();
    expect(label(mdm, 'value', 'constructor', 'en')).toBeNull();
  });
});
