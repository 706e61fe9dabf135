import { fileIn, meeting, policyOfCharter, refusedAlone, Rehearsal } from '@palabre/testing';
import { commands } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';

const held = { ...meeting('2027-01-20'), kind: 'formal', purpose: 'exchange' } as const;

const blocks = { goesWell: 'La pharmacie ouvre à l’heure.', challenges: 'La piste.', solutions: 'Partir la veille.' };

const under = (charter: string): Rehearsal => {
  const [plain, asking] = [policyOfCharter('mdm', 'OP'), policyOfCharter(charter, 'OP')];
  return fileIn('implementation', new Rehearsal({ ...plain, switches: { ...plain.switches, practices: asking.switches.practices } }));
};

describe('the three blocks of a meeting', () => {
  it('AGI-15: a formal meeting tells what goes well, then challenges, then possible solutions, and leaves none blank', () => {
    const file = under('agiri');
    const meet = (more: object) => file.ask('officer', 'HoldMeeting', { ...held, ...more });
    refusedAlone(file, () => meet({}), { code: 'blocks-missing', rule: 'AGI-15' });
    refusedAlone(file, () => meet({ blocks: { ...blocks, solutions: '  ' } }), { code: 'block-left-blank', rule: 'AGI-15' });
    expect(file.count('MeetingHeld')).toBe(0);
    expect(meet({ blocks })).toMatchObject({ outcome: 'accepted' });
    expect(file.last('MeetingHeld')).toMatchObject({ blocks });
    expect(Object.keys(commands.HoldMeeting.data.shape.blocks.unwrap().shape)).toEqual(['goesWell', 'challenges', 'solutions']);
    expect(meet({ kind: 'informal', minutes: null })).toMatchObject({ outcome: 'accepted' });
  });

  it('AGI-15: a charter that only offers the blocks takes a meeting without them, but none half filled', () => {
    const file = under('mdm').must('officer', 'HoldMeeting', held);
    refusedAlone(file, () => file.ask('officer', 'HoldMeeting', { ...held, blocks: { ...blocks, goesWell: ' ' } }), {
      code: 'block-left-blank',
    });
  });
});
