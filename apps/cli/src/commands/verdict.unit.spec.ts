import { commands, isCommandType } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import type { InboxRow } from '../api/reads.js';
import { openVerdicts, verdictCommand } from './verdict.js';

type Task = Pick<InboxRow, 'verdicts' | 'subject' | 'about'>;

const hash = 'a'.repeat(64);

const onText = (grant: string, refuse: string | null, contest: string | null): Task => ({
  verdicts: { grant, refuse, contest },
  subject: { kind: 'budget', version: 2, hash },
  about: null,
});

const about = (id: string, grant: string, refuse: string | null = null): Task => ({
  verdicts: { grant, refuse, contest: null },
  subject: null,
  about: id,
});

const fitsItsSchema = (command: { type: string; data: unknown } | null): boolean =>
  command !== null && isCommandType(command.type) && commands[command.type].data.safeParse(command.data).success;

describe('deciding on a task', () => {
  it('MDM-15, MDM-11: binds to the version and hash that the task showed, with the reasons given', () => {
    const task = onText('AcceptText', null, 'ContestText');
    const granted = verdictCommand(task, 'grant', null);
    expect(granted).toEqual({ type: 'AcceptText', data: { kind: 'budget', version: 2, hash }, missing: [] });
    const contested = verdictCommand(task, 'contest', 'Trop peu pour le village');
    expect(contested?.data).toEqual({ kind: 'budget', version: 2, hash, reasons: 'Trop peu pour le village' });
    expect([granted, contested].map(fitsItsSchema)).toEqual([true, true]);
  });

  it('HFA-15: a signature carries version and hash, and no kind', () => {
    const task = onText('SignAgreement', 'RefuseSignature', null);
    expect(verdictCommand(task, 'grant', null)?.data).toEqual({ version: 2, hash });
    expect(verdictCommand(task, 'refuse', 'Clause 4')?.data).toEqual({ version: 2, hash, reason: 'Clause 4' });
  });

  it.each([
    ['AcceptDecision', 'decision'],
    ['AcceptMitigation', 'case'],
    ['ConfirmHandover', 'handover'],
    ['AcknowledgeBreach', 'commitment'],
    ['AcknowledgeChallenge', 'challenge'],
  ])('%s takes what the task is about as its %s', (type, field) => {
    const command = verdictCommand(about('thing-1', type), 'grant', null);
    expect(command).toEqual({ type, data: { [field]: 'thing-1' }, missing: [] });
    expect(fitsItsSchema(command)).toBe(true);
  });

  it('MDM-24: a note that may be empty is left empty, never asked for', () => {
    expect(verdictCommand(about('commitment-1', 'ConfirmCommitment'), 'grant', null)).toEqual({
      type: 'ConfirmCommitment',
      data: { commitment: 'commitment-1', note: null },
      missing: [],
    });
  });

  it('MDM-25: names what is missing: the reason of a refusal, the day of a receipt', () => {
    expect(verdictCommand(about('decision-1', 'AcceptDecision', 'DeclineDecision'), 'refuse', null)?.missing).toEqual(['reason']);
    expect(verdictCommand(about('transfer-1', 'ConfirmTransfer'), 'grant', null)?.missing).toEqual(['receivedOn']);
    const completed = verdictCommand(about('transfer-1', 'ConfirmTransfer'), 'grant', null, { receivedOn: '2027-01-04' });
    expect(completed).toMatchObject({ missing: [], data: { transfer: 'transfer-1', receivedOn: '2027-01-04' } });
  });

  it('knows only the verdicts that the task knows', () => {
    const task = onText('AcceptText', null, 'ContestText');
    expect(openVerdicts(task)).toEqual(['grant', 'contest']);
    expect(verdictCommand(task, 'refuse', 'non')).toBeNull();
  });
});
