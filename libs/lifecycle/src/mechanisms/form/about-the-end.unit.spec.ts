import { fileIn, policyOfCharter, Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { silentAboutTheEnd } from './put.js';

describe('who is asked how the end is felt', () => {
  it.each(['left', 'applicant'] as const)('MDM-14, PMP-21: a party that is %s owes no answer, and holds no closing back', standing => {
    const file = fileIn('closing', new Rehearsal(policyOfCharter('mdm', 'OP')));
    const [host, partner] = file.state.parties.members;
    const other = { ...partner!, party: 'third', organisation: 'org-third', standing };
    file.state = { ...file.state, parties: { ...file.state.parties, members: [host!, partner!, other] } };
    expect(silentAboutTheEnd(file.state).map(({ party }) => party)).toContain('partner');
    expect(silentAboutTheEnd(file.state).map(({ party }) => party)).not.toContain('third');
    file.state = { ...file.state, parties: { ...file.state.parties, members: [host!, partner!, { ...other, standing: 'in' }] } };
    expect(silentAboutTheEnd(file.state).map(({ party }) => party)).toContain('third');
  });
});
