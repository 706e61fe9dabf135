import { isOpening, type Actor, type CommandType } from '@palabre/contracts';
import { agreeText, fileIn, openActionsIn, people, policyOfCharter, policyWithGate, Rehearsal, whyNotIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const underTransfer = (): Rehearsal => fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'TR')));

const signing = (file: Rehearsal) => whyNotIn(file, { type: 'SignAgreement', actor: people.direction });

describe('what somebody may try now', () => {
  it('every command of a file is listed once, and none that would begin another', () => {
    const listed = openActionsIn(fileIn('idea'), people.officer).map(({ command }) => command);
    expect(listed.filter(type => isOpening('partnership', type))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(['EnterPhase', 'SignAgreement', 'RecordNote']));
  });

  it('what is possible has no reason against it, what is not has one; what hangs on its body is possible and not judged', () => {
    const built = fileIn('co-construction');
    agreeText(built, 'values');
    const actions = openActionsIn(built, people.officer);
    for (const { command, possible, because, judged } of actions) {
      expect([command, because === null]).toEqual([command, possible]);
      if (judged === false) expect([command, possible]).toEqual([command, true]);
    }
    const of = (type: CommandType) => actions.find(({ command }) => command === type);
    expect(of('RecordNote')).toEqual({ command: 'RecordNote', possible: true, because: null, judged: false });
    expect(of('ConfirmCoConstruction')).toEqual({ command: 'ConfirmCoConstruction', possible: true, because: null, judged: true });
    expect(of('SignAgreement')).toMatchObject({ possible: false, judged: true });
  });

  it('PERMISSION: a stranger is told so for everything, before anything is judged', () => {
    const actions = openActionsIn(fileIn('co-construction'), people.outsider);
    expect(actions.filter(({ possible }) => possible)).toEqual([]);
    expect(actions.filter(({ judged }) => judged === false)).toEqual([]);
  });
});

describe('why not, without a body', () => {
  it('the next phases are tried out one by one: possible where one is open, and else each reason is told once', () => {
    const file = fileIn('mapping');
    const ask = { type: 'EnterPhase', actor: people.officer } as const;
    const blocked = whyNotIn(new Rehearsal(), ask);
    expect(blocked.possible).toBe(false);
    const now = whyNotIn(file, ask);
    const again = whyNotIn(file, { ...ask, data: { phase: 'search', reason: 'why-not' } });
    expect(now.possible).toBe(again.possible);
    for (const told of [now, again]) {
      expect(told.possible).toBe(told.refusals.length === 0);
      const sentences = told.refusals.map(({ code, rule, reason }) => `${code} ${rule} ${reason.en}`);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  it('PMP-07: a step that only warns is possible, and its warnings are told with it, each once', () => {
    const file = fileIn('idea', new Rehearsal(policyWithGate('mdm', 'OP', 'NEED', 'warn')));
    const told = whyNotIn(file, { type: 'EnterPhase', data: { phase: 'mapping', reason: null }, actor: people.hqOps });
    const heard = file.ask('hqOps', 'EnterPhase', { phase: 'mapping', reason: null });
    expect(told.possible).toBe(heard.outcome === 'accepted');
    expect(told.warnings.map(({ code }) => code)).toEqual(heard.outcome === 'accepted' ? heard.warnings.map(({ code }) => code) : []);
  });

  it('S-04: a signature is tried on the agreement as it stands; where there is none nothing is tried, and the door says why', () => {
    const file = fileIn('validation');
    file.must('officer', 'RecordMandate', {
      person: 'person-direction',
      role: 'signatory-authority',
      from: '2026-01-01',
      until: '2027-12-31',
    });
    const before = signing(file);
    file.must('officer', 'ProposeText', { kind: 'agreement', body: { clauses: [{ number: '1', title: 'Objet', text: 'Ensemble.' }] } });
    const proposed = signing(file);
    expect(proposed.possible).toBe(false);
    expect(proposed.refusals.map(({ code }) => code)).not.toContain('stale-version');
    expect(proposed.refusals.map(({ code }) => code)).not.toContain('malformed-command');
    expect(before.refusals.map(({ code }) => code)).not.toEqual(proposed.refusals.map(({ code }) => code));
  });

  it('MDM-46: a transfer is tried for the other party of the file, not for the host', () => {
    const file = underTransfer();
    const told = whyNotIn(file, { type: 'OpenTransfer', actor: people.officer });
    expect(told).toEqual({ command: 'OpenTransfer', possible: true, refusals: [], warnings: expect.any(Array) });
    const toHost = whyNotIn(file, { type: 'OpenTransfer', data: { object: 'operational', recipient: 'host' }, actor: people.officer });
    expect(toHost).toMatchObject({ possible: false, refusals: [{ code: 'recipient-not-another', rule: 'MDM-46' }] });
  });

  it('what is given is what is judged: a body that has no shape is told so, though a likely one would pass', () => {
    const file = underTransfer();
    const told = whyNotIn(file, { type: 'OpenTransfer', data: { object: 'operational' }, actor: people.officer });
    expect(told).toMatchObject({ possible: false, refusals: [{ code: 'malformed-command', rule: 'SHAPE' }] });
    expect(told.refusals).toHaveLength(1);
    expect(file.state.transfer).toBeNull();
  });

  it('what asks for words that nobody can guess is possible as far as function and phase go', () => {
    const file = fileIn('co-construction');
    expect(whyNotIn(file, { type: 'RecordNote', actor: people.officer })).toEqual({
      command: 'RecordNote',
      possible: true,
      refusals: [],
      warnings: [],
    });
    const nobody: Actor = { ...people.outsider, roles: ['auditor'] };
    expect(whyNotIn(file, { type: 'RecordNote', actor: nobody }).possible).toBe(false);
  });

  it('an obstacle before the rule is told beside the reasons of the rule, and makes it impossible though the rule would accept', () => {
    const file = underTransfer();
    const told = whyNotIn(file, { type: 'RaiseChallenge', data: { text: 'Trop de rapports.' }, actor: people.outsider });
    expect(told.possible).toBe(false);
    expect(told.refusals[0]?.code).toBe(whyNotIn(file, { type: 'RaiseChallenge', actor: people.outsider }).refusals[0]?.code);
    expect(whyNotIn(file, { type: 'RaiseChallenge', data: { text: 'Trop de rapports.' }, actor: people.representative }).possible).toBe(
      true,
    );
  });
});
