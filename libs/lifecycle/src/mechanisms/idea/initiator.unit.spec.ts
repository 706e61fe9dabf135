import type { CommandData } from '@palabre/contracts';
import { openingIdea, policyOfCharter, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';

type Opening = CommandData<'OpenPartnership'>;

const fresh = (): Rehearsal => new Rehearsal(policyOfCharter('pmp', 'MSP'));

const idea = (more: Partial<Opening>): Opening => ({ ...openingIdea, charter: 'pmp', type: 'MSP', ...more });

describe('who has the idea', () => {
  it('PMP-09: a person may have it alone, and no organisation has to be on record for it', () => {
    const file = fresh().must('hqOps', 'OpenPartnership', idea({ initiator: { kind: 'individual' } }));
    expect(file.last('PartnershipIdeaRecorded')['initiator']).toEqual({ kind: 'individual' });
    expect(file.replayed()).toEqual(file.state);
  });

  it.each(['organisation', 'company'] as const)('PMP-09: a %s is accepted with its record, and not without', kind => {
    const file = fresh().must('hqOps', 'OpenPartnership', idea({ initiator: { kind, organisation: 'org-atelier' } }));
    expect(file.last('PartnershipIdeaRecorded')['initiator']).toEqual({ kind, organisation: 'org-atelier' });
    const without = fresh();
    expect(without.ask('hqOps', 'OpenPartnership', idea({ initiator: { kind } as never }))).toMatchObject({
      refusal: { code: 'malformed-command' },
    });
    expect(without.events).toEqual([]);
  });

  it('PMP-09: nobody else is one, and who was left out may be told later', () => {
    const file = fresh().must('hqOps', 'OpenPartnership', idea({}));
    const { version } = file.state.head;
    expect(file.ask('hqOps', 'CompleteIdea', { initiator: { kind: 'government' } as never })).toMatchObject({
      refusal: { code: 'malformed-command' },
    });
    expect(file.state.head.version).toBe(version);
    file.must('hqOps', 'CompleteIdea', { initiator: { kind: 'company', organisation: 'org-atelier' }, themes: ['corruption'] });
    expect(file.last('PartnershipIdeaCompleted')).toMatchObject({ initiator: { kind: 'company' }, themes: ['corruption'] });
  });
});
