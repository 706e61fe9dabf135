import type { Actor, CommandType } from '@palabre/contracts';
import { fileIn, organisations, policyOfCharter, Rehearsal } from '@palabre/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartnershipState } from '../../state.js';
import { partyNames, votersOf } from '../parties/questions.js';

const words = 'Dit ensemble.';

const policy = { ...policyOfCharter('mdm', 'OP'), decisionRule: 'majority' as const };

const voices: readonly Actor[] = [
  { person: 'person-officer', organisation: organisations.host, roles: ['partnership-officer'] },
  { person: 'person-hq-ops', organisation: organisations.host, roles: ['hq-ops'] },
  { person: 'person-representative', organisation: organisations.partner, roles: ['partner-representative'] },
  { person: 'person-third', organisation: 'org-third', roles: ['partner-representative'] },
];

/** A running partnership of three. */
function ofThree(): PartnershipState {
  const { state } = fileIn('implementation', new Rehearsal(policy));
  const third = { ...state.parties.members[1]!, party: 'third', organisation: 'org-third' };
  return { ...state, parties: { ...state.parties, members: [...state.parties.members, third] } };
}

const start = ofThree();

type Move = readonly [voice: number, type: CommandType];

const types = [
  'ProposeTypeChange',
  'ProposeSecretariat',
  'ProposeRenewal',
  'AgreeToProposal',
  'AgreeToProposal',
  'AgreeToProposal',
  'DeclineProposal',
  'AnnounceWithdrawal',
  'DeclareDecisionDelay',
] as const;

const moves = fc.array(fc.tuple(fc.nat(voices.length - 1), fc.constantFrom(...types)), { maxLength: 25 });

const dataOf = (state: PartnershipState, type: CommandType): unknown => {
  const proposal = state.frame.proposals[0]?.proposal ?? 'none';
  const all: Partial<Record<CommandType, unknown>> = {
    ProposeTypeChange: { type: 'TR', reason: words },
    ProposeSecretariat: {
      secretariat: { party: 'partner', organisation: organisations.partner, person: 'person-representative', voteThrough: null },
      reason: words,
    },
    ProposeRenewal: { term: { project: null, endsOn: '2033-01-01' }, guarantorReason: null, reason: words },
    AgreeToProposal: { proposal },
    DeclineProposal: { proposal, reason: words },
    AnnounceWithdrawal: { reason: words },
    DeclareDecisionDelay: { days: 3 },
  };
  return all[type];
};

function play(file: Rehearsal, [voice, type]: Move): void {
  file.ask('officer', type, dataOf(file.state, type) as never, { actor: voices[voice]!, policy: policyOfCharter('mdm', 'TR') });
}

function played(sequence: readonly Move[], after: (file: Rehearsal, before: PartnershipState) => void): Rehearsal {
  const file = new Rehearsal(policy);
  file.state = start;
  for (const move of sequence) {
    const before = file.state;
    play(file, move);
    after(file, before);
  }
  return file;
}

describe('what binds everybody', () => {
  it('MDM-32: whatever is asked in whatever order, a type changes only by a yes of every party with a voice', () => {
    fc.assert(
      fc.property(moves, sequence => {
        played(sequence, (file, before) => {
          if (file.state.policy?.type === before.policy?.type) return;
          const { acceptedBy } = file.last('PartnershipTypeChanged') as { acceptedBy: string[] };
          expect([...acceptedBy].sort()).toEqual(expect.arrayContaining([...votersOf(before)].sort()));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('MDM-15: a refused request changes nothing but its own trace, and nobody answers twice', () => {
    fc.assert(
      fc.property(moves, sequence => {
        played(sequence, (file, before) => {
          const told = file.told(before.head.version);
          if (told[0] === 'CommandRefused') {
            expect(told).toEqual(['CommandRefused']);
            expect({ ...file.state, head: before.head }).toEqual(before);
          }
          for (const open of file.state.frame.proposals) {
            const parties = open.verdicts.map(verdict => verdict.party);
            expect(new Set(parties).size).toBe(parties.length);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('C-15: at any moment at least two parties are in as long as the file has not gone to its closing', () => {
    fc.assert(
      fc.property(moves, sequence => {
        const file = played(sequence, () => undefined).advanceTo('2027-12-01');
        expect(file.state.phase === 'closing' || partyNames(file.state).length >= 2).toBe(true);
        expect(file.state.tasks.every(task => partyNames(file.state).includes(task.party))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
