import { fileIn, people, policyOfCharter, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { whyNot } from '../why-not.js';

const askedOf = (file: Rehearsal, phase: string) =>
  whyNot(file.state, { type: 'EnterPhase', data: { phase, reason: null }, actor: people.officer }).refusals;

describe('everything that is missing for a step, in one answer', () => {
  const file = fileIn('mapping', new Rehearsal(policyOfCharter('alert', 'OP')));

  it('PMP-12, ALE-25: the list of the gate and what the charter asks besides stand side by side, one by one, each with its rule', () => {
    const refusals = askedOf(file, 'search');
    const rules = refusals.map(({ rule }) => rule);
    expect(rules.filter(rule => rule === 'gate MAPPING')).toHaveLength(3);
    expect(rules).toContain('ALE-25');
    expect(rules.indexOf('gate MAPPING')).toBeLessThan(rules.indexOf('ALE-25'));
    expect(refusals.filter(({ reason }) => reason.en.split('. ').length > 2)).toEqual([]);
  });

  it('each names the command that brings it, and the kind of note; the refusal that is recorded stays one', () => {
    const refusals = askedOf(file, 'search');
    const next = (rule: string, words: string): string =>
      refusals.find(one => one.rule === rule && one.reason.en.includes(words))?.next.en ?? '';
    expect(next('gate MAPPING', 'Missing voices')).toContain('MissingVoiceAcknowledged)');
    expect(next('ALE-25', '')).toBe('Do RecordNote (SoughtChangeLinked), then ask again.');
    const answer = file.ask('officer', 'EnterPhase', { phase: 'search', reason: null });
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { rule: 'gate MAPPING', gates: ['MAPPING'] } });
    expect(file.last('CommandRefused')['next']).toEqual({
      fr: 'Compléter ce qui manque, puis redemander.',
      en: 'Complete what is missing, then ask again.',
    });
  });

  it('what is there already is not named', () => {
    const before = askedOf(file, 'search');
    file.must('officer', 'RecordNote', { kind: 'MissingVoiceAcknowledged', on: '2027-01-04', note: 'Les pêcheurs saisonniers.' });
    const after = askedOf(file, 'search');
    expect(after).toEqual(before.filter(({ reason }) => !reason.en.includes('Missing voices')));
    expect(after.length).toBe(before.length - 1);
  });
});
