import { describe, expect, it } from 'vitest';
import type { Principal } from '../identity/principal.js';
import { eventText } from './stream-access-discretion.js';

const person = (...roles: readonly string[]): Principal => ({ person: 'person-1', organisation: 'org-1', roles });

const place = { stream: 'x/1', streamversion: 2, time: 't', factat: 'f', previoushash: 'p', hash: 'h' };

const event = (type: string, data: object) => ({
  attributes: JSON.stringify({ ...place, type, actor: 'person-7' }),
  payload: JSON.stringify(data),
});

const whole = ({ attributes, payload }: { attributes: string; payload: string }): string =>
  `{"attributes":${attributes},"data":${payload}}`;

describe('events of organisations and campaigns that are withheld', () => {
  it('MDM-68: kept answers are for the organisation alone; everybody else gets their place in the chain', () => {
    const kept = event('DueDiligenceAnswersKept', { answers: { incidents: 'words' } });
    const registered = event('OrganisationRegistered', { name: 'Rives' });
    for (const role of ['partnership-officer', 'hq-ops', 'auditor']) {
      const reader = { kind: 'organisation', principal: person(role), isOwner: false } as const;
      expect(JSON.parse(eventText(reader, kept))).toEqual({ attributes: place, data: null, withheld: 'MDM-68' });
      expect(eventText(reader, registered)).toBe(whole(registered));
    }
    expect(eventText({ kind: 'organisation', principal: person('partnership-officer'), isOwner: true }, kept)).toBe(whole(kept));
  });

  it('ALE-39: an auditor gets of a campaign neither a conversation nor an answer in words, and gets its counts', () => {
    const held = event('ListeningConversationHeld', { organisation: 'org-9', note: 'words' });
    const worded = event('SurveyResultReleased', { cells: [], withheld: 0, texts: ['words'] });
    const counted = event('SurveyResultReleased', { cells: [{ count: 6 }], withheld: 0, texts: [] });
    const auditor = { kind: 'campaign', principal: person('auditor'), isOwner: false } as const;
    for (const one of [held, worded])
      expect(JSON.parse(eventText(auditor, one))).toEqual({ attributes: place, data: null, withheld: 'ALE-39' });
    expect(eventText(auditor, counted)).toBe(whole(counted));
    const team = { kind: 'campaign', principal: person('hq-ops'), isOwner: true } as const;
    for (const one of [held, worded]) expect(eventText(team, one)).toBe(whole(one));
  });
});
