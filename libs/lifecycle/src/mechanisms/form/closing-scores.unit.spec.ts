import { answersTo, fileIn, policyOfCharter, Rehearsal } from '@palabre/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const network = ['GC1', 'GC2', 'GC3', 'GC4'];

/** Closed after both sides scored the network and the project's results. */
function closedWith(bonds: number, results: number): Rehearsal {
  const [plain, agiri] = [policyOfCharter('mdm', 'OP'), policyOfCharter('agiri', 'OP')];
  const forms = { ...plain.forms, closing: agiri.forms.closing };
  const file = fileIn('closing', new Rehearsal({ ...plain, forms, gates: { ...plain.gates, ACCOUNT: 'off' } }));
  const scored = { ...Object.fromEntries(network.map(id => [id, bonds])), GC8: results };
  const answers = (side: 'host' | 'partner') => ({ ...answersTo(file.policy, 'closing', side), ...scored });
  const { heldOn, ...met } = { heldOn: file.state.calendar.now.slice(0, 10), inPerson: true, minutes: 'Dit en face.' };
  const attendance = ['host', 'partner'].map(party => ({ party, people: 1 }));
  return file
    .must('representative', 'AnswerForm', { form: 'closing', answers: answers('partner'), place: 'headquarters' })
    .must('officer', 'AnswerForm', { form: 'closing', answers: answers('host'), place: 'headquarters' })
    .must('officer', 'HoldClosingConversation', { heldOn, ...met, attendance })
    .must('officer', 'ClosePartnership', {});
}

describe('the account of a relation', () => {
  it('AGI-10, C-25: the network is scored at closure apart from the results, and a poor project never lowers it', () => {
    expect(closedWith(5, 1).last('PartnershipClosed')).toMatchObject({ scores: { network: 500, results: 100 } });
    expect(closedWith(4, 5).last('PartnershipClosed')).toMatchObject({ scores: { network: 400, results: 500 } });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (bonds, results) => {
        expect(closedWith(bonds, results).last('PartnershipClosed')).toMatchObject({
          scores: { network: bonds * 100, results: results * 100 },
        });
      }),
      { numRuns: 4 },
    );
  });

  it('AGI-10: a charter whose closing form scores neither closes without figures', () => {
    const forms = policyOfCharter('mdm', 'OP').forms.closing;
    expect(forms.filter(question => question.measures !== undefined)).toEqual([]);
    expect(
      policyOfCharter('agiri', 'OP')
        .forms.closing.filter(question => question.measures === 'network')
        .map(({ id }) => id),
    ).toEqual(network);
  });
});
