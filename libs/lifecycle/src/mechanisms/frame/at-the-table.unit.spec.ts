import type { Actor } from '@palabre/contracts';
import {
  agreeText,
  fileIn,
  openingIdea,
  policyOfCharter,
  refusedAlone,
  Rehearsal,
  sampleBodies,
  sampleModes,
  tasksOf,
  withThird,
} from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit ensemble.';

const thirdHead: Actor = { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] };

/** A partnership of many at work, to which a third party has come late. */
function joined(): Rehearsal {
  const file = fileIn('implementation', new Rehearsal(policyOfCharter('pmp', 'MSP')));
  withThird(file);
  return file;
}

const asked = (file: Rehearsal, kind: string): readonly string[] => tasksOf(file, kind).map(({ party }) => party);

const proposeDecision = (file: Rehearsal): Rehearsal =>
  file.must('officer', 'ProposeDecision', { kind: 'joint', subject: 'Formation', text: words, override: null, crosses: [] });

describe('who sits at the table', () => {
  it('PMP-24: a party that holds the secretariat without a vote is not asked to vote, and the others decide', () => {
    const file = joined();
    const secretariat = { party: 'partner', organisation: 'org-riviere', person: 'person-representative', voteThrough: null };
    file.state = { ...file.state, frame: { ...file.state.frame, secretariat } };
    expect(asked(proposeDecision(file), 'answer-decision')).toEqual(['third']);
    const { decision } = file.state.signOffs.decisions[0]!;
    refusedAlone(file, () => file.ask('representative', 'AcceptDecision', { decision }), { code: 'no-vote', rule: 'PMP-24' });
    refusedAlone(file, () => file.ask('representative', 'DeclineDecision', { decision, reason: words }), {
      code: 'no-vote',
      rule: 'PMP-24',
    });
    const keeps = joined();
    keeps.state = { ...keeps.state, frame: { ...keeps.state.frame, secretariat: { ...secretariat, voteThrough: 'person-presidency' } } };
    expect(asked(proposeDecision(keeps), 'answer-decision')).toEqual(['partner', 'third']);
  });

  it('PMP-25, PMP-26, PMP-21: who joins late is asked for its role, its needs and its limits, and only that party', () => {
    const file = proposeDecision(joined());
    expect(asked(file, 'asked-roles-and-needs')).toEqual(['third']);
    expect(asked(file, 'declare-limits')).toEqual(['third']);
    const said = { kind: 'RoleAndNeedsStated', on: '2027-01-20', role: words, needs: words } as const;
    expect(file.ask('officer', 'RecordNote', said, { actor: thirdHead }).outcome).toBe('accepted');
    expect(asked(file, 'asked-roles-and-needs')).toEqual([]);
    expect(asked(file, 'asked-scope')).toEqual([]);
  });

  it('PMP-61: once the first phase is to last, both tracks are opened to all, each until its text is agreed afresh', () => {
    const founder = { party: 'partner', organisation: 'org-riviere', workingLanguage: 'fr' };
    const file = new Rehearsal(policyOfCharter('pmp', 'MSP')).must('hqOps', 'OpenPartnership', { ...openingIdea, founders: [founder] });
    file.must('officer', 'ProposeEstablishment', { outcome: 'institutionalise', prolongedUntil: null, reason: words });
    expect(asked(file, 'give-lasting-form')).toEqual([]);
    file.must('representative', 'AgreeToProposal', { proposal: String(file.last('EstablishmentDecisionProposed')['proposal']) });
    expect([asked(file, 'give-lasting-form'), asked(file, 'measure-results')]).toEqual([
      ['host', 'partner'],
      ['host', 'partner'],
    ]);
    file.state = { ...file.state, phase: 'implementation' };
    file.advanceTo('2027-01-06');
    agreeText(file, 'operating-modes', sampleModes as never);
    expect([asked(file, 'give-lasting-form'), asked(file, 'measure-results')]).toEqual([[], ['host', 'partner']]);
    agreeText(file, 'objectives');
    expect(asked(file, 'measure-results')).toEqual([]);
    file.must('officer', 'ProposeText', { kind: 'objectives', body: sampleBodies.objectives } as never);
    expect([asked(file, 'give-lasting-form'), asked(file, 'measure-results')]).toEqual([[], []]);
  });

  it('PMP-61: a first phase that is prolonged opens no track', () => {
    const founder = { party: 'partner', organisation: 'org-riviere', workingLanguage: 'fr' };
    const file = new Rehearsal(policyOfCharter('pmp', 'MSP')).must('hqOps', 'OpenPartnership', { ...openingIdea, founders: [founder] });
    file.must('officer', 'ProposeEstablishment', { outcome: 'prolong', prolongedUntil: '2030-06-30', reason: words });
    file.must('representative', 'AgreeToProposal', { proposal: String(file.last('EstablishmentDecisionProposed')['proposal']) });
    expect([...asked(file, 'give-lasting-form'), ...asked(file, 'measure-results')]).toEqual([]);
  });
});
