import {
  agreeText,
  answerAsked,
  fileIn,
  organisations,
  policyOfCharter,
  refusedAlone,
  Rehearsal,
  sampleBodies,
  tasksOf,
} from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const under = (charter: string): Rehearsal => fileIn('co-construction', new Rehearsal(policyOfCharter(charter, 'OP')));

const ofUs = { participants: ['person-field', 'person-nurse'] };

const words = 'Écrit ensemble.';

/** Everything that validation asks for is there, but for the word of each side that it took part. */
function allButTheNames(): Rehearsal {
  const file = under('mdm');
  for (const who of ['officer', 'representative'] as const) file.must(who, 'WriteExpectations', { expectations: words, values: [words] });
  for (const kind of ['values', 'objectives', 'roles', 'budget'] as const) agreeText(file, kind);
  for (const kind of ['evaluation', 'capacity-plan'] as const) {
    file.must('representative', 'ProposeText', { kind, body: sampleBodies[kind]! } as never).must('officer', 'AcceptText', file.text(kind));
  }
  return answerAsked(file);
}

describe('what each side has built', () => {
  it.each(['mdm', 'palabre'])('MDM-39: on the first day nobody under the charter %s confirms what has not been built', charter => {
    const file = under(charter);
    for (const who of ['officer', 'representative'] as const) {
      refusedAlone(file, () => file.ask(who, 'ConfirmCoConstruction', ofUs), { code: 'nothing-built-yet', rule: 'MDM-39' });
    }
    file.must('officer', 'ProposeText', { kind: 'values', body: sampleBodies.values! });
    refusedAlone(file, () => file.ask('officer', 'ConfirmCoConstruction', ofUs), { code: 'nothing-built-yet' });
    expect(file.count('CoConstructionConfirmed')).toBe(0);
  });

  it('MDM-39: a text accepted by the other side is a contribution of its author alone; a contested one is none', () => {
    const file = under('mdm');
    agreeText(file, 'values');
    refusedAlone(file, () => file.ask('representative', 'ConfirmCoConstruction', ofUs), { code: 'nothing-built-yet' });
    file.must('representative', 'ProposeText', { kind: 'roles', body: sampleBodies.roles! });
    file.must('officer', 'ContestText', { ...file.text('roles'), reasons: 'Pas encore.', about: [] });
    refusedAlone(file, () => file.ask('representative', 'ConfirmCoConstruction', ofUs), { code: 'nothing-built-yet' });
    file.must('representative', 'ProposeText', { kind: 'roles', body: sampleBodies.roles! });
    file.must('officer', 'AcceptText', file.text('roles')).must('representative', 'ConfirmCoConstruction', ofUs);
    expect(tasksOf(file, 'confirm-co-construction').map(({ party }) => party)).toEqual(['host']);
  });

  it('MDM-39: what the other side accepted stays a contribution once a later version of another hand stands in its place', () => {
    const file = under('mdm').must('representative', 'ProposeText', { kind: 'objectives', body: sampleBodies.objectives! });
    file.must('officer', 'AcceptText', file.text('objectives'));
    file.must('officer', 'ProposeText', { kind: 'objectives', body: sampleBodies.objectives! });
    refusedAlone(file, () => file.ask('officer', 'ConfirmCoConstruction', ofUs), { code: 'nothing-built-yet' });
    file.must('representative', 'ConfirmCoConstruction', ofUs).must('representative', 'AcceptText', file.text('objectives'));
    file.must('officer', 'ConfirmCoConstruction', ofUs);
    expect(file.count('CoConstructionConfirmed')).toBe(2);
    expect(file.state.texts.builtBy).toEqual(['partner', 'host']);
    expect(file.replayed()).toEqual(file.state);
  });

  it('MDM-39: silence accepts nothing, though the text is agreed by it; a file that kept no mark is asked by its texts', () => {
    const file = under('mdm');
    file.state = { ...file.state, policy: { ...file.state.policy!, decisionRule: 'no-objection' } };
    file.must('representative', 'ProposeText', { kind: 'values', body: sampleBodies.values! }).advanceTo('2027-01-31');
    expect(file.state.texts.heads.values).toMatchObject({ status: 'agreed', acceptedBy: ['partner'] });
    refusedAlone(file, () => file.ask('representative', 'ConfirmCoConstruction', ofUs), { code: 'nothing-built-yet' });

    const earlier = under('mdm');
    agreeText(earlier, 'values');
    const { builtBy, ...texts } = earlier.state.texts;
    expect(builtBy).toEqual(['host']);
    earlier.state = { ...earlier.state, texts };
    refusedAlone(earlier, () => earlier.ask('representative', 'ConfirmCoConstruction', ofUs), { code: 'nothing-built-yet' });
    earlier.must('officer', 'ConfirmCoConstruction', ofUs);
  });

  it('MDM-39: of three, a yes from within the same side is none of the other', () => {
    const file = under('mdm');
    const { parties } = file.state;
    const third = { ...parties.members[1]!, party: 'third', organisation: organisations.stranger };
    file.state = { ...file.state, parties: { ...parties, members: [...parties.members, third] } };
    file.must('outsider', 'ProposeText', { kind: 'values', body: sampleBodies.values! });
    file.must('representative', 'AcceptText', file.text('values'));
    refusedAlone(file, () => file.ask('representative', 'ConfirmCoConstruction', ofUs), { code: 'nothing-built-yet' });
    file.must('officer', 'AcceptText', file.text('values')).must('representative', 'ConfirmCoConstruction', ofUs);
    refusedAlone(file, () => file.ask('officer', 'ConfirmCoConstruction', ofUs), { code: 'nothing-built-yet' });
  });

  it('MDM-27: whoever took part is named by each side, and the step waits for the names of both', () => {
    const file = allButTheNames();
    refusedAlone(file, () => file.ask('officer', 'ConfirmCoConstruction', {}), { code: 'participants-unnamed', rule: 'MDM-27' });
    file.must('officer', 'ConfirmCoConstruction', ofUs);
    expect(file.last('CoConstructionConfirmed')).toMatchObject({ party: 'host', participants: ofUs.participants });
    const step = { phase: 'validation', reason: null } as const;
    refusedAlone(file, () => file.ask('officer', 'EnterPhase', step), { code: 'co-construction-unconfirmed', rule: 'MDM-27' });
    expect(file.state.phase).toBe('co-construction');
    file.must('representative', 'ConfirmCoConstruction', ofUs).must('officer', 'EnterPhase', step);
    expect(file.state.phase).toBe('validation');
  });

  it('a charter that does not ask takes the word of each side', () => {
    const file = under('agiri').must('officer', 'ConfirmCoConstruction', {}).must('representative', 'ConfirmCoConstruction', {});
    expect(file.last('CoConstructionConfirmed')).not.toHaveProperty('participants');
    expect(file.count('CoConstructionConfirmed')).toBe(2);
  });
});
