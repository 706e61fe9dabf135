import type { CommandType } from '@palabre/contracts';
import { agreeText, fileIn, lives, openActionsIn, people, policyOfCharter, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const actionOf = (file: Rehearsal, type: CommandType, who: keyof typeof people = 'officer') =>
  openActionsIn(file, people[who]).find(({ command }) => command === type);

/** A file that asks, before each command, whether it was told as possible. */
class Asking extends Rehearsal {
  readonly missed: string[] = [];
  accepted = 0;

  override ask<T extends CommandType>(...asked: Parameters<typeof Rehearsal.prototype.ask<T>>) {
    const [who, command] = asked;
    const told = this.state.head.version === 0 ? undefined : actionOf(this, command, who);
    const answer = super.ask(...asked);
    if (answer.outcome !== 'accepted' || told === undefined) return answer;
    this.accepted += 1;
    if (!told.possible) this.missed.push(`${command}: ${told.because?.reason.en ?? ''}`);
    return answer;
  }
}

describe('what is told as open', () => {
  it('on the first day nothing is offered that has nothing to act on: no incident, no case, no transfer, no text', () => {
    const file = fileIn('idea');
    const none: readonly CommandType[] = [
      'AcknowledgeBrandIncident',
      'HearParty',
      'ConfirmTransfer',
      'AcceptText',
      'AcceptDecision',
      'ConfirmHandover',
    ];
    for (const type of none) expect([type, actionOf(file, type)?.possible]).toEqual([type, false]);
    const offered = openActionsIn(file, people.officer).filter(({ possible }) => possible);
    expect(offered.length).toBeLessThan(40);
    expect(offered.filter(({ judged }) => judged === undefined)).toEqual([]);
  });

  it('what is there to act on is offered, and says that its body decides', () => {
    const file = fileIn('implementation');
    file.must('representative', 'RaiseChallenge', { text: 'Trop de rapports.' });
    expect(actionOf(file, 'AcknowledgeChallenge')).toMatchObject({ possible: true, judged: false });
    expect(actionOf(file, 'AcceptText')).toMatchObject({ possible: true, judged: false });
  });

  it('a command without a body is judged: confirmed once, it is offered no more', () => {
    const file = fileIn('co-construction');
    agreeText(file, 'values');
    expect(actionOf(file, 'ConfirmCoConstruction')).toEqual({
      command: 'ConfirmCoConstruction',
      possible: true,
      because: null,
      judged: true,
    });
    file.must('officer', 'ConfirmCoConstruction', { participants: ['person-1'] });
    expect(actionOf(file, 'ConfirmCoConstruction')).toMatchObject({
      possible: false,
      judged: true,
      because: { code: 'already-confirmed' },
    });
  });

  it.each(lives.map(life => [life.type, life] as const))(
    'nothing that is accepted in the life of %s was told as closed before',
    (_type, life) => {
      const file = new Asking(policyOfCharter(life.charter, life.type));
      life.story(file);
      expect(file.accepted).toBeGreaterThan(20);
      expect(file.missed).toEqual([]);
    },
  );
});
