import type { Actor, CommandData, CommandType } from '@palabre/contracts';
import { agreeText, answersTo, fileIn, sampleBodies, type Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const words = 'Dit ensemble.';

const third: Actor = { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] };

const asThird = <T extends CommandType>(file: Rehearsal, type: T, data: CommandData<T>) =>
  file.ask('outsider', type, data, { actor: third });

/** A third organisation asks to come in, and everything but the rules is done. */
function applying(file: Rehearsal): string {
  file.must('representative', 'ProposeAccession', { party: 'third', organisation: 'org-third', workingLanguage: 'fr', reason: words });
  const finding = { line: null, result: 'clear', evidenceOn: '2027-01-04', note: words } as const;
  asThird(file, 'AnswerAccession', { answers: answersTo(file.policy, 'dueDiligence', 'partner') });
  asThird(file, 'RecordFinding', { about: 'host', ...finding });
  file.must('officer', 'RecordFinding', { about: 'third', ...finding });
  return String(file.last('PartnerAccessionProposed')['proposal']);
}

const adopt = (file: Rehearsal): void => agreeText(file, 'code-of-conduct', sampleBodies.values);

describe('a code of conduct', () => {
  it('PMP-34: it is optional; adopted by all parties, a party that joins later accepts it with the rules, in the very version', () => {
    const file = fileIn('implementation');
    expect(file.state.tasks.some(task => task.kind.includes('code'))).toBe(false);
    adopt(file);
    expect(file.last('CodeOfConductAdopted')).toMatchObject({ acceptedBy: ['host', 'partner'] });
    const proposal = applying(file);
    expect(file.ask('officer', 'AgreeToProposal', { proposal })).toMatchObject({ refusal: { code: 'applicant-not-ready' } });
    asThird(file, 'AcceptRules', {});
    expect(file.last('RulesInForceAccepted')).toMatchObject({ party: 'third', codeOfConduct: file.text('code-of-conduct').hash });
    file.must('officer', 'AgreeToProposal', { proposal });
    expect(file.count('PartnerJoined')).toBe(1);
  });

  it('PMP-34: adopted after the applicant accepted the rules, it is accepted again before the door opens', () => {
    const file = fileIn('implementation');
    const proposal = applying(file);
    asThird(file, 'AcceptRules', {});
    expect(file.last('RulesInForceAccepted')).not.toHaveProperty('codeOfConduct');
    adopt(file);
    expect(file.ask('officer', 'AgreeToProposal', { proposal })).toMatchObject({ refusal: { code: 'applicant-not-ready' } });
    expect(file.count('PartnerJoined')).toBe(0);
    asThird(file, 'AcceptRules', {});
    expect(file.ask('officer', 'AgreeToProposal', { proposal }).outcome).toBe('accepted');
  });
});
