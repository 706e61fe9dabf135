import { fileIn, people } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { permission } from './permission.js';

describe('who may ask', () => {
  const { state } = fileIn('implementation');
  const [host] = state.parties.members;
  if (host === undefined) throw new Error('a file without a host');
  const rives = { ...host, party: 'rives', side: 'partner' as const, organisation: people.representative.organisation };
  const file = { ...state, parties: { ...state.parties, members: [host, rives] } };
  const refused = (actor: (typeof people)[keyof typeof people]): string =>
    permission(file, { type: 'DesignateOfficer', actor, data: {}, now: state.calendar.now })?.next.en ?? '';

  it('a refusal names the functions and the parties of this very file, not sides in general', () => {
    expect(refused(people.representative)).toContain('"signatory-authority"');
    expect(refused(people.representative)).toContain('of "host", "rives", may ask for it');
    expect(refused(people.representative)).not.toContain('"partner"');
  });

  it('somebody whose organisation is no party is told no name of a party', () => {
    expect(refused(people.outsider)).toContain('"signatory-authority"');
    expect(refused(people.outsider)).not.toContain('rives');
  });
});
