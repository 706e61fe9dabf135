import type { Actor, Command, CommandAnswer, CommandData, CommandType } from '@palabre/contracts';
import { answersTo, fileIn, policyOfCharter, Rehearsal, sampleDeclarations, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { partyNames } from '../parties/questions.js';

const words = 'Dit.';

const third: Actor = { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] };

const as = <T extends CommandType>(file: Rehearsal, type: T, data: CommandData<T>, more: Partial<Command> = {}): CommandAnswer =>
  file.ask('officer', type, data, { ...more, actor: third });

const finding = { line: null, result: 'clear', evidenceOn: '2027-01-04', note: words } as const;

/** A third organisation that has done all that every charter asks of who comes in: answered, looked at, rules accepted. */
function knocking(): Rehearsal {
  const file = fileIn('implementation', new Rehearsal(policyOfCharter('pmp', 'MSP')));
  file.must('officer', 'ProposeText', { kind: 'vision', body: { sections: [{ heading: 'Rive', text: words }] } });
  file.must('representative', 'AcceptText', file.text('vision'));
  file.must('representative', 'ProposeAccession', {
    party: 'third',
    organisation: 'org-third',
    workingLanguage: 'fr',
    reason: words,
    idea: 'idee-du-delta',
  });
  as(file, 'AnswerAccession', { answers: answersTo(file.policy, 'dueDiligence', 'partner') });
  as(file, 'RecordFinding', { about: 'host', ...finding });
  as(file, 'AcceptRules', {});
  return file.must('officer', 'RecordFinding', { about: 'third', ...finding });
}

const admit = (file: Rehearsal): CommandAnswer =>
  file.ask('officer', 'AgreeToProposal', { proposal: String(file.last('PartnerAccessionProposed')['proposal']) });

const reasonOf = (answer: CommandAnswer): string => (answer.outcome === 'refused' ? answer.refusal.reason.en : '');

describe('who comes into a multi-stakeholder partnership', () => {
  it('PMP-57, PMP-16: declares motivation, cooperation and compromise and answers the trust pulse; a missing one keeps PartnerJoined away', () => {
    const file = knocking();
    expect(reasonOf(admit(file))).toBe(
      'The applicant is not ready: "third" has not stated its motivation. "third" has not declared the will to cooperate. ' +
        '"third" has not declared the will to compromise. "third" has not answered the trust pulse.',
    );
    as(file, 'MakeDeclaration', { ...sampleDeclarations.motivation, sector: 'science' });
    as(file, 'MakeDeclaration', { ...sampleDeclarations.will, cooperates: false });
    as(file, 'MakeDeclaration', sampleDeclarations.trust);
    expect(reasonOf(admit(file))).toBe('The applicant is not ready: "third" has not declared the will to cooperate.');
    expect(file.count('PartnerJoined')).toBe(0);
    as(file, 'MakeDeclaration', sampleDeclarations.will);
    expect(admit(file).outcome).toBe('accepted');
    expect(partyNames(file.state)).toEqual(['host', 'partner', 'third']);
    expect(file.last('MotivationStated')).toMatchObject({ party: 'third', sector: 'science' });
  });

  it('PMP-57: a charter that asks for no declarations admits without them', () => {
    const file = fileIn('implementation').must('representative', 'ProposeAccession', {
      party: 'third',
      organisation: 'org-third',
      workingLanguage: 'fr',
      reason: words,
    });
    expect(reasonOf(admit(file))).not.toContain('motivation');
  });

  it('PMP-13: comments the vision before it joins, and neither accepts nor contests it yet', () => {
    const file = knocking();
    expect(tasksOf(file, 'comment-vision').map(task => task.party)).toEqual(['third']);
    expect(as(file, 'AcceptText', file.text('vision'))).toMatchObject({ refusal: { code: 'not-in-yet' } });
    expect(as(file, 'CommentText', { ...file.text('vision'), comment: words }).outcome).toBe('accepted');
    expect(file.last('TextCommented')).toMatchObject({ party: 'third', kind: 'vision', version: 1 });
    expect(tasksOf(file, 'comment-vision')).toEqual([]);
    expect(partyNames(file.state)).not.toContain('third');
  });

  it('PMP-08: the request names the idea that it grew out of', () => {
    expect(knocking().last('PartnerAccessionProposed')).toMatchObject({ idea: 'idee-du-delta', applicant: { party: 'third' } });
  });
});
