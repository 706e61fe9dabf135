import type { Actor, Command, CommandData, CommandType } from '@palabre/contracts';
import { answersTo, fileIn, policyOfCharter, refusedAlone, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit.';

const newcomer: Actor = { person: 'person-new', organisation: 'org-new', roles: ['partner-representative'] };

const as = <T extends CommandType>(file: Rehearsal, type: T, data: CommandData<T>, more: Partial<Command> = {}) =>
  file.ask('officer', type, data, { ...more, actor: newcomer });

const finding = { line: null, result: 'clear', evidenceOn: '2027-01-04', note: words } as const;

describe('who takes over a project', () => {
  it('MDM-46: a present partner, or an organisation that has passed due diligence and never worked with us before; nobody else', () => {
    const file = fileIn('implementation', new Rehearsal(policyOfCharter('mdm', 'TR')));
    const toNewcomer = { object: 'operational', recipient: 'newcomer' } as const;
    refusedAlone(file, () => file.ask('officer', 'OpenTransfer', toNewcomer), { code: 'unknown-party', rule: 'MDM-46' });
    file.must('representative', 'ProposeAccession', { party: 'newcomer', organisation: 'org-new', workingLanguage: 'fr', reason: words });
    refusedAlone(file, () => file.ask('officer', 'OpenTransfer', toNewcomer), { code: 'unknown-party', rule: 'MDM-46' });
    as(file, 'AnswerAccession', { answers: answersTo(file.policy, 'dueDiligence', 'partner') });
    as(file, 'RecordFinding', { about: 'host', ...finding });
    as(file, 'AcceptRules', {});
    const proposal = String(file.last('PartnerAccessionProposed')['proposal']);
    expect(file.ask('officer', 'AgreeToProposal', { proposal })).toMatchObject({ refusal: { code: 'applicant-not-ready' } });
    file.must('officer', 'RecordFinding', { about: 'newcomer', ...finding }).must('officer', 'AgreeToProposal', { proposal });
    file.must('officer', 'OpenTransfer', toNewcomer);
    expect(file.last('TransferProjectOpened')).toMatchObject({ recipient: 'newcomer' });
    expect(file.state.transfer).toMatchObject({ recipient: 'newcomer', status: 'open' });
  });
});
