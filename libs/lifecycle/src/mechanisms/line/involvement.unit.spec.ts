import { fileIn, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const promise = (dueOn: string) => ({ owedBy: 'partner', owedTo: 'host', what: 'Liste des relais', dueOn, origin: 'clause' as const });

const proposals = (file: ReturnType<typeof fileIn>) =>
  tasksOf(file, 'weigh-low-involvement').map(({ party, about }) => `${party}/${about}`);

describe('low involvement', () => {
  it('MDM-70: two meetings missed in a row propose the line to each side about the other; nobody is accused, and talking takes it away', () => {
    const file = fileIn('implementation').advanceTo('2027-03-16');
    expect(file.count('MeetingMissed')).toBe(1);
    expect(proposals(file)).toEqual([]);
    file.advanceTo('2027-04-16');
    expect(proposals(file).sort()).toEqual(['host/partner', 'partner/host']);
    expect(tasksOf(file, 'talk-about-involvement')).not.toEqual([]);
    expect(file.count('OrangeLineRaised')).toBe(0);
    expect(file.state.lines.cases).toEqual([]);

    const attendance = [
      { party: 'host', people: 1 },
      { party: 'partner', people: 1 },
    ];
    file.must('officer', 'HoldMeeting', {
      heldOn: '2027-04-16',
      attendance,
      inPerson: false,
      minutes: 'Parlé des causes.',
      kind: 'formal',
      purpose: 'trust',
    });
    expect(proposals(file)).not.toContain('partner/host');
    expect(file.count('OrangeLineRaised')).toBe(0);
  });

  it('MDM-70: commitments overdue in a row propose it about the party that owes; raising it is an act of a person', () => {
    const file = fileIn('implementation');
    file.must('representative', 'MakeCommitment', promise('2027-02-01')).must('representative', 'MakeCommitment', promise('2027-02-02'));
    file.advanceTo('2027-02-03');
    expect(proposals(file)).toEqual(['host/partner']);
    file.must('officer', 'RaiseLine', { line: 'low_involvement', about: 'partner', facts: null });
    expect(proposals(file)).toEqual([]);
    expect(file.count('OrangeLineRaised')).toBe(1);
  });

  it('MDM-70: tasks left unanswered by the host count as those of the partner do', () => {
    const file = fileIn('implementation');
    const challenge = () => file.must('representative', 'RaiseChallenge', { text: 'Les réponses tardent.' });
    challenge();
    challenge();
    file.advanceTo('2027-02-01');
    expect(file.state.tasks.filter(task => task.party === 'host' && task.overdue).length).toBeGreaterThanOrEqual(2);
    expect(proposals(file)).toContain('partner/host');
    expect(file.count('OrangeLineRaised')).toBe(0);
  });
});
